import type { Act, ActOf } from './act.ts';
import { isOver, stationOf, taskOf, turnOf } from './flow.ts';
import { MOVES, PITCH_TAGS } from './moves.ts';
import type { Run, RunPlan } from './run.ts';
import type { Scenario } from './scenario.ts';
import { refusalOfTask } from './task/refusal-task.ts';

/** Times a learner may keep a tag against what was heard, in one run. */
export const KEEPS = 3;

/**
 * Why an act cannot be taken now: a stable word; `undefined` when it can.
 * `over` nothing more to do · `other-act` something else is asked for · `other-turn` a late act for another turn ·
 * `no-option`, `no-topic`, `no-tag` ids that are not there · `kept` a tag that may not be kept · and the words of
 * `refusalOfTask`.
 */
export function refusalOf<T>(scenario: Scenario<T>, plan: RunPlan, run: Run, act: Act): string | undefined {
  if (isOver(scenario, plan, run)) return 'over';
  if (act.type === 'run.leave') return undefined;
  const task = taskOf(scenario, plan, run);
  if (task) return refusalOfTask(scenario, run, task, act);
  if (act.type === 'option.choose') return refusalOfOption(scenario, plan, run, act);
  return act.type === 'move.make' ? refusalOfMove(scenario, plan, run, act) : 'other-act';
}

function refusalOfOption<T>(
  scenario: Scenario<T>,
  plan: RunPlan,
  run: Run,
  { turn: turnId, option }: ActOf<'option.choose'>,
): string | undefined {
  const turn = turnOf(scenario, plan, run);
  if (plan.level !== 1 || !turn) return 'other-act';
  if (turn.id !== turnId) return 'other-turn';
  return turn.options.some(({ id }) => id === option) ? undefined : 'no-option';
}

function refusalOfMove<T>(
  scenario: Scenario<T>,
  plan: RunPlan,
  run: Run,
  act: ActOf<'move.make'>,
): string | undefined {
  if (plan.level === 1) return 'other-act';
  if (!Object.hasOwn(MOVES, act.tag)) return 'no-tag';
  if (act.kept && !canKeep(plan, run, act)) return 'kept';
  if (run.aside === 'interrupt') {
    return act.turn === undefined && act.topic === undefined ? undefined : 'other-turn';
  }
  const station = stationOf(scenario, plan, run);
  if (station?.kind === 'talk') {
    if (act.turn !== undefined) return 'other-turn';
    return station.phase.topics.some(({ id }) => id === act.topic) ? undefined : 'no-topic';
  }
  const turn = turnOf(scenario, plan, run);
  return turn && turn.id === act.turn ? undefined : 'other-turn';
}

/** Only at level 3, three times a run, and never a danger or a pitch. */
function canKeep({ level }: RunPlan, run: Run, { tag }: ActOf<'move.make'>): boolean {
  const kept = run.log.filter(({ act }) => act.type === 'move.make' && act.kept).length;
  return level === 3 && kept < KEEPS && !MOVES[tag].danger && !PITCH_TAGS.includes(tag);
}
