import { expect, test } from 'vitest';
import { parseFact } from '#core/model/fact.guard.ts';
import type { Fact, FactOf } from '#core/model/fact.ts';
import type { KeyedItem } from '#core/model/item.ts';
import { type Known, rescore } from '#core/rescore/rescore.ts';
import { content, itemNow, scenarioNow } from '../../contract/content.ts';
import { vectors } from '../quiz/vectors.ts';
import { asExpert, factsOfRun } from './honest.ts';

const BASE = { v: 1, at: 1_795_000_000_000, deviceId: 'device-1', language: 'zh' } as const;
const known = (facts: readonly Fact[] = [], more: Partial<Known> = {}): Known => ({
  ...content,
  attempt: (id) => facts.filter((one) => 'attemptId' in one && one.attemptId === id),
  ...more,
});

/** A single-choice item; its key by hand from content/lessons/m1/01-attitude-is-a-choice/items.yaml. */
const Q6 = itemNow('m1-attitude-is-a-choice.q6');
const [RIGHT, WRONG] = ['learn-to-ask', 'invite-again'];

const responded = (change: Partial<FactOf<'item.responded'>> = {}): FactOf<'item.responded'> => ({
  ...BASE,
  id: 'a/1',
  type: 'item.responded',
  attemptId: 'a',
  context: 'lesson',
  lessonId: Q6.lessonId,
  itemId: Q6.id,
  itemRevision: Q6.revision,
  objective: Q6.objective,
  round: 'first',
  ordinal: 1,
  response: { optionId: RIGHT },
  score: { earned: 1, possible: 1 },
  elapsedMs: 9_000,
  ...change,
});

test('an honest response is confirmed, right or wrong', () => {
  expect(rescore(responded(), known())).toEqual({ status: 'confirmed' });
  const wrong = responded({ response: { optionId: WRONG }, score: { earned: 0, possible: 1 } });
  expect(rescore(wrong, known())).toEqual({ status: 'confirmed' });
});

test('a full score for a wrong response differs, and says what was expected', () => {
  expect(rescore(responded({ response: { optionId: WRONG } }), known())).toEqual({
    status: 'differs',
    differences: [{ field: 'score.earned', expected: 0, given: 1 }],
  });
});

test.each<[string, Partial<FactOf<'item.responded'>>, unknown]>([
  [
    'more points than the item has',
    { score: { earned: 1, possible: 2 } },
    { field: 'score.possible', expected: 1, given: 2 },
  ],
  ['another objective', { objective: 'O9' }, { field: 'objective', expected: Q6.objective, given: 'O9' }],
  [
    'another lesson',
    { lessonId: 'm1-six-beliefs' },
    { field: 'lessonId', expected: Q6.lessonId, given: 'm1-six-beliefs' },
  ],
  [
    'an option there is not',
    { response: { optionId: 'z' } },
    { field: 'score', expected: null, given: { earned: 1, possible: 1 } },
  ],
  [
    'the response of another type',
    { response: { typed: '5' } },
    { field: 'score', expected: null, given: { earned: 1, possible: 1 } },
  ],
  [
    'figures the item does not have',
    { parameters: { x: 1 } },
    { field: 'parameters', expected: null, given: { x: 1 } },
  ],
])('%s differs', (_, change, difference) => {
  const verdict = rescore(responded(change), known());
  expect(verdict).toEqual({ status: 'differs', differences: [difference] });
});

test.each(['000000000000', '__proto__', 'constructor', '../../x', ''])(
  'revision “%s” is nobody’s: not checked yet, and said which one is wanted',
  (itemRevision) => {
    expect(rescore(responded({ itemRevision }), known())).toEqual({
      status: 'unknown',
      needs: `item ${Q6.id} ${itemRevision}`,
    });
  },
);

test('a numeric item is scored with the figures the fact names, and with no others', () => {
  const item = vectors.map((one) => one.item).find((one) => one.type === 'NUM');
  if (item?.type !== 'NUM') throw new Error('no numeric vector');
  const forms = [10, 20].map((x) => ({ ...item, key: 3 * x, tolerance: 0, slips: [], parameters: { x } }));
  const twin = { ...item, ...forms[0], twins: forms } as KeyedItem;
  const given = (typed: string, earned: number, parameters?: Record<string, number>) => {
    const head = { itemId: twin.id, itemRevision: 'r', lessonId: twin.lessonId, objective: twin.objective };
    const fact = responded({ ...head, response: { typed }, score: { earned, possible: 1 } });
    return rescore({ ...fact, ...(parameters && { parameters }) }, known([], { item: () => twin }));
  };
  expect(given('30', 1, { x: 10 }).status).toBe('confirmed');
  expect(given('60', 1, { x: 20 }).status).toBe('confirmed');
  expect(given('30', 1, { x: 20 })).toEqual({
    status: 'differs',
    differences: [{ field: 'score.earned', expected: 0, given: 1 }],
  });
  const figures = { field: 'parameters', expected: [{ x: 10 }, { x: 20 }] };
  expect(given('3', 1, { x: 1 })).toEqual({
    status: 'differs',
    differences: [{ ...figures, given: { x: 1 } }],
  });
  expect(given('30', 1)).toEqual({ status: 'differs', differences: [{ ...figures, given: null }] });
});

/** Items worth a point each; `T` is a short text, which a stand-in may replace. */
const pool = new Map<string, KeyedItem>(
  ['1', '2', '3', '4', '5', '6', 'T'].map((n) => {
    const head = { id: `m0-toy.q${n}`, revision: 'r', lessonId: 'm0-toy', objective: 'O1' };
    const text = vectors.map(({ item }) => item).find(({ type }) => type === 'TXT') as KeyedItem;
    return [head.id, { ...(n === 'T' ? text : Q6), ...head } as KeyedItem];
  }),
);
type Given = [n: string, earned: 0 | 1, round?: 'first' | 'retry' | 'stand-in', claimed?: number];
const SUBMITTED: FactOf<'attempt.submitted'> = {
  ...BASE,
  id: 'a/9',
  type: 'attempt.submitted',
  attemptId: 'a',
  context: 'lesson',
  activityId: 'm0-toy',
  activityRevision: 'l1',
  seed: 's',
  startedAt: BASE.at,
  outcome: { earned: 4, possible: 5, passed: true },
};
const COMPLETED: FactOf<'lesson.completed'> = {
  ...BASE,
  id: 'a/10',
  type: 'lesson.completed',
  attemptId: 'a',
  lessonId: 'm0-toy',
  lessonRevision: 'l1',
};
const responses = (given: readonly Given[]): Fact[] =>
  given.map(([n, earned, round = 'first', claimed = earned], index) =>
    responded({
      id: `a/${index + 1}`,
      lessonId: 'm0-toy',
      itemId: `m0-toy.q${n}`,
      itemRevision: 'r',
      objective: 'O1',
      round,
      ordinal: index + 1,
      response: n === 'T' ? { text: 'x' } : { optionId: earned ? RIGHT : WRONG },
      score: { earned: claimed, possible: 1 },
    }),
  );
const FOUR: Given[] = [
  ['1', 1],
  ['2', 1],
  ['3', 1],
  ['4', 1],
  ['5', 0],
];
const THREE: Given[] = [
  ['1', 1],
  ['2', 1],
  ['3', 1],
  ['4', 0],
  ['5', 0],
];
const ofAttempt = (
  fact: Fact,
  given: readonly Given[],
  { others = [SUBMITTED], ...more }: Partial<Known> & { others?: readonly Fact[] } = {},
) => rescore(fact, known([...responses(given), ...others], { item: (id) => pool.get(id), ...more }));
const claiming = (earned: number, passed: boolean, possible = 5): typeof SUBMITTED => ({
  ...SUBMITTED,
  outcome: { earned, possible, passed },
});

test('an outcome is confirmed when its responses come to it, and retries change nothing', () => {
  expect(ofAttempt(SUBMITTED, FOUR).status).toBe('confirmed');
  expect(ofAttempt(SUBMITTED, [...FOUR, ['5', 1, 'retry']]).status).toBe('confirmed');
  expect(ofAttempt(claiming(3, false), [...THREE, ['4', 1, 'retry'], ['5', 1, 'retry']]).status).toBe(
    'confirmed',
  );
});

test('points that the responses do not bring differ, also where each response claims them', () => {
  expect(ofAttempt(SUBMITTED, THREE)).toEqual({
    status: 'differs',
    differences: [
      { field: 'outcome.earned', expected: 3, given: 4 },
      { field: 'outcome.passed', expected: false, given: true },
    ],
  });
  expect(ofAttempt(SUBMITTED, [...THREE.slice(0, 3), ['4', 0, 'first', 1], ['5', 0]]).status).toBe('differs');
  expect(ofAttempt(claiming(3, true), THREE)).toEqual({
    status: 'differs',
    differences: [{ field: 'outcome.passed', expected: false, given: true }],
  });
});

test('a check shows five different items: one item five times, or six items, earn nothing', () => {
  const same: Given[] = [
    ['1', 1],
    ['1', 1],
    ['1', 1],
    ['1', 1],
    ['1', 1],
  ];
  expect(ofAttempt(claiming(5, true), same)).toMatchObject({ status: 'differs' });
  expect(ofAttempt(claiming(5, true, 6), [...FOUR, ['6', 1]])).toMatchObject({ status: 'differs' });
});

test('facts of the attempt that have not come are waited for; those of other attempts do not help', () => {
  const waiting = { status: 'unknown', needs: 'attempt a' };
  expect(ofAttempt(SUBMITTED, FOUR.slice(0, 4))).toEqual(waiting);
  expect(ofAttempt(claiming(1, true, 1), [['1', 1]])).toEqual(waiting);
  expect(ofAttempt({ ...SUBMITTED, activityId: 'm1-six-beliefs' }, FOUR)).toEqual(waiting);
  expect(ofAttempt(COMPLETED, FOUR, { others: [] })).toEqual(waiting);
});

test('a revision nobody has leaves the whole attempt unchecked', () => {
  const needs = { status: 'unknown', needs: 'item m0-toy.q1 r' };
  const item = (id: string) => (id === 'm0-toy.q1' ? undefined : pool.get(id));
  expect(ofAttempt(SUBMITTED, FOUR, { item })).toEqual(needs);
  expect(ofAttempt(COMPLETED, FOUR, { item })).toEqual(needs);
});

test('a stand-in counts in place of the short text that alone decided, and only then', () => {
  const text: Given[] = [
    ['1', 1],
    ['2', 1],
    ['3', 1],
    ['T', 0],
    ['5', 0],
  ];
  expect(ofAttempt(claiming(4, true), [...text, ['6', 1, 'stand-in']]).status).toBe('confirmed');
  expect(ofAttempt(claiming(3, false), [...text, ['6', 0, 'stand-in']]).status).toBe('confirmed');
  // Two points short: no text decides, so that no stand-in was shown.
  const far: Given[] = [
    ['1', 1],
    ['2', 1],
    ['3', 0],
    ['T', 0],
    ['5', 0],
  ];
  expect(ofAttempt(claiming(3, false), [...far, ['6', 1, 'stand-in']]).status).toBe('differs');
});

test('a lesson is completed by an attempt that passes, not by one that claims to', () => {
  expect(ofAttempt(COMPLETED, FOUR).status).toBe('confirmed');
  expect(ofAttempt(COMPLETED, THREE)).toEqual({
    status: 'differs',
    differences: [{ field: 'passed', expected: false, given: true }],
  });
  // The attempt claims a point too many and passes all the same.
  expect(ofAttempt(COMPLETED, FOUR, { others: [claiming(5, true)] }).status).toBe('confirmed');
  const elsewhere = { ...SUBMITTED, activityRevision: 'l2' };
  expect(ofAttempt(COMPLETED, FOUR, { others: [elsewhere] })).toEqual({
    status: 'unknown',
    needs: 'attempt a',
  });
});

test('what passed when it was made stays passed after the pass mark was raised', () => {
  const raised = { passPoints: [3, 4] };
  expect(ofAttempt(claiming(3, true), THREE, raised).status).toBe('confirmed');
  expect(ofAttempt(claiming(3, false), THREE, raised).status).toBe('confirmed');
  expect(ofAttempt(claiming(2, true), THREE, raised).status).toBe('differs');
});

test('kinds of attempts that no rule is there for yet are left unchecked, never called wrong', () => {
  const exam = { ...SUBMITTED, context: 'exam' } as const;
  expect(ofAttempt(exam, FOUR)).toEqual({ status: 'unknown', needs: 'rule exam' });
  expect(ofAttempt(COMPLETED, FOUR, { others: [exam] })).toEqual({ status: 'unknown', needs: 'rule exam' });
});

const run = async (): Promise<FactOf<'scenario.finished'>> => {
  const [fact] = await factsOfRun(scenarioNow('f-a'), { level: 2, seed: 'fork-1' }, asExpert());
  return fact as FactOf<'scenario.finished'>;
};

test('a run is played again: score, codes, ending and passing are what its moves come to', async () => {
  const fact = await run();
  expect(fact).toMatchObject({ passed: true, codes: [] });
  expect(rescore(fact, known())).toEqual({ status: 'confirmed' });
  const claims: [Partial<typeof fact>, string][] = [
    [{ score: fact.score - 1 }, 'score'],
    [{ codes: ['E6'] }, 'codes'],
    [{ ending: 'nothing' }, 'ending'],
    [{ passed: false }, 'passed'],
  ];
  for (const [claim, field] of claims)
    expect(rescore({ ...fact, ...claim }, known())).toMatchObject({
      status: 'differs',
      differences: [{ field, given: Object.values(claim)[0] }],
    });
});

test('a run that nobody could have played differs', async () => {
  const fact = await run();
  const [head = {}, ...acts] = fact.moves;
  const broken: (typeof fact.moves)[] = [
    [],
    acts,
    [head],
    [head, ...acts.slice(0, -1)],
    [head, ...acts, ...acts.slice(-1)],
    [head, ...acts.slice(1)],
    [head, { type: 'move.make', tag: 'win', elements: [] }],
    [{ type: 'run.plan', branchOf: 'x' }, ...acts],
  ];
  for (const moves of broken)
    expect(rescore({ ...fact, moves }, known()), JSON.stringify(moves).slice(0, 80)).toMatchObject({
      status: 'differs',
      differences: [{ field: 'moves' }],
    });
});

test('another seed, another level or a second try from a turn is another run', async () => {
  const fact = await run();
  expect(rescore({ ...fact, level: 3 }, known()).status).toBe('differs');
  const branch = { type: 'run.plan', prep: [], branchOf: { attemptId: 'b', acts: 3 } };
  expect(rescore({ ...fact, moves: [branch, ...fact.moves.slice(1)] }, known())).toEqual({
    status: 'differs',
    differences: [{ field: 'passed', expected: false, given: true }],
  });
});

test('another engine, an unknown revision: not checked yet', async () => {
  const fact = await run();
  expect(rescore({ ...fact, engine: 'simulator@2' }, known())).toEqual({
    status: 'unknown',
    needs: 'engine simulator@2',
  });
  expect(rescore({ ...fact, scenarioRevision: 'x' }, known())).toEqual({
    status: 'unknown',
    needs: 'scenario f-a x',
  });
});

test('facts that claim no points need no check', () => {
  const opened: Fact = { ...BASE, id: 'o', type: 'lesson.opened', lessonId: 'm1-first', lessonRevision: 'x' };
  expect(rescore(opened, known())).toEqual({ status: 'confirmed' });
});

test('whatever a fact holds, nothing is thrown; what a core fails at waits for another release', async () => {
  const failing = () => {
    throw new TypeError('no such field');
  };
  expect(rescore(responded(), known([], { item: failing }))).toEqual({ status: 'unknown', needs: 'release' });
  const strange: unknown[] = [
    null,
    [],
    {},
    'x',
    -1,
    1e9,
    { __proto__: null },
    [[[]]],
    '\u0000\ud800',
    { length: 9 },
  ];
  const facts = [responded(), SUBMITTED, COMPLETED, await run()] as unknown as Record<string, unknown>[];
  let tried = 0;
  for (const fact of facts)
    for (const field of Object.keys(fact))
      for (const value of strange) {
        const read = parseFact({ ...fact, [field]: value });
        if (!read) continue;
        tried += 1;
        expect(['confirmed', 'unknown', 'differs']).toContain(rescore(read, known([read])).status);
      }
  expect(tried).toBeGreaterThan(30);
});
