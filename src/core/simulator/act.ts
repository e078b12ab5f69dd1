import type { MoveTag } from './scenario-move.ts';
import type { PitchOrder } from './scenario-task.ts';

/**
 * What the learner did, one record per act, JSON-safe. The list of acts with scenario, level and seed is the whole run:
 * everything else is computed from it. `atMs` = ms since the run began, by the device's clock; it changes no score.
 */
export type Act = { atMs?: number } & (
  | { type: 'option.choose'; turn: string; option: string }
  | {
      /** Levels 2 and 3. `turn` where the customer leads, `topic` where the learner does. */
      type: 'move.make';
      tag: MoveTag;
      topic?: string;
      turn?: string;
      /** Elements and flags that the chosen blocks, or the sentence, contain. */
      elements: readonly string[];
      /** The sentence block spoken: `tag.topic`, `tag.any` or an option id; absent = a plain sentence. Only words depend on it. */
      block?: string;
      /** Level 3: what was typed, which tag was claimed when another was heard, and whether the learner kept the claim. */
      text?: string;
      claimed?: MoveTag;
      kept?: boolean;
      /** Level 3: result, step and patterns of the reading, as `describeReading` gives them. */
      reading?: string;
    }
  | {
      type: 'pitch.deliver';
      features: readonly string[];
      advantage?: string;
      /** One; with two listeners up to two. */
      benefits: readonly string[];
      evidence?: string;
      limitNamed: boolean;
      order: PitchOrder;
      /** Taken from the timer; absent = estimated from the cards. */
      seconds?: number;
    }
  | { type: 'advert.arrange'; cards: readonly string[] }
  | { type: 'walk.close'; notes: readonly { spot: string; note: 'neutral' | 'judging' }[] }
  | {
      type: 'board.close';
      cause?: string;
      /** Finding ids laid beside the cause. */
      evidence: readonly string[];
      rejected: readonly string[];
      decisions?: Readonly<Record<string, string>>;
      phoned: boolean;
      hypothesis?: string;
    }
  | { type: 'dataroom.close'; items: readonly { id: string; purpose: boolean }[] }
  | {
      type: 'desk.close';
      /** Row id → figure, number of cases, or row id of the most sensitive driver. */
      rows: Readonly<Record<string, number | string>>;
      tags: Readonly<Record<string, 'A' | 'B' | 'C'>>;
      problem?: string;
      rejected?: string;
      decision?: string;
    }
  /** The learner walks out. */
  | { type: 'run.leave' }
);

export type ActType = Act['type'];
/** One type of act. */
export type ActOf<T extends ActType> = Extract<Act, { type: T }>;
