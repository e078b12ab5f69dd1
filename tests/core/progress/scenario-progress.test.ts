import { expect, test } from 'vitest';
import type { Fact, FactOf } from '#core/model/fact.ts';
import { scenarioProgress } from '#core/progress/scenario-progress.ts';

/** A finished run of d-a at level 1 with 60 points, unless said otherwise. */
const finished = (
  given: Partial<FactOf<'scenario.finished'>> & { id: string; at: number },
): FactOf<'scenario.finished'> => ({
  v: 1,
  deviceId: 'device',
  language: 'zh',
  type: 'scenario.finished',
  attemptId: given.id,
  scenarioId: 'd-a',
  scenarioRevision: 'r1',
  engine: 'simulator@1',
  level: 1,
  seed: 'seed',
  startedAt: 0,
  moves: [{ type: 'run.plan', prep: [] }],
  selfRating: {},
  score: 60,
  codes: [],
  ending: 'pilot',
  passed: false,
  ...given,
});
const branch = [{ type: 'run.plan', prep: [], branchOf: { attemptId: '1', acts: 4 } }];
const of = (facts: readonly Fact[], id = 'd-a') => scenarioProgress(facts).get(id);

test('who has not played a scenario to its end has no entry for it', () => {
  expect(scenarioProgress([]).size).toBe(0);
});

test('a learner sees the first score and the best one, whatever the order in which two devices bring them', () => {
  const runs = [
    finished({ id: '1', at: 10, score: 48 }),
    finished({ id: '2', at: 20, score: 81 }),
    finished({ id: '3', at: 30, score: 70 }),
  ];
  for (const facts of [runs, [...runs].reverse(), [...runs, ...runs]]) {
    expect(of(facts)?.first).toMatchObject({ score: 48, attemptId: '1' });
    expect(of(facts)?.best).toMatchObject({ score: 81, attemptId: '2' });
    expect(of(facts)?.runs).toBe(3);
    expect(of(facts)?.lastAt).toBe(30);
  }
});

test('of two equal best runs the earlier one stands, so that the record does not change its mind', () => {
  expect(
    of([finished({ id: '2', at: 20, score: 70 }), finished({ id: '1', at: 10, score: 70 })])?.best?.attemptId,
  ).toBe('1');
});

test('a second try from a turn counts for the best score, not for the first and not for passing', () => {
  const facts = [
    finished({ id: '2', at: 5, level: 2, score: 90, passed: true, moves: branch }),
    finished({ id: '1', at: 10, level: 2, score: 55 }),
  ];
  expect(of(facts)).toMatchObject({ first: { attemptId: '1' }, best: { attemptId: '2' } });
  expect(of(facts)?.passedAt).toBeUndefined();
});

test('passed stays passed, with the date of the first pass', () => {
  const facts = [
    finished({ id: '1', at: 10, level: 2, score: 72, passed: true }),
    finished({ id: '2', at: 20, level: 2, score: 40 }),
    finished({ id: '3', at: 30, level: 2, score: 90, passed: true }),
  ];
  expect(of(facts)?.passedAt).toBe(10);
});

test('levels are told apart: 90 points with options on screen are no 90 points without', () => {
  const facts = [
    finished({ id: '1', at: 10, score: 90 }),
    finished({ id: '2', at: 20, level: 2, score: 41 }),
    finished({ id: '3', at: 30, level: 2, score: 66 }),
  ];
  expect(of(facts)?.levels).toEqual([
    {
      level: 1,
      runs: 1,
      first: { attemptId: '1', score: 90, level: 1, at: 10 },
      best: { attemptId: '1', score: 90, level: 1, at: 10 },
    },
    {
      level: 2,
      runs: 2,
      first: { attemptId: '2', score: 41, level: 2, at: 20 },
      best: { attemptId: '3', score: 66, level: 2, at: 30 },
    },
  ]);
});

test('scenarios do not mix', () => {
  const facts = [finished({ id: '1', at: 1 }), finished({ id: '2', at: 2, scenarioId: 'f-a', score: 99 })];
  expect(of(facts)?.best?.score).toBe(60);
  expect(of(facts, 'f-a')?.best?.score).toBe(99);
});
