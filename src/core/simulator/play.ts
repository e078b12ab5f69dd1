import type { ActOf } from './act.ts';
import { goBack, goOn, interruptOf, stationOf, turnOf } from './flow.ts';
import { forkOf } from './forks.ts';
import {
  contradictionAt,
  hearContradiction,
  meetContradiction,
  meetSecond,
  secondAt,
} from './judge/contradiction.ts';
import { judgeInterrupt } from './judge/judge-interrupt.ts';
import { judgeOption } from './judge/judge-option.ts';
import { judgePrompt } from './judge/judge-prompt.ts';
import { lead } from './lead.ts';
import type { Place } from './log-entry.ts';
import { kept, recordMove } from './record-move.ts';
import type { Run, RunPlan } from './run.ts';
import type { Scenario, Sheet, Turn } from './scenario.ts';

/** Playing a move: judge it, let it act, write it down, go on. */

/** Level 1. */
export function chooseOption<T>(
  scenario: Scenario<T>,
  plan: RunPlan,
  run: Run,
  act: ActOf<'option.choose'>,
): Run {
  const turn = turnOf(scenario, plan, run) as Turn<T>;
  const judged = judgeOption(plan, run, turn, act.option);
  const next = recordMove(scenario, plan, run, act, judged, placeOf(scenario, plan, run, turn));
  return next.ended ? next : goOn(scenario, plan, next);
}

/** Levels 2 and 3: an interruption, a line of the customer, or a topic of the learner's choice. */
export function makeMove<T>(scenario: Scenario<T>, plan: RunPlan, run: Run, act: ActOf<'move.make'>): Run {
  if (run.aside === 'interrupt') return answerInterrupt(scenario, plan, run, act);
  const station = stationOf(scenario, plan, run);
  const turn = turnOf(scenario, plan, run);
  if (station?.kind === 'talk') return lead(scenario, plan, run, station.phase, act);
  if (station?.kind === 'sheet' && turn) return reply(scenario, plan, run, station.sheet, turn, act);
  throw new RangeError(`a move is not what ${station?.id ?? 'the end'} asks for; ask promptOf`);
}

function reply<T>(
  scenario: Scenario<T>,
  plan: RunPlan,
  run: Run,
  sheet: Sheet<T>,
  turn: Turn<T>,
  act: ActOf<'move.make'>,
): Run {
  const { judged, asksSource } = judgePrompt(scenario, run, sheet, turn, act);
  const heard = hearContradiction(scenario, plan, asksSource ? { ...run, figureAsked: true } : run);
  const second = meetSecond(secondAt(scenario, plan, run), judged);
  const met = meetContradiction(contradictionAt(scenario, plan, heard), heard, second, true);
  const place = placeOf(scenario, plan, run, turn);
  const next = recordMove(scenario, plan, met.run, act, kept(met.judged, act), place);
  return next.ended ? next : goOn(scenario, plan, next);
}

function answerInterrupt<T>(scenario: Scenario<T>, plan: RunPlan, run: Run, act: ActOf<'move.make'>): Run {
  const { judged, bait } = judgeInterrupt(interruptOf(scenario, plan, run), act);
  const place = { stageId: stationOf(scenario, plan, run)?.id ?? '', turnId: 'interrupt' };
  const next = recordMove(scenario, plan, run, act, kept(judged, act), place, bait ? { bait } : {});
  return next.ended ? next : goBack(scenario, plan, next);
}

function placeOf<T>(scenario: Scenario<T>, plan: RunPlan, run: Run, turn: Turn<T>): Place {
  const stageId = stationOf(scenario, plan, run)?.id ?? '';
  return { stageId, turnId: turn.id, forked: forkOf(turn, plan) !== undefined };
}
