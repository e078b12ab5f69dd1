import type { Interrupt } from '../interrupts.ts';
import type { Judged } from '../judged.ts';
import { MOVES } from '../moves.ts';
import type { MoveTag } from '../scenario-move.ts';
import { type BaitKind, baited, canBait } from './baits.ts';
import type { Verdict } from './talk-table.ts';

/**
 * Somebody interrupts the meeting: one free move, judged like a bait. What the moment asks for is expert, dangers and lures
 * are errors, all else is weak and costs patience.
 */
export function judgeInterrupt<T>(
  interrupt: Interrupt<T> | undefined,
  { tag, elements }: { tag: MoveTag; elements: readonly string[] },
): { judged: Judged; bait?: { index: number; kind: BaitKind } } {
  const { danger, code } = MOVES[tag];
  const base: Verdict = danger ? { quality: 'error', ...(code && { code }) } : { quality: 'weak' };
  const isMet = interrupt !== undefined && canBait(tag);
  const asked: Verdict = isMet && interrupt.good.includes(tag) ? { quality: 'expert' } : base;
  const met = isMet ? baited(asked, interrupt, tag) : undefined;
  const { quality, code: found, patienceCost } = met?.verdict ?? asked;
  const judged: Judged = {
    tag,
    topic: 'interrupt',
    quality,
    elements,
    ...(found && { code: found }),
    ...(patienceCost && { patienceCost }),
  };
  return { judged, ...(met && { bait: { index: 0, kind: met.kind } }) };
}
