import type { Text } from '../model/text.ts';

/** A worksheet is data: what is asked, what is looked at, what comes of it. `T` is `Text` for authors, `string` on a page. */
export interface Worksheet<T = Text> {
  /** `t-01` … `t-18`, the number in the toolbox. */
  id: string;
  title: T;
  purpose: T;
  /** A sentence for an empty sheet. */
  begin: T;
  minutes: number;
  /** Lessons that use it. */
  lessons: readonly string[];
  /** The field whose text names a sheet among others. */
  named: string;
  sections: readonly Section<T>[];
  outputs: readonly Output<T>[];
  /** A filled sheet from the invented world; dates are days from today. */
  example: Readonly<Record<string, ExampleValue<T>>>;
}

export interface Section<T = Text> {
  id: string;
  title: T;
  hint?: T;
  fields: readonly Field<T>[];
}

export type Field<T = Text> = ScalarField<T> | ListField<T>;

interface Common<T> {
  id: string;
  label: T;
  hint?: T;
  /** Needed before the sheet is complete; a draft may always be kept. */
  required?: boolean;
  /** Shown to nobody but the owner: left out of what is shown or printed for others. */
  private?: boolean;
  rules?: readonly Rule<T>[];
}

export type ScalarField<T = Text> = Common<T> &
  (
    | { kind: 'text'; most: number; long?: boolean }
    | { kind: 'number' }
    | { kind: 'date' }
    | { kind: 'flag' }
    /** The value is the id of a picture kept beside the facts; `alt` names the text field beside it that says what is in it. */
    | { kind: 'picture'; alt: string }
    | { kind: 'choice' | 'many'; options: readonly Named<T>[] }
    /** Whole marks from … to. */
    | { kind: 'mark'; from: number; to: number; ends?: { low: T; high: T } }
    /** One mark for each row, e.g. 14 methods, 0 to 2. */
    | { kind: 'marks'; rows: readonly Named<T>[]; marks: readonly T[] }
  );

export type ListField<T = Text> = Common<T> & {
  kind: 'list';
  /** What one row is called on its button. */
  one: T;
  most: number;
  /** The single field it was before; what lies there of former days is its first row. */
  grewFrom?: { field: string; as: string };
  fields: readonly ScalarField<T>[];
};

export interface Named<T = Text> {
  id: string;
  text: T;
}

/**
 * What is looked at in a field. `error`: the sheet cannot be called complete. `warning`: worth a thought, stops nothing.
 * Fields named by a rule stand in the same row, else at the top.
 */
export type Rule<T = Text> = { level: 'error' | 'warning'; text: T } & (
  | { kind: 'has-number' }
  | { kind: 'equals'; field: string }
  | { kind: 'begins-with' | 'contains'; words: readonly string[] }
  /** Not between so many days after another date. */
  | { kind: 'days-after'; field: string; least: number; most: number }
  | { kind: 'after'; field: string }
  | { kind: 'below'; than: number }
  | { kind: 'above'; field: string }
  /** No figure in it, and fewer characters than that. */
  | { kind: 'thin'; least: number }
  /** Empty although another field is not. */
  | { kind: 'needed-with'; field: string }
);

/** What is worked out from a sheet. */
export type Output<T = Text> = { title: T } /** The goal in large, with its picture. */ & (
  | { kind: 'card'; field: string; picture: string }
  | { kind: 'progress'; from: string; to: string; now: string; start: string; due: string }
  /** On the weekday of `day`, what to look at again. Options of `day` are `mon` … `sun`. */
  | { kind: 'prompt'; day: string; due: string; text: T }
  | { kind: 'quality'; checks: readonly { need: 'number' | 'filled' | 'row'; field: string; text: T }[] }
  | { kind: 'weeks'; list: string; date: string }
  | { kind: 'tally'; list: string; field: string }
  /** This week's marks, and the mean of the four weeks before. */
  | { kind: 'average'; list: string; date: string; field: string }
  | { kind: 'rehearsal'; phases: readonly { seconds: number; text: T; fields: readonly string[] }[] }
  /** Chosen rows, by month. */
  | { kind: 'showcase'; list: string; chosen: string; date: string; fields: readonly string[] }
);

export type Row = Readonly<Record<string, Scalar>>;
export type Scalar = string | number | boolean | readonly string[] | Readonly<Record<string, number>>;
export type Value = Scalar | readonly Row[];

/** What somebody filled in, by field; a field that is absent is empty. Dates are `2026-11-26`. */
export type Fields = Readonly<Record<string, Value>>;

type ExampleScalar<T> = T | string | number | boolean | readonly string[] | Readonly<Record<string, number>>;
export type ExampleValue<T> = ExampleScalar<T> | readonly Readonly<Record<string, ExampleScalar<T>>>[];

/** @returns all fields of a sheet in order. */
export const fieldsOf = <T>(sheet: Worksheet<T>): readonly Field<T>[] =>
  sheet.sections.flatMap(({ fields }) => fields);
