import type { Interaction, InteractionOf } from '#core/model/interaction.schema.ts';
import type { InLanguage } from '#core/text/in-language.ts';
import type { PracticeActivity } from '../use-practice.ts';

/** A block of lesson.yaml in one language, with its place in the course. */
export type Workbench<K extends Interaction['kind']> = PracticeActivity & InLanguage<InteractionOf<K>>;

/** Marks by id, as a block keeps them. */
export type Marks = Readonly<Record<string, number>>;

/** The members whose ids are still there. */
export function stillThere<T>(map: Readonly<Record<string, T>>, ids: readonly string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(map).filter(([id]) => ids.includes(id)));
}

export const idsOf = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id);
