import { z } from 'zod';
import { named, titled } from './interaction-base.schema.ts';
import { textSchema } from './text.schema.ts';

/** Blocks in which the learner writes, rates, moves a slider: what is written is his and kept in his record. */

const words = z.array(z.string().min(1)).min(1, {
  error: 'is empty; write at least one word, in quotes if it could be read as a number or yes/no',
});
const wordsSchema = z
  .strictObject({ zh: words, en: words })
  .describe('Looked for in what was written, whichever language is on screen.');

const fieldId = z.string().regex(/^[\w-]+$/, { error: 'must be letters, digits, hyphens, e.g. if-this' });
const figureId = z.string().regex(/^[A-Za-z]\w*$/, {
  error: 'must be one word that begins with a letter, so that a formula can name it, e.g. churn',
});

/** One thing looked at in what was written. Never blocks; says what to better. */
export const textCheckSchema = z.discriminatedUnion('kind', [
  z
    .strictObject({ kind: z.literal('number'), field: z.string(), text: textSchema })
    .describe('Holds a number.'),
  z
    .strictObject({ kind: z.literal('date'), field: z.string(), text: textSchema })
    .describe('Holds a date or a day.'),
  z
    .strictObject({
      kind: z.literal('filled'),
      field: z.string(),
      least: z.int().min(1).default(1),
      text: textSchema,
    })
    .describe('Has at least so many characters.'),
  z
    .strictObject({ kind: z.literal('any-of'), field: z.string(), words: wordsSchema, text: textSchema })
    .describe('Holds one of the words.'),
  z
    .strictObject({ kind: z.literal('none-of'), field: z.string(), words: wordsSchema, text: textSchema })
    .describe('Holds none of the words; `text` says why when it does.'),
]);

export const composerSchema = z.strictObject({
  ...titled,
  kind: z.literal('composer'),
  prompt: textSchema,
  fields: z
    .array(
      z.strictObject({
        id: fieldId,
        label: textSchema,
        hint: textSchema.describe('An example of what to write, greyed in the field.'),
        long: z.boolean().default(false),
        most: z.int().min(10).max(500).default(120).describe('Most characters.'),
      }),
    )
    .min(1)
    .max(6),
  whole: textSchema
    .optional()
    .describe('The fields as one text, with {field-id}; shown as a preview to copy.'),
  checks: z.array(textCheckSchema).max(8).default([]),
  example: textSchema.describe('A good one, opened on request after something was written.'),
});

export const ratingSchema = z.strictObject({
  ...titled,
  kind: z.literal('rating'),
  prompt: textSchema,
  low: textSchema.describe('What 1 means.'),
  high: textSchema.describe('What 5 means.'),
  axes: z
    .array(
      z.strictObject({
        ...named,
        markers: z.array(z.strictObject(named)).min(3).max(9),
        lowest: textSchema.describe('Said when this axis is the lowest.'),
      }),
    )
    .min(3)
    .max(6)
    .describe('One screen per axis; the result is drawn as a radar.'),
  pick: textSchema.describe('Asks which one marker to train; kept in the record.'),
});

export const believableSchema = z.strictObject({
  ...titled,
  kind: z.literal('believable'),
  prompt: textSchema,
  low: textSchema,
  high: textSchema,
  lines: z
    .array(
      z.strictObject({
        ...named,
        works: z.boolean().describe('Is it a line of a kind that helps most people?'),
        why: textSchema,
      }),
    )
    .min(4)
    .max(10),
});

export const sharesSchema = z.strictObject({
  ...titled,
  kind: z.literal('shares'),
  prompt: textSchema,
  parts: z.array(z.strictObject(named)).min(3).max(5).describe('Sliders that sum to 100.'),
  model: z.record(z.string(), z.int().min(0).max(100)).describe('Shares of the model, by part.'),
  modelName: textSchema,
  situations: z
    .array(
      z.strictObject({
        ...named,
        fits: z
          .record(z.string(), z.tuple([z.int(), z.int()]))
          .describe('By part: from, to. Parts not named may be anything.'),
        good: textSchema,
        more: z.record(z.string(), textSchema).describe('By part: said when it is outside.'),
      }),
    )
    .min(1)
    .max(4),
});

export const calcSchema = z.strictObject({
  ...titled,
  kind: z.literal('calc'),
  prompt: textSchema,
  inputs: z
    .array(
      z.strictObject({
        ...named,
        id: figureId,
        least: z.number(),
        most: z.number(),
        step: z.number().positive(),
        value: z.number().describe('At the start.'),
        unit: textSchema,
      }),
    )
    .min(1)
    .max(6)
    .describe('Sliders with a field to type in.'),
  outputs: z
    .array(
      z.strictObject({
        ...named,
        id: figureId,
        formula: z.string().describe('Ids of inputs and earlier outputs, numbers, + - * / ( ).'),
        unit: textSchema,
        digits: z.int().min(0).max(2).default(0),
        main: z.boolean().default(false),
      }),
    )
    .min(1)
    .max(6),
  note: textSchema.describe('What the figure does not say.'),
});

export const gridSchema = z.strictObject({
  ...titled,
  kind: z.literal('grid'),
  prompt: textSchema,
  rows: z
    .array(z.strictObject({ ...named, example: textSchema }))
    .min(2)
    .max(8),
  columns: z
    .array(
      z.strictObject({
        ...named,
        options: z.array(textSchema).max(5).default([]).describe('To tap instead of typing.'),
      }),
    )
    .min(1)
    .max(4),
});

export const scaleSchema = z.strictObject({
  ...titled,
  kind: z.literal('scale'),
  prompt: textSchema,
  benefits: textSchema,
  costs: textSchema,
  cards: z
    .array(z.strictObject({ ...named, side: z.enum(['benefit', 'cost']) }))
    .min(4)
    .max(9),
  personas: z
    .array(
      z.strictObject({
        ...named,
        weights: z
          .record(z.string(), z.int().min(0).max(5))
          .describe('By card: what it weighs for this person.'),
        why: textSchema.describe('What tips the scale for this person.'),
      }),
    )
    .min(2)
    .max(4)
    .describe('The learner guesses each weight first, then sees how this person weighs.'),
});

export const timerSchema = z.strictObject({
  ...titled,
  kind: z.literal('timer'),
  prompt: textSchema,
  parts: z
    .array(z.strictObject({ ...named, seconds: z.int().min(10).max(600) }))
    .min(1)
    .max(5),
  after: textSchema.describe('Asked when the time is over; the answer is kept.'),
});

export const reflectSchema = z.strictObject({
  ...titled,
  kind: z.literal('reflect'),
  prompt: textSchema,
  hint: textSchema.describe('An example, greyed in the field.'),
  most: z.int().min(40).max(1000).default(300),
});

export const checkinSchema = z.strictObject({
  ...titled,
  kind: z.literal('checkin'),
  prompt: textSchema,
  questions: z
    .array(z.strictObject(named))
    .min(2)
    .max(6)
    .describe('Tapped 1–5, once a week; own past weeks beside it.'),
  advice: textSchema.describe('One small step when the sum is low.'),
});

export const workbenchSchemas = [
  composerSchema,
  ratingSchema,
  believableSchema,
  sharesSchema,
  calcSchema,
  gridSchema,
  scaleSchema,
  timerSchema,
  reflectSchema,
  checkinSchema,
] as const;
