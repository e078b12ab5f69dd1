import { z } from 'zod';

const nonEmpty = (where: string) =>
  z
    .string({ error: `needs ${where} text; write the sentence, in quotes if it contains ": "` })
    .refine((value) => value.trim() !== '', { error: `is empty; write the ${where} sentence` });

/** A sentence in both languages, in block style: `zh:` and `en:` on lines of their own. */
export const textSchema = z.strictObject({
  zh: nonEmpty('Chinese').describe(
    'Chinese, written first. 你 for learners, no spaces between Han and Latin.',
  ),
  en: nonEmpty('English').describe('English: same content and numbers, idiomatic, glossary terms.'),
});

export const statusSchema = z
  .enum(['draft', 'live', 'retired'], { error: 'must be draft, live or retired' })
  .describe('draft: `npm run dev` only. live: published. retired: never drawn, still shown in old records.');

export const seedIdSchema = z
  .string()
  .regex(/^[sx]\d{2}\.\d+$/, { error: 'must look like s38.1 or x79.1, an id of content/coverage.json' });

export const factIdSchema = z
  .string()
  .regex(/^F-\d{2}$/, { error: 'must look like F-22, an id of content/sources.yaml' });

export const slugSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
  error: 'must be lower-case words joined by hyphens, e.g. need-first',
});
