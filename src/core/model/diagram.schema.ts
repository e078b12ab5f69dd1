import { z } from 'zod';
import { named, titled } from './interaction-base.schema.ts';
import { textSchema } from './text.schema.ts';

/** Pictures drawn from data. `desc` is the text alternative and carries the teaching point with its numbers. */

const drawn = { ...titled, desc: textSchema.describe('Text alternative that carries the teaching point.') };

export const ladderSchema = z.strictObject({
  ...drawn,
  kind: z.literal('ladder'),
  steps: z
    .array(
      z.strictObject({
        layer: z.string().describe('Letter at the step, e.g. F.'),
        text: textSchema,
        ask: textSchema.optional().describe('The question that leads to the next step.'),
      }),
    )
    .min(3)
    .max(6),
});

export const loopSchema = z.strictObject({
  ...drawn,
  kind: z.literal('loop'),
  steps: z.array(z.strictObject(named)).min(3).max(6).describe('In a ring, clockwise from the top.'),
  feedback: textSchema.optional().describe('Written at the way back to the first step.'),
  outside: z.array(textSchema).max(4).default([]).describe('What acts on the loop from outside.'),
});

export const ringsSchema = z.strictObject({
  ...drawn,
  kind: z.literal('rings'),
  rings: z
    .array(z.strictObject({ ...named, examples: textSchema }))
    .min(2)
    .max(4)
    .describe('Innermost first.'),
});

export const stepsSchema = z.strictObject({
  ...drawn,
  kind: z.literal('steps'),
  steps: z
    .array(z.strictObject({ ...named, layer: z.string().describe('Letter or number.'), ask: textSchema }))
    .min(3)
    .max(6),
});

export const pyramidsSchema = z.strictObject({
  ...drawn,
  kind: z.literal('pyramids'),
  note: textSchema.describe('What the shares are and are not.'),
  models: z
    .array(
      z.strictObject({
        ...named,
        layers: z
          .array(z.strictObject({ ...named, share: z.int().min(1).max(100).describe('Per cent.') }))
          .min(3)
          .max(5)
          .describe('Top to bottom; they sum to 100.'),
        widest: z.enum(['top', 'bottom']),
      }),
    )
    .length(2),
});

export const wheelSchema = z.strictObject({
  ...drawn,
  kind: z.literal('wheel'),
  hub: textSchema,
  spokes: z
    .array(z.strictObject({ ...named, note: textSchema }))
    .min(4)
    .max(8),
});

export const barsSchema = z.strictObject({
  ...drawn,
  kind: z.literal('bars'),
  unit: textSchema,
  label: textSchema.describe('测算, 示意 or 示例: what kind of figures these are.'),
  bars: z
    .array(z.strictObject({ ...named, value: z.number(), main: z.boolean().default(false) }))
    .min(2)
    .max(8),
});

export const balanceSchema = z.strictObject({
  ...drawn,
  kind: z.literal('balance'),
  left: z.strictObject({ ...named, parts: z.array(textSchema).min(1).max(6) }),
  right: z.strictObject({ ...named, parts: z.array(textSchema).min(1).max(6) }),
});

export const diagramSchemas = [
  ladderSchema,
  loopSchema,
  ringsSchema,
  stepsSchema,
  pyramidsSchema,
  wheelSchema,
  barsSchema,
  balanceSchema,
] as const;
