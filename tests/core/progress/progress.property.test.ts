import fc from 'fast-check';
import { expect, test } from 'vitest';
import { progress } from '#core/progress/progress.ts';
import { lessonRecord as record } from './any-record.ts';
import { course } from './facts.ts';

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
