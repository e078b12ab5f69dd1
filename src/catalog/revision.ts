import { createHash } from 'node:crypto';

/** JSON with the keys of every object in order, so that a reordered YAML record is the same content. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value && typeof value === 'object') {
    const fields = Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

/**
 * Revision of a lesson, item or scenario: a hash of its content as published.
 * @param content any JSON value; `status` must be left out by the caller, as publishing is no edit.
 * @returns 12 hex digits of SHA-256 over the canonical JSON; equal content gives an equal revision.
 */
export function revisionOf(content: unknown): string {
  return createHash('sha256').update(canonical(content)).digest('hex').slice(0, 12);
}
