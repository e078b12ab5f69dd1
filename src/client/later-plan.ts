import type { Fact, FactOf } from '#core/model/fact.ts';
import type { CheckContent } from '#core/model/lesson.ts';
import { planCheck } from '#core/quiz/draw.ts';
import type { QuizPlan } from '#core/quiz/quiz.events.ts';
import { randomSeed } from './record/ids.ts';

/**
 * The plan of an attempt after the first one: drawn anew, without what was shown last. Fetched when it is needed
 * (`check-plan.ts`).
 * @param shown ids of the items last shown; looked up in the facts when absent.
 * @throws {DrawError} an author's mistake in the pool.
 */
export function laterPlan(
  check: CheckContent,
  facts: readonly Fact[],
  attemptId: string,
  shown: readonly string[] = lastShown(facts, check.lessonId),
): QuizPlan {
  return planCheck(check, { attemptId, seed: randomSeed(), avoid: shown });
}

/** Item ids of the first round of the attempt that was answered last. */
function lastShown(facts: readonly Fact[], lessonId: string): string[] {
  const responded = facts.filter(
    (fact): fact is FactOf<'item.responded'> =>
      fact.type === 'item.responded' && fact.context === 'lesson' && fact.lessonId === lessonId,
  );
  const last = responded.reduce<FactOf<'item.responded'> | undefined>(
    (latest, fact) => (!latest || fact.at > latest.at ? fact : latest),
    undefined,
  );
  return responded
    .filter((fact) => fact.attemptId === last?.attemptId && fact.round === 'first')
    .map((fact) => fact.itemId);
}
