import { StoreError, type StoreTrouble } from '#server/port/store-error.ts';

// Primary result codes of SQLite; extended ones carry them in their low byte.
const BY_SQLITE: Readonly<Record<number, StoreTrouble>> = {
  5: 'unavailable', // busy
  6: 'unavailable', // locked
  8: 'read-only',
  10: 'unavailable', // input/output error
  13: 'full',
  14: 'unavailable', // cannot open
};
const BY_SQLSTATE: readonly [RegExp, StoreTrouble][] = [
  [/^53100$/, 'full'],
  [/^25006$/, 'read-only'],
  // Connection lost, too many connections or out of memory, shut down or starting, a limit of time reached, conflicts that
  // outlasted our tries.
  [/^(08|53|57P|40)|^(57014|55P03)$/, 'unavailable'],
];
const BY_NODE: Readonly<Record<string, StoreTrouble>> = {
  ENOSPC: 'full',
  EROFS: 'read-only',
  ...Object.fromEntries(
    [
      'ECONNREFUSED',
      'ECONNRESET',
      'ENOENT',
      'ENOTFOUND',
      'EAI_AGAIN',
      'EPIPE',
      'ETIMEDOUT',
      'EHOSTUNREACH',
    ].map((code) => [code, 'unavailable' as const]),
  ),
};
/** The PostgreSQL driver says these in words only. */
const BY_WORDS =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/;

/** @returns what a driver's error means for who asked; undefined when it is our own mistake. */
function troubleOf(error: unknown): StoreTrouble | undefined {
  if (error instanceof StoreError) return error.trouble;
  if (!(error instanceof Error)) return undefined;
  const { code, errcode } = error as { code?: unknown; errcode?: unknown };
  if (typeof errcode === 'number') return BY_SQLITE[errcode & 0xff];
  if (typeof code === 'string')
    return BY_NODE[code] ?? BY_SQLSTATE.find(([pattern]) => pattern.test(code))?.[1];
  return BY_WORDS.test(error.message) ? 'unavailable' : undefined;
}

export const isStoreTrouble = (error: unknown): boolean => troubleOf(error) !== undefined;

/** Run a call to the store. @throws {StoreError} instead of the driver's error where that is nobody's fault. */
export async function telling<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    const trouble = troubleOf(error);
    throw trouble ? new StoreError(trouble, error) : error;
  }
}
