import { PITCH_TAGS } from '../moves.ts';
import type { Reading } from './free-text.ts';

/** How often in a run the learner may insist on the claimed move. */
export const MAX_KEPT = 3;

/**
 * May the learner keep the claimed move although something else is heard? It then counts as ok at most.
 * @param kept how often it was kept in this run.
 * @returns false for an accepted claim too: there is nothing to insist on.
 * @see SPEC.md R13
 */
export function mayKeepTag(reading: Reading, kept: number): boolean {
  if (kept >= MAX_KEPT) return false;
  if (reading.kind === 'ask') return true;
  return reading.kind === 'down' && !PITCH_TAGS.includes(reading.tag);
}

/** A reading in one line for the log: result, step, deciding patterns. `hear:guarantee danger danger.guarantee /…/ 保证`. */
export function describeReading(reading: Reading): string {
  const { step, hits } = reading.because;
  return [
    resultOf(reading),
    step,
    ...hits.map(({ list, pattern, words }) => `${list} /${pattern}/ ${words}`),
  ].join(' · ');
}

/** `accept`, `down:vague`, `ask:advise/evidence`, `hear:guarantee`, `reject:long`. */
export function resultOf(reading: Reading): string {
  switch (reading.kind) {
    case 'accept':
      return 'accept';
    case 'ask':
      return `ask:${reading.tags.join('/')}`;
    case 'reject':
      return `reject:${reading.reason}`;
    default:
      return `${reading.kind}:${reading.tag}`;
  }
}
