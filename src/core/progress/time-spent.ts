import type { Fact } from '../model/fact.ts';

/** A pause longer than this between two acts is no study. */
const PAUSE_MS = 10 * 60_000;
/** So long at most for one item: a phone left on the table answers nothing. */
const LONGEST_ITEM_MS = 5 * 60_000;

/**
 * How long somebody was at it, as far as facts can tell: the time between acts that follow each other closely, and the time
 * an item took. Reading before the first act leaves no trace and is not counted.
 * @param facts of one lesson, by time.
 * @returns whole minutes, rounded up.
 */
export function minutesSpent(facts: readonly Fact[]): number {
  const spans = facts.flatMap((fact, index): [from: number, to: number][] => {
    const before = facts[index - 1]?.at;
    const between: [number, number][] =
      before !== undefined && fact.at - before <= PAUSE_MS ? [[before, fact.at]] : [];
    if (fact.type !== 'item.responded') return between;
    return [...between, [fact.at - Math.min(fact.elapsedMs, LONGEST_ITEM_MS), fact.at]];
  });
  // Spans overlap: an item is answered between two acts.
  let total = 0;
  let end = Number.NEGATIVE_INFINITY;
  for (const [from, to] of spans.sort(([a, b], [c, d]) => a - c || b - d)) {
    total += Math.max(0, to - Math.max(from, end));
    end = Math.max(end, to);
  }
  return Math.ceil(total / 60_000);
}
