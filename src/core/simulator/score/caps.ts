import { CODE_CAPS } from '../codes.ts';
import type { Run } from '../run.ts';
import type { Scenario } from '../scenario.ts';
import type { ErrorCode, Quality } from '../scenario-move.ts';
import { dialogueOf } from './evidence.ts';

/** What keeps a score down (simulators.md §1.6). */

export interface CapReason {
  /** A code, or `ended`, `visit1`, `share`, `need`, `benefit`, `diagnosis`, `honest`. */
  reason: string;
  cap: number;
}

const REPAIRED_BY = 10;
const SHARE: Readonly<Record<Quality, number>> = { expert: 1, ok: 0.6, weak: 0.2, error: 0 };
const LEAST_SHARE = 0.55;

/** Every cap that holds, lowest first. */
export function capsOf<T>(
  scenario: Scenario<T>,
  run: Run,
  levels: Readonly<Record<string, number>>,
): CapReason[] {
  const reasons = [...codeCaps(run), ...endCaps(scenario, run), ...levelCaps(scenario, levels)];
  if (dialogueShare(run) < LEAST_SHARE - 1e-9) reasons.push({ reason: 'share', cap: 64 });
  return reasons.sort((a, b) => a.cap - b.cap);
}

/** A code that occurred once and was repaired weighs ten less; private benefits never do. */
function codeCaps({ codes }: Run): CapReason[] {
  const found = [...new Set(codes.map(({ code }) => code))];
  return found.map((code: ErrorCode) => {
    const same = codes.filter((one) => one.code === code);
    const isLighter = code !== 'E1' && same.length === 1 && same[0]?.repaired === true;
    return { reason: code, cap: CODE_CAPS[code] + (isLighter ? REPAIRED_BY : 0) };
  });
}

function endCaps<T>({ simulator }: Scenario<T>, { ended, visit, ladder }: Run): CapReason[] {
  const reasons: CapReason[] = [];
  if (ended === 'patience' || ended === 'trust' || ended === 'left')
    reasons.push({ reason: 'ended', cap: 49 });
  if (simulator === 'sales-doctor' && ended && visit === 1 && ladder === 'none') {
    reasons.push({ reason: 'visit1', cap: 59 });
  }
  return reasons;
}

function levelCaps<T>({ simulator }: Scenario<T>, levels: Readonly<Record<string, number>>): CapReason[] {
  const low = (id: string, cap: number): CapReason[] => ((levels[id] ?? 0) <= 1 ? [{ reason: id, cap }] : []);
  if (simulator === 'fab-pitch') return [...low('need', 64), ...low('benefit', 64)];
  if (simulator === 'sales-doctor') return low('diagnosis', 69);
  const { honest = 0, meeting = 0, exec = 0 } = levels;
  return (honest + meeting + exec) / 3 < 2 ? [{ reason: 'honest', cap: 64 }] : [];
}

/** How well the learner talked, 0–1: mean over all moves but the spoken pitch; 0 without any. */
export function dialogueShare(run: Run): number {
  const moves = dialogueOf(run);
  const sum = moves.reduce((total, { move }) => total + SHARE[move.quality], 0);
  return moves.length === 0 ? 0 : sum / moves.length;
}
