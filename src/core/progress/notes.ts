import type { Fact } from '../model/fact.ts';
import { inOrder, ofType } from './fact-order.ts';

/** What a learner wrote last in one place. */
export interface Note {
  lessonId: string;
  /** A block of the lesson, or `practice-<scenario>`: what was resolved after a role-play. */
  blockId: string;
  /** Plain words, or a JSON object of texts by field (`core/practice/kept-text.ts`). Never empty. */
  text: string;
  /** Epoch ms. */
  at: number;
}

/**
 * Everything a learner wrote, newest first: of each place what was written last. A place emptied on purpose has no note.
 * A fold over facts: any order, any repetition gives the same.
 */
export function notes(facts: Iterable<Fact>): Note[] {
  const last = new Map<string, Note>();
  for (const { lessonId, blockId, text, at } of ofType(inOrder(facts), 'reflection.saved')) {
    const place = `${lessonId}#${blockId}`;
    last.delete(place);
    if (text.trim() !== '') last.set(place, { lessonId, blockId, text, at });
  }
  return [...last.values()].reverse();
}
