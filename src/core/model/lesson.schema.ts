import { z } from 'zod';
import { factIdSchema, seedIdSchema, slugSchema, statusSchema, textSchema } from './text.schema.ts';

const objectiveSchema = z.strictObject({
  id: z.string().regex(/^O[1-9]$/, { error: 'must be O1 … O9' }),
  bloom: z
    .enum(['R', 'U', 'Ap', 'An', 'E', 'C'])
    .describe('Remember, understand, apply, analyse, evaluate, create.'),
  text: textSchema.describe('Completes “你能…” / “You can …”.'),
});

const coverSchema = z.strictObject({
  seed: seedIdSchema.describe('Id of the source deck that is taught here.'),
  block: slugSchema.describe('The block of the lesson that teaches it.'),
  practice: z.array(z.string()).min(1).describe('Items (`q3`) or interactions that practise it.'),
});

const titled = { id: slugSchema.describe('Block id; the MDX file places it.'), title: textSchema };
const named = { id: z.string().min(1), text: textSchema };

export const sortSchema = z.strictObject({
  ...titled,
  kind: z.literal('sort'),
  nudge: textSchema.describe('The one question asked when a card lands in the wrong bin.'),
  bins: z
    .array(z.strictObject({ ...named, hint: textSchema.describe('One or two words under the name.') }))
    .min(2)
    .max(4)
    .describe('2–4 bins.'),
  cards: z
    .array(
      z.strictObject({
        ...named,
        bin: z.string(),
        why: textSchema.describe('Shown once the card lies right.'),
      }),
    )
    .min(4)
    .max(12)
    .describe('4–12 cards.'),
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

export const dialogueSchema = z.strictObject({
  ...titled,
  kind: z.literal('dialogue'),
  scene: textSchema.describe('Where and when, one sentence.'),
  persona: slugSchema.describe('Portrait: public/art/persona-<persona>.svg.'),
  personaName: textSchema.optional().describe('Name shown beside the portrait.'),
  line: textSchema.describe('What the customer says first.'),
  replies: z
    .array(
      z.strictObject({
        ...named,
        trust: z.int().min(-20).max(20).describe('How trust changes.'),
        mood: z.enum(['neutral', 'warm', 'guarded', 'irritated', 'angry']).describe('Her face afterwards.'),
        answer: textSchema.describe('What she says then.'),
        why: textSchema.describe('Why she reacts so.'),
      }),
    )
    .min(2)
    .max(4),
});

export const ladderSchema = z.strictObject({
  ...titled,
  kind: z.literal('ladder'),
  desc: textSchema.describe('Text alternative that carries the teaching point.'),
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

export const interactionSchema = z.discriminatedUnion('kind', [
  sortSchema,
  reorderSchema,
  dialogueSchema,
  ladderSchema,
]);

/** `lesson.yaml`: everything of a lesson that is the same in both languages, besides its items. */
export const lessonSchema = z
  .strictObject({
    id: slugSchema.describe('Id as in course.yaml.'),
    module: z.enum(['m1', 'm2', 'm3']).describe('m1, m2 or m3, as in course.yaml.'),
    number: z.int().min(1).max(36).describe('Lesson number 1–36, as in course.yaml.'),
    status: statusSchema,
    minutes: z.int().min(5).max(15).describe('Minutes to read and be checked, 5 to 15, as in course.yaml.'),
    summary: textSchema.describe('What one can do after it, under the title.'),
    objectives: z.array(objectiveSchema).min(2).max(5).describe('Each needs at least two items.'),
    facts: z.array(factIdSchema).describe('Sources the lesson stands on.'),
    tools: z
      .array(z.string().regex(/^T-\d{2}$/))
      .default([])
      .describe('Worksheets of the toolbox.'),
    simulators: z
      .array(z.string().regex(/^SIM-\d$/))
      .default([])
      .describe('Role-plays it prepares for.'),
    covers: z
      .array(coverSchema)
      .min(1)
      .describe('Every seed id of the lesson, where taught, where practised.'),
    interactions: z.array(interactionSchema).default([]).describe('Data of the interactive blocks.'),
  })
  .superRefine((lesson, context) => {
    lesson.interactions.forEach((interaction, index) => {
      if (interaction.kind !== 'sort') return;
      const bins = interaction.bins.map((bin) => bin.id);
      interaction.cards.forEach((card, position) => {
        if (!bins.includes(card.bin))
          context.addIssue({
            code: 'custom',
            path: ['interactions', index, 'cards', position, 'bin'],
            message: `"${card.bin}" is no bin of ${interaction.id}; write one of ${bins.join(', ')}`,
          });
      });
    });
  });

export type Lesson = z.infer<typeof lessonSchema>;
export type Interaction = z.infer<typeof interactionSchema>;

/** Front matter of lesson.zh.mdx and lesson.en.mdx. */
export const lessonTextSchema = z.strictObject({
  lesson: slugSchema.describe('Id of the lesson.'),
  language: z.enum(['zh', 'en']),
  title: z.string().min(1).describe('Title in this language, as in course.yaml.'),
});
