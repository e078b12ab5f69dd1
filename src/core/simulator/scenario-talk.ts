import type { MoveTag, Reveal } from './scenario-move.ts';

/** Levels 2 and 3: talk that the learner leads by choosing moves and topics, and what level 3 adds to it. */

export interface Topic<T> {
  id: string;
  text: T;
  open?: boolean;
  concern?: string;
  by?: string;
}

export interface Bait<T> {
  /** 1 = the first move of the phase. */
  turn: number;
  line: T;
  by?: string;
  good: readonly MoveTag[];
  lure: readonly MoveTag[];
}

/** One sentence, or a sentence of parts: each part is an element or flag of that name. */
export type Block<T> = { text: T } | { slots: Readonly<Record<string, T>> };

/** Levels 2 and 3: a conversation led by the learner's choice of move and topic (simulators.md §1.8). */
export interface TopicPhase<T> {
  /** need, interview or talk. */
  id: string;
  /** Ids of the level-1 sheets it stands for; empty = it comes first, before all stages. */
  replaces: readonly string[];
  maxTurns: number;
  topics: readonly Topic<T>[];
  reveals: readonly {
    opens: Reveal;
    tags: readonly MoveTag[];
    /** A topic's id, or `any`. */
    topic: string;
    minTrust?: number;
    /** Needs (`need.x`, at least stated) and findings that must be there before. */
    after?: readonly string[];
    by?: string;
    feel?: string;
    unlocks?: readonly string[];
    line: T;
  }[];
  feelings: readonly string[];
  /** Feelings in the air from the start. */
  openFeelings?: readonly string[];
  walk?: { tags: readonly MoveTag[]; topic: string; minTrust: number };
  baits: readonly Bait<T>[];
  expert: readonly (readonly [MoveTag, string])[];
  /** Key `tag.topic` or `tag.any`. */
  blocks: Readonly<Record<string, Block<T>>>;
}

/** Sentence blocks for the turns that the customer leads (levels 2 and 3). */
export interface PromptBlocks<T> {
  /** Key `tag.topic` or `tag.any`; of a turn those show whose topic one of its options has. */
  byTopic?: Readonly<Record<string, Block<T>>>;
  /** Turn id → option id → the option's sentence in parts. Wins over `byTopic`. */
  byTurn?: Readonly<Record<string, Readonly<Record<string, Block<T>>>>>;
  /** One interruption after the named turn, answered by one free move. */
  interrupt?: { after: string; line: T; good: readonly MoveTag[]; lure: readonly MoveTag[]; note: T };
}

/** Level 3 adds a second person and a number that contradicts (simulators.md §1.9). */
export interface Level3<T> {
  second?: {
    turn: number | string;
    by: string;
    name: T;
    line: T;
    good?: readonly MoveTag[];
    lure?: readonly MoveTag[];
  };
  contradiction?: {
    topic: string;
    at?: string;
    said: T;
    shown: T;
    good: readonly MoveTag[];
    lure: readonly MoveTag[];
    line: T;
  };
  hardLines?: readonly { line: T; good: readonly MoveTag[]; lure: readonly MoveTag[]; note: T }[];
}
