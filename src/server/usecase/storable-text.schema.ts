import { z } from 'zod';

/**
 * A text that a query may ask for: PostgreSQL ends a statement with U+0000 in it with an error, where SQLite finds nothing.
 * @param most UTF-16 units, 1 at least.
 */
export const storableText = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .refine((value) => value.isWellFormed() && !value.includes('\u0000'));
