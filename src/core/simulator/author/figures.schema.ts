import { z } from 'zod';

/** `figures` of a scenario file: what other seeds draw anew, and what follows from it. */

const id = z
  .string()
  .regex(/^[a-z][a-z0-9_]*$/, { error: 'must be lower-case letters, digits and _, e.g. one_point' });
const unit = z
  .enum(['cny', 'count', 'ratio', 'days', 'months', 'years'], {
    error: 'must be cny, count, ratio, days, months or years',
  })
  .describe('cny = yuan, and derived ones are rounded to the yuan; ratio = 0.28 for 28%.');
const step = z.number().positive({ error: 'must be above 0' });

export const figurePlanSchema = z
  .strictObject({
    free: z
      .array(
        z.strictObject({
          id,
          unit,
          value: z.number().describe('The dossier’s figure: what the default seed plays.'),
          range: z
            .tuple([z.number(), z.number()])
            .describe('Lowest and highest, both drawn too; within ±10% of value.'),
          step: step.describe('Distance of two neighbours, from the lowest on; value is one of them.'),
        }),
      )
      .min(1)
      .describe('Drawn by the seed, each for itself.'),
    derived: z
      .array(
        z.strictObject({
          id,
          unit,
          of: z.string().describe('Over the figures above it, e.g. stock * 30% * 6%: + - * / ( ) and %.'),
          step: step.optional().describe('Rounded to a multiple of it; absent = yuan, else not rounded.'),
        }),
      )
      .describe('Worked out in this order.'),
  })
  .describe('Figures that other seeds draw anew; texts and the desk name them as {id}. Absent = none.');
