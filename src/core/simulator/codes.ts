import { isAtLeast } from './reveal.ts';
import type { Run } from './run.ts';
import type { Scenario } from './scenario.ts';
import type { ErrorCode } from './scenario-move.ts';

/** Critical errors: when they hold, what they cap, how they are repaired (simulators.md §1.6). */

/** Most points of a run in which the code occurred. */
export const CODE_CAPS: Readonly<Record<ErrorCode, number>> = {
  E1: 0,
  E2: 69,
  E3: 69,
  E4: 64,
  E5: 59,
  E6: 69,
  E7: 64,
  E8: 49,
  E9: 84,
  E10: 49,
  E11: 69,
};

/** Moves within which a slip can be put right. */
const REPAIR_MOVES = 2;

/** Is a need confirmed that belongs to the person on stage? Where nobody has values of their own, any need. */
export function hasConfirmedNeed<T>(scenario: Scenario<T>, run: Run): boolean {
  return scenario.needs.some(
    ({ id, person }) =>
      (run.person === undefined || person === run.person) && isAtLeast(run.needs[id], 'confirmed'),
  );
}

/** Does the code hold here? A price cut and a product pitch are errors only until something is settled. */
export function codeHolds<T>(code: ErrorCode, scenario: Scenario<T>, run: Run): boolean {
  if (code === 'E6') return !isValueConfirmed(scenario, run);
  if (code === 'E7') return run.visit === 1 && !hasConfirmedNeed(scenario, run);
  return true;
}

function isValueConfirmed<T>({ simulator, needs }: Scenario<T>, run: Run): boolean {
  const first = needs[0];
  const isFirstConfirmed = first !== undefined && isAtLeast(run.needs[first.id], 'confirmed');
  if (simulator === 'fab-pitch') return isFirstConfirmed && run.flags.includes('so_what_answered');
  if (simulator === 'roi-selling') return isFirstConfirmed && run.flags.includes('owner_calc');
  return false;
}

/** Index of the slip that a repair made as the next move would put right: the latest open one of the last two moves. */
export function openSlip(run: Run): number | undefined {
  const next = run.moves + 1;
  const index = run.codes.findLastIndex(({ move, repaired }) => !repaired && move >= next - REPAIR_MOVES);
  return index === -1 ? undefined : index;
}
