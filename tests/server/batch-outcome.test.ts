/** How far a delivery brings each learner. What is told too much here is lost, too little is sent once more. */
import { expect, test } from 'vitest';
import type { WaitingFact } from '#server/port/outbox-store.ts';
import { outcomeOf } from '#server/usecase/batch-outcome.ts';
import { stateFact } from '#server/usecase/state-fact.ts';
import { finished } from '../contract/facts.ts';

const waiting = (
  learnerId: string,
  id: string,
  seq: number,
  more: Partial<WaitingFact> = {},
): WaitingFact => ({
  ...{ learnerId, id, seq, receivedAt: 1, body: JSON.stringify(finished(id)) },
  ...more,
});
const LATE = { isHeld: true } as const;
const UNREADABLE = { body: '{"v":2}' };
const HELD = [
  { factId: 'h5', seq: 5 },
  { factId: 'h7', seq: 7 },
];
/** A late one, two new ones, then two of somebody else; numbers 5 and 7 do not count yet. */
const batch = {
  facts: [
    waiting('a', 'late', 1, LATE),
    waiting('a', 'a4', 4),
    waiting('a', 'a6', 6),
    waiting('b', 'b1', 1),
    waiting('b', 'b2', 2),
  ],
  settlings: [
    { learnerId: 'a', from: 3, to: 7, held: HELD },
    { learnerId: 'b', from: 0, to: 2 },
  ],
};
const outcome = (of: typeof batch, settled: number, refused: { index: number; code: number }[] = []) =>
  outcomeOf(
    of,
    of.facts.map((fact) => ({ fact, statement: stateFact(fact, 'https://course.example.com') })),
    { settled, refused, hasTaken: true },
  );

const A_WHOLE = { learnerId: 'a', from: 3, to: 7, held: HELD, released: ['late'] };
test.each([
  [0, []],
  [1, [{ learnerId: 'a', from: 3, to: 3, released: ['late'] }]],
  [2, [{ learnerId: 'a', from: 3, to: 4, released: ['late'] }]],
  [3, [A_WHOLE]],
  [4, [A_WHOLE, { learnerId: 'b', from: 0, to: 1 }]],
  [5, [A_WHOLE, { learnerId: 'b', from: 0, to: 2 }]],
])('after %i of five', (settled, settlings) => {
  expect(outcome(batch, settled)).toEqual({ settlings, refusals: [] });
});

test('in the middle of what does not count yet: what lies before is kept in mind, what lies behind is not', () => {
  const of = { ...batch, facts: batch.facts.slice(1, 3).concat(waiting('a', 'a7', 8)) };
  expect(
    outcome({ ...of, settlings: [{ learnerId: 'a', from: 3, to: 9, held: HELD }] }, 2).settlings,
  ).toEqual([{ learnerId: 'a', from: 3, to: 6, held: [{ factId: 'h5', seq: 5 }] }]);
});

test('late ones that are still open keep the cursor from nothing', () => {
  const facts = [waiting('a', 'late', 1, LATE), waiting('a', 'later', 2, LATE)];
  const settlings = [{ learnerId: 'a', from: 3, to: 5, held: [{ factId: 'h5', seq: 5 }] }];
  expect(outcome({ facts, settlings }, 1).settlings).toEqual([{ ...settlings[0], released: ['late'] }]);
});

test('what this release cannot read is named with 0, as far as the delivery came', () => {
  const facts = [
    waiting('a', 'a4', 4, UNREADABLE),
    waiting('a', 'a5', 5),
    waiting('a', 'a6', 6),
    waiting('a', 'a7', 7, UNREADABLE),
  ];
  const of = { facts, settlings: [{ learnerId: 'a', from: 3, to: 7, held: [] }] };
  const refusal = (factId: string, status: number) => ({ learnerId: 'a', factId, status });
  // a5 went, a6 did not.
  expect(outcome(of, 1)).toEqual({
    settlings: [{ learnerId: 'a', from: 3, to: 5 }],
    refusals: [refusal('a4', 0)],
  });
  expect(outcome(of, 2, [{ index: 1, code: 422 }])).toEqual({
    settlings: [{ learnerId: 'a', from: 3, to: 7 }],
    refusals: [refusal('a6', 422), refusal('a4', 0), refusal('a7', 0)],
  });
});
