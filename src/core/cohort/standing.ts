import type { Fact } from '../model/fact.ts';
import type { Outcome } from '../model/response.ts';
import { inOrder, ofType, ratioOf } from '../progress/fact-order.ts';
import { type LessonProgress, lessonProgress, type ProgressCourse } from '../progress/lesson-progress.ts';
import { type ObjectiveProgress, SHOWN_RATIO } from '../progress/objective-progress.ts';
import { type ScenarioProgress, scenarioProgress } from '../progress/scenario-progress.ts';

/** The course as reports need it: what there is to be done, in order; no text, no items. */
export interface Outline extends ProgressCourse {
  scenarios: readonly { id: string }[];
}

/** Where somebody stands in one lesson. Shares of points are whole percent. */
export interface LessonStanding {
  state: 'open' | 'tried' | 'completed';
  /** Of the first finished check, and of the best. */
  first?: number;
  best?: number;
  /** Epoch ms of the first completion. */
  completedAt?: number;
  /** Epoch ms of the last check that was passed. */
  passedAt?: number;
  /** Per objective of the outline; null = not asked yet. From `SHOWN_PERCENT` on it is shown. */
  mastery: readonly (number | null)[];
}

/** Where somebody stands in one role-play. Scores are 0–100. */
export interface ScenarioStanding {
  runs: number;
  /** The first run from the beginning; absent while only branches were played. */
  first?: number;
  best: number;
  /** Epoch ms of the first pass. */
  passedAt?: number;
  /** Error codes of the best run, E1 … E11, each once. */
  codes: readonly string[];
}

/** What a cohort sees of one learner. Nothing of what they wrote, chose or said is in it. */
export interface Standing {
  /** In the order of the outline; null = not begun. */
  lessons: readonly (LessonStanding | null)[];
  scenarios: readonly (ScenarioStanding | null)[];
  /** Epoch ms of the last act by the device's clock, private ones left out; absent before the first. */
  lastAt?: number;
}

export const SHOWN_PERCENT = SHOWN_RATIO * 100;

/**
 * Fold facts to what a cohort may see: any order, any repetition gives the same. Private facts do not belong in here; the
 * lessons and role-plays of old facts that the outline no longer has are left out.
 */
export function standingOf(facts: Iterable<Fact>, outline: Outline): Standing {
  const ordered = inOrder(facts);
  const lessons = lessonProgress(ordered, outline).slice(0, outline.lessons.length);
  const runs = scenarioProgress(ordered);
  const lastAt = ordered.at(-1)?.at;
  return {
    lessons: lessons.map((lesson, index) =>
      lessonStanding(lesson, ordered, outline.lessons[index]?.objectives.length ?? 0),
    ),
    scenarios: outline.scenarios.map(({ id }) => scenarioStanding(runs.get(id), ordered)),
    ...(lastAt !== undefined && { lastAt }),
  };
}

function lessonStanding(
  { lessonId, state, best, completedAt, objectives }: LessonProgress,
  facts: readonly Fact[],
  known: number,
): LessonStanding | null {
  if (state === 'new') return null;
  const checks = ofType(facts, 'attempt.submitted').filter(
    ({ context, activityId }) => context === 'lesson' && activityId === lessonId,
  );
  const first = checks[0]?.outcome;
  const passedAt = checks.findLast(({ outcome }) => outcome.passed)?.at;
  return {
    state,
    ...(first && { first: percent(first) }),
    ...(best && { best: percent(best) }),
    ...(completedAt !== undefined && { completedAt }),
    ...(passedAt !== undefined && { passedAt }),
    mastery: objectives.slice(0, known).map(masteryOf),
  };
}

/** Whole percent; rounding must not lift anybody over the line, nor push them under it. */
export function masteryOf({ state, ratio }: Pick<ObjectiveProgress, 'state' | 'ratio'>): number | null {
  if (state === 'untried') return null;
  const rounded = Math.round(ratio * 100);
  return state === 'shown' ? Math.max(rounded, SHOWN_PERCENT) : Math.min(rounded, SHOWN_PERCENT - 1);
}

function scenarioStanding(
  progress: ScenarioProgress | undefined,
  facts: readonly Fact[],
): ScenarioStanding | null {
  if (!progress?.best) return null;
  const { runs, first, best, passedAt } = progress;
  const bestRun = ofType(facts, 'scenario.finished').find(
    ({ scenarioId, attemptId, score, at }) =>
      scenarioId === progress.scenarioId &&
      attemptId === best.attemptId &&
      score === best.score &&
      at === best.at,
  );
  return {
    runs,
    ...(first && { first: first.score }),
    best: best.score,
    ...(passedAt !== undefined && { passedAt }),
    codes: [...new Set(bestRun?.codes ?? [])],
  };
}

const percent = (outcome: Outcome): number => Math.round(ratioOf(outcome) * 100);
