import type { Fact } from '#core/model/fact.ts';
import type { CheckContent } from '#core/model/lesson.ts';
import { openingPlan } from '#core/quiz/opening.ts';
import type { QuizContext, QuizPlan } from '#core/quiz/quiz.events.ts';
import { uuidv7 } from './record/ids.ts';

/** Drawing is needed for a second attempt only; asked for ahead of it, so that it works without a network. */
export const drawing = () => import('./later-plan.ts');

/**
 * The plan of the attempt that begins now. Everybody's first attempt at a revision is the same, so that its first item can
 * stand in the page; later ones are drawn anew and leave out what was shown last.
 * @param facts of any lesson.
 * @param shown ids of the items last shown, when the attempt before is at hand; else they are looked up in the facts.
 * @param now   epoch ms, UTC; part of the attempt's id.
 * @throws {DrawError} an author's mistake in the pool; the build refuses such a lesson.
 */
export async function nextPlan(
  check: CheckContent,
  facts: readonly Fact[],
  now: number,
  shown?: readonly string[],
): Promise<QuizPlan> {
  const attemptId = uuidv7(now);
  if (!hasSubmitted(facts, check)) return openingPlan(check, attemptId);
  const { laterPlan } = await drawing();
  return laterPlan(check, facts, attemptId, shown);
}

function hasSubmitted(facts: readonly Fact[], { lessonId, lessonRevision }: CheckContent): boolean {
  return facts.some(
    (fact) =>
      fact.type === 'attempt.submitted' &&
      fact.activityId === lessonId &&
      fact.activityRevision === lessonRevision,
  );
}

/**
 * How many facts an attempt has given so far: one per checked item, one for its submission, one if it completed the lesson.
 * The next one is `<attemptId>/<count + 1>`, so that the same act after a crash is the same fact.
 */
export function factCount({ entries, outcome }: Pick<QuizContext, 'entries' | 'outcome'>): number {
  const checked = entries.filter((entry) => entry.score).length;
  return checked + (outcome ? 1 : 0) + (outcome?.passed ? 1 : 0);
}
