import { isMapOf, isString } from '../model/shape.ts';
import type { Texts } from './text-checks.ts';

/**
 * What a block keeps as one text of the record (`reflection.saved`): the words themselves where it has one field, else a
 * JSON object of texts by field.
 * @param ids fields of the block now, in order. Texts of fields that are gone are kept as well.
 * @returns '' when nothing was written.
 */
export function packTexts(texts: Texts, ids: readonly string[]): string {
  const order = [...ids, ...Object.keys(texts).filter((id) => !ids.includes(id))];
  const written = order.map((id) => [id, texts[id]?.trim() ?? '']).filter(([, text]) => text);
  if (written.length === 0) return '';
  const only = ids.length === 1 && written.length === 1 && written[0]?.[0] === ids[0];
  return only ? (written[0]?.[1] as string) : JSON.stringify(Object.fromEntries(written));
}

/** What `packTexts` packed. Plain words go to the first field. */
export function unpackTexts(text: string, ids: readonly string[]): Record<string, string> {
  const parsed = parse(text);
  if (isMapOf(parsed, isString)) return parsed;
  return ids[0] === undefined || text === '' ? {} : { [ids[0]]: text };
}

/** Texts by field of two hands: where both wrote something else, one under the other. */
export function bothTexts(first: Texts, second: Texts): Texts {
  const both = { ...first };
  for (const [id, text] of Object.entries(second)) {
    const before = first[id] ?? '';
    if (!before.includes(text)) both[id] = before ? `${before}\n${text}` : text;
  }
  return both;
}

function parse(text: string): unknown {
  try {
    return text.startsWith('{') ? JSON.parse(text) : undefined;
  } catch {
    return undefined; // a learner's own words may begin with a bracket
  }
}

/** One line of what was kept, as a record shows it. */
export interface KeptLine {
  /** Name of the field; absent for plain words. */
  label?: string;
  text: string;
}

/**
 * A kept text in words.
 * @param labels by id: names of fields, and of what can be chosen in one (a marker picked to train). Unknown ids show
 *               as they are, so that nothing written disappears when a lesson changes.
 */
export function keptLines(text: string, labels: Readonly<Record<string, string>>): KeptLine[] {
  const parsed = parse(text);
  if (!isMapOf(parsed, isString)) return text ? [{ text: labels[text] ?? text }] : [];
  return Object.entries(parsed).map(([id, value]) => ({
    label: labels[id] ?? id,
    text: labels[value] ?? value,
  }));
}
