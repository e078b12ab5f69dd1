import type { Fact, FactOf } from '../model/fact.ts';
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
  /**
   * What other devices wrote last in the same place, where that is something else, newest first: two phones that were
   * offline for a week both wrote, and neither is dropped. Absent when there is none.
   */
  elsewhere?: readonly { text: string; at: number }[];
}

/**
 * Everything a learner wrote, newest first: of each place what was written last. A place emptied on purpose has no note.
 * A fold over facts: any order, any repetition gives the same.
 */
export function notes(facts: Iterable<Fact>): Note[] {
  /** Of each place the last words of each device; the device that wrote last stands last. */
  const places = new Map<string, Map<string, FactOf<'reflection.saved'>>>();
  for (const fact of ofType(inOrder(facts), 'reflection.saved')) {
    const place = `${fact.lessonId}#${fact.blockId}`;
    const devices = places.get(place) ?? new Map();
    devices.delete(fact.deviceId);
    devices.set(fact.deviceId, fact);
    places.delete(place);
    places.set(place, devices);
  }
  return [...places.values()].reverse().flatMap((devices) => noteOf([...devices.values()].reverse()));
}

/** @param written the last words of each device in one place, newest first. */
function noteOf([newest, ...others]: readonly FactOf<'reflection.saved'>[]): Note[] {
  if (!newest || newest.text.trim() === '') return [];
  const { lessonId, blockId, text, at } = newest;
  const elsewhere = others
    .filter((one) => one.text.trim() !== '' && one.text !== text)
    .map((one) => ({ text: one.text, at: one.at }));
  return [{ lessonId, blockId, text, at, ...(elsewhere.length > 0 && { elsewhere }) }];
}
