import { createHash } from 'node:crypto';
import type { Lesson } from '#core/model/lesson.schema.ts';

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

/**
 * Revision of a lesson: over its head, its texts and its items.
 * @param texts bodies of the MDX files, Chinese first; undefined for one that is not written yet.
 * @param items revisions of its items, in the order of the file.
 * @returns as `revisionOf`. Status and misconceptions are the author’s own and change nothing a learner meets.
 */
export function lessonRevisionOf(
  { status: _status, misconceptions: _misconceptions, ...content }: Lesson,
  texts: readonly (string | undefined)[],
  items: readonly string[],
): string {
  return revisionOf([content, texts, items]);
}
