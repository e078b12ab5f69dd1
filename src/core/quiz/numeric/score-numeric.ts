import type { KeyedNumeric } from '../../model/item.ts';
import type { NumericForm, NumericSlip } from '../../model/item-parts.ts';
import type { ResponseOf } from '../../model/response.ts';
import { readNumber } from './read-number.ts';

/**
 * Score a number: 1 within the tolerance of the key, the credit of a recognised slip, else 0.
 * The key was proven by `assertKey` when the item was loaded (build, server).
 * @param response `{ typed }`, ready to be scored.
 * @returns the points earned, 0 to 1.
 * @see assessment.md §2, NUM.
 */
export function scoreNumeric(response: ResponseOf<'NUM'>, item: KeyedNumeric): number {
  return isRight(response, item) ? 1 : (slipOf(response, item)?.credit ?? 0);
}

export function isRight({ typed }: ResponseOf<'NUM'>, item: KeyedNumeric): boolean {
  return isNear(readNumber(typed, item.unit), item.key, item.tolerance);
}

/** The slip whose value was given; the key comes first. */
export function slipOf({ typed }: ResponseOf<'NUM'>, item: KeyedNumeric): NumericSlip | undefined {
  const given = readNumber(typed, item.unit);
  return item.slips.find((slip) => isNear(given, slip.value, slipTolerance(slip.value, item)));
}

/** A slip is met as closely as the key in proportion, and never more loosely: a ratio typed for a percentage is small. */
export function slipTolerance(
  value: number,
  { key, tolerance }: Pick<NumericForm, 'key' | 'tolerance'>,
): number {
  return tolerance * Math.min(1, Math.abs(value / key));
}

/** Within `tolerance`, and a little more for what computing in halves leaves over. */
export function isNear(given: number | undefined, wanted: number, tolerance: number): boolean {
  return given !== undefined && Math.abs(given - wanted) <= tolerance + 1e-9 * Math.abs(wanted);
}
