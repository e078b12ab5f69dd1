import type { Learner } from '#server/port/learner-store.ts';
import type { Kept } from './memory-store.ts';

/** All that is kept of somebody who has just begun. */
export const newlyKept = (learner: Learner): Kept => ({
  learner,
  facts: new Map(),
  seq: 0,
  checked: 0,
  recounts: 0,
  generation: 1,
  blobs: new Map(),
  forwarded: 0,
  held: new Set(),
  refused: new Map(),
});
