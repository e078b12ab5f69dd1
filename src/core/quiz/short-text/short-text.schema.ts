import { z } from 'zod';
import { textSchema } from '../../model/text.schema.ts';
import { itemBaseFields } from '../item-base.schema.ts';
import { checkUniqueIds, extensionSchema, optionIdSchema, report } from '../option.schema.ts';
import { lengthOf } from './validate-short-text.ts';

const MAX_LENGTH = 120;

const word = z
  .string({ error: 'must be a quoted word; write e.g. "失望"' })
  .refine((value) => value.trim() !== '', { error: 'is empty; write a word or delete the line' });

const wordList = (language: string) =>
  z.array(word).min(1, { error: `has no ${language} word; write at least one` });

/** TXT: one sentence of one's own. */
export const shortTextSchema = z
  .strictObject({
    ...itemBaseFields,
    type: z.literal('TXT'),
    maxLength: z
      .int()
      .min(10, { error: 'is below 10 characters; write 10 to 120' })
      .max(MAX_LENGTH, { error: `is above ${MAX_LENGTH} characters; write at most ${MAX_LENGTH}` })
      .describe('Longest response, in characters; at most 120.'),
    elements: z
      .array(
        z.strictObject({
          id: optionIdSchema,
          label: textSchema.describe('What it is, in words for the learner, e.g. 感受 / the feeling.'),
          anyOf: z
            .strictObject({ zh: wordList('Chinese'), en: wordList('English') })
            .describe(
              'It is present when any of these occurs; English words may go on (promise finds promised).',
            ),
          feedback: textSchema.describe('Shown when it is missing.'),
        }),
      )
      .min(1, { error: 'requires nothing; write at least one element' })
      .describe('What the sentence must contain; the score is the share present.'),
    forbidden: z
      .array(
        z.strictObject({
          word: textSchema.describe('The word, whole, in both languages.'),
          feedback: textSchema.describe('Shown when it occurs: what it does to the customer.'),
        }),
      )
      .default([])
      .describe('Any of these gives 0.'),
    model: textSchema.describe('A good response, shown after scoring.'),
    selfCheck: z
      .array(textSchema)
      .min(1, { error: 'is empty; write one to three questions' })
      .describe('Questions to hold against the own sentence, as words are found but not understood.'),
    extension: extensionSchema,
  })
  .superRefine((item, sink) => {
    checkUniqueIds(sink, 'elements', item.elements);
    const length = lengthOf(item.model.zh);
    if (length > item.maxLength) {
      report(sink, ['model', 'zh'], `has ${length} characters, maxLength is ${item.maxLength}; shorten it`);
    }
  });
