import { isCount, isListOf, isMapOf, isName, isOneOf, isRecord, isTime } from '../model/shape.ts';
import { isAct } from './act.guard.ts';
import { isOver } from './flow.ts';
import { isUsableScenario } from './scenario.guard.ts';
import { isRating, type RunContext, type SimulatorPlan } from './simulator.events.ts';
import { outcomeOf, replay } from './simulator.rules.ts';

/**
 * The context of a stored run: its plan, cards, acts and rating are read, all that follows from them is played again.
 * @param state in which it was kept.
 * @returns `undefined` when it cannot have come about: an act that does not fit, a run that is not as far as its state.
 */
export function contextFrom(value: unknown, state: string): RunContext | undefined {
  if (!isRecord(value)) return undefined;
  const { plan, prep, acts, startedAt, selfRating } = value;
  if (!isPlan(plan) || !isListOf(prep, isName) || !isListOf(acts, isAct) || !isTime(startedAt))
    return undefined;
  const isRated = isMapOf(selfRating, isRating);
  if (isRated !== (state === 'finished') || (selfRating !== undefined && !isRated)) return undefined;
  const run = replay(plan, acts);
  if (!run) return undefined;
  const isEnd = isOver(plan.scenario, plan, run);
  if (isEnd !== ['told', 'rating', 'finished'].includes(state)) return undefined;
  const prefix = plan.acts ?? [];
  const isBefore = state === 'briefing' || state === 'preparing';
  if (isBefore ? acts.length !== prefix.length : acts.length < prefix.length) return undefined;
  return {
    plan,
    prep,
    acts,
    run,
    startedAt,
    ...(isRated && { selfRating }),
    ...(isEnd && { outcome: outcomeOf(plan, run) }),
  };
}

function isPlan(value: unknown): value is SimulatorPlan {
  if (!isRecord(value)) return false;
  const { attemptId, scenario, language, level, seed, branchOf, acts, prep } = value;
  return (
    isName(attemptId) &&
    isName(seed) &&
    isOneOf(language, ['zh', 'en']) &&
    isOneOf(level, [1, 2, 3]) &&
    isUsableScenario(scenario) &&
    scenario.stages.length > 0 &&
    (branchOf === undefined || isOrigin(branchOf)) &&
    (acts === undefined || isListOf(acts, isAct)) &&
    (prep === undefined || isListOf(prep, isName))
  );
}

function isOrigin(value: unknown): boolean {
  return isRecord(value) && isName(value.attemptId) && isCount(value.acts);
}
