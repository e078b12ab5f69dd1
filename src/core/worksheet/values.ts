import {
  type Field,
  type Fields,
  fieldsOf,
  type ListField,
  type Row,
  type Scalar,
  type ScalarField,
  type Value,
  type Worksheet,
} from './worksheet.ts';

/** Pictures are kept under UUIDs. */
const PICTURE_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const isPictureId = (value: unknown): value is string =>
  typeof value === 'string' && PICTURE_ID.test(value);

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** @returns days from one date to another, negative when it is earlier; undefined unless both are dates. */
export function daysBetween(from: unknown, to: unknown): number | undefined {
  const [start, end] = [dayOf(from), dayOf(to)];
  return start === undefined || end === undefined ? undefined : end - start;
}

function dayOf(value: unknown): number | undefined {
  if (typeof value !== 'string' || !DATE.test(value)) return undefined;
  const day =
    Date.UTC(Number(value.slice(0, 4)), Number(value.slice(5, 7)) - 1, Number(value.slice(8))) / 86_400_000;
  return Number.isFinite(day) && isoDay(day) === value ? day : undefined;
}

const isoDay = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** @param days from a date. @returns the date so many days later, as `2026-11-26`. */
export const dateAfter = (date: string, days: number): string => isoDay((dayOf(date) ?? 0) + days);

/** Is there nothing in it? A mark of 0 and an unticked box are something. */
export const isEmpty = (value: Value | undefined): boolean =>
  value === undefined ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' && Object.keys(value).length === 0);

/**
 * What a stored or imported object holds for this sheet. Whatever does not fit its field is left out, so that a sheet always
 * opens; the record keeps the original.
 */
export function readFields(sheet: Worksheet<unknown>, value: unknown): Fields {
  if (typeof value !== 'object' || value === null) return {};
  const all = value as Record<string, unknown>;
  return pick(fieldsOf(sheet), all, (field, given) =>
    field.kind === 'list'
      ? readRows(field.fields, given ?? former(field.grewFrom, all), field.most)
      : readScalar(field, given),
  );
}

/** What a list holds of the time when it was one field. */
const former = (grewFrom: ListField<unknown>['grewFrom'], all: Record<string, unknown>) =>
  grewFrom && all[grewFrom.field] !== undefined ? [{ [grewFrom.as]: all[grewFrom.field] }] : undefined;

function readRows(fields: readonly ScalarField<unknown>[], given: unknown, most: number): Row[] | undefined {
  if (!Array.isArray(given)) return undefined;
  return given
    .filter((row): row is Record<string, unknown> => typeof row === 'object' && row !== null)
    .slice(0, most)
    .map((row) => pick(fields, row, readScalar) as Row);
}

function pick<F extends Field<unknown>, V>(
  fields: readonly F[],
  given: Record<string, unknown>,
  read: (field: F, value: unknown) => V | undefined,
) {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = read(field, given[field.id]);
      return value === undefined ? [] : [[field.id, value] as const];
    }),
  );
}

function readScalar(field: ScalarField<unknown>, given: unknown): Scalar | undefined {
  const isAt = (value: unknown, from: number, to: number) =>
    Number.isInteger(value) && (value as number) >= from && (value as number) <= to;
  switch (field.kind) {
    case 'text':
      // Longer than it may be is told (`findingsOf`), never cut.
      return typeof given === 'string' ? given : undefined;
    case 'number':
      // What is no number yet stays as it was typed.
      return (typeof given === 'number' && Number.isFinite(given)) || typeof given === 'string'
        ? given
        : undefined;
    case 'date':
      return dayOf(given) === undefined ? undefined : (given as string);
    case 'picture':
      return isPictureId(given) ? given : undefined;
    case 'flag':
      return typeof given === 'boolean' ? given : undefined;
    case 'choice':
      return field.options.some(({ id }) => id === given) ? (given as string) : undefined;
    case 'many':
      return Array.isArray(given)
        ? field.options.map(({ id }) => id).filter((id) => given.includes(id))
        : undefined;
    case 'mark':
      return isAt(given, field.from, field.to) ? (given as number) : undefined;
    case 'marks': {
      if (typeof given !== 'object' || given === null) return undefined;
      const marks = given as Record<string, unknown>;
      const kept = field.rows.filter(({ id }) => isAt(marks[id], 0, field.marks.length - 1));
      return Object.fromEntries(kept.map(({ id }) => [id, marks[id] as number]));
    }
  }
}
