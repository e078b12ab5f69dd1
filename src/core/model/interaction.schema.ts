import { z } from 'zod';
import { boardMistakes } from './board-mistakes.ts';
import { diagramSchemas } from './diagram.schema.ts';
import { named, titled } from './interaction-base.schema.ts';
import { slugSchema, textSchema } from './text.schema.ts';
import { workbenchSchemas } from './workbench.schema.ts';
import { workbenchMistakes } from './workbench-mistakes.ts';

/** Boards and dialogues: the learner decides, and sees what comes of it. What he writes himself: `workbench.schema.ts`. */

const nudge = textSchema.describe('The one question asked when a card lands wrong.');
const why = textSchema.describe('Shown once the card lies right, or after the choice.');
const mood = z.enum(['neutral', 'warm', 'guarded', 'irritated', 'angry']).describe('The face afterwards.');
const persona = slugSchema.describe('Portrait: public/art/persona-<persona>.svg.');

export const sortSchema = z.strictObject({
  ...titled,
  kind: z.literal('sort'),
  look: z
    .enum(['bins', 'circles'])
    .optional()
    .describe('circles: the bins are drawn as rings, innermost first.'),
  nudge,
  bins: z
    .array(z.strictObject({ ...named, hint: textSchema.describe('One or two words under the name.') }))
    .min(2)
    .max(4)
    .describe('2–4 bins.'),
  cards: z
    .array(z.strictObject({ ...named, bin: z.string(), why }))
    .min(4)
    .max(12)
    .describe('4–12 cards.'),
});

export const swipeSchema = z.strictObject({
  ...titled,
  kind: z.literal('swipe'),
  nudge,
  left: z.strictObject(named).describe('Where a card goes to the left, or by the left arrow key.'),
  right: z.strictObject(named),
  cards: z
    .array(z.strictObject({ ...named, side: z.string().describe('Id of `left` or `right`.'), why }))
    .min(6)
    .max(14)
    .describe('6–14 statements, one at a time.'),
});

export const reorderSchema = z.strictObject({
  ...titled,
  kind: z.literal('reorder'),
  prompt: textSchema.describe('What to put in order.'),
  slots: z.array(z.strictObject(named)).min(3).max(7).describe('The places, first to last.'),
  cards: z
    .array(z.strictObject({ ...named, why: textSchema.describe('Why this card belongs in its place.') }))
    .min(3)
    .max(7)
    .describe('In the right order; shown shuffled.'),
});

export const matchSchema = z.strictObject({
  ...titled,
  kind: z.literal('pairs'),
  prompt: textSchema,
  nudge,
  pairs: z
    .array(z.strictObject({ id: named.id, left: textSchema, right: textSchema, why }))
    .min(4)
    .max(10)
    .describe('4–10 pairs; at most five left sides are shown at once, both sides shuffled.'),
});

export const flipSchema = z.strictObject({
  ...titled,
  kind: z.literal('flip'),
  faces: z
    .array(textSchema)
    .min(2)
    .max(3)
    .describe('What the faces are called, e.g. belief, behaviour, misuse.'),
  cards: z
    .array(z.strictObject({ id: named.id, faces: z.array(textSchema).min(2).max(3) }))
    .min(3)
    .max(8),
  pick: textSchema.optional().describe('Asks the learner to choose one card of his own; kept in the record.'),
});

export const choicesSchema = z.strictObject({
  ...titled,
  kind: z.literal('choices'),
  prompt: textSchema,
  scenes: z
    .array(
      z.strictObject({
        ...named,
        options: z
          .array(z.strictObject({ ...named, fits: z.boolean(), why }))
          .min(2)
          .max(4),
      }),
    )
    .min(2)
    .max(8)
    .describe('Small scenes, one at a time.'),
});

const replySchema = z.strictObject({
  ...named,
  trust: z.int().min(-20).max(20).describe('How trust changes.'),
  mood,
  answer: textSchema.describe('What the customer says then.'),
  why: textSchema.describe('Why the customer reacts so.'),
});

export const dialogueSchema = z.strictObject({
  ...titled,
  kind: z.literal('dialogue'),
  scene: textSchema.describe('Where and when, one sentence.'),
  persona,
  personaName: textSchema.optional().describe('Name shown beside the portrait.'),
  line: textSchema.describe('What the customer says first.'),
  replies: z.array(replySchema).min(2).max(4),
});

export const talkSchema = z.strictObject({
  ...titled,
  kind: z.literal('talk'),
  scene: textSchema.describe('Where and when, one sentence.'),
  persona,
  personaName: textSchema,
  startTrust: z.int().min(0).max(100),
  turns: z
    .array(z.strictObject({ id: named.id, line: textSchema, replies: z.array(replySchema).min(2).max(4) }))
    .min(2)
    .max(5)
    .describe('The line of a turn is said whatever was replied before; let it fit.'),
  close: z
    .array(z.strictObject({ minTrust: z.int(), text: textSchema }))
    .min(2)
    .describe('What came of it: the first whose trust is reached, highest first; the last has minTrust 0.'),
});

export const interactionSchema = z
  .discriminatedUnion('kind', [
    sortSchema,
    swipeSchema,
    reorderSchema,
    matchSchema,
    flipSchema,
    choicesSchema,
    dialogueSchema,
    talkSchema,
    ...workbenchSchemas,
    ...diagramSchemas,
  ])
  .superRefine((interaction, context) => {
    for (const mistake of [...boardMistakes(interaction), ...workbenchMistakes(interaction)])
      context.addIssue({ code: 'custom', ...mistake });
  });

export type Interaction = z.infer<typeof interactionSchema>;
export type InteractionOf<K extends Interaction['kind']> = Extract<Interaction, { kind: K }>;
