import { alsoChange, changeOf, rehearsed } from './change.ts';
import { codeHolds, openSlip } from './codes.ts';
import { askFor, type Commitment } from './commit.ts';
import type { Judged } from './judged.ts';
import { LEVELS } from './level.ts';
import { isAccepted, MOVES } from './moves.ts';
import { open } from './opening.ts';
import type { EndReason, Run, RunPlan } from './run.ts';
import type { Scenario } from './scenario.ts';
import type { ErrorCode, Reveal, Values } from './scenario-move.ts';
import { clamp, saturate, trustOf } from './values.ts';

/** One move, step by step: simulators.md §1.3. */

/** What a move did, for the log. */
export interface MoveOutcome {
  run: Run;
  opened: readonly Reveal[];
  codes: readonly ErrorCode[];
  repaired?: ErrorCode;
  commit?: Commitment;
}

/** Moves after which a guarantee falls due, and what it then costs in integrity. */
const BILL_AFTER = 3;
const BILL_COST = 10;

/** Trust below which a customer ends the talk, where the scenario names none. */
const END_TRUST = 20;

/**
 * Let a judged move act on the run.
 * @param inRehearsal patience stands still, other changes count half, nothing wears out and no code is kept.
 */
export function applyMove<T>(
  scenario: Scenario<T>,
  plan: RunPlan,
  before: Run,
  judged: Judged,
  inRehearsal: boolean,
): MoveOutcome {
  let run = count(scenario, plan, before, judged, inRehearsal);
  const reveals = judged.quality === 'error' ? [] : (judged.opens ?? []);
  const { opened, ...known } = open(run, reveals, plan.level, judged.tag);
  run = { ...run, ...known, flags: union(run.flags, judged.flags ?? []) };
  const { codes, repaired, run: coded } = code(scenario, before, run, judged, inRehearsal);
  run = bill(coded, judged);
  let commit: Commitment | undefined;
  if (judged.commit) {
    const answer = askFor(judged.commit, scenario, plan.level, run);
    commit = answer.commit;
    run = { ...run, ladder: commit.ladder, values: { ...run.values, patience: answer.patience } };
  }
  const ended = endOf(scenario, run, judged);
  if (ended) run = { ...run, ended };
  return { run, opened, codes, ...(repaired && { repaired }), ...(commit && { commit }) };
}

/** Values and counters (steps 1 to 9). */
function count<T>(scenario: Scenario<T>, plan: RunPlan, run: Run, judged: Judged, inRehearsal: boolean): Run {
  const { tag, topic, quality, also } = judged;
  const { counter } = MOVES[tag];
  const asked = inRehearsal || !counter ? run.asked : counter === 'adds' ? run.asked + 1 : 0;
  const uses = run.uses;
  const change = changeOf(run, judged, { uses, asked }, scenario.hot, LEVELS[plan.level].decay);
  const ease = inRehearsal ? rehearsed : (same: Values) => same;
  let values = saturate(run.values, ease(change));
  if (also && quality === 'expert') values = saturate(values, ease(alsoChange(also)));
  const key = `${tag}/${topic}`;
  const used = inRehearsal ? uses : { ...uses, [tag]: (uses[tag] ?? 0) + 1, [key]: (uses[key] ?? 0) + 1 };
  return { ...run, values, asked, uses: used, moves: run.moves + 1 };
}

/** Codes recorded, and the slip put right (step 11). */
function code<T>(
  scenario: Scenario<T>,
  before: Run,
  run: Run,
  judged: Judged,
  inRehearsal: boolean,
): { run: Run; codes: readonly ErrorCode[]; repaired?: ErrorCode } {
  if (inRehearsal) return { run, codes: [] }; // the partner is not the customer: nothing is kept, nothing put right
  const slip = judged.tag === 'repair' && isAccepted(judged.quality) ? openSlip(before) : undefined;
  if (slip !== undefined) {
    const codes = run.codes.map((one, index) => (index === slip ? { ...one, repaired: true } : one));
    const repaired = run.codes[slip]?.code as ErrorCode;
    return { run: { ...run, codes }, codes: [], repaired };
  }
  const found = judged.code;
  if (!found || !codeHolds(found, scenario, run)) return { run, codes: [] };
  const codes = [...run.codes, { code: found, move: run.moves, repaired: false }];
  return { run: { ...run, codes }, codes: [found] };
}

/** A guarantee is remembered; the third move after it costs integrity (step 12). */
function bill(run: Run, { tag }: Judged): Run {
  const due = run.bills.filter((move) => move <= run.moves).length;
  const open = run.bills.filter((move) => move > run.moves);
  const bills = tag === 'guarantee' ? [...open, run.moves + BILL_AFTER] : open;
  const integrity = clamp(run.values.integrity - due * BILL_COST);
  return due === 0 && tag !== 'guarantee'
    ? run
    : { ...run, bills, values: due ? { ...run.values, integrity } : run.values };
}

/** Does the customer end it here? (step 14) */
function endOf<T>(scenario: Scenario<T>, { values }: Run, { tag }: Judged): EndReason | undefined {
  if (tag === 'benefit_in_kind') return 'compliance';
  if (values.patience <= 0) return 'patience';
  if (trustOf(values) < (scenario.endTrust ?? END_TRUST)) return 'trust';
  return undefined;
}

/** Flags set so far, in the order they were set. */
export function union(flags: readonly string[], more: readonly string[]): readonly string[] {
  const fresh = more.filter((flag, index) => !flags.includes(flag) && more.indexOf(flag) === index);
  return fresh.length === 0 ? flags : [...flags, ...fresh];
}
