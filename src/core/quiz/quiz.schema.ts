import { z } from 'zod';
import { confidenceSchema, responseSchema, timeSchema } from '../model/response.schema.ts';

const at = timeSchema.describe('Epoch ms, UTC.');
const itemId = z.string().min(1).describe('The item on screen; a late event for another one is refused.');

/** Requests to the quiz machine, for HTTP bodies and logs. Equal to `QuizEvent`; `isQuizEvent` accepts the same. */
export const quizEventSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('quiz.start'), at }),
  z.strictObject({ type: z.literal('quiz.respond'), at, itemId, response: responseSchema }),
  z.strictObject({ type: z.literal('quiz.rate'), at, itemId, confidence: confidenceSchema }),
  z.strictObject({ type: z.literal('quiz.check'), at }),
  z.strictObject({ type: z.literal('quiz.next'), at }),
]);
