import { z } from 'zod';
import { textSchema } from '../../model/text.schema.ts';
import {
  idSchema,
  moveTagSchema,
  named,
  optionIdSchema,
  revealSchema,
  turnIdSchema,
} from './words.schema.ts';

/** Levels 2 and 3: topics, what is said in reply, baits, sentence blocks, the second person. */

const tags = z.array(moveTagSchema).min(1);
const trust = z.number().min(0).max(100);

export const blockSchema = z
  .union([
    z.strictObject({ text: textSchema }),
    z.strictObject({
      slots: z
        .record(idSchema, textSchema)
        .describe('Part → words. Its name is an element or a flag of the best option.'),
    }),
  ])
  .describe('A whole sentence (text), or one built of parts (slots).');

const blockKeySchema = z.string().regex(/^[a-z_]+\.[a-z][a-z0-9_]*$/, {
  error: 'is no key of a block; write <move>.<topic> or <move>.any',
});
const blocksByTopic = z
  .record(blockKeySchema, blockSchema)
  .describe('Sentence blocks by move and topic: ask_detail.orders, or summarise.any.');

export const topicPhaseSchema = z.strictObject({
  id: z.enum(['need', 'interview', 'talk']).describe('need, interview or talk.'),
  replaces: z.array(idSchema).describe('The level-1 sheets it stands for; [] = it comes before all stages.'),
  maxTurns: z.int().min(3).max(20),
  topics: z
    .array(
      z.strictObject({
        ...named,
        open: z.literal(true).optional().describe('true: open and fresh from the start.'),
        concern: idSchema.optional(),
        by: idSchema.optional().describe('The person it belongs to.'),
      }),
    )
    .min(3),
  reveals: z
    .array(
      z.strictObject({
        opens: revealSchema,
        tags: tags.describe('Moves that get it.'),
        topic: idSchema.describe('A topic, or any.'),
        minTrust: trust.optional().describe('Said only from this trust on.'),
        after: z
          .array(
            z
              .string()
              .regex(/^(need|finding)\.[a-z][a-z0-9_]*$/, { error: 'is neither need.<id> nor finding.<id>' }),
          )
          .optional()
          .describe('What must be there before: need.<id> (at least stated) or finding.<id>.'),
        by: idSchema.optional().describe('Who says it.'),
        feel: idSchema.optional().describe('Topic whose feeling is then in the air.'),
        unlocks: z.array(idSchema).optional().describe('Topics it opens.'),
        line: textSchema,
      }),
    )
    .min(1)
    .describe('In order: the first line that fits is said.'),
  feelings: z.array(idSchema).describe('Topics that carry a feeling.'),
  openFeelings: z.array(idSchema).optional().describe('Feelings in the air from the start.'),
  walk: z
    .strictObject({ tags, topic: idSchema, minTrust: trust })
    .optional()
    .describe('What starts the walk.'),
  baits: z.array(
    z.strictObject({
      turn: z.int().min(1).describe('1 = the first move.'),
      by: idSchema.optional(),
      good: tags,
      lure: tags,
      line: textSchema,
    }),
  ),
  expert: z
    .array(z.tuple([moveTagSchema, idSchema]))
    .min(1)
    .describe('The model run: move and topic.'),
  blocks: blocksByTopic,
});

export const promptBlocksSchema = z.strictObject({
  byTopic: blocksByTopic.optional(),
  byTurn: z
    .record(turnIdSchema, z.record(optionIdSchema, blockSchema))
    .optional()
    .describe('Turn → option → its sentence in parts. Wins over byTopic.'),
  interrupt: z
    .strictObject({ after: turnIdSchema, line: textSchema, good: tags, lure: tags, note: textSchema })
    .optional()
    .describe('One interruption after that turn, answered by one free move.'),
});

export const level3Schema = z.strictObject({
  second: z
    .strictObject({
      turn: z.union([z.int().min(1), turnIdSchema]).describe('Number of the move, or the turn.'),
      by: idSchema,
      name: textSchema,
      good: tags.optional(),
      lure: tags.optional(),
      line: textSchema,
    })
    .optional()
    .describe('A second person speaks.'),
  contradiction: z
    .strictObject({
      topic: idSchema,
      at: turnIdSchema.optional(),
      said: textSchema,
      shown: textSchema,
      good: tags,
      lure: tags,
      line: textSchema.describe('How an expert takes it up.'),
    })
    .optional()
    .describe('A number that is said and another that is written.'),
  hardLines: z
    .array(z.strictObject({ line: textSchema, good: tags, lure: tags, note: textSchema }))
    .optional(),
});
