import type { CommitStep, ErrorCode, MoveTag, Quality, Reveal, Values } from './scenario-move.ts';

/** A move after judging: what the customer hears, and what it brings with it. Level 1, 2 and 3 end in this. */
export interface Judged {
  tag: MoveTag;
  topic: string;
  quality: Quality;
  elements: readonly string[];
  also?: MoveTag;
  concern?: string;
  /** The option chosen or matched. */
  optionId?: string;
  opens?: readonly Reveal[];
  flags?: readonly string[];
  code?: ErrorCode;
  commit?: CommitStep;
  /** Added to the change of values. */
  effects?: Partial<Values>;
  /** Patience it costs besides: a bait missed, one person kept waiting. */
  patienceCost?: number;
  spokenPitch?: true;
}
