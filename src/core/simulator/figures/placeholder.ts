import type { Values } from '../../finance/expression.ts';
import { FORMATS } from './format.ts';

/**
 * Places for figures in the texts of a scenario: `{stock}`, `{stock:wan}`, `{point:<1000:zh-over}`.
 * After the figure's id, in this order and both optional: rounding (`100` to the nearest hundred, `<1000` down, `>1000`
 * up) and a format of `FORMATS` (absent = plain).
 */

const PLACE = /\{([^{}]*)\}/g;
const INSIDE = /^([a-z]\w*)(?::([<>]?)([\d.]+))?(?::([a-z-]+))?$/;

export interface Placeholder {
  /** As written, with its braces. */
  written: string;
  id: string;
  rounding?: { way: '' | '<' | '>'; step: number };
  format: string;
}

/** Braces that are no placeholder: what stands between them. */
export interface Unreadable {
  written: string;
}

/** All places of a text, in order; those that cannot be read without an `id`. */
export function placesIn(text: string): (Placeholder | Unreadable)[] {
  return [...text.matchAll(PLACE)].map(([written, inside = '']) => read(inside) ?? { written });
}

function read(inside: string): Placeholder | undefined {
  const found = INSIDE.exec(inside);
  if (!found) return undefined;
  const [, id = '', way = '', step, format = 'plain'] = found;
  const rounding = step === undefined ? {} : { rounding: { way: way as '' | '<' | '>', step: Number(step) } };
  return { written: `{${inside}}`, id, ...rounding, format };
}

/** @throws {RangeError} for a place without figure or format; the schema refuses such a scenario before. */
export function fillFigures(text: string, values: Values): string {
  if (!text.includes('{')) return text;
  return text.replace(PLACE, (written, inside: string) => {
    const place = read(inside);
    const value = place && values[place.id];
    const format = place && FORMATS[place.format];
    if (!place || value === undefined || !format) throw new RangeError(`${written} is no figure`);
    return format(rounded(value, place.rounding), value);
  });
}

function rounded(value: number, rounding: Placeholder['rounding']): number {
  if (!rounding) return value;
  const { way, step } = rounding;
  const round = way === '<' ? Math.floor : way === '>' ? Math.ceil : Math.round;
  return Math.round(round(value / step) * step * 1e9) / 1e9;
}

/** The figure that a field stands for which holds one placeholder and nothing else, e.g. `value: "{r1}"`. */
export function figureAlone(text: string, values: Values): number | undefined {
  const [place] = placesIn(text);
  return place && 'id' in place && place.written === text ? values[place.id] : undefined;
}
