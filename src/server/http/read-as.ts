import type { z } from 'zod';
import { wrongShape } from '#server/usecase/wrong-shape.ts';
import type { ApiAnswer, ApiCall } from './api.ts';
import { malformed, NO_JSON, parseBody } from './api-body.ts';

/** @returns the body as a schema has it, or the answer that says what is wrong with it. */
export function readAs<T>(schema: z.ZodType<T>, call: ApiCall): { value: T } | { answer: ApiAnswer } {
  const body = parseBody(call);
  if (!body) return { answer: malformed(NO_JSON) };
  const parsed = schema.safeParse(body.value);
  if (parsed.success) return { value: parsed.data };
  return { answer: malformed(wrongShape(schema, body.value, 'body')) };
}
