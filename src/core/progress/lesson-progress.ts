import type { Fact } from '../model/fact.ts';
import type { ObjectiveId } from '../model/item.ts';
import type { Outcome } from '../model/response.ts';
import { countingResponses, type Responded, withStandIns } from './counting-responses.ts';
import { groupBy, inOrder, ofType, ratioOf } from './fact-order.ts';
import { type ObjectiveProgress, objectiveProgress } from './objective-progress.ts';
import { minutesSpent } from './time-spent.ts';

/** new: untouched · open: begun, no check finished · tried: a check finished, not passed · completed. */
export type LessonState = 'new' | 'open' | 'tried' | 'completed';

export interface LessonProgress {
  lessonId: string;
  state: LessonState;
  /** Of all finished checks: a passed one before others, then by share of points. */
  best?: Outcome;
  /** Finished checks. */
  attempts: number;
  /** Minutes spent, as `minutesSpent` counts them. */
  minutes: number;
  /** Epoch ms of the first and the last act in this lesson. */
  firstAt?: number;
  lastAt?: number;
  /** Epoch ms of the first completion. */
  completedAt?: number;
  objectives: readonly ObjectiveProgress[];
}

/** What the folds need of the course: lessons in order, with the ids of their objectives. */
export interface ProgressCourse {
  lessons: readonly { id: string; objectives: readonly { id: ObjectiveId }[] }[];
}

/**
 * Progress per lesson, a fold over facts: any order, any repetition gives the same.
 * @returns the course's lessons in order, then lessons that only old facts name, by id.
 */
export function lessonProgress(facts: Iterable<Fact>, course: ProgressCourse): LessonProgress[] {
  const ordered = inOrder(facts);
  const byLesson = groupBy(
    ordered.filter((fact) => lessonOf(fact) !== undefined),
    (fact) => lessonOf(fact) as string,
  );
  const counting = withStandIns(countingResponses(ordered));
  const counted = groupBy(counting, (response) => response.lessonId);
  const known = course.lessons.map(({ id }) => id);
  const unknown = [...byLesson.keys()].filter((id) => !known.includes(id)).sort();
  return [...known, ...unknown].map((id) => {
    const objectives = course.lessons.find((lesson) => lesson.id === id)?.objectives ?? [];
    return foldLesson(id, byLesson.get(id) ?? [], counted.get(id) ?? [], objectives);
  });
}

/** The lesson a fact is about; an attempt at a checkpoint or an exam is about none. */
function lessonOf(fact: Fact): string | undefined {
  if (fact.type === 'attempt.submitted') return fact.context === 'lesson' ? fact.activityId : undefined;
  return 'lessonId' in fact ? fact.lessonId : undefined;
}

function foldLesson(
  lessonId: string,
  facts: readonly Fact[],
  counted: readonly Responded[],
  objectives: readonly { id: ObjectiveId }[],
): LessonProgress {
  const outcomes = ofType(facts, 'attempt.submitted').map(({ outcome }) => outcome);
  const best = outcomes.reduce<Outcome | undefined>(better, undefined);
  const completedAt = ofType(facts, 'lesson.completed')[0]?.at;
  const [firstAt, lastAt] = [facts[0]?.at, facts[facts.length - 1]?.at];
  return {
    lessonId,
    state: stateOf(facts, outcomes, completedAt),
    ...(best && { best }),
    attempts: outcomes.length,
    minutes: minutesSpent(facts),
    ...(firstAt !== undefined && { firstAt }),
    ...(lastAt !== undefined && { lastAt }),
    ...(completedAt !== undefined && { completedAt }),
    objectives: objectiveProgress(
      counted,
      objectives.map(({ id }) => id),
    ),
  };
}

function stateOf(
  facts: readonly Fact[],
  outcomes: readonly Outcome[],
  completedAt: number | undefined,
): LessonState {
  if (completedAt !== undefined) return 'completed';
  if (outcomes.length) return 'tried';
  return facts.length ? 'open' : 'new';
}

/** The earlier one stands when both are equal. */
function better(best: Outcome | undefined, next: Outcome): Outcome {
  if (!best || next.passed !== best.passed) return !best || next.passed ? next : best;
  return ratioOf(next) > ratioOf(best) ? next : best;
}
