import { z } from 'zod';
import { textSchema } from '../../model/text.schema.ts';
import {
  codeSchema,
  findingRefSchema,
  idSchema,
  ladderSchema,
  moveTagSchema,
  optionIdSchema,
  revealSchema,
  turnIdSchema,
  valuesSchema,
} from './words.schema.ts';

/** Sheets: the customer leads, one line a turn, three or four options to answer it. */

const reveals = z.array(revealSchema).optional();

/** What an option does. A fork gives the same options other marks, so both are made of these fields. */
const markFields = {
  quality: z
    .enum(['expert', 'ok', 'weak', 'error'], { error: 'must be expert, ok, weak or error' })
    .describe('expert: the best here (exactly one); ok: sound; weak: misses the point; error: does harm.'),
  also: moveTagSchema.optional().describe('A second move in the same sentence; it counts half.'),
  concern: idSchema
    .optional()
    .describe('The dealer concern it touches: margin, cash, ease, support, control, commitment.'),
  elements: z.array(idSchema).optional().describe('What the sentence holds: purpose, time, owner, stop …'),
  opens: reveals.describe('What it brings to light.'),
  flags: z.array(idSchema).optional().describe('Marks that later lines, endings and the score ask for.'),
  code: codeSchema.optional(),
  commit: ladderSchema.optional().describe('The step it asks for: next_talk, data, pilot or order.'),
  effects: valuesSchema.partial().optional().describe('Added to the values of the move.'),
  needs: z
    .array(z.union([findingRefSchema, idSchema]))
    .optional()
    .describe('finding.<id> or a flag that must be there, else the option counts as ok.'),
  accepts: z
    .array(moveTagSchema)
    .optional()
    .describe('Other moves that count as this one at levels 2 and 3.'),
  feedback: textSchema.describe(
    'To the learner, 你: what is attractive about it, then what it missed in her words. Never a bare rule.',
  ),
  principle: z
    .string({ error: 'is missing; write the lesson and the seed id it practises, e.g. L13 s26.1' })
    .regex(/^L\d{2} [sx]\d{2}\.\d+$/, { error: 'must look like L13 s26.1: lesson number and seed id' })
    .describe('Lesson number and an id of content/coverage.json.'),
};

const optionSchema = z.strictObject({
  id: optionIdSchema,
  tag: moveTagSchema,
  topic: idSchema.describe('What it is about.'),
  text: textSchema.describe('The learner’s words in quotation marks, 您 to the customer.'),
  ...markFields,
});

const forkSchema = z.strictObject({
  line: textSchema.describe('The other line. The same options must answer it.'),
  opens: reveals,
  feeling: idSchema.optional(),
  options: z
    .record(optionIdSchema, z.strictObject(markFields))
    .describe('For every option id of the turn: its marks and feedback here. Another one is the best.'),
});

export const turnSchema = z.strictObject({
  id: turnIdSchema.describe('Final once published: records name it.'),
  by: idSchema.describe('Who speaks: an id of persons, or customer.'),
  line: textSchema.describe('What is said; stage directions in brackets.'),
  when: findingRefSchema.optional().describe('While this finding is not shown, `alt` is said instead.'),
  alt: textSchema.optional().describe('The line while the finding of `when` is not shown.'),
  opens: reveals.describe('Takes effect when the line is shown.'),
  feeling: idSchema.optional().describe('Topic whose feeling is now in the air.'),
  options: z
    .array(optionSchema)
    .min(3, { error: 'has fewer than 3 options; write 3 or 4' })
    .max(4, { error: 'has more than 4 options; keep 3 or 4' })
    .describe('3–4 options of similar length and tone, exactly one expert; shown shuffled.'),
  fork: forkSchema.optional().describe('A second version: another line, the same options, another best.'),
});

export const sheetSchema = z.strictObject({
  id: idSchema.describe(
    'need, reaction, interview, interview2, interview3, prescription, rehearsal, meeting.',
  ),
  kind: z.literal('sheet'),
  visit: z.literal([1, 2]).optional().describe('Sales doctor: which visit.'),
  person: idSchema.optional().describe('Who is on stage, where two customers have values of their own.'),
  start: valuesSchema.optional().describe('Values at the first sheet of the scenario or of a new person.'),
  turns: z.array(turnSchema).min(1),
});

export type AuthoredTurn = z.infer<typeof turnSchema>;
