import { z } from 'zod';
import { textSchema } from '../../model/text.schema.ts';
import { codeSchema, findingRefSchema, idSchema, named, revealSchema, sourceSchema } from './words.schema.ts';

/** Tasks between the sheets: pitch, advert, walk, board, data room, desk. */

const visit = z.literal([1, 2]).optional().describe('Sales doctor: which visit.');

const cardSchema = z.strictObject({
  ...named,
  chain: idSchema.optional().describe('Cards of one chain fit together.'),
  bait: z.literal(true).optional().describe('true: looks good and is wrong here.'),
  code: codeSchema.optional(),
  need: idSchema.optional().describe('Benefits: the need it answers.'),
  form: z.enum(['concrete', 'general']).optional().describe('Benefits: in her own scene, or in general.'),
  valid: z.boolean().optional().describe('Evidence: in date.'),
  demo: z.literal(true).optional().describe('Evidence: something to try.'),
});
const cards = z.array(cardSchema).min(2);
const orderSchema = z.enum(['BAF', 'FAB', 'AFB'], { error: 'must be BAF, FAB or AFB' });

const pitchSchema = z.strictObject({
  id: idSchema,
  kind: z.literal('pitch'),
  visit,
  seconds: z.int().min(10).max(120).describe('Time on the clock.'),
  features: cards,
  advantages: cards,
  benefits: cards,
  evidence: cards,
  limit: textSchema.describe('The limit that makes the evidence honest.'),
  orders: z.array(orderSchema).min(1),
  best: z.strictObject({
    features: z.array(idSchema).min(1),
    advantage: idSchema,
    benefit: idSchema,
    evidence: idSchema,
    limit: z.boolean(),
    order: orderSchema,
  }),
  second: z
    .strictObject({ feature: idSchema, benefit: idSchema, evidence: idSchema })
    .optional()
    .describe('Best feature, benefit and evidence for the second of two listeners.'),
  model: textSchema.describe('The expert’s words.'),
});

const advertSchema = z.strictObject({
  id: idSchema,
  kind: z.literal('advert'),
  visit,
  cards: z
    .array(z.strictObject({ ...named, role: z.enum(['B', 'A', 'F', 'bait']), code: codeSchema.optional() }))
    .min(3),
  best: z.array(idSchema).min(3).describe('Ids, headline first.'),
});

const walkSchema = z.strictObject({
  id: idSchema,
  kind: z.literal('walk'),
  visit,
  budget: z.int().min(1).describe('Most spots that can be looked at.'),
  intro: textSchema,
  spots: z
    .array(
      z.strictObject({
        id: idSchema,
        name: textSchema,
        opens: revealSchema.optional(),
        needs: idSchema.optional().describe('Flag without which the spot opens nothing.'),
        concern: idSchema.optional(),
        neutral: textSchema.describe('What one sees, counted or quoted: opens the finding.'),
        judging: textSchema.describe('The same as a verdict: opens nothing.'),
      }),
    )
    .min(3),
});

const boardSchema = z.strictObject({
  id: idSchema,
  kind: z.literal('board'),
  visit,
  causes: z
    .array(
      z.strictObject({
        ...named,
        role: z
          .enum(['root', 'plausible', 'symptom', 'alternative'])
          .describe(
            'root the cause, plausible part of it, symptom, alternative = to be rejected by findings.',
          ),
        rejectedBy: z.array(findingRefSchema).min(1).optional(),
      }),
    )
    .min(3),
  evidence: z
    .record(idSchema, z.array(findingRefSchema).min(1))
    .describe('Cause → findings that support it.'),
  reject: z.array(idSchema).min(1).describe('Alternatives whose rejection counts.'),
  missing: textSchema.describe('The evidence nobody has yet.'),
  phone: z.strictObject({ who: textSchema, opens: revealSchema, line: textSchema }),
  decisions: z
    .array(
      z.strictObject({ person: idSchema, best: idSchema, options: z.array(z.strictObject(named)).min(2) }),
    )
    .optional(),
});

const dataroomSchema = z.strictObject({
  id: idSchema,
  kind: z.literal('dataroom'),
  visit,
  budget: z.int().min(1).describe('Most items that can be asked for.'),
  items: z
    .array(
      z.strictObject({
        ...named,
        opens: revealSchema.optional(),
        asksPurpose: z.literal(true).optional().describe('true: opens only when its purpose is said.'),
        bait: z.literal(true).optional(),
        code: codeSchema.optional(),
      }),
    )
    .min(3),
});

/** A figure, a row's id, or one of the scenario's figures: `"{capital}"`. */
const figure = z.union([
  z.number(),
  idSchema,
  z
    .string()
    .regex(/^\{[a-z][a-z0-9_]*\}$/, { error: 'must be a number, a row, or a figure such as "{capital}"' }),
]);

const deskSchema = z.strictObject({
  id: idSchema,
  kind: z.literal('desk'),
  visit,
  rows: z
    .array(
      z.strictObject({
        id: idSchema,
        kind: z.enum(['driver', 'running', 'oneoff', 'range', 'sensitivity']),
        main: z.literal(true).optional().describe('true: the driver the case turns on.'),
        unit: z.enum(['cny', 'months', 'percent']).optional().describe('Absent = yuan.'),
        needs: findingRefSchema.optional().describe('Finding that prints the figure needed.'),
        value: figure.describe('Yuan a year, yuan once, number of cases, or the most sensitive row.'),
        text: textSchema,
        slips: z
          .array(
            z.strictObject({
              value: figure,
              why: textSchema,
              sales: z.boolean().optional().describe('true: turnover taken for profit.'),
            }),
          )
          .min(1)
          .describe('Wrong results worth recognising, each with what went wrong.'),
      }),
    )
    .min(3),
  tags: z.record(idSchema, sourceSchema).describe('Row → source tag.'),
  problem: z.strictObject({
    main: idSchema,
    secondary: z.array(idSchema),
    symptom: idSchema,
    reject: idSchema,
  }),
  decision: z.strictObject({
    best: z.array(idSchema).min(1),
    ok: z.array(idSchema),
    bad: z.array(idSchema).min(1),
  }),
  labels: z
    .record(idSchema, textSchema)
    .describe('Words for the ids of problem and decision that are no rows.'),
});

export const taskSchemas = [
  pitchSchema,
  advertSchema,
  walkSchema,
  boardSchema,
  dataroomSchema,
  deskSchema,
] as const;
