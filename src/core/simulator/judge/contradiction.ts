import { stationOf, turnOf } from '../flow.ts';
import type { Judged } from '../judged.ts';
import { MOVES } from '../moves.ts';
import type { Run, RunPlan } from '../run.ts';
import type { Scenario } from '../scenario.ts';
import type { MoveTag } from '../scenario-move.ts';
import type { Level3 } from '../scenario-talk.ts';

/** Level 3: two figures that do not match, and a second person (simulators.md §1.9). */

/** Moves within which the contradiction can be cleared up, and what that earns. */
const MOVES_LEFT = 2;
const EARNED_ABILITY = 3;

type Contradiction<T> = NonNullable<Level3<T>['contradiction']>;
type Second<T> = NonNullable<Level3<T>['second']>;

/** The contradiction on the table: just said, or said within the last two moves and not cleared up. */
export function contradictionAt<T>(
  scenario: Scenario<T>,
  plan: RunPlan,
  run: Run,
): Contradiction<T> | undefined {
  const found = plan.level === 3 ? scenario.level3?.contradiction : undefined;
  if (!found) return undefined;
  const begun = run.contradiction;
  if (!begun) return isSaidHere(scenario, plan, run) ? found : undefined;
  return !begun.resolved && run.moves < begun.until ? found : undefined;
}

/** Where the scenario says so: at a turn, or with the second person's line. */
function isSaidHere<T>(scenario: Scenario<T>, plan: RunPlan, run: Run): boolean {
  const at = scenario.level3?.contradiction?.at;
  if (at !== undefined) return turnOf(scenario, plan, run)?.id === at;
  return scenario.level3?.second !== undefined && secondAt(scenario, plan, run) !== undefined;
}

/** The second person, at the turn or move at which he speaks. */
export function secondAt<T>(scenario: Scenario<T>, plan: RunPlan, run: Run): Second<T> | undefined {
  const second = plan.level === 3 ? scenario.level3?.second : undefined;
  if (!second || run.aside) return undefined;
  const isTalk = stationOf(scenario, plan, run)?.kind === 'talk';
  const place = isTalk ? run.step + 1 : turnOf(scenario, plan, run)?.id;
  return second.turn === place ? second : undefined;
}

/** The run once the contradiction on the table has been heard. */
export function hearContradiction<T>(scenario: Scenario<T>, plan: RunPlan, run: Run): Run {
  if (run.contradiction || !contradictionAt(scenario, plan, run)) return run;
  return { ...run, contradiction: { until: run.moves + MOVES_LEFT, resolved: false } };
}

/** Where neither turn nor person brings it up, it comes with the first thing said on its topic. */
export function raiseContradiction<T>(scenario: Scenario<T>, plan: RunPlan, run: Run, topic: string): Run {
  const found = plan.level === 3 ? scenario.level3?.contradiction : undefined;
  const isPlaced = found?.at !== undefined || scenario.level3?.second !== undefined;
  if (!found || isPlaced || run.contradiction || found.topic !== topic) return run;
  return { ...run, contradiction: { until: run.moves + MOVES_LEFT, resolved: false } };
}

/**
 * What it makes of a move: asking about it earns ability, being lured is an error, all else stays.
 * @param isOnTopic where the customer leads every move is.
 */
export function meetContradiction<T>(
  contradiction: Contradiction<T> | undefined,
  run: Run,
  judged: Judged,
  isOnTopic: boolean,
): { judged: Judged; run: Run } {
  if (!contradiction || !run.contradiction || !isOnTopic) return { judged, run };
  if (contradiction.good.includes(judged.tag)) {
    const effects = { ...judged.effects, ability: (judged.effects?.ability ?? 0) + EARNED_ABILITY };
    return {
      judged: { ...judged, effects },
      run: { ...run, contradiction: { ...run.contradiction, resolved: true } },
    };
  }
  return { judged: lured(judged, contradiction.lure), run };
}

/** The second person's line in a meeting: a good answer is lifted, a lure is an error, all else stays. */
export function meetSecond<T>(second: Second<T> | undefined, judged: Judged): Judged {
  if (second?.good?.includes(judged.tag) && judged.quality === 'weak') return { ...judged, quality: 'ok' };
  return lured(judged, second?.lure ?? []);
}

function lured(judged: Judged, lure: readonly MoveTag[]): Judged {
  const isLured = lure.includes(judged.tag) && !MOVES[judged.tag].danger;
  return isLured ? { ...judged, quality: 'error' } : judged;
}
