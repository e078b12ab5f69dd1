import type { Act } from './act.ts';
import { endingOf } from './condition.ts';
import { applyAct, beginRun, refusalOf } from './engine.ts';
import { isOver, taskOf } from './flow.ts';
import type { Run } from './run.ts';
import type { PublishedScenario } from './scenario.ts';
import { PASS_SCORE, RUBRIC, scoreRun } from './score/score-run.ts';
import {
  isSimulatorEvent,
  type RunContext,
  type RunOutcome,
  type SimulatorEvent,
  type SimulatorFact,
  type SimulatorPlan,
} from './simulator.events.ts';
import { estimateSeconds } from './task/pitch-seconds.ts';

/** The rules of the machine as plain functions; SPEC.md numbers them. */

/** Engine and version that facts and snapshots name; a replay needs the same. */
export const ENGINE = 'simulator@1';

const PREP_CARDS = 3;
const PREP_POINTS = 6;
/** Critical errors with which nobody passes, whatever the score. */
const BARRING = ['E1', 'E5', 'E8'];

/** The context before the first act. Total: XState also asks for it without a plan, and a prefix may not fit. */
export function openContext(plan: SimulatorPlan | undefined = EMPTY_PLAN): RunContext {
  const { acts = [], prep = [] } = plan;
  const run = replay(plan, acts);
  const begun = run ? { acts, run } : { acts: [], run: beginRun(plan.scenario, plan) };
  return { plan, prep, ...begun, startedAt: 0 };
}

/** The run that acts come to; `undefined` when one of them is not acceptable in its place. */
export function replay(plan: SimulatorPlan, acts: readonly Act[]): Run | undefined {
  const { scenario } = plan;
  let run = beginRun(scenario, plan);
  for (const act of acts) {
    if (refusalOf(scenario, plan, run, act)) return undefined;
    run = applyAct(scenario, plan, run, act);
  }
  return run;
}

// Guards: an event is taken only when it is well formed and fits.

/** A plan with something to play; a prefix must fit whole and leave something to do. */
export function canStart({ plan, acts, run }: RunContext, event: SimulatorEvent): boolean {
  return (
    isSimulatorEvent(event) &&
    plan.scenario.stages.length > 0 &&
    acts.length === (plan.acts ?? []).length &&
    !isOver(plan.scenario, plan, run)
  );
}

/** Does the run go on from acts already made? */
export function continues(context: RunContext, event: SimulatorEvent): boolean {
  const { branchOf, acts } = context.plan;
  return canStart(context, event) && (branchOf !== undefined || acts !== undefined);
}

/** Three different cards of the scenario at most, six points in all. */
export function canPrepare({ plan }: RunContext, event: SimulatorEvent): boolean {
  if (!isSimulatorEvent(event) || event.type !== 'prep.choose') return false;
  const { cards } = event;
  const costs = cards.map((id) => plan.scenario.prep.find((card) => card.id === id)?.cost ?? Infinity);
  return (
    new Set(cards).size === cards.length &&
    cards.length <= PREP_CARDS &&
    costs.reduce((sum, cost) => sum + cost, 0) <= PREP_POINTS
  );
}

export function canAct({ plan, run }: RunContext, event: SimulatorEvent): boolean {
  return (
    isSimulatorEvent(event) &&
    event.type === 'act.make' &&
    refusalOf(plan.scenario, plan, run, event.act) === undefined
  );
}

/** Is nothing more to do after this act? */
export function endsRun(context: RunContext, event: SimulatorEvent): boolean {
  return canAct(context, event) && make(context, event).outcome !== undefined;
}

export function canRead(_context: RunContext, event: SimulatorEvent): boolean {
  return isSimulatorEvent(event);
}

/** Every criterion of the rubric, and no other. */
export function canRate({ plan }: RunContext, event: SimulatorEvent): boolean {
  if (!isSimulatorEvent(event) || event.type !== 'rating.give') return false;
  const ids = RUBRIC[plan.scenario.simulator].map(({ id }) => id);
  const rated = Object.keys(event.ratings);
  return rated.length === ids.length && ids.every((id) => Object.hasOwn(event.ratings, id));
}

// Changes: what of the context becomes new.

type Change = Partial<RunContext>;

export function prepare(event: SimulatorEvent): Change {
  return event.type === 'prep.choose' ? { prep: event.cards } : {};
}

/** Make an act, stamped with the time since the start; the last one brings the outcome. */
export function make({ plan, acts, run, startedAt }: RunContext, event: SimulatorEvent): Change {
  if (event.type !== 'act.make') return {};
  const act = stamped(plan, run, event.act, Math.max(0, event.at - startedAt));
  const next = applyAct(plan.scenario, plan, run, act);
  const made = { acts: [...acts, act], run: next };
  return isOver(plan.scenario, plan, next) ? { ...made, outcome: outcomeOf(plan, next) } : made;
}

/** An act as it is kept: with its time, and a pitch with its seconds, so that no replay depends on the language. */
function stamped(plan: SimulatorPlan, run: Run, act: Act, sinceStart: number): Act {
  const timed = { ...act, atMs: act.atMs ?? sinceStart };
  const task = taskOf(plan.scenario, plan, run);
  if (timed.type !== 'pitch.deliver' || timed.seconds !== undefined || task?.kind !== 'pitch') return timed;
  return { ...timed, seconds: estimateSeconds(task, timed) };
}

export function rate(event: SimulatorEvent): Change {
  return event.type === 'rating.give' ? { selfRating: event.ratings } : {};
}

/** Passed: level 2, enough points, none of the barring codes even if repaired, and no second try from a turn. */
export function outcomeOf(plan: SimulatorPlan, run: Run): RunOutcome {
  const { scenario, level, branchOf } = plan;
  const score = scoreRun(scenario, run);
  const isBarred = score.codes.some(({ code }) => BARRING.includes(code));
  const passed = level === 2 && score.score >= PASS_SCORE && !isBarred && branchOf === undefined;
  return { score, ending: endingOf(scenario, run).id, passed };
}

/** The fact of a finished run: its moves are enough to replay it. */
export function finishedFact(context: RunContext, event: SimulatorEvent): SimulatorFact {
  const { plan, prep, acts, startedAt, outcome } = context;
  const { attemptId, scenario, level, seed, branchOf } = plan;
  const { score, ending, passed } = outcome as RunOutcome;
  return {
    type: 'scenario.finished',
    at: event.at,
    attemptId,
    scenarioId: scenario.id,
    scenarioRevision: scenario.revision,
    engine: ENGINE,
    level,
    seed,
    startedAt,
    moves: [{ type: 'run.plan', prep, ...(branchOf && { branchOf }) }, ...acts],
    selfRating: event.type === 'rating.give' ? event.ratings : {},
    score: score.score,
    codes: score.codes.map(({ code }) => code),
    ending,
    passed,
  };
}

const EMPTY_SCENARIO: PublishedScenario<string> = {
  id: '',
  revision: '',
  simulator: 'fab-pitch',
  status: 'draft',
  entryLevel: 1,
  minutes: 0,
  title: '',
  trains: '',
  lessons: [],
  hot: false,
  ownFault: false,
  briefing: { where: '', now: '', goal: '', known: [] },
  prep: [],
  persons: [],
  needs: [],
  findings: [],
  stages: [],
  blocks: {},
  endings: [],
  evening: { teller: '', groups: [] },
};

const EMPTY_PLAN: SimulatorPlan = {
  attemptId: '',
  scenario: EMPTY_SCENARIO,
  language: 'zh',
  level: 1,
  seed: '',
};
