/** A fold that is kept and added to shows the same as all facts at once. Again with another seed: `SEED=123 vitest run …`. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFold, writeFold } from '#core/cohort/fold-json.ts';
import { foldedStanding } from '#core/cohort/folded-standing.ts';
import { standingOf } from '#core/cohort/standing.ts';
import { addFact, emptyFold, FOLD_VERSION, type StandingFold } from '#core/cohort/standing-fold.ts';
import type { Fact } from '#core/model/fact.ts';
import { isPrivateFact } from '#core/model/private-fact.ts';
import { completed, opened, points, responded, submitted } from '../progress/facts.ts';
import { factsOf, OUTLINE, run, SECRET } from './folding-facts.ts';

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000_000);
const RUNS = { seed, numRuns: Number(process.env.RUNS ?? 500) };

const added = (fold: StandingFold, facts: readonly Fact[]): StandingFold => {
  for (const fact of facts) addFact(fold, fact);
  return fold;
};
/** Written down and read again, as between two processes. */
const kept = (fold: StandingFold): StandingFold => {
  const read = readFold(writeFold(fold));
  if (!read) throw new Error('a fold that was written cannot be read');
  return read;
};
const share = (facts: readonly Fact[]) => facts.filter((fact) => !isPrivateFact(fact));

/** Facts, the same in another order, and where they are cut. */
const drawn = factsOf('f', 40).chain((facts) =>
  fc.tuple(
    fc.constant(facts),
    fc.shuffledSubarray(facts, { minLength: facts.length }),
    fc.array(fc.nat(facts.length), { maxLength: 4 }),
  ),
);

test(`in any order, cut anywhere and kept in between, it is what all facts give at once (SEED=${seed})`, () => {
  fc.assert(
    fc.property(drawn, ([facts, mixed, cuts]) => {
      const ends = [...cuts.sort((a, b) => a - b), facts.length];
      let fold = emptyFold();
      let from = 0;
      for (const end of ends) {
        fold = kept(added(fold, mixed.slice(from, end)));
        from = end;
        const soFar = standingOf(share(mixed.slice(0, end)), OUTLINE);
        expect(foldedStanding(fold, OUTLINE)).toEqual(soFar);
      }
    }),
    RUNS,
  );
});

test(`private facts and what was said or chosen leave no trace in it (SEED=${seed})`, () => {
  fc.assert(
    fc.property(factsOf('f', 40), (facts) => {
      const json = writeFold(added(emptyFold(), facts));
      expect(json).not.toContain(SECRET);
      expect(json).toBe(writeFold(added(emptyFold(), share(facts))));
    }),
    RUNS,
  );
});

test('what cannot be read is as if nothing had been kept', () => {
  for (const json of [
    '',
    '{',
    'null',
    '{}',
    '[1]',
    '{"lastAt":1,"lessons":[[1]],"scenarios":[],"standIns":[]}',
  ])
    expect(readFold(json)).toBeUndefined();
});

test('what this version keeps of these facts; if it has to change here, FOLD_VERSION goes up', () => {
  const text = { response: { text: 'x' }, score: points(0.5), itemId: 'q2' };
  const facts = [
    opened({ id: 'a', at: 1, lessonId: 'm1-b' }),
    responded({ id: 'b', at: 2, itemId: 'q1' }),
    responded({ id: 'c', at: 3, ...text }),
    responded({ id: 'd', at: 4, itemId: 'q3', round: 'stand-in' }),
    responded({ id: 'e', at: 5, itemId: 'q1', round: 'retry', score: points(0) }),
    submitted({ id: 'f', at: 6 }),
    submitted({ id: 'g', at: 7, outcome: { earned: 5, possible: 5, passed: true } }),
    completed({ id: 'h', at: 8 }),
    run({ id: 'i', at: 9, score: 40, codes: ['E1', 'E1'] }),
    run({ id: 'j', at: 10, score: 70, passed: true, codes: ['E2'] }),
  ];
  const fold = added(emptyFold(), facts);
  expect(FOLD_VERSION).toBe('1');
  expect(JSON.parse(writeFold(fold))).toEqual({
    lastAt: 10,
    lessons: [
      ['m1-b', {}, []],
      [
        'm1-a',
        {
          first: { at: 6, id: 'f', ratio: 0.8 },
          best: { passed: true, ratio: 1 },
          passedAt: 7,
          completedAt: 8,
        },
        [
          [
            'O1',
            [
              ['q1', 2, 'b', 1, 1],
              ['q2', 3, 'c', 0.5, 1, 'try'],
              ['q3', 4, 'd', 1, 1],
            ],
          ],
        ],
      ],
    ],
    scenarios: [
      [
        'd-a',
        {
          runs: 2,
          first: { at: 9, id: 'i', score: 40 },
          best: { at: 10, id: 'j', score: 70, codes: ['E2'] },
          passedAt: 10,
        },
      ],
    ],
    standIns: [['try', [['O1', [4, 'd', 1, 1]]]]],
  });
  expect(foldedStanding(fold, OUTLINE).lessons.slice(0, 2)).toEqual([
    { state: 'completed', first: 80, best: 100, completedAt: 8, passedAt: 7, mastery: [100, null] },
    { state: 'open', mastery: [null] },
  ]);
});
