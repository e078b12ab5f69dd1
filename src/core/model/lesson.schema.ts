import { z } from 'zod';
import { report } from '../quiz/option.schema.ts';
import { interactionSchema } from './interaction.schema.ts';
import { factIdSchema, seedIdSchema, slugSchema, statusSchema, textSchema } from './text.schema.ts';

const objectiveSchema = z.strictObject({
  id: z.string().regex(/^O[1-9]$/, { error: 'must be O1 … O9' }),
  bloom: z
    .enum(['R', 'U', 'Ap', 'An', 'E', 'C'])
    .describe('Remember, understand, apply, analyse, evaluate, create.'),
  text: textSchema.describe('Completes “你能…” / “You can …”.'),
});

const misconceptionSchema = z.strictObject({
  id: slugSchema.describe('What wrong options name: `misconception: <id>` in items.yaml.'),
  text: textSchema.describe('The wrong belief in one sentence, as a salesperson holds it.'),
});

const coverSchema = z.strictObject({
  seed: seedIdSchema.describe('Id of the source deck that is taught here.'),
  block: slugSchema.describe('The block of the lesson that teaches it.'),
  practice: z.array(z.string()).min(1).describe('Items (`q3`) or interactions that practise it.'),
});

/** `lesson.yaml`: everything of a lesson that is the same in both languages, besides its items. */
export const lessonSchema = z.strictObject({
  id: slugSchema.describe('Id as in course.yaml.'),
  module: z.enum(['m1', 'm2', 'm3']).describe('m1, m2 or m3, as in course.yaml.'),
  number: z.int().min(1).max(36).describe('Lesson number 1–36, as in course.yaml.'),
  status: statusSchema,
  en: z
    .literal('pending', { error: 'can only be pending; write en: pending, or delete the line' })
    .optional()
    .describe('pending: there is no lesson.en.mdx yet; the English page says so and shows the Chinese text.'),
  minutes: z.int().min(5).max(15).describe('Minutes to read and be checked, 5 to 15, as in course.yaml.'),
  summary: textSchema.describe('What one can do after it, under the title.'),
  objectives: z.array(objectiveSchema).min(2).max(5).describe('Each needs at least two items.'),
  misconceptions: z
    .array(misconceptionSchema)
    .superRefine((list, sink) => {
      list.forEach(({ id }, index) => {
        if (list.findIndex((one) => one.id === id) < index)
          report(sink, [index, 'id'], 'is used twice; give this misconception an id of its own');
      });
    })
    .default([])
    .describe(
      '4 to 10 wrong beliefs that wrong options and myths stand for. A note of the author: not shipped.',
    ),
  facts: z.array(factIdSchema).describe('Sources the lesson stands on.'),
  tools: z
    .array(z.string().regex(/^T-\d{2}$/))
    .default([])
    .describe('Worksheets of the toolbox.'),
  simulators: z
    .array(z.string().regex(/^SIM-\d$/))
    .default([])
    .describe('Role-plays it prepares for.'),
  covers: z.array(coverSchema).min(1).describe('Every seed id of the lesson, where taught, where practised.'),
  interactions: z.array(interactionSchema).default([]).describe('Data of the interactive blocks.'),
});

export type Lesson = z.infer<typeof lessonSchema>;

/** Front matter of lesson.zh.mdx and lesson.en.mdx. */
export const lessonTextSchema = z.strictObject({
  lesson: slugSchema.describe('Id of the lesson.'),
  language: z.enum(['zh', 'en']),
  title: z.string().min(1).describe('Title in this language, as in course.yaml.'),
});
