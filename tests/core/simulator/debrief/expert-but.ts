import type { Act } from '#core/simulator/act.ts';
import { DEFAULT_SEED } from '#core/simulator/default-seed.ts';
import { foldRun } from '#core/simulator/engine.ts';
import { expertRun } from '#core/simulator/expert-run.ts';
import type { Run, RunPlan } from '#core/simulator/run.ts';
import type { Scenario } from '#core/simulator/scenario.ts';
import { type ScenarioId, scenarioOf } from '../scenarios.ts';

export interface Played {
  scenario: Scenario<string>;
  plan: RunPlan;
  acts: readonly Act[];
  run: Run;
}

/** A guided run of the default seed in which the expert is replaced at some turns and tasks. */
export function expertBut(
  id: ScenarioId,
  options: Readonly<Record<string, string>>,
  tasks: { [T in Act['type']]?: (act: Extract<Act, { type: T }>) => Act } = {},
  upTo?: number,
): Played {
  const scenario = scenarioOf(id);
  const plan: RunPlan = { level: 1, seed: DEFAULT_SEED };
  const acts = expertRun(scenario, plan)
    .map((act): Act => {
      if (act.type === 'option.choose') return { ...act, option: options[act.turn] ?? act.option };
      const change = tasks[act.type] as ((act: Act) => Act) | undefined;
      return change ? change(act) : act;
    })
    .slice(0, upTo);
  return { scenario, plan, acts, run: foldRun(scenario, plan, acts) };
}

/** A run of acts written out, at level 2. */
export function freely(id: ScenarioId, acts: readonly Act[]): Played {
  const scenario = scenarioOf(id);
  const plan: RunPlan = { level: 2, seed: DEFAULT_SEED };
  return { scenario, plan, acts, run: foldRun(scenario, plan, acts) };
}
