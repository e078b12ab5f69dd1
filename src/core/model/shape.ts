/** Narrowing of values from outside (storage, network) by hand, where zod would cost the phone 77 kB. */

/** An object literal or a parsed JSON object; no array, no class instance. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** A record whose keys are all among `keys`; which of them must be there is the caller's question. */
export function isRecordOf<K extends string>(
  value: unknown,
  keys: readonly K[],
): value is Partial<Record<K, unknown>> {
  return isRecord(value) && Object.keys(value).every((key) => (keys as readonly string[]).includes(key));
}

/** A string with at least one character: ids, revisions, seeds. */
export function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

/** A whole number ≥ 0 that a double holds exactly: counts, durations in ms. */
export function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** Epoch ms, UTC. No date can hold a later moment: whoever formats one throws (ECMA-262, 21.4.1.1). */
export const LATEST_TIME = 8_640_000_000_000_000;

/** Epoch ms, UTC: a whole number from 0 to `LATEST_TIME`. */
export function isTime(value: unknown): value is number {
  return isCount(value) && value <= LATEST_TIME;
}

export function isFiniteNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

export function isListOf<T>(value: unknown, is: (member: unknown) => member is T): value is T[] {
  return Array.isArray(value) && value.every(is);
}

/** A record all of whose values pass `is`. */
export function isMapOf<T>(value: unknown, is: (member: unknown) => member is T): value is Record<string, T> {
  return isRecord(value) && Object.values(value).every(is);
}

export function isOneOf<T extends string | number>(value: unknown, values: readonly T[]): value is T {
  return (values as readonly unknown[]).includes(value);
}

export function isString(value: unknown): value is string {
  return typeof value === 'string';
}
