import { z } from 'zod';
import { factIdSchema, slugSchema, textSchema } from './text.schema.ts';

/** `content/glossary.yaml`: binding terms with a definition each. */
export const glossarySchema = z.strictObject({
  terms: z.array(
    z.strictObject({
      id: slugSchema.describe('Used by <Term id="…">.'),
      zh: z.string().min(1).describe('The Chinese term.'),
      en: z.string().min(1).describe('The English term.'),
      definition: textSchema.describe('One sentence for learners.'),
    }),
  ),
});

/** `content/sources.yaml`: what a claim of a lesson stands on. */
export const sourcesSchema = z.strictObject({
  sources: z.array(
    z.strictObject({
      id: factIdSchema,
      claim: textSchema.describe('What is stated.'),
      source: textSchema.describe('Where it comes from.'),
      grade: z
        .string()
        .regex(/^[ABC](\/[ABC])?$/)
        .describe('A compared with the text, B standard reference, C not traced.'),
      use: textSchema.describe(
        'How far the claim may be used, for learners and authors alike: its limits, and what must not be made of it.',
      ),
      url: z
        .url({
          protocol: /^https$/,
          error: 'must be a whole address that begins with https://; leave url out where none is known',
        })
        .optional()
        .describe(
          'Where the text can be read, only as the dossier gives it; never guessed, left out where none is given.',
        ),
    }),
  ),
});

export type GlossaryTerm = z.infer<typeof glossarySchema>['terms'][number];
export type Source = z.infer<typeof sourcesSchema>['sources'][number];
