import type { Context as Where } from '../model/fact.ts';
import { wellFormed } from '../text/well-formed.ts';
import type { Activity, InteractionType } from './statement.ts';
import { TYPES } from './vocabulary.ts';

/**
 * The course's activities by their addresses: those of the Chinese pages, whatever the language on screen, because an
 * activity has one id (§2.4.4.1). What stands between slashes is escaped: ids in facts come from devices.
 * @param origin scheme and host without a closing slash, e.g. `https://course.example.com`.
 */
export function activitiesAt(origin: string) {
  const activity = (path: string, type: string, interactionType?: InteractionType): Activity => ({
    objectType: 'Activity',
    id: `${origin}/${path}`,
    definition: { type, ...(interactionType && { interactionType }) },
  });
  const lesson = (lessonId: string) => `learn/${segment(lessonId)}/`;
  return {
    course: activity('', TYPES.course),
    lesson: (id: string) => activity(lesson(id), TYPES.lesson),
    /** A sort, a board, a dialogue in the text of a lesson; the address leads to it. */
    block: (lessonId: string, id: string) =>
      activity(`${lesson(lessonId)}#${segment(id)}`, TYPES.interaction),
    item: (lessonId: string, id: string, interactionType: InteractionType) =>
      activity(`${lesson(lessonId)}#item/${segment(id)}`, TYPES.item, interactionType),
    /** Unique only within its lesson. */
    objective: (lessonId: string, id: string) =>
      activity(`${lesson(lessonId)}#objective/${segment(id)}`, TYPES.objective),
    /** What was attempted. */
    attempted: (where: Where, id: string) =>
      activity(
        where === 'lesson' ? `${lesson(id)}#check` : `${SURFACES[where]}#${segment(id)}`,
        TYPES.assessment,
      ),
    /** Where attempts of a kind are made, for an item that does not say of which of them it was part. */
    surface: (where: Exclude<Where, 'lesson'>) => activity(SURFACES[where], TYPES.assessment),
    scenario: (id: string) => activity(`practice/#${segment(id)}`, TYPES.simulation),
  };
}

export type Activities = ReturnType<typeof activitiesAt>;

const SURFACES = { checkpoint: 'check/', exam: 'exam/', review: 'review/', room: 'live/' } as const;

/**
 * Escapes slashes too, so no id can pass for another address. Whoever reads addresses folds away segments of one or two
 * dots, escaped once or not.
 */
const segment = (id: string): string =>
  /^\.{1,2}$/.test(id) ? id.replaceAll('.', '%252E') : encodeURIComponent(wellFormed(id));
