import type { Act, ActOf } from './act.ts';
import type { Judged } from './judged.ts';
import { entryOf, moveOf, type Place, record } from './log-entry.ts';
import type { LogEntry, Run, RunPlan } from './run.ts';
import type { Scenario } from './scenario.ts';
import { applyMove } from './step.ts';

/** Sheet in which the customer is only played: nothing said there reaches him. */
const REHEARSAL = 'rehearsal';

/** Let a judged move act and write it down. @param extra what only some moves have: lines said, a bait met. */
export function recordMove<T>(
  scenario: Scenario<T>,
  plan: RunPlan,
  run: Run,
  act: Act,
  judged: Judged,
  place: Place,
  extra: Partial<LogEntry> = {},
): Run {
  const entry = entryOf(run, act, place);
  const { run: moved, ...outcome } = applyMove(scenario, plan, run, judged, place.stageId === REHEARSAL);
  const flags = judged.flags ?? [];
  return record(moved, { ...entry, ...extra, ...outcome, move: moveOf(judged), flags });
}

/** A tag kept against what was heard is at most ok (level 3). */
export function kept(judged: Judged, act: ActOf<'move.make'>): Judged {
  return act.kept && judged.quality === 'expert' ? { ...judged, quality: 'ok' } : judged;
}
