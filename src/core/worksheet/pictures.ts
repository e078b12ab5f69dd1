import { isPictureId } from './values.ts';
import { type Field, type Fields, fieldsOf, type Row, type Worksheet } from './worksheet.ts';

/** @returns the ids of all pictures in a filled sheet, each once, in the order of its fields. */
export function picturesOf(sheet: Worksheet<unknown>, fields: Fields): string[] {
  const inside = (own: readonly Field<unknown>[], values: Fields | Row): unknown[] =>
    own.flatMap((field) => {
      const value = values[field.id];
      if (field.kind === 'picture') return [value];
      if (field.kind !== 'list' || !Array.isArray(value)) return [];
      return (value as readonly Row[]).flatMap((row) => inside(field.fields, row));
    });
  return [...new Set(inside(fieldsOf(sheet), fields).filter(isPictureId))];
}
