import { mistakePlace } from '#core/model/mistake.ts';
import type { KeptMistake } from '#server/port/mistake-store.ts';

/** `2026-11-26 08:05 UTC`: the same on every machine. @param at epoch ms, UTC. */
const minute = (at: number): string => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/** What the terminal shows, in the order given: when, where, on which revision, id; below it the words. */
export function inboxLines(kept: readonly KeptMistake[]): string[] {
  if (kept.length === 0) return ['收件箱是空的。 / The inbox is empty.'];
  const open = kept.filter(({ doneAt }) => doneAt === undefined).length;
  return [
    ...kept.flatMap(reportLines),
    `未处理${open}条；处理完一条：npm run inbox -- --done <id> / ${open} open; when one is dealt with: npm run inbox -- --done <id>`,
  ];
}

function reportLines(one: KeptMistake): string[] {
  const head = [minute(one.receivedAt), mistakePlace(one), one.revision ?? [], one.id].flat().join('  ');
  const done = one.doneAt === undefined ? [] : [`  已处理 / done ${minute(one.doneAt)}`];
  return [head, ...done, ...one.words.split('\n').map((line) => `  ${line}`), ''];
}

/** The same for programs: an array, times in ISO 8601, `where` as a path of the site. */
export const inboxJson = (kept: readonly KeptMistake[]): string =>
  JSON.stringify(
    kept.map(({ receivedAt, doneAt, path: _, ...one }, index) => ({
      ...one,
      where: mistakePlace(kept[index] as KeptMistake),
      receivedAt: new Date(receivedAt).toISOString(),
      ...(doneAt !== undefined && { doneAt: new Date(doneAt).toISOString() }),
    })),
    null,
    1,
  );
