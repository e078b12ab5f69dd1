import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Fact } from '#core/model/fact.ts';
import { notes } from '#core/progress/notes.ts';

const saved = (id: string, at: number, blockId: string, text: string, deviceId = 'd'): Fact => ({
  v: 1,
  id,
  at,
  deviceId,
  language: 'zh',
  type: 'reflection.saved',
  lessonId: 'm1-a',
  blockId,
  text,
});

test('of each place what was written last, the newest first', () => {
  const facts = [
    saved('1', 1, 'plan', '先打三个电话'),
    saved('2', 2, 'why', '她没说完'),
    saved('3', 3, 'plan', '先去两家店'),
  ];
  expect(notes(facts)).toEqual([
    { lessonId: 'm1-a', blockId: 'plan', text: '先去两家店', at: 3 },
    { lessonId: 'm1-a', blockId: 'why', text: '她没说完', at: 2 },
  ]);
});

test('what was emptied on purpose is gone, and stands again when it is written again', () => {
  const facts = [saved('1', 1, 'plan', '先打三个电话'), saved('2', 2, 'plan', ' ')];
  expect(notes(facts)).toEqual([]);
  expect(notes([...facts, saved('3', 3, 'plan', '再想想')])).toHaveLength(1);
});

test('what two phones wrote in the same place while apart stands together, the newest first', () => {
  const facts = [
    saved('1', 1, 'plan', '先打三个电话', 'd'),
    saved('2', 2, 'plan', '先去两家店', 'e'),
    saved('3', 3, 'plan', '先问老张', 'd'),
  ];
  expect(notes(facts)).toEqual([
    {
      lessonId: 'm1-a',
      blockId: 'plan',
      text: '先问老张',
      at: 3,
      elsewhere: [{ text: '先去两家店', at: 2 }],
    },
  ]);
  // The same words, or none, need not stand there twice.
  expect(notes([...facts, saved('4', 4, 'plan', '先问老张', 'e')])[0]?.elsewhere).toBeUndefined();
  expect(notes([...facts, saved('4', 4, 'plan', ' ', 'e')])).toEqual([]);
  expect(notes([...facts, saved('4', 4, 'plan', ' ', 'e'), saved('5', 5, 'plan', '新的', 'd')])).toEqual([
    { lessonId: 'm1-a', blockId: 'plan', text: '新的', at: 5 },
  ]);
});

test('two devices that merged in either order, with any overlap, show the same notes', () => {
  const fact = fc.record({
    at: fc.nat(4),
    block: fc.constantFrom('a', 'b'),
    text: fc.constantFrom('', 'x', 'y'),
    device: fc.constantFrom('d', 'e', 'f'),
  });
  const record = fc
    .array(fact, { maxLength: 12 })
    .map((list) =>
      list.map(({ at, block, text, device }, index) => saved(`f${index}`, at, block, text, device)),
    );
  fc.assert(
    fc.property(
      record.chain((facts) =>
        fc.tuple(
          fc.constant(facts),
          fc.shuffledSubarray(facts, { minLength: facts.length }),
          fc.subarray(facts),
        ),
      ),
      ([facts, shuffled, some]) => {
        expect(notes([...some, ...shuffled])).toEqual(notes(facts));
      },
    ),
  );
});
