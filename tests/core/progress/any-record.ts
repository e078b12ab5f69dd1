/** Records of chance, in the order in which they were made: few names and few moments, so that facts meet. */
import fc from 'fast-check';
import type { Round } from '#core/model/fact.ts';
import { CONFIDENCES } from '#core/model/response.ts';
import { completed, type Fact, opened, responded, submitted } from './facts.ts';

const given = fc.record({
  kind: fc.constantFrom('opened', 'responded', 'responded', 'submitted', 'completed'),
  at: fc.nat(5),
  lessonId: fc.constantFrom('m1-a', 'm1-b', 'm9-gone'),
  attemptId: fc.constantFrom('one', 'two'),
  item: fc.nat(3),
  objective: fc.constantFrom('O1', 'O2', 'O9'),
  round: fc.constantFrom<Round>('first', 'retry', 'stand-in'),
  earned: fc.constantFrom(0, 1 / 3, 0.5, 2 / 3, 1),
  isText: fc.boolean(),
  confidence: fc.constantFrom(undefined, ...CONFIDENCES),
  elapsedMs: fc.nat(600_000),
});

/** A fact of one lesson: same item, same attempt, same millisecond as others. */
export const lessonFact: fc.Arbitrary<Fact> = given.map(
  ({ kind, item, earned, isText, lessonId, at, ...rest }) => {
    const base = { id: '', at, lessonId };
    const { attemptId, confidence, objective, round, elapsedMs } = rest;
    if (kind === 'opened') return opened(base);
    if (kind === 'completed') return completed({ ...base, attemptId });
    if (kind === 'submitted')
      return submitted({
        ...{ id: '', at, activityId: lessonId, attemptId },
        outcome: { earned: earned * 5, possible: 5, passed: earned > 0.5 },
      });
    const response = isText ? { text: 'x' } : { optionId: 'a' };
    const itemId = `${lessonId}.q${item}`;
    const points = { score: { earned, possible: 1 }, ...(confidence && { confidence }) };
    return responded({ ...base, attemptId, itemId, objective, round, elapsedMs, response, ...points });
  },
);

/** A note, or a role-play that came to its end. */
const otherFact: fc.Arbitrary<Fact> = fc
  .record({
    at: fc.nat(5),
    deviceId: fc.constantFrom('a', 'b'),
    text: fc.constantFrom('', '甲', '乙'),
    isNote: fc.boolean(),
    attemptId: fc.constantFrom('run-1', 'run-2', 'run-3'),
    score: fc.nat(100),
  })
  .map(({ at, deviceId, text, isNote, attemptId, score }): Fact => {
    const base = { id: '', v: 1, at, deviceId, language: 'zh' } as const;
    if (isNote) return { ...base, type: 'reflection.saved', lessonId: 'm1-a', blockId: 'tomorrow', text };
    return {
      ...base,
      ...{ type: 'scenario.finished', attemptId, scenarioId: 'd-a', scenarioRevision: 's1' },
      ...{ engine: 'simulator@1', level: 1, seed: 'seed', startedAt: 0, moves: [], selfRating: {} },
      ...{ score, codes: score < 50 ? ['E1'] : [], ending: 'end', passed: score >= 60 },
    };
  });

const numbered = (facts: Fact[]): Fact[] => facts.map((one, index) => ({ ...one, id: `f${index}` }));

export const lessonRecord = fc.array(lessonFact, { maxLength: 30 }).map(numbered);

/** Everything that a record may hold. */
export const anyRecord = fc
  .array(fc.oneof({ weight: 3, arbitrary: lessonFact }, { weight: 1, arbitrary: otherFact }), {
    maxLength: 30,
  })
  .map(numbered);
