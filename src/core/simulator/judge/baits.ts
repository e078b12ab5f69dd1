import { MOVES, PITCH_TAGS } from '../moves.ts';
import type { Run } from '../run.ts';
import type { MoveTag } from '../scenario-move.ts';
import type { Bait, TopicPhase } from '../scenario-talk.ts';
import type { Verdict } from './talk-table.ts';

/** Lines that a customer throws in to see what the learner does with them (simulators.md §1.8). */

/** What the learner did with a bait. */
export type BaitKind = 'good' | 'lure' | 'missed';

/** Patience it costs to pass over what the customer just said. */
const MISSED_COST = 2;

/** The bait on the table at this move, where the person it belongs to is on stage. */
export function baitAt<T>(
  { baits }: TopicPhase<T>,
  run: Run,
  number: number,
): { index: number; bait: Bait<T> } | undefined {
  const index = baits.findIndex(
    ({ turn, by }) => turn === number && (by === undefined || run.person === undefined || by === run.person),
  );
  const bait = baits[index];
  return bait && { index, bait };
}

/** Dangers and pitches are judged by the table alone. */
export function canBait(tag: MoveTag): boolean {
  return !MOVES[tag].danger && !PITCH_TAGS.includes(tag);
}

/** What the bait makes of a verdict: good answers are lifted, lured ones are errors, passing over it costs patience. */
export function baited(
  verdict: Verdict,
  { good, lure }: { good: readonly MoveTag[]; lure: readonly MoveTag[] },
  tag: MoveTag,
): { verdict: Verdict; kind: BaitKind } {
  if (good.includes(tag)) {
    const isLifted = verdict.quality === 'weak';
    return { verdict: isLifted ? { ...verdict, quality: 'ok' } : verdict, kind: 'good' };
  }
  if (lure.includes(tag)) return { verdict: { quality: 'error' }, kind: 'lure' };
  const patienceCost = (verdict.patienceCost ?? 0) + MISSED_COST;
  return { verdict: { ...verdict, patienceCost }, kind: 'missed' };
}
