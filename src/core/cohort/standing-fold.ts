import type { Fact, FactOf } from '../model/fact.ts';
import { isPrivateFact } from '../model/private-fact.ts';
import type { Score } from '../model/response.ts';
import { ratioOf, TINY } from '../progress/fact-order.ts';
import { isBranch } from '../progress/scenario-progress.ts';

/**
 * Version of what a kept fold holds and of how facts go into it. A change of either, of `standingOf`, or of which facts this
 * release can read, is a new version: folds of another one are thrown away and made again from all facts.
 */
export const FOLD_VERSION = '1';

/**
 * What a report needs of somebody's facts, so that later facts can be added without reading the earlier ones again. It says
 * nothing of what was chosen, said or written; private facts leave no trace. It knows no outline: another edition of the
 * course is shown from the same fold.
 */
export interface StandingFold {
  /** Epoch ms of the last act; -1 before the first. */
  lastAt: number;
  lessons: Map<string, LessonFold>;
  scenarios: Map<string, ScenarioFold>;
  /** Attempt → objective → the earliest stand-in for a short text. */
  standIns: Map<string, Map<string, Scored>>;
}

/** A fact's place in time; ids decide between facts of one moment. */
export interface Placed {
  at: number;
  id: string;
}

export interface Scored extends Placed, Score {}

/** The last counting response to an item. */
export interface ItemFold extends Scored {
  /** Of a weak short text of the first round: its attempt, where a stand-in may count for it. */
  textIn?: string;
}

export interface LessonFold {
  /** Share of points of the earliest finished check. */
  first?: Placed & { ratio: number };
  /** Highest share of points: of the passed checks where there are any. */
  best?: { passed: boolean; ratio: number };
  /** Epoch ms: the first completion, the last passed check. */
  completedAt?: number;
  passedAt?: number;
  /** Objective → item. */
  objectives: Map<string, Map<string, ItemFold>>;
}

export interface ScenarioFold {
  runs: number;
  /** The earliest run from the beginning. */
  first?: Placed & { score: number };
  /** The highest score, the earliest where two are equal. */
  best?: Placed & { score: number; codes: readonly string[] };
  passedAt?: number;
}

export const emptyFold = (): StandingFold => ({
  lastAt: -1,
  lessons: new Map(),
  scenarios: new Map(),
  standIns: new Map(),
});

/** Add a fact that is not in the fold yet; in which order facts come makes no difference. */
export function addFact(fold: StandingFold, fact: Fact): void {
  if (isPrivateFact(fact)) return;
  fold.lastAt = Math.max(fold.lastAt, fact.at);
  if (fact.type === 'scenario.finished') addRun(fold, fact);
  else if (fact.type !== 'attempt.submitted') addToLesson(fold, lessonIn(fold, fact.lessonId), fact);
  else if (fact.context === 'lesson') addCheck(lessonIn(fold, fact.activityId), fact);
}

const lessonIn = (fold: StandingFold, id: string): LessonFold =>
  entryOf(fold.lessons, id, () => ({ objectives: new Map() }));

function addToLesson(fold: StandingFold, lesson: LessonFold, fact: Fact): void {
  if (fact.type === 'lesson.completed')
    lesson.completedAt = Math.min(lesson.completedAt ?? Number.POSITIVE_INFINITY, fact.at);
  if (fact.type !== 'item.responded' || fact.round === 'retry') return;
  const { at, id, score, attemptId, itemId, objective } = fact;
  const scored = { at, id, earned: score.earned, possible: score.possible };
  const items = entryOf(lesson.objectives, objective, newMap<ItemFold>);
  const last = items.get(itemId);
  if (!last || isBefore(last, fact))
    items.set(itemId, { ...scored, ...(isWeakText(fact) && { textIn: attemptId }) });
  if (fact.round !== 'stand-in') return;
  const standIns = entryOf(fold.standIns, attemptId, newMap<Scored>);
  const earliest = standIns.get(objective);
  if (!earliest || isBefore(fact, earliest)) standIns.set(objective, scored);
}

const isWeakText = ({ round, response, score }: FactOf<'item.responded'>): boolean =>
  round === 'first' && 'text' in response && ratioOf(score) < 1 - TINY;

function addCheck(lesson: LessonFold, { at, id, outcome }: FactOf<'attempt.submitted'>): void {
  const { passed } = outcome;
  const ratio = ratioOf(outcome);
  if (!lesson.first || isBefore({ at, id }, lesson.first)) lesson.first = { at, id, ratio };
  if (passed) lesson.passedAt = Math.max(lesson.passedAt ?? 0, at);
  const { best } = lesson;
  const isBetter = !best || (passed === best.passed ? ratio > best.ratio : passed);
  if (isBetter) lesson.best = { passed, ratio };
}

function addRun(fold: StandingFold, run: FactOf<'scenario.finished'>): void {
  const { at, id, score, passed } = run;
  const scenario = entryOf(fold.scenarios, run.scenarioId, (): ScenarioFold => ({ runs: 0 }));
  const { best, first } = scenario;
  scenario.runs += 1;
  if (!best || score > best.score || (score === best.score && isBefore(run, best)))
    scenario.best = { at, id, score, codes: [...new Set(run.codes)] };
  if (isBranch(run)) return;
  if (!first || isBefore(run, first)) scenario.first = { at, id, score };
  if (passed) scenario.passedAt = Math.min(scenario.passedAt ?? Number.POSITIVE_INFINITY, at);
}

/** As `inOrder` sorts. */
const isBefore = (one: Placed, other: Placed): boolean =>
  one.at < other.at || (one.at === other.at && one.id < other.id);

const newMap = <T>(): Map<string, T> => new Map();

function entryOf<T>(map: Map<string, T>, key: string, make: () => T): T {
  const known = map.get(key);
  if (known) return known;
  const made = make();
  map.set(key, made);
  return made;
}
