import { z } from 'zod';
import { slugSchema, textSchema } from './text.schema.ts';

const glyphSchema = z
  .string()
  .regex(/^\p{Script=Han}$/u, { error: 'must be exactly one Han character, unique in the course' });

export const lessonEntrySchema = z.strictObject({
  id: slugSchema.describe('Final id, `m2-fab-pitch`; the page is /learn/<id>/.'),
  number: z.int().min(1).max(36).describe('Lesson number 1–36, in course order.'),
  glyph: glyphSchema.describe('The character of the lesson on the map.'),
  title: textSchema.describe('Full title.'),
  caption: textSchema.describe('Short name under the cell; `|` marks where the line may break.'),
  minutes: z.int().min(5).max(15).describe('Minutes to read and be checked.'),
  hook: textSchema.describe('The line that opens the lesson, shown beside “continue”.'),
});

export const moduleEntrySchema = z.strictObject({
  id: z.enum(['m1', 'm2', 'm3']).describe('m1, m2 or m3.'),
  realm: z.enum(['xin', 'gong', 'wang']).describe('心, 功 or 网: colour and sign.'),
  ordinal: textSchema.describe('修炼一 / Cultivation 1.'),
  title: textSchema.describe('Title of the module.'),
  outcome: textSchema.describe('What the learner can do after it, one sentence.'),
  lessons: z.array(lessonEntrySchema).min(1).describe('The lessons in order, written or not.'),
});

/** `content/course.yaml`: the course map, all 36 lessons whether written or not. */
export const courseSchema = z
  .strictObject({
    id: slugSchema.describe('Id of the course.'),
    title: textSchema.describe('Title of the course.'),
    passPoints: z.number().min(0).max(5).describe('Points of 5 that complete a lesson check, e.g. 4.'),
    modules: z.array(moduleEntrySchema).length(3).describe('The three cultivations.'),
    capstone: z
      .strictObject({ id: slugSchema, title: textSchema, caption: textSchema, minutes: z.int() })
      .describe('The project after the 36 lessons; without a check, never counted in “n of 36”.'),
  })
  .superRefine((course, context) => {
    const lessons = course.modules.flatMap((module) => module.lessons);
    for (const field of ['id', 'number', 'glyph'] as const) {
      const seen = new Set<string | number>();
      for (const lesson of lessons) {
        if (seen.has(lesson[field]))
          context.addIssue({
            code: 'custom',
            path: ['modules'],
            message: `${field} "${lesson[field]}" is used twice; give ${lesson.id} one of its own`,
          });
        seen.add(lesson[field]);
      }
    }
  });

export type Course = z.infer<typeof courseSchema>;
