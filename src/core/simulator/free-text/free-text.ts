import type { ErrorCode, MoveTag } from '../scenario-move.ts';

/**
 * Level 3: the learner claims a move and writes one sentence; word lists decide which move the customer hears. The lists
 * are content (`content/scenarios/free-text.yaml`); nothing here knows a word of Chinese or English.
 * @see SPEC.md in this folder for the procedure.
 */

/** The lists as written by authors and shipped as JSON. Patterns are regular expressions in normal form, flag `u`. */
export interface FreeTextData {
  /** Pairs of a traditional and a simplified character, blanks between pairs: `現现 們们`. */
  traditional: string;
  /** Pattern lists by name; a list matches when one of its patterns does. */
  lists: Readonly<Record<string, readonly string[]>>;
  /** Tested in this order, whatever was claimed. */
  dangers: readonly DangerList[];
  /** Moves that may be claimed, in the order in which others are tried. */
  tags: readonly ClaimableTag[];
  /** Element of a move → list that proves it; `a|b`: one of both. */
  elements: Readonly<Record<string, string>>;
  /** Words that are no echo of the customer when both say them. */
  noEcho: { han: readonly string[]; english: readonly string[] };
}

export interface DangerList {
  tag: MoveTag;
  code?: ErrorCode;
  /** `number`: no patterns, the test for figures without a source stands at this place. */
  test?: 'number';
  patterns?: readonly string[];
  /** A clause that matches one of these is no hit. */
  except?: readonly string[];
  /** The patterns contain their negation: a 不 or “not” before them takes nothing back. */
  ignoresNegation?: boolean;
  /** Hits that match one of these count although a negation stands before them. */
  despiteNegation?: readonly string[];
  /** No hit in a clause that only reports what the customer said. */
  reportable?: boolean;
  /** Only with two customers present. */
  listeners?: 2;
  /** No hit when the sentence ends in an open question that is no pitch. */
  sparesQuestions?: boolean;
}

export interface ClaimableTag {
  tag: MoveTag;
  /** Lists that must all match; `a|b`: one of both. */
  need: readonly string[];
  forbid?: readonly string[];
  /** Offered only when no other tag fits. */
  weak?: boolean;
  /** Where the claim is not met: the first line whose lists all match decides. */
  down?: readonly { when: readonly string[]; heard: MoveTag }[];
}

/** What the reading depends on besides the lists. */
export interface Situation {
  /** As typed. */
  text: string;
  /** The move the learner claims. */
  tag: MoveTag;
  /** All the customer said since the learner last spoke, quotation marks allowed. */
  lastLine?: string;
  /** What the customer said before in this phase. */
  earlierLines?: readonly string[];
  /** Figures that need no source any more; from `knownFigures`. */
  knownFigures?: readonly string[];
  /** Customers present. */
  listeners: 1 | 2;
  /** Is at least one need stated or confirmed? */
  needStated: boolean;
}

/** Names of the steps of SPEC.md; final, as logs and reasons on screen name them. */
export type ReadingStep =
  | 'empty'
  | 'long'
  | 'danger'
  | 'number'
  | 'question_pitch'
  | 'three_questions'
  | 'claimed'
  | 'fixed'
  | 'other'
  | 'two'
  | 'vague'
  | 'short_fact'
  | 'rest';

/** A pattern that matched: its list, the pattern as written, the words it met (normalised). */
export interface Hit {
  list: string;
  pattern: string;
  words: string;
}

export interface Because {
  step: ReadingStep;
  /** What decided, at most one per list; empty where nothing matched (`rest`) or the rule has no pattern. */
  hits: readonly Hit[];
}

/** How the sentence is heard. `elements`: what it contains, as a level-2 sentence of blocks would say (`purpose`, `stop`). */
export type Reading =
  | { kind: 'accept'; tag: MoveTag; elements: readonly string[]; because: Because }
  | { kind: 'down'; tag: MoveTag; elements: readonly string[]; because: Because }
  | { kind: 'ask'; tags: readonly [MoveTag, MoveTag]; elements: readonly string[]; because: Because }
  | { kind: 'hear'; tag: MoveTag; code?: ErrorCode; elements: readonly string[]; because: Because }
  | { kind: 'reject'; reason: 'empty' | 'long'; because: Because };
