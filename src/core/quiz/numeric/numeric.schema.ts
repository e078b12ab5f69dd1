import { z } from 'zod';
import { textSchema } from '../../model/text.schema.ts';
import { itemBaseFields } from '../item-base.schema.ts';
import { extensionSchema, report } from '../option.schema.ts';
import { workOut } from './work-out.ts';

const figure = z.union([z.number(), z.string()], {
  error: 'must be a number or a formula; write e.g. 5 or 100 / churn',
});

const nameSchema = z.string().regex(/^[a-z][A-Za-z0-9]*$/, {
  error: 'is no usable name; write a word of letters, beginning with a small one, e.g. churn',
});

const unitSchema = textSchema.refine(({ zh }) => !zh.startsWith('万'), {
  error: 'begins with 万; write the plain unit, e.g. 元, and the key in full',
});

const wrongTolerance = {
  error: 'must be an amount in the unit or a share of the key; write e.g. 0.1 or "1%"',
};

const toleranceSchema = z.union(
  [z.number().min(0, wrongTolerance), z.string().regex(/^\d+(\.\d+)?%$/, wrongTolerance)],
  wrongTolerance,
);

/** NUM: a number with its unit. */
export const numericSchema = z
  .strictObject({
    ...itemBaseFields,
    type: z.literal('NUM'),
    unit: unitSchema.describe('Shown beside the field: 年 / years; % for a percentage.'),
    parameters: z
      .record(
        nameSchema,
        z
          .array(z.number())
          .min(2, { error: 'has fewer than 2 values; write two or more, or put the figure into the text' })
          .max(12, { error: 'has more than 12 values; keep the best 12' }),
      )
      .optional()
      .describe('Figures of the twins: lists of one length; an attempt draws one place of all of them.'),
    steps: z
      .record(nameSchema, z.string())
      .optional()
      .describe('Results on the way, in order: name and formula over parameters and steps before it.'),
    key: figure.describe('The right value in the unit: a number, or a formula over parameters and steps.'),
    tolerance: toleranceSchema.describe('± this much is right as well: in the unit, or "1%" of the key.'),
    decimals: z
      .int()
      .min(0)
      .max(4)
      .optional()
      .describe('Most decimals of a figure in texts, where {name:1} says no other; absent: 2.'),
    slips: z
      .array(
        z.strictObject({
          value: figure.describe('What the slip leads to: a number or a formula.'),
          credit: z
            .literal([0, 0.5], { error: 'must be 0.5 or 0; write 0.5 for a slip of rounding or unit' })
            .describe('0.5 for half the way, 0 for a wrong idea with an answer of its own.'),
          feedback: textSchema.describe('Shown when this value is given: what was mixed up, the next step.'),
        }),
      )
      .min(1, { error: 'is empty; write the slip that people make, e.g. per month for per year' })
      .max(5, { error: 'has more than 5 slips; keep the likely ones' })
      .describe('Values that known slips lead to.'),
    feedback: textSchema.describe('Shown for any other value: the calculation with its own figures.'),
    extension: extensionSchema,
  })
  .superRefine((item, sink) => {
    const told = new Set<string>();
    workOut(item, (path, message) => {
      const once = `${path.join('.')} ${message}`;
      if (!told.has(once)) report(sink, path, message);
      told.add(once);
    });
  });
