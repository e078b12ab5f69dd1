import { ratioOf } from '../progress/fact-order.ts';
import { shareOfItems } from '../progress/objective-progress.ts';
import {
  type LessonStanding,
  masteryOf,
  type Outline,
  type ScenarioStanding,
  type Standing,
} from './standing.ts';
import type { ItemFold, LessonFold, ScenarioFold, StandingFold } from './standing-fold.ts';

/** What a cohort sees, from a fold: the same as `standingOf` gives for the facts that went into it. */
export function foldedStanding(fold: StandingFold, outline: Outline): Standing {
  return {
    lessons: outline.lessons.map(({ id, objectives }) =>
      lessonStanding(
        fold,
        fold.lessons.get(id),
        objectives.map((objective) => objective.id),
      ),
    ),
    scenarios: outline.scenarios.map(({ id }) => scenarioStanding(fold.scenarios.get(id))),
    ...(fold.lastAt >= 0 && { lastAt: fold.lastAt }),
  };
}

function lessonStanding(
  fold: StandingFold,
  lesson: LessonFold | undefined,
  objectives: readonly string[],
): LessonStanding | null {
  if (!lesson) return null;
  const { first, best, completedAt, passedAt } = lesson;
  return {
    state: completedAt !== undefined ? 'completed' : first ? 'tried' : 'open',
    ...(first && { first: percent(first.ratio) }),
    ...(best && { best: percent(best.ratio) }),
    ...(completedAt !== undefined && { completedAt }),
    ...(passedAt !== undefined && { passedAt }),
    mastery: objectives.map((objective) => {
      const items = [...(lesson.objectives.get(objective) ?? [])];
      return masteryOf(
        shareOfItems(items.map(([itemId, item]) => ({ itemId, score: scoreOf(fold, objective, item) }))),
      );
    }),
  };
}

/** A short text that a stand-in was given for has the better of both scores. */
function scoreOf({ standIns }: StandingFold, objective: string, item: ItemFold) {
  const standIn = item.textIn === undefined ? undefined : standIns.get(item.textIn)?.get(objective);
  return standIn && ratioOf(standIn) > ratioOf(item) ? standIn : item;
}

function scenarioStanding(scenario: ScenarioFold | undefined): ScenarioStanding | null {
  if (!scenario?.best) return null;
  const { runs, first, best, passedAt } = scenario;
  return {
    runs,
    ...(first && { first: first.score }),
    best: best.score,
    ...(passedAt !== undefined && { passedAt }),
    codes: best.codes,
  };
}

const percent = (ratio: number): number => Math.round(ratio * 100);
