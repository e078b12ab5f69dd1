import { z } from 'zod';
import { WORDS_LIMIT } from '#core/model/mistake.ts';
import { plainWords } from '#core/text/plain-words.ts';

/** Of a lesson, a block (`so-what`) or an item (`m2-fab-pitch.q1`). */
const id = z
  .string()
  .max(120)
  .regex(/^[\w.-]+$/);

/** The body of `POST /api/mistakes`. Everything but the words has a form that can be printed as it is. */
export const mistakeBodySchema = z.strictObject({
  id: z.uuid().toLowerCase(),
  lessonId: id,
  placeId: id.optional(),
  language: z.enum(['zh', 'en']),
  revision: id.optional(),
  path: z
    .string()
    .max(300)
    .regex(/^\/[\w\-./%~]*$/)
    .optional(),
  words: z.string().transform(plainWords).pipe(z.string().min(1).max(WORDS_LIMIT)),
});
