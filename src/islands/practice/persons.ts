import type { Mood } from '#core/simulator/run.ts';
import type { Person, Scenario } from '#core/simulator/scenario.ts';
import type { PracticeStrings } from '#i18n/practice.ts';

/** Somebody as shown beside a line. */
export type Speaker = Pick<Person<string>, 'id' | 'name' | 'art'>;

/** Who speaks under an id; the second person of level 3 and passers-by have no drawing. */
export function speaker(
  { persons, level3 }: Scenario<string>,
  id: string,
  { someone }: PracticeStrings,
): Speaker {
  const second = level3?.second;
  return (
    persons.find((person) => person.id === id) ?? {
      id,
      name: second?.by === id ? second.name : someone,
    }
  );
}

/** Address of a drawn face in one mood. */
export const faceUrl = (art: string, mood: Mood): string => `/art/persona-${art}.svg#${art}-${mood}`;

/** First letter or character, for a person without a drawing. */
export const initialOf = (name: string): string => [...name][0] ?? '';
