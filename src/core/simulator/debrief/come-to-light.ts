import { isAtLeast, parseReveal } from '../reveal.ts';
import type { Run } from '../run.ts';
import type { Reveal } from '../scenario-move.ts';

/** Had it come to light before the entry of that index, its own line heard? */
export function isOpenBefore(run: Run, index: number, reveal: Reveal): boolean {
  const wanted = parseReveal(reveal);
  const before = run.log
    .slice(0, index)
    .flatMap(({ opened, lineOpened }) => [...(lineOpened ?? []), ...opened]);
  const heard = [...before, ...(run.log[index]?.lineOpened ?? [])];
  return heard.some((one) => {
    const found = parseReveal(one);
    if (found.kind !== wanted.kind || found.id !== wanted.id) return false;
    return found.kind === 'finding' || (wanted.kind === 'need' && isAtLeast(found.step, wanted.step));
  });
}
