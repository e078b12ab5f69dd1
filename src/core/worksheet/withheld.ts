import type { FactOf } from '../model/fact.ts';
import { isRecord } from '../model/shape.ts';
import type { Worksheet } from './worksheet.ts';

/** Worksheet id → its fields for the owner's eyes alone: `field`, and `list.field` in the rows of a list. */
export type Withheld = Readonly<Record<string, readonly string[]>>;

/** @returns the private fields of one sheet. */
export const privateFieldsOf = (sheet: Pick<Worksheet<unknown>, 'sections'>): string[] =>
  sheet.sections
    .flatMap(({ fields }) => fields)
    .flatMap((field) =>
      field.private
        ? [field.id]
        : field.kind === 'list'
          ? field.fields.filter((one) => one.private).map((one) => `${field.id}.${one.id}`)
          : [],
    );

/** A version as others may read it: without private fields and without the list of its pictures. */
export function withoutPrivate(
  fact: FactOf<'worksheet.saved'>,
  withheld: Withheld,
): FactOf<'worksheet.saved'> {
  const names = new Set(Object.hasOwn(withheld, fact.worksheetId) ? withheld[fact.worksheetId] : []);
  const open = (all: Readonly<Record<string, unknown>>, before: string) =>
    Object.fromEntries(Object.entries(all).filter(([id]) => !names.has(before + id)));
  const fields = Object.entries(open(fact.fields, '')).map(([id, value]) => [
    id,
    Array.isArray(value) ? value.map((row: unknown) => (isRecord(row) ? open(row, `${id}.`) : row)) : value,
  ]);
  return { ...fact, fields: Object.fromEntries(fields), blobIds: [] };
}
