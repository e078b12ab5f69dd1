import { isEmpty, readFields } from './values.ts';
import type { Field, Fields, Row, Scalar, ScalarField, Worksheet } from './worksheet.ts';

/** How a sheet leaves the device, and comes back. */

const FORMAT = 'sanxiu-worksheet';

/**
 * @param pictures those of the sheet by id, as the file is to hold them.
 * @returns JSON that `importSheet` reads, on any device.
 */
export const exportSheet = (
  sheet: Worksheet<string>,
  fields: Fields,
  pictures: Readonly<Record<string, unknown>> = {},
): string =>
  `${JSON.stringify({ format: FORMAT, v: 1, worksheetId: sheet.id, fields, pictures }, undefined, 1)}\n`;

export type SheetImport =
  /** `pictures` as they stand in the file, unchecked. */
  | { status: 'read'; fields: Fields; pictures: unknown }
  | { status: 'refused'; reason: 'not-ours' | 'too-new' }
  /** Of another worksheet. */
  | { status: 'refused'; reason: 'other-sheet'; worksheetId: string };

/** Read what `exportSheet` wrote. Fields that the sheet no longer has are left out; never throws. */
export function importSheet(sheet: Worksheet<string>, text: string): SheetImport {
  const given = parse(text);
  if (typeof given !== 'object' || given === null || given.format !== FORMAT)
    return { status: 'refused', reason: 'not-ours' };
  if (given.v !== 1) return { status: 'refused', reason: 'too-new' };
  if (given.worksheetId !== sheet.id)
    return { status: 'refused', reason: 'other-sheet', worksheetId: String(given.worksheetId) };
  return { status: 'read', fields: readFields(sheet, given.fields), pictures: given.pictures };
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

/** A scalar in words. @param yes what a ticked box says. */
export function inWords(field: ScalarField<string>, value: Scalar | undefined, yes: string): string {
  if (value === undefined || isEmpty(value)) return '';
  switch (field.kind) {
    case 'flag':
      return value === true ? yes : '';
    // The picture itself is in the file, on paper and on the page.
    case 'picture':
      return yes;
    case 'choice':
      return field.options.find(({ id }) => id === value)?.text ?? '';
    case 'many':
      return field.options
        .filter(({ id }) => (value as readonly string[]).includes(id))
        .map(({ text }) => text)
        .join('; ');
    case 'marks':
      return field.rows
        .filter(({ id }) => id in (value as object))
        .map(({ id, text }) => `${text}: ${field.marks[(value as Record<string, number>)[id] ?? 0]}`)
        .join('; ');
    default:
      return String(value);
  }
}

/** One line of a table: section, field, row of a list from 1 (absent at the top), value. */
export type TableLine = readonly [section: string, field: string, row: string, value: string];

/**
 * The filled fields as lines for a spreadsheet, without private ones: a table is made to be shown to somebody. Whoever writes
 * the file neutralises formulas.
 */
export function tableOf(sheet: Worksheet<string>, fields: Fields, yes: string): TableLine[] {
  return sheet.sections.flatMap(({ title, fields: own }) =>
    shown(own).flatMap((field): TableLine[] => {
      if (field.kind !== 'list') {
        const value = inWords(field, fields[field.id] as Scalar | undefined, yes);
        return value === '' ? [] : [[title, field.label, '', value]];
      }
      return rows(field, fields).flatMap((row, index) =>
        shown(field.fields).flatMap((one): TableLine[] => {
          const value = inWords(one, row[one.id], yes);
          return value === '' ? [] : [[title, `${field.label} · ${one.label}`, String(index + 1), value]];
        }),
      );
    }),
  );
}

/** Private fields are in the owner's own file (`exportSheet`) and in nothing that is made for other eyes. */
const shown = <F extends Field<string>>(fields: readonly F[]): readonly F[] =>
  fields.filter((field) => !field.private);

const rows = (field: Field<string>, fields: Fields): readonly Row[] => {
  const value = fields[field.id];
  return Array.isArray(value) ? (value as readonly Row[]) : [];
};

/** @returns the filled fields as Markdown, a heading per section; without private ones. */
export function markdownOf(sheet: Worksheet<string>, fields: Fields, yes: string): string {
  const parts = sheet.sections.flatMap(({ title, fields: own }) => {
    const lines = shown(own).flatMap((field) => {
      if (field.kind !== 'list') {
        const value = inWords(field, fields[field.id] as Scalar | undefined, yes);
        return value === '' ? [] : [`- **${field.label}** ${plain(value)}`];
      }
      return rows(field, fields).map((row, index) => {
        const cells = shown(field.fields).flatMap((one) => {
          const value = inWords(one, row[one.id], yes);
          return value === '' ? [] : [`${one.label}: ${plain(value)}`];
        });
        return `${index + 1}. ${cells.join(' · ')}`;
      });
    });
    return lines.length === 0 ? [] : [`## ${title}\n\n${lines.join('\n')}\n`];
  });
  return `# ${sheet.title}\n\n${parts.join('\n')}`;
}

/** What somebody typed stays text: no line of its own, no markup. */
const plain = (value: string) => value.replace(/\s*\n\s*/g, ' ').replace(/([\\`*_<>[\]#|])/g, '\\$1');
