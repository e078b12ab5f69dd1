import { expect, test } from 'vitest';
import { minutesSpent } from '#core/progress/time-spent.ts';
import { completed, opened, responded } from './facts.ts';

const MINUTE = 60_000;

test('acts that follow each other closely are study, a pause of more than ten minutes is none', () => {
  const facts = [
    opened({ id: '1', at: 0 }),
    completed({ id: '2', at: 4 * MINUTE }),
    completed({ id: '3', at: 14 * MINUTE }),
    completed({ id: '4', at: 25 * MINUTE }),
  ];
  // 0 to 14; the eleven minutes after that were spent elsewhere.
  expect(minutesSpent(facts)).toBe(14);
});

test('an item counts from when it was shown, at most five minutes, and no minute counts twice', () => {
  const facts = [
    opened({ id: '1', at: 0 }),
    responded({ id: '2', at: 3 * MINUTE, elapsedMs: 2 * MINUTE }), // within the first three minutes
    responded({ id: '3', at: 200 * MINUTE, elapsedMs: 190 * MINUTE }), // a phone left on the table
  ];
  expect(minutesSpent(facts)).toBe(3 + 5);
});

test('a single response that began before anything else was done counts too', () => {
  expect(minutesSpent([responded({ id: '1', at: 10 * MINUTE, elapsedMs: 90_000 })])).toBe(2);
  expect(minutesSpent([])).toBe(0);
});
