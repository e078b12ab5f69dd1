import type { Text, TextLists } from './text.ts';

/** Parts of items that are more than a list of options: the story of a case, words looked for, numbers, a drawing with spots. */

/** What the items of one case share: told once by the author, shown above each of them. */
export interface CaseStem {
  /** Unique within its items file. */
  id: string;
  stem: Text;
  /** Figures of the case, each with its unit. */
  figures?: readonly { label: Text; text: Text }[];
}

/** One thing a short text must contain. */
export interface TextElement {
  id: string;
  /** What it is, in words for the learner. */
  label: Text;
  /** The element is present when any of these occurs in the response (either language). */
  anyOf: TextLists;
  /** Shown when it is missing. */
  feedback: Text;
}
/** A value that comes of a known slip in the calculation. */
export interface NumericSlip {
  /** In the item's unit. */
  value: number;
  /** Points for it, 0 ≤ credit < 1. */
  credit: number;
  /** What was mixed up, and the next step. */
  feedback: Text;
}

/** What a numeric item asks for and says, its figures in place: one set of figures. */
export interface NumericForm {
  stem: Text;
  /** The right value, in the item's unit; ≥ 0. */
  key: number;
  /** ± this much is right as well, in the item's unit; ≥ 0. */
  tolerance: number;
  slips: readonly NumericSlip[];
  /** Shown for any other value: the calculation with these figures. */
  feedback: Text;
  extension: Text;
  /** The drawn values by name; absent when the item has one set of figures only. */
  parameters?: Readonly<Record<string, number>>;
}

/** bar: a stretch of time in labelled blocks · transcript: what was said, line by line · picture: areas of a drawing. */
export const HOT_SCENES = ['bar', 'transcript', 'picture'] as const;
export type HotScene = (typeof HOT_SCENES)[number];

/** A place on a drawing: a block of a time bar, a line of a transcript, an area of a picture. */
export interface PublicSpot {
  id: string;
  text: Text;
  /** bar: how long the block lasts; > 0. */
  minutes?: number;
  /** transcript: who speaks. */
  by?: Text;
  /** picture: left, top, width, height in percent of the picture. */
  area?: readonly [number, number, number, number];
  /** Belongs to the drawing only and cannot be chosen. */
  still?: true;
}

/** `correct` and `feedback` are absent only on a still spot. */
export interface KeyedSpot extends PublicSpot {
  correct?: boolean;
  feedback?: Text;
}

/** What the spots lie on. */
export interface Drawing {
  scene: HotScene;
  /** What it shows, for eyes and ears. */
  caption: Text;
  /** For scene `picture`. */
  picture?: Picture;
}

/** A picture served with the site. */
export interface Picture {
  /** Address below `public/`, e.g. `/art/store-hengmei.svg`. */
  src: string;
  /** Its own size in px, for the room it takes before it is there. */
  width: number;
  height: number;
}
