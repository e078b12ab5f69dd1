import type { CheckContent } from '../model/lesson.ts';
import type { QuizPlan } from './quiz.events.ts';

/**
 * The plan of everybody's first attempt at a revision of a lesson. It was drawn at build (`draw.ts`), so a device needs no
 * drawing to begin, and the page can show its first item before any code is there.
 * @param attemptId made on the device.
 */
export function openingPlan(check: CheckContent, attemptId: string): QuizPlan {
  const { lessonId, lessonRevision, passPoints, items, opening } = check;
  const byId = new Map(items.map((item) => [item.id, item]));
  const pick = (ids: readonly string[]) => ids.map((id) => byId.get(id)).filter((item) => item !== undefined);
  const { seed } = opening;
  return {
    attemptId,
    lessonId,
    lessonRevision,
    seed,
    passPoints,
    shown: pick(opening.shown),
    spare: pick(opening.spare),
  };
}
