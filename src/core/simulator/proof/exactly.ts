import type { Text } from '../../model/text.ts';
import { applyAct, beginRun } from '../engine.ts';
import { isOver, taskOf, turnOf } from '../flow.ts';
import type { Run, RunPlan } from '../run.ts';
import type { Scenario } from '../scenario.ts';
import { PASS_SCORE, scoreRun } from '../score/score-run.ts';
import { dealt } from '../task/deal.ts';
import { expertTask } from '../task/expert-task.ts';
import type { Sample } from './sample.ts';
import { turnsOf } from './versions.ts';

/** Level 1 counted through: every option of every turn, tasks done right. The player who is perfect at the desk only. */

/** Ways through a scenario that are still counted one by one. */
const MOST_WAYS = 20_000;

export function canCount(scenario: Scenario<Text>): boolean {
  return turnsOf(scenario).reduce((ways, { options }) => ways * options.length, 1) <= MOST_WAYS;
}

/** Mean and passes of drawing any option, over all ways, each weighed by its probability. */
export function countThrough(scenario: Scenario<Text>, plan: RunPlan): Sample {
  const { n, mean, ratio } = follow(scenario, plan, beginRun(scenario, plan));
  return { n, mean, error: 0, passes: ratio * n };
}

function follow(
  scenario: Scenario<Text>,
  plan: RunPlan,
  run: Run,
): { n: number; mean: number; ratio: number } {
  if (isOver(scenario, plan, run)) {
    const { score } = scoreRun(scenario, run);
    return { n: 1, mean: score, ratio: Number(score >= PASS_SCORE) };
  }
  const task = taskOf(scenario, plan, run);
  if (task) {
    const act = expertTask(scenario, run, dealt(task, run, plan.seed));
    return follow(scenario, plan, applyAct(scenario, plan, run, act));
  }
  const turn = turnOf(scenario, plan, run);
  const options = turn?.options ?? [];
  const sum = { n: 0, mean: 0, ratio: 0 };
  for (const { id } of options) {
    const act = { type: 'option.choose', turn: turn?.id ?? '', option: id } as const;
    const one = follow(scenario, plan, applyAct(scenario, plan, run, act));
    sum.n += one.n;
    sum.mean += one.mean / options.length;
    sum.ratio += one.ratio / options.length;
  }
  return sum;
}
