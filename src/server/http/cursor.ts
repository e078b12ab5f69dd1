/** A place in a list, told to whoever pages through it: opaque to them, checked when it comes back. */
export type CursorValues = readonly (string | number)[];

export const writeCursor = (values: CursorValues): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url');

/**
 * @param text as it came in a query.
 * @param shape one example value for each place: what comes back has the same types.
 * @returns undefined when it is none of ours; then the list begins anew.
 */
export function readCursor<T extends CursorValues>(text: string | null, shape: T): T | undefined {
  if (!text || text.length > 2_000) return undefined;
  try {
    const values: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    if (!Array.isArray(values) || values.length !== shape.length) return undefined;
    const isSame = values.every((value, index) =>
      typeof shape[index] === 'number' ? Number.isSafeInteger(value) : isText(value),
    );
    return isSame ? (values as unknown as T) : undefined;
  } catch {
    return undefined;
  }
}

/** PostgreSQL takes no NUL and no halves of characters, not even to compare with. */
const isText = (value: unknown): boolean =>
  typeof value === 'string' && value.isWellFormed() && !value.includes('\u0000');
