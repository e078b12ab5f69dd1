import { z } from 'zod';

/**
 * A text that a query may ask for: an id, or a name as typed. PostgreSQL ends a statement with U+0000 in it with an error,
 * where SQLite finds nothing; and nothing we keep has control characters or halves of characters in such a place.
 * @param most UTF-16 units, 1 at least.
 */
export const storableText = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[^\p{Cc}\p{Surrogate}]+$/u);
