import { dateAfter, readFields } from './values.ts';
import { type Field, type Fields, fieldsOf, type Worksheet } from './worksheet.ts';

/**
 * The example of a worksheet as somebody might have filled it in.
 * @param today `2026-11-26`; the example's dates are days from it.
 */
export function exampleFields(sheet: Worksheet<string>, today: string): Fields {
  const dated = (
    fields: readonly Field<string>[],
    values: Readonly<Record<string, unknown>>,
  ): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(values).map(([id, value]) => {
        const field = fields.find((one) => one.id === id);
        if (field?.kind === 'date' && typeof value === 'number') return [id, dateAfter(today, value)];
        if (field?.kind === 'list' && Array.isArray(value))
          return [id, value.map((row) => dated(field.fields, row))];
        return [id, value];
      }),
    );
  return readFields(sheet, dated(fieldsOf(sheet), sheet.example));
}
