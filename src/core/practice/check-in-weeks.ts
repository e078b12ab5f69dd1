import type { Fact } from '../model/fact.ts';
import { inOrder, ofType } from '../progress/fact-order.ts';
import { unpackTexts } from './kept-text.ts';

/** One week's answers. */
export interface CheckInWeek {
  /** `2026-W09` */
  week: string;
  /** 1 to 5, by question. */
  marks: Readonly<Record<string, number>>;
}

/** The weeks a learner checked in, earliest first; of two answers in one week the later one counts. */
export function checkInWeeks(facts: Iterable<Fact>, lessonId: string, blockId: string): CheckInWeek[] {
  const weeks = new Map<string, CheckInWeek>();
  for (const fact of ofType(inOrder(facts), 'reflection.saved')) {
    if (fact.lessonId !== lessonId || fact.blockId !== blockId) continue;
    const { week, ...kept } = unpackTexts(fact.text, []);
    if (week) weeks.set(week, { week, marks: marksOf(kept) });
  }
  return [...weeks.values()].sort((a, b) => (a.week < b.week ? -1 : 1));
}

/** Marks of 1 to 5 out of kept texts; anything else is left out. */
export function marksOf(texts: Readonly<Record<string, string>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(texts)
      .filter(([, mark]) => /^[1-5]$/.test(mark))
      .map(([id, mark]) => [id, Number(mark)]),
  );
}
