import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Round } from '#core/model/fact.ts';
import { CONFIDENCES } from '#core/model/response.ts';
import { progress } from '#core/progress/progress.ts';
import { completed, course, type Fact, opened, responded, submitted } from './facts.ts';

/** Few names and few moments, so that facts meet: same item, same attempt, same millisecond. */
const fact: fc.Arbitrary<Fact> = fc
  .record({
    kind: fc.constantFrom('opened', 'responded', 'responded', 'submitted', 'completed'),
    at: fc.nat(5),
    lessonId: fc.constantFrom('m1-a', 'm1-b', 'm9-gone'),
    attemptId: fc.constantFrom('one', 'two'),
    item: fc.nat(3),
    objective: fc.constantFrom('O1', 'O2', 'O9'),
    round: fc.constantFrom<Round>('first', 'retry', 'stand-in'),
    earned: fc.constantFrom(0, 1 / 3, 0.5, 2 / 3, 1),
    isText: fc.boolean(),
    confidence: fc.constantFrom(undefined, ...CONFIDENCES),
    elapsedMs: fc.nat(600_000),
  })
  .map(({ kind, item, earned, isText, lessonId, at, ...rest }) => {
    const given = { id: '', at, lessonId };
    const { attemptId, confidence, objective, round, elapsedMs } = rest;
    if (kind === 'opened') return opened(given);
    if (kind === 'completed') return completed({ ...given, attemptId });
    if (kind === 'submitted')
      return submitted({
        id: '',
        at,
        activityId: lessonId,
        attemptId,
        outcome: { earned: earned * 5, possible: 5, passed: earned > 0.5 },
      });
    const response = isText ? { text: 'x' } : { optionId: 'a' };
    const itemId = `${lessonId}.q${item}`;
    const points = { score: { earned, possible: 1 }, ...(confidence && { confidence }) };
    return responded({ ...given, attemptId, itemId, objective, round, elapsedMs, response, ...points });
  });

const record = fc
  .array(fact, { maxLength: 30 })
  .map((facts) => facts.map((one, index) => ({ ...one, id: `f${index}` })));

test('two devices that merged in either order, with any overlap, show the same progress', () => {
  fc.assert(
    fc.property(
      record.chain((facts) =>
        fc.tuple(
          fc.constant(facts),
          fc.shuffledSubarray(facts, { minLength: facts.length }),
          fc.subarray(facts),
          fc.subarray(facts),
        ),
      ),
      ([facts, shuffled, some, others]) => {
        const whole = progress(facts, course);
        expect(progress(shuffled, course)).toEqual(whole);
        expect(progress([...some, ...shuffled, ...others], course)).toEqual(whole);
      },
    ),
  );
});

test('no record, however odd, gives a share outside 0 to 1 or loses a lesson of the course', () => {
  fc.assert(
    fc.property(record, (facts) => {
      const { lessons, levels } = progress(facts, course);
      expect(lessons.slice(0, 2).map(({ lessonId }) => lessonId)).toEqual(['m1-a', 'm1-b']);
      const ratios = [...lessons.flatMap(({ objectives }) => objectives), ...levels].map(
        ({ ratio }) => ratio,
      );
      for (const ratio of ratios) expect(ratio >= 0 && ratio <= 1 + 1e-9).toBe(true);
    }),
  );
});
