import type { Level } from './scenario.ts';

/** How a level treats the learner (simulators.md §1.2): thresholds shifted, patience lost with every move. */
export const LEVELS: Readonly<Record<Level, { shift: number; decay: number }>> = {
  1: { shift: -10, decay: 3 },
  2: { shift: 0, decay: 3 },
  3: { shift: 5, decay: 4 },
};
