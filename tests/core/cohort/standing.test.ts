import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Outline, standingOf } from '#core/cohort/standing.ts';
import type { Fact, FactOf } from '#core/model/fact.ts';
import { completed, opened, points, responded, submitted } from '../progress/facts.ts';

const outline: Outline = {
  lessons: [
    { id: 'm1-a', objectives: [{ id: 'O1' }, { id: 'O2' }] },
    { id: 'm1-b', objectives: [{ id: 'O1' }] },
  ],
  scenarios: [{ id: 'd-a' }, { id: 'd-b' }],
};

const run = (id: string, at: number, more: Partial<FactOf<'scenario.finished'>>): Fact => ({
  id,
  at,
  v: 1,
  deviceId: 'device',
  language: 'zh',
  type: 'scenario.finished',
  attemptId: id,
  scenarioId: 'd-a',
  scenarioRevision: 'r',
  engine: 'simulator@1',
  level: 1,
  seed: 's',
  startedAt: 0,
  moves: [],
  selfRating: {},
  score: 50,
  codes: [],
  ending: 'left',
  passed: false,
  ...more,
});

test('nothing done is nothing begun, in the order of the outline', () => {
  expect(standingOf([], outline)).toEqual({ lessons: [null, null], scenarios: [null, null] });
});

test('a lesson: state, first and best check in whole percent, the days, mastery per objective', () => {
  const facts = [
    opened({ id: '1', at: 100 }),
    responded({ id: '2', at: 110, score: points(1) }),
    responded({ id: '3', at: 120, itemId: 'm1-a.q2', score: points(0) }),
    submitted({ id: '4', at: 130, outcome: { earned: 3, possible: 5, passed: false } }),
    submitted({ id: '5', at: 140, outcome: { earned: 5, possible: 5, passed: true } }),
    completed({ id: '6', at: 141 }),
    submitted({ id: '7', at: 150, outcome: { earned: 4, possible: 5, passed: true } }),
  ];
  expect(standingOf(facts, outline)).toEqual({
    lessons: [
      { state: 'completed', first: 60, best: 100, completedAt: 141, passedAt: 150, mastery: [50, null] },
      null,
    ],
    scenarios: [null, null],
    lastAt: 150,
  });
});

test('rounding neither lifts anybody over the line of 80% nor pushes them under it', () => {
  const mastery = (earned: number) =>
    standingOf([responded({ id: '1', at: 1, score: points(earned, 1000) })], outline).lessons[0]?.mastery[0];
  expect([mastery(799), mastery(800), mastery(804), mastery(10)]).toEqual([79, 80, 80, 1]);
});

test('a role-play: first from the beginning, best, passed, and the slips of the best run, each once', () => {
  const branch = { type: 'run.plan', branchOf: 'r1' };
  const facts = [
    run('r0', 5, { moves: [branch], score: 65, passed: true }),
    run('r1', 10, { score: 40, codes: ['E5', 'E6'] }),
    run('r2', 20, { score: 72, passed: true, codes: ['E4', 'E4'] }),
    run('r3', 30, { score: 71, passed: true }),
  ];
  expect(standingOf(facts, outline).scenarios).toEqual([
    { runs: 4, first: 40, best: 72, passedAt: 20, codes: ['E4'] },
    null,
  ]);
  expect(standingOf(facts.slice(0, 1), outline).scenarios[0]).toEqual({ runs: 1, best: 65, codes: [] });
});

test('what the outline no longer has is left out, its day is not', () => {
  const facts = [
    opened({ id: '1', at: 9, lessonId: 'm0-gone' }),
    responded({ id: '2', at: 8, objective: 'O9' }),
    run('r', 7, { scenarioId: 'gone' }),
  ];
  expect(standingOf(facts, outline)).toEqual({
    lessons: [{ state: 'open', mastery: [null, null] }, null],
    scenarios: [null, null],
    lastAt: 9,
  });
});

test('nothing of what was chosen, said or written is in it', () => {
  const secret = 'SECRET';
  const facts: Fact[] = [
    responded({ id: '1', at: 1, response: { text: secret }, confidence: 'sure' }),
    run('r', 2, { moves: [{ type: 'say', text: secret }], ending: secret, selfRating: { [secret]: 1 } }),
    { ...opened({ id: '2', at: 3 }), type: 'reflection.saved', blockId: 'b', text: secret } as Fact,
  ];
  expect(JSON.stringify(standingOf(facts, outline))).not.toContain(secret);
});

test('any order and any repetition of facts gives the same', () => {
  const facts = [
    opened({ id: '1', at: 100 }),
    responded({ id: '2', at: 110, score: points(0.5) }),
    submitted({ id: '4', at: 130, outcome: { earned: 3, possible: 5, passed: false } }),
    submitted({ id: '5', at: 130, outcome: { earned: 5, possible: 5, passed: true } }),
    run('r1', 10, { score: 40 }),
    run('r2', 10, { score: 40 }),
  ];
  const expected = standingOf(facts, outline);
  fc.assert(
    fc.property(fc.shuffledSubarray([...facts, ...facts], { minLength: 12 }), (mixed) => {
      expect(standingOf(mixed, outline)).toEqual(expected);
    }),
  );
});
