/** Facts for folds, made up: few names and few moments, so that they meet. */
import fc from 'fast-check';
import type { Fact, FactOf, Round } from '#core/model/fact.ts';
import { completed, opened, responded, submitted } from '../progress/facts.ts';

export const OUTLINE = {
  lessons: [
    { id: 'm1-a', objectives: [{ id: 'O1' }, { id: 'O2' }] },
    { id: 'm1-b', objectives: [{ id: 'O1' }] },
    // Names as a mischief-maker would give them.
    { id: '__proto__', objectives: [{ id: 'constructor' }] },
  ],
  scenarios: [{ id: 'd-a' }, { id: 'd-b' }],
};

/** In every private fact, and in everything that was said or chosen. */
export const SECRET = 'SECRET';

export const run = (given: Partial<FactOf<'scenario.finished'>> & { id: string; at: number }): Fact => ({
  v: 1,
  deviceId: 'device',
  language: 'zh',
  type: 'scenario.finished',
  attemptId: given.id,
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
  ...given,
});

const privately = (id: string, at: number): Fact =>
  ({
    ...opened({ id, at }),
    ...{ type: 'reflection.saved', lessonId: 'm1-b', blockId: SECRET, text: SECRET },
    lessonRevision: undefined,
  }) as unknown as Fact;

const KINDS = [
  'opened',
  'text',
  'choice',
  'choice',
  'submitted',
  'review',
  'completed',
  'run',
  'private',
] as const;

const draw = fc.record({
  kind: fc.constantFrom(...KINDS),
  at: fc.nat(6),
  lessonId: fc.constantFrom('m1-a', 'm1-b', '__proto__', 'm9-gone'),
  attemptId: fc.constantFrom('one', 'two'),
  item: fc.nat(3),
  objective: fc.constantFrom('O1', 'O2', 'constructor'),
  round: fc.constantFrom<Round>('first', 'first', 'retry', 'stand-in'),
  earned: fc.constantFrom(0, 1 / 3, 0.1, 0.2, 0.5, 2 / 3, 0.7, 1, 1 - 1e-10),
  passed: fc.boolean(),
  scenarioId: fc.constantFrom('d-a', 'd-b', 'gone'),
});

const factOf = (drawn: typeof draw extends fc.Arbitrary<infer T> ? T : never, id: string): Fact => {
  const { kind, at, lessonId, attemptId, item, objective, round, earned, passed, scenarioId } = drawn;
  if (kind === 'private') return privately(id, at);
  if (kind === 'opened') return opened({ id, at, lessonId });
  if (kind === 'completed') return completed({ id, at, lessonId, attemptId });
  if (kind === 'submitted' || kind === 'review') {
    const outcome = { earned: earned * 5, possible: 5, passed };
    return submitted({
      id,
      at,
      activityId: lessonId,
      attemptId,
      outcome,
      context: kind === 'review' ? 'review' : 'lesson',
    });
  }
  if (kind === 'run') {
    const moves = [{ type: 'run.plan', says: SECRET, ...(item === 0 && { branchOf: 'r' }) }];
    const score = Math.round(earned * 10) * 10;
    return run({
      id,
      at,
      attemptId,
      scenarioId,
      score,
      passed,
      moves,
      codes: [`E${item}`, `E${item}`, 'E9'],
    });
  }
  const response = kind === 'text' ? { text: SECRET } : { optionId: SECRET };
  const itemId = `q${item}`;
  return responded({
    id,
    at,
    lessonId,
    attemptId,
    itemId,
    objective,
    round,
    response,
    score: { earned, possible: 1 },
  });
};

/** Facts of one learner; ids are told apart by `prefix`, and their order is not that of the list. */
export const factsOf = (prefix: string, maxLength: number): fc.Arbitrary<Fact[]> =>
  fc
    .array(draw, { maxLength, minLength: 1 })
    .map((drawn) =>
      drawn.map((one, index) => factOf(one, `${prefix}${(index * 7) % drawn.length}-${index}`)),
    );
