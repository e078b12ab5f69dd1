import { z } from 'zod';
import {
  confidenceSchema,
  outcomeSchema,
  responseSchema,
  scoreSchema,
  timeSchema,
} from './response.schema.ts';

/** The shape of every fact, for HTTP bodies and the log. Equal to `Fact`; `parseFact` accepts the same in the browser. */

const id = z.string().min(1);
const count = z.int().min(0);

const base = {
  id: id.describe('Unique for ever; facts of an attempt are `<attemptId>/<n>`.'),
  v: z.literal(1),
  at: timeSchema.describe('When it happened by the device’s clock, epoch ms UTC.'),
  deviceId: id.describe('Random, made at first use.'),
  language: z.enum(['zh', 'en']),
};

const contextSchema = z.enum(['lesson', 'review', 'checkpoint', 'exam', 'room']);

const lessonOpened = z.strictObject({
  ...base,
  type: z.literal('lesson.opened'),
  lessonId: id,
  lessonRevision: id,
});

const interactionFinished = z.strictObject({
  ...base,
  type: z.literal('interaction.finished'),
  lessonId: id,
  lessonRevision: id,
  blockId: id,
  slips: count,
});

const itemResponded = z.strictObject({
  ...base,
  type: z.literal('item.responded'),
  attemptId: id,
  context: contextSchema,
  lessonId: id,
  itemId: id,
  itemRevision: id,
  objective: id,
  round: z.enum(['first', 'retry', 'stand-in']),
  ordinal: z.int().min(1),
  response: responseSchema,
  score: scoreSchema,
  confidence: confidenceSchema.optional(),
  parameters: z.record(z.string(), z.number()).optional(),
  elapsedMs: count,
});

const attemptSubmitted = z.strictObject({
  ...base,
  type: z.literal('attempt.submitted'),
  attemptId: id,
  context: contextSchema,
  activityId: id,
  activityRevision: id,
  seed: id,
  startedAt: timeSchema,
  outcome: outcomeSchema,
});

const lessonCompleted = z.strictObject({
  ...base,
  type: z.literal('lesson.completed'),
  lessonId: id,
  lessonRevision: id,
  attemptId: id,
});

const reflectionSaved = z.strictObject({
  ...base,
  type: z.literal('reflection.saved'),
  lessonId: id,
  blockId: id,
  text: z.string(),
});

const worksheetSaved = z.strictObject({
  ...base,
  type: z.literal('worksheet.saved'),
  worksheetId: id,
  worksheetRevision: id,
  documentId: id,
  fields: z.record(z.string(), z.unknown()),
  blobIds: z.array(id),
});

const scenarioFinished = z.strictObject({
  ...base,
  type: z.literal('scenario.finished'),
  attemptId: id,
  scenarioId: id,
  scenarioRevision: id,
  engine: id,
  level: z.literal([1, 2, 3]),
  seed: id,
  startedAt: timeSchema,
  moves: z.array(z.record(z.string(), z.unknown())),
  selfRating: z.record(z.string(), z.number().min(0).max(4)),
  score: z.number().min(0).max(100),
  codes: z.array(id),
  ending: id,
  passed: z.boolean(),
});

export const factSchema = z.discriminatedUnion('type', [
  lessonOpened,
  interactionFinished,
  itemResponded,
  attemptSubmitted,
  lessonCompleted,
  reflectionSaved,
  worksheetSaved,
  scenarioFinished,
]);
