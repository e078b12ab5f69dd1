/** The course as the build reads it, for tests of scoring anew: real items and role-plays, present and former. */
import { fileURLToPath } from 'node:url';
import type { Revised } from '#catalog/lint/revisions.ts';
import { lessonRevisionOf } from '#catalog/revision.ts';
import type { KeyedItem } from '#core/model/item.ts';
import type { CheckContent } from '#core/model/lesson.ts';
import type { Language } from '#core/model/text.ts';
import { drawCheck, openingSeed } from '#core/quiz/draw.ts';
import { keyedItem } from '#core/quiz/publish-item.ts';
import type { PublishedWritten } from '#core/simulator/figures/draw-scenario.ts';
import { localise } from '#core/simulator/localise.ts';
import type { ItemSource } from '#server/port/item-source.ts';
import { allRevisions } from '../../scripts/build/revisions.mjs';
import { readCourse } from '../../scripts/read-course.mjs';

const files = readCourse(fileURLToPath(new URL('../../content', import.meta.url)));
export const PASS_POINTS: number = files.course.data.passPoints;
const all: Revised[] = allRevisions(files);

const items = new Map<string, KeyedItem>();
const scenarios = new Map<string, PublishedWritten<string>>();
for (const { kind, id, revision, content } of all)
  if (kind === 'item') {
    const lessonId = id.split('.')[0] ?? '';
    items.set(`${id} ${revision}`, keyedItem(content, { lessonId, status: 'live', revision }));
  } else {
    for (const language of ['zh', 'en'] as const) {
      const written = localise(content as never, language) as PublishedWritten<string>;
      scenarios.set(`${id} ${revision}${language === 'zh' ? '' : ' en'}`, { ...written, revision });
    }
  }

/** What `rescore` asks, without the facts of an attempt. */
export const content = {
  item: (id: string, revision: string) => items.get(`${id} ${revision}`),
  scenario: (id: string, revision: string) => scenarios.get(`${id} ${revision}`),
  passPoints: [PASS_POINTS],
};

/** Revisions of an id, the oldest first. */
export const revisionsOf = (id: string): string[] => files.published.data.revisions?.[id] ?? [];

/** An item as it stands now. */
export function itemNow(id: string): KeyedItem {
  const item = content.item(id, revisionsOf(id).at(-1) ?? '');
  if (!item) throw new Error(`no item ${id} in content/; run npm run lint:content`);
  return item;
}

/** A role-play as it stands now. The server plays the Chinese one again, whatever the learner saw. */
export function scenarioNow(id: string, language: Language = 'zh'): PublishedWritten<string> {
  const name = `${id} ${revisionsOf(id).at(-1)}${language === 'zh' ? '' : ' en'}`;
  const scenario = scenarios.get(name);
  if (!scenario) throw new Error(`no role-play ${id} in content/; run npm run lint:content`);
  return scenario;
}

/** The check of every live lesson, as pages ship it. */
export const checks: CheckContent[] = files.lessons
  .filter(({ head }) => head.data.status === 'live')
  .map(({ head, items: { data }, zh, en }) => {
    const pool = data.items.filter(({ status }) => status === 'live').map(({ id }) => itemNow(id));
    const objectives = head.data.objectives;
    const texts = [zh, en].map((text) => text?.lines.join('\n'));
    const revision = lessonRevisionOf(
      head.data,
      texts,
      pool.map((item) => item.revision),
    );
    const ids = objectives.map(({ id }) => id);
    const seed = openingSeed(pool, ids, revision);
    const { shown, spare } = drawCheck({ items: pool, objectives: ids, seed });
    const opening = { seed, shown: shown.map(({ id }) => id), spare: spare.map(({ id }) => id) };
    const lesson = { lessonId: head.data.id, lessonRevision: revision, passPoints: PASS_POINTS };
    return { v: 1, ...lesson, objectives, items: pool, opening };
  });

/** @param without names (`<id> <revision>`) that are not there. */
export function memoryItems(without: readonly string[] = []): ItemSource {
  const isThere = (id: string, revision: string) => !without.includes(`${id} ${revision}`);
  return {
    edition: async () => `without ${without.join(', ') || 'nothing'}`,
    passPoints: async () => [PASS_POINTS],
    item: async (id, revision) => (isThere(id, revision) ? content.item(id, revision) : undefined),
    scenario: async (id, revision) => (isThere(id, revision) ? content.scenario(id, revision) : undefined),
  };
}
