import { hasNumber } from '../practice/text-marks.ts';
import { sizeOf } from './size.ts';
import { daysBetween, isEmpty } from './values.ts';
import {
  type Field,
  type Fields,
  fieldsOf,
  type Row,
  type Rule,
  type Value,
  type Worksheet,
} from './worksheet.ts';

/** What was seen in a filled sheet. All but `warning`, which is worth a thought, keep it from being complete. */
export interface SheetFinding {
  /** `unreadable`: text where a number belongs · `too-long`: more than the field takes (`sizeOf`). */
  level: 'missing' | 'unreadable' | 'too-long' | 'error' | 'warning';
  /** Field id, or `list.row.field` with the row from 0. */
  path: string;
  /** Of a rule; for an unreadable number what was typed; else the label of the field. */
  text: string;
}

/** @returns findings in the order of the fields; none for an untouched optional field. */
export function findingsOf(sheet: Worksheet<string>, fields: Fields): SheetFinding[] {
  return fieldsOf(sheet).flatMap((field) => {
    const value = fields[field.id];
    const own = inField(field, value, fields, field.id);
    if (field.kind !== 'list' || !Array.isArray(value)) return own;
    const rows = (value as readonly Row[]).flatMap((row, index) =>
      field.fields.flatMap((one) =>
        inField(one, row[one.id], { ...fields, ...row }, `${field.id}.${index}.${one.id}`),
      ),
    );
    return [...own, ...rows];
  });
}

/** Can the sheet be called complete? */
export const isComplete = (findings: readonly SheetFinding[]): boolean =>
  findings.every(({ level }) => level === 'warning');

function inField(
  field: Field<string>,
  value: Value | undefined,
  around: Fields,
  path: string,
): SheetFinding[] {
  const found: SheetFinding[] = [];
  if (field.required && isEmpty(value)) found.push({ level: 'missing', path, text: field.label });
  if (field.kind === 'number' && typeof value === 'string' && !isEmpty(value))
    found.push({ level: 'unreadable', path, text: value });
  if (field.kind === 'text' && typeof value === 'string' && sizeOf(value) > field.most)
    found.push({ level: 'too-long', path, text: field.label });
  const seen = (field.rules ?? []).filter((rule) => isSeen(rule, value, around));
  return [...found, ...seen.map(({ level, text }) => ({ level, path, text }))];
}

function isSeen(rule: Rule<string>, value: Value | undefined, around: Fields): boolean {
  if (rule.kind === 'needed-with')
    return (
      (isEmpty(value) || value === false) && !isEmpty(around[rule.field]) && around[rule.field] !== false
    );
  if (isEmpty(value)) return false;
  const text = typeof value === 'string' ? value.trim() : '';
  switch (rule.kind) {
    case 'has-number':
      return !hasNumber(text);
    case 'equals':
      return value === around[rule.field];
    case 'begins-with':
      return rule.words.some((word) => text.toLowerCase().startsWith(word.toLowerCase()));
    case 'contains':
      return rule.words.some((word) => text.toLowerCase().includes(word.toLowerCase()));
    case 'days-after': {
      const days = daysBetween(around[rule.field], value);
      return days !== undefined && (days < rule.least || days > rule.most);
    }
    case 'after':
      return (daysBetween(around[rule.field], value) ?? 0) > 0;
    case 'below':
      return typeof value === 'number' && value < rule.than;
    case 'above': {
      const limit = around[rule.field];
      return typeof value === 'number' && typeof limit === 'number' && value > limit;
    }
    case 'thin':
      return !/\d/.test(text) && [...text].length < rule.least;
  }
}
