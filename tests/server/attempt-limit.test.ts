/** Attempts counted in memory: when a span is over, and which name is forgotten when there are too many. */
import { expect, test } from 'vitest';
import { createAttemptLimit } from '#server/usecase/attempt-limit.ts';

function desk() {
  const time = { at: 0 };
  return { time, limit: createAttemptLimit({ clock: { now: () => time.at }, most: 1, spanMs: 100 }) };
}

test('a span is over at its end, and not a millisecond before', () => {
  const { time, limit } = desk();
  limit.count('a');
  time.at = 99;
  expect([limit.waitMs('a'), limit.countOf('a')]).toEqual([1, 1]);
  time.at = 100;
  expect([limit.waitMs('a'), limit.countOf('a')]).toEqual([0, 0]);
});

test('10,000 names are remembered; whose span began first is forgotten first', () => {
  const { time, limit } = desk();
  limit.count('a');
  limit.count('b');
  time.at = 100;
  limit.count('a'); // anew: it stands behind b now
  for (let n = 0; n < 9_998; n += 1) limit.count(`n${n}`);
  limit.count('one more');
  expect(['a', 'n0', 'one more'].map(limit.countOf)).toEqual([1, 1, 1]);
  limit.count('and one');
  expect(['a', 'n0', 'and one'].map(limit.countOf)).toEqual([0, 1, 1]);
});
