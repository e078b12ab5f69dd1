import type { Run, RunScore } from '../run.ts';
import type { Scenario } from '../scenario.ts';
import { capsOf } from './caps.ts';
import { RUBRIC } from './rubric.ts';
import { scoreDoctor } from './score-doctor.ts';
import { scoreFab } from './score-fab.ts';
import { scoreRoi } from './score-roi.ts';

export { RUBRIC };

/** Points that pass a scenario, and that earn a distinction. */
export const PASS_SCORE = 70;
export const DISTINCTION_SCORE = 85;

/**
 * Score of a run, counted from its log alone: the lower of cap and Σ weight × level ÷ 4.
 * @param run finished, or broken off: what was not reached is 0.
 */
export function scoreRun<T>(scenario: Scenario<T>, run: Run): RunScore {
  const levels = levelsOf(scenario, run);
  const rubric = RUBRIC[scenario.simulator];
  const weights = Object.fromEntries(rubric.map(({ id, weight }) => [id, weight]));
  const raw = rubric.reduce((sum, { id, weight }) => sum + (weight * (levels[id] ?? 0)) / 4, 0);
  const capReasons = capsOf(scenario, run, levels);
  const cap = capReasons[0]?.cap ?? 100;
  const codes = run.codes.map(({ code, repaired }) => ({ code, repaired }));
  return { levels, weights, raw, cap, capReasons, score: Math.min(cap, raw), codes };
}

function levelsOf<T>(scenario: Scenario<T>, run: Run): Record<string, number> {
  switch (scenario.simulator) {
    case 'fab-pitch':
      return scoreFab(scenario, run);
    case 'sales-doctor':
      return scoreDoctor(scenario, run);
    case 'roi-selling':
      return scoreRoi(run);
  }
}
