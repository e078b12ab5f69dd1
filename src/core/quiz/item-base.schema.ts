import { z } from 'zod';
import { factIdSchema, seedIdSchema, slugSchema, statusSchema, textSchema } from '../model/text.schema.ts';

export const itemIdSchema = z
  .string({ error: 'needs an id; write <lesson-id>.q1' })
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*\.q[1-9]\d?$/, {
    error: 'is no item id; write <lesson-id>.qN, e.g. m2-fab-pitch.q1',
  });

/** The fields every authored item has; `lessonId` and `revision` are added when it is published. */
export const itemBaseFields = {
  id: itemIdSchema.describe('`<lesson-id>.qN`, final once published.'),
  objective: z
    .string()
    .regex(/^O[1-9]$/, { error: 'is no objective; write O1 … O9, an id of lesson.yaml' })
    .describe('The one objective it checks, an id of lesson.yaml.'),
  bloom: z
    .enum(['R', 'U', 'Ap', 'An', 'E', 'C'], { error: 'is no level; write R, U, Ap, An, E or C' })
    .describe('Remember, understand, apply, analyse, evaluate, create.'),
  status: statusSchema,
  stem: textSchema.describe(
    'The question or situation: central idea first, positive wording, no window dressing.',
  ),
  block: slugSchema.describe('Id of the lesson block that teaches it; feedback links there.'),
  parallelOf: itemIdSchema
    .optional()
    .describe('The item this one is a parallel form of: same point, other case.'),
  sharesOptionsWith: itemIdSchema
    .optional()
    .describe('Extended matching: the item with the same options under another stem and with another key.'),
  case: slugSchema.optional().describe('Id of the case it belongs to, one of `cases` of this file.'),
  seeds: z.array(seedIdSchema).default([]).describe('Ids of the source deck it checks.'),
  facts: z.array(factIdSchema).default([]).describe('Sources its figures and claims stand on.'),
};
