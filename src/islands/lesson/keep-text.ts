import { ownRecord } from '#client/record/own.ts';
import type { PracticeActivity } from './use-practice.ts';

type Place = Pick<PracticeActivity, 'id' | 'lessonId' | 'language'>;

/**
 * What a learner kept last in a block: his own words, or a JSON string of fields where there are several.
 * @returns undefined when nothing was kept.
 */
export async function keptText({ id, lessonId }: Omit<Place, 'language'>): Promise<string | undefined> {
  let newest: { at: number; text: string } | undefined;
  for (const fact of (await ownRecord()).facts())
    if (fact.type === 'reflection.saved' && fact.lessonId === lessonId && fact.blockId === id)
      if (!newest || fact.at >= newest.at) newest = fact;
  return newest?.text;
}

/** Keep a text in the record as one more fact; the same text again is no news. */
export async function keepText(place: Place, text: string): Promise<void> {
  if ((await keptText(place)) === text) return;
  const { id: blockId, lessonId, language } = place;
  await (await ownRecord()).append([{ type: 'reflection.saved', lessonId, blockId, text, language }]);
}
