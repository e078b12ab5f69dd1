import { LADDER } from './condition.ts';
import { LEVELS } from './level.ts';
import { isAtLeast } from './reveal.ts';
import type { Run } from './run.ts';
import type { Level, Scenario } from './scenario.ts';
import type { CommitStep, LadderStep } from './scenario-move.ts';
import { clamp, trustOf } from './values.ts';

/** The ladder of commitments (simulators.md §1.5). */

/** Patience lost when more is asked than the customer will give. */
const REFUSAL_COST = 6;

export interface Commitment {
  asked: CommitStep;
  accepted: boolean;
  /** The last step accepted, after this. */
  ladder: LadderStep;
}

/**
 * Ask for a step.
 * @param run after the move that asks.
 * @returns the answer, and the patience left: 6 less when refused. `data` refused counts as a next talk agreed, at no
 *          cost, where trust is 35 or more.
 */
export function askFor<T>(
  asked: CommitStep,
  scenario: Scenario<T>,
  level: Level,
  run: Run,
): { commit: Commitment; patience: number } {
  const { patience } = run.values;
  if (isGiven(asked, scenario, level, run)) {
    return { commit: { asked, accepted: true, ladder: asked }, patience };
  }
  if (asked === 'data' && trustOf(run.values) >= 35) {
    return { commit: { asked, accepted: true, ladder: 'next_talk' }, patience };
  }
  return {
    commit: { asked, accepted: false, ladder: run.ladder },
    patience: clamp(patience - REFUSAL_COST),
  };
}

function isGiven<T>(asked: CommitStep, scenario: Scenario<T>, level: Level, run: Run): boolean {
  const half = LEVELS[level].shift / 2;
  const trust = trustOf(run.values);
  const { interest } = run.values;
  switch (asked) {
    case 'next_talk':
      return trust >= 35;
    case 'data':
      return trust >= 50 + half;
    case 'pilot':
      return trust >= 60 + half && interest >= 55 + half && confirmedShare(scenario, run) >= 0.6 - 1e-9;
    case 'order':
      return trust >= 65 && interest >= 65;
  }
}

/** Share of the needs' weight that is confirmed, 0–1. */
function confirmedShare<T>({ needs }: Scenario<T>, run: Run): number {
  const all = needs.reduce((sum, { weight }) => sum + weight, 0);
  const confirmed = needs
    .filter(({ id }) => isAtLeast(run.needs[id], 'confirmed'))
    .reduce((sum, { weight }) => sum + weight, 0);
  return all === 0 ? 0 : confirmed / all;
}

/** Is the ladder at least at this step? */
export function hasReached(ladder: LadderStep, step: LadderStep): boolean {
  return LADDER.indexOf(ladder) >= LADDER.indexOf(step);
}
