import type { ItemType } from './item.ts';

/** What a learner gave, by item type. Order and repeats of ids never matter except in `ORD`. */
export interface ResponseByType {
  S: { optionId: string };
  M: { optionIds: readonly string[] };
  TF: { truth?: boolean; reasonId?: string };
  /** card id → bin id */
  CAT: { bins: Readonly<Record<string, string>> };
  /** card ids, first to last; the given card included */
  ORD: { order: readonly string[] };
  /** left id → right id */
  MAT: { pairs: Readonly<Record<string, string>> };
  /** as typed, e.g. `1.5万`; `readNumber` says what it means */
  NUM: { typed: string };
  TXT: { text: string };
  /** ids of the spots chosen */
  HOT: { optionIds: readonly string[] };
  SCN: { optionId: string };
}

export type ResponseOf<T extends ItemType> = ResponseByType[T];
export type Response = ResponseByType[ItemType];

/** How sure the learner said to be before scoring: 猜的 / 较有把握 / 确定. */
export type Confidence = 'guess' | 'fairly' | 'sure';
export const CONFIDENCES: readonly Confidence[] = ['guess', 'fairly', 'sure'];

/** Points of one scored response: 0 ≤ earned ≤ possible, possible > 0. */
export interface Score {
  earned: number;
  possible: number;
}

/** `unready`: the learner may still fix it; `reason` is a stable code the views translate. */
export type Scored = { status: 'unready'; reason: UnreadyReason } | ({ status: 'scored' } & Score);

export type UnreadyReason =
  | 'untouched'
  | 'choose-more'
  | 'choose-fewer'
  | 'judge-statement'
  | 'choose-reason'
  | 'cards-left'
  | 'pairs-left'
  | 'not-a-number'
  | 'text-empty'
  | 'text-too-long';

/** Points of a whole attempt. */
export interface Outcome extends Score {
  passed: boolean;
}

/** One line of the look back at a response. `again` = worth another thought; never "wrong". */
export interface FeedbackLine {
  tone: 'right' | 'again' | 'note';
  /** What the line is, where a view sets a heading of its own; absent = feedback on what was given. */
  role?: 'extension' | 'model' | 'self-check';
  /** What the line is about (an option, a card), when more than one could be meant. */
  about?: { zh: string; en: string };
  text: { zh: string; en: string };
}
