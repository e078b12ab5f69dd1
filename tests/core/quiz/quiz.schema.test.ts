import fc from 'fast-check';
import { expect, expectTypeOf, test } from 'vitest';
import type { z } from 'zod';
import { isQuizEvent, QUIZ_EVENT_TYPES, type QuizEvent } from '#core/quiz/quiz.events.ts';
import { quizEventSchema } from '#core/quiz/quiz.schema.ts';
import type { DeepReadonly } from '../deep-readonly.ts';
import { mutated } from '../mutated.ts';

const samples: QuizEvent[] = [
  { type: 'quiz.start', at: 1 },
  { type: 'quiz.respond', at: 2, itemId: 'm1-a.q1', response: { optionId: 'a' } },
  { type: 'quiz.respond', at: 2, itemId: 'm1-a.q1', response: { optionIds: ['a', 'b'] } },
  { type: 'quiz.respond', at: 2, itemId: 'm1-a.q1', response: { truth: true, reasonId: 'a' } },
  { type: 'quiz.respond', at: 2, itemId: 'm1-a.q1', response: {} },
  { type: 'quiz.respond', at: 2, itemId: 'm1-a.q1', response: { bins: { card: 'F' } } },
  { type: 'quiz.respond', at: 2, itemId: 'm1-a.q1', response: { order: ['a', 'b'] } },
  { type: 'quiz.respond', at: 2, itemId: 'm1-a.q1', response: { pairs: { a: 'b' } } },
  { type: 'quiz.respond', at: 2, itemId: 'm1-a.q1', response: { text: '好' } },
  { type: 'quiz.respond', at: 2, itemId: 'm1-a.q1', response: { typed: '1.5万' } },
  { type: 'quiz.rate', at: 3, itemId: 'm1-a.q1', confidence: 'fairly' },
  { type: 'quiz.check', at: 4 },
  { type: 'quiz.next', at: 5 },
];

test('Q15 the type of events and their schema are equal both ways, so that server and phone speak of the same acts', () => {
  expectTypeOf<DeepReadonly<z.infer<typeof quizEventSchema>>>().toEqualTypeOf<DeepReadonly<QuizEvent>>();
});

test('Q15 every event of the machine is known to schema and guard', () => {
  expect(new Set(samples.map((event) => event.type))).toEqual(new Set(QUIZ_EVENT_TYPES));
  for (const event of samples) {
    expect(quizEventSchema.safeParse(event).success, JSON.stringify(event)).toBe(true);
    expect(isQuizEvent(event), JSON.stringify(event)).toBe(true);
  }
});

test('Q15 the guard accepts what the schema accepts, and nothing else, so that no phone accepts what the server refuses', () => {
  fc.assert(
    fc.property(mutated(fc.constantFrom(...samples)), (event) => {
      expect(isQuizEvent(event)).toBe(quizEventSchema.safeParse(event).success);
    }),
    { numRuns: 2_000 },
  );
});

test.each(['xstate.stop', 'xstate.init', 'quiz.submit', ''])(
  'Q15 the library’s own event %s never enters from outside',
  (type) => {
    expect(isQuizEvent({ type, at: 1 })).toBe(false);
  },
);
