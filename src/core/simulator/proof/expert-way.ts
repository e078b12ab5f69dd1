import type { Text } from '../../model/text.ts';
import type { Act } from '../act.ts';
import { applyAct, beginRun } from '../engine.ts';
import { isOver } from '../flow.ts';
import type { Run, RunPlan } from '../run.ts';
import type { Scenario } from '../scenario.ts';
import { otherActs } from './changes.ts';
import { actOf, MOST_ACTS, type Table } from './player.ts';
import { expertOf } from './players.ts';

/** The expert's way, what became of it with one act changed, and how he goes on from anywhere. */

/** The expert's runs with one act changed. */
export function* changesOf(scenario: Scenario<Text>, plan: RunPlan): Generator<Run> {
  for (const { before, act } of expertSteps(scenario, plan)) {
    for (const other of otherActs(scenario, plan, before, act)) {
      yield playOn(scenario, plan, applyAct(scenario, plan, before, other));
    }
  }
}

/** The expert's run, walked out of at every step. */
export function leavingEarly(scenario: Scenario<Text>, plan: RunPlan): Run[] {
  return expertSteps(scenario, plan).map(({ before }) =>
    applyAct(scenario, plan, before, { type: 'run.leave' }),
  );
}

/** Where the expert stood, and what he did there. */
export function expertSteps(scenario: Scenario<Text>, plan: RunPlan): { before: Run; act: Act }[] {
  const steps: { before: Run; act: Act }[] = [];
  let run = beginRun(scenario, plan);
  while (!isOver(scenario, plan, run) && steps.length < MOST_ACTS) {
    const act = actOf(expertOf(plan.level), tableOf(scenario, plan, run));
    steps.push({ before: run, act });
    run = applyAct(scenario, plan, run, act);
  }
  return steps;
}

/** The expert goes on from wherever a run stands. */
export function playOn(scenario: Scenario<Text>, plan: RunPlan, from: Run): Run {
  let run = from;
  while (!isOver(scenario, plan, run) && run.log.length < MOST_ACTS) {
    run = applyAct(scenario, plan, run, actOf(expertOf(plan.level), tableOf(scenario, plan, run)));
  }
  return run;
}

/** The expert draws nothing that matters. */
function tableOf(scenario: Scenario<Text>, plan: RunPlan, run: Run): Table {
  return { scenario, plan, run, chance: () => 0 };
}
