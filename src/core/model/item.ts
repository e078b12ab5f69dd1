import type { CaseStem, Drawing, KeyedSpot, NumericForm, PublicSpot, TextElement } from './item-parts.ts';
import type { Text } from './text.ts';

/**
 * Items: what a learner can be asked, in two shapes.
 *
 * `KeyedItem` carries the answer key and the feedback; it is what authors write. `PublicItem` is what may be shown before
 * a response is scored. A lesson check scores offline, so its schema says `practice: true` and its keys are shipped on
 * purpose; exam keys never leave the server.
 */

export const ITEM_TYPES = ['S', 'M', 'TF', 'CAT', 'ORD', 'MAT', 'NUM', 'TXT', 'HOT', 'SCN'] as const;
export type ItemType = (typeof ITEM_TYPES)[number];

/** draft: seen in `npm run dev` only · live: drawn and shown · retired: never drawn, still shown in old records. */
export type Status = 'draft' | 'live' | 'retired';

/** Remember, understand, apply, analyse, evaluate, create. */
export type Bloom = 'R' | 'U' | 'Ap' | 'An' | 'E' | 'C';

/** An objective of one lesson, e.g. `O3`. Unique only within its lesson. */
export type ObjectiveId = string;

export interface ItemBase {
  /** `<lesson-id>.qN`, final once published. */
  id: string;
  /** Content hash of the item as published; responses name it. */
  revision: string;
  lessonId: string;
  objective: ObjectiveId;
  bloom: Bloom;
  status: Status;
  stem: Text;
  /** Id of the lesson block that teaches it; feedback links there. */
  block: string;
  /** The item this one is a parallel form of: same point, other case. */
  parallelOf?: string;
  /** The case it belongs to: a story and figures it shares with other items. */
  case?: CaseStem;
}

/** One thing to choose. */
export interface PublicOption {
  id: string;
  text: Text;
}

export interface KeyedOption extends PublicOption {
  correct: boolean;
  feedback: Text;
}

interface Typed<T extends ItemType> extends ItemBase {
  type: T;
}

// What may be seen before scoring.
export interface PublicSingle extends Typed<'S'> {
  options: readonly PublicOption[];
}
export interface PublicMultiple extends Typed<'M'> {
  options: readonly PublicOption[];
  /** How many to choose; absent = "choose all that fit". */
  choose?: number;
}
export interface PublicTrueFalse extends Typed<'TF'> {
  reasons: readonly PublicOption[];
}
export interface PublicCategorise extends Typed<'CAT'> {
  bins: readonly PublicOption[];
  cards: readonly PublicOption[];
}
export interface PublicOrder extends Typed<'ORD'> {
  /** In no meaningful order: sorted by id, shuffled by seed when shown. */
  cards: readonly PublicOption[];
  /** Card already in first place, for processes that are a loop. */
  given?: string;
}
export interface PublicMatch extends Typed<'MAT'> {
  left: readonly PublicOption[];
  /** The right sides and one extra, sorted by id, shuffled by seed when shown. */
  right: readonly PublicOption[];
}
export interface PublicNumeric extends Typed<'NUM'> {
  unit: Text;
}
export interface PublicShortText extends Typed<'TXT'> {
  /** In characters as a person counts them (code points). */
  maxLength: number;
}
export interface PublicHot extends Typed<'HOT'>, Drawing {
  spots: readonly PublicSpot[];
  /** How many to choose; 1 = one target, absent = "choose all that fit". */
  choose?: number;
}
export interface PublicScenario extends Typed<'SCN'> {
  options: readonly PublicOption[];
}

export type PublicItem =
  | PublicSingle
  | PublicMultiple
  | PublicTrueFalse
  | PublicCategorise
  | PublicOrder
  | PublicMatch
  | PublicNumeric
  | PublicShortText
  | PublicHot
  | PublicScenario;

// What authors write and scoring reads.
export interface KeyedSingle extends Typed<'S'> {
  options: readonly KeyedOption[];
  /** Why it is right, and one line further. */
  extension: Text;
}
export interface KeyedMultiple extends Typed<'M'> {
  options: readonly KeyedOption[];
  choose?: number;
  extension: Text;
}
export interface KeyedTrueFalse extends Typed<'TF'> {
  /** Is the statement in the stem true? */
  truth: boolean;
  /** Shown when the learner judged the statement rightly / wrongly. */
  truthFeedback: { right: Text; wrong: Text };
  reasons: readonly KeyedOption[];
  extension: Text;
}
export interface KeyedCategorise extends Typed<'CAT'> {
  bins: readonly PublicOption[];
  /** `bin` is the right bin's id; `feedback` is shown when the card lay elsewhere. */
  cards: readonly (PublicOption & { bin: string; feedback: Text })[];
  extension: Text;
}
export interface KeyedOrder extends Typed<'ORD'> {
  /** In the right order. `feedback` is shown when the card stood at another place. */
  cards: readonly (PublicOption & { feedback: Text })[];
  given?: string;
  extension: Text;
}
export interface KeyedMatch extends Typed<'MAT'> {
  /** `match` is the id of its right side; `feedback` is shown when another was chosen. */
  left: readonly (PublicOption & { match: string; feedback: Text })[];
  /** All right sides, one of them belonging to nobody. */
  right: readonly PublicOption[];
  extension: Text;
}
export interface KeyedNumeric extends Typed<'NUM'>, NumericForm {
  unit: Text;
  /** All sets of figures, the item's own first: each attempt draws one (`drawTwin`). */
  twins?: readonly NumericForm[];
}
export interface KeyedShortText extends Typed<'TXT'> {
  maxLength: number;
  elements: readonly TextElement[];
  /** Any of these in the response gives 0. */
  forbidden: readonly { word: Text; feedback: Text }[];
  /** A good response, shown after scoring. */
  model: Text;
  /** Questions for the learner to hold against the own sentence. */
  selfCheck: readonly Text[];
  extension: Text;
}
export interface KeyedHot extends Typed<'HOT'>, Drawing {
  spots: readonly KeyedSpot[];
  choose?: number;
  extension: Text;
}
export interface KeyedScenario extends Typed<'SCN'> {
  /** `credit`: 1 best, 0.5 acceptable, 0 weak; `feedback`: what happens next, and why. */
  options: readonly (PublicOption & { credit: number; feedback: Text })[];
  extension: Text;
}

export type KeyedItem =
  | KeyedSingle
  | KeyedMultiple
  | KeyedTrueFalse
  | KeyedCategorise
  | KeyedOrder
  | KeyedMatch
  | KeyedNumeric
  | KeyedShortText
  | KeyedHot
  | KeyedScenario;

export type KeyedItemOf<T extends ItemType> = Extract<KeyedItem, { type: T }>;
export type PublicItemOf<T extends ItemType> = Extract<PublicItem, { type: T }>;
