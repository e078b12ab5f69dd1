import { expect, test } from 'vitest';
import { progress } from '#core/progress/progress.ts';
import { completed, course, type Fact, opened, points, responded, submitted } from './facts.ts';

const lessonIn = (facts: readonly Fact[], id = 'm1-a') => {
  const lesson = progress(facts, course).lessons.find(({ lessonId }) => lessonId === id);
  if (!lesson) throw new Error(`no progress for ${id}`);
  return lesson;
};
const objectiveIn = (facts: readonly Fact[], id = 'O1') =>
  lessonIn(facts).objectives.find((objective) => objective.id === id);

test('an untouched course is 36 honest zeros: every lesson new, every objective untried', () => {
  expect(progress([], course).lessons).toEqual([
    {
      lessonId: 'm1-a',
      state: 'new',
      attempts: 0,
      minutes: 0,
      objectives: [
        { id: 'O1', state: 'untried', items: [], ratio: 0 },
        { id: 'O2', state: 'untried', items: [], ratio: 0 },
      ],
    },
    {
      lessonId: 'm1-b',
      state: 'new',
      attempts: 0,
      minutes: 0,
      objectives: [{ id: 'O1', state: 'untried', items: [], ratio: 0 }],
    },
  ]);
});

test('a lesson goes from new over open and tried to completed, and never back', () => {
  const open = opened({ id: '1', at: 10 });
  const failed = submitted({ id: '2', at: 20, outcome: { earned: 3, possible: 5, passed: false } });
  const done = completed({ id: '3', at: 30 });
  const failedAgain = submitted({ id: '4', at: 40, outcome: { earned: 2, possible: 5, passed: false } });
  expect(lessonIn([open]).state).toBe('open');
  expect(lessonIn([open, failed]).state).toBe('tried');
  expect(lessonIn([open, failed, done]).state).toBe('completed');
  expect(lessonIn([open, failed, done, failedAgain]).state).toBe('completed');
});

test('a learner sees the best check and the dates', () => {
  const lesson = lessonIn([
    opened({ id: '1', at: 100 }),
    responded({ id: '2', at: 200, elapsedMs: 90_000 }),
    responded({ id: '3', at: 300, itemId: 'm1-a.q2', elapsedMs: 50_000_000 }),
    submitted({ id: '4', at: 300, outcome: { earned: 4.5, possible: 5, passed: true } }),
    completed({ id: '5', at: 300 }),
    submitted({ id: '6', at: 900, outcome: { earned: 4, possible: 5, passed: true } }),
    completed({ id: '7', at: 900 }),
  ]);
  expect(lesson.best).toEqual({ earned: 4.5, possible: 5, passed: true });
  expect([lesson.firstAt, lesson.lastAt, lesson.completedAt]).toEqual([100, 900, 300]);
  expect(lesson.attempts).toBe(2);
});

test('a passed check is better than a failed one with more points of an older revision', () => {
  const lesson = lessonIn([
    submitted({ id: '1', at: 1, outcome: { earned: 4.5, possible: 5, passed: false } }),
    submitted({ id: '2', at: 2, outcome: { earned: 4, possible: 5, passed: true } }),
  ]);
  expect(lesson.best?.passed).toBe(true);
});

test('an objective is shown from 80 % of the points of its items on', () => {
  const items = (...earned: number[]) =>
    earned.map((points, n) =>
      responded({ id: `${n}`, at: n, itemId: `q${n}`, score: { earned: points, possible: 1 } }),
    );
  expect(objectiveIn(items(1, 1, 1, 1, 0))).toMatchObject({ state: 'shown', ratio: 0.8 });
  expect(objectiveIn(items(1, 1, 1, 0))).toMatchObject({ state: 'again', ratio: 0.75 });
  expect(objectiveIn(items(1, 1), 'O2')).toMatchObject({ state: 'untried' });
});

test('the last counting score of each item counts: learning replaces an early slip, and forgetting an early success', () => {
  const early = responded({ id: '1', at: 1, score: points(0) });
  const late = responded({ id: '2', at: 2, score: points(1), attemptId: 'second' });
  expect(objectiveIn([early, late])?.items).toEqual([{ itemId: 'm1-a.q1', at: 2, score: points(1) }]);
  expect(objectiveIn([{ ...late, at: 0 }, early])?.state).toBe('again');
});

test('a retry never counts, or a second look at the solution would pass for knowledge', () => {
  const first = responded({ id: '1', at: 1, score: points(0) });
  const retry = responded({ id: '2', at: 2, round: 'retry', score: points(1) });
  expect(objectiveIn([first, retry])).toMatchObject({ state: 'again', ratio: 0 });
});

test('a stand-in counts in place of the short text that alone decided, as in the result the learner saw', () => {
  const text = responded({ id: '1', at: 1, itemId: 'text', response: { text: '我' }, score: points(0.5) });
  const standIn = responded({ id: '2', at: 2, itemId: 'other', round: 'stand-in', score: points(1) });
  expect(objectiveIn([text, standIn])).toMatchObject({ state: 'shown', ratio: 1 });
  const worse = { ...standIn, score: points(0) };
  expect(objectiveIn([text, worse])).toMatchObject({ state: 'again', ratio: 0.25 });
});

test('items, objectives and lessons that the course no longer has stay in the record under their ids', () => {
  const retired = responded({ id: '1', at: 1, itemId: 'm1-a.q9', objective: 'O7' });
  const gone = responded({ id: '2', at: 2, lessonId: 'm9-gone', itemId: 'm9-gone.q1' });
  const { lessons } = progress([retired, gone], course);
  expect(lessons.map(({ lessonId }) => lessonId)).toEqual(['m1-a', 'm1-b', 'm9-gone']);
  expect(lessons[0]?.objectives.map(({ id }) => id)).toEqual(['O1', 'O2', 'O7']);
  expect(lessons[2]?.objectives[0]).toMatchObject({ id: 'O1', state: 'shown' });
});

test('an attempt at a checkpoint is no try of a lesson', () => {
  const checkpoint = submitted({ id: '1', at: 1, context: 'checkpoint', activityId: 'm1-a' });
  expect(lessonIn([checkpoint]).state).toBe('new');
});

test('confidence is held against points per level', () => {
  const { levels } = progress(
    [
      responded({ id: '1', at: 1, confidence: 'sure', score: points(1) }),
      responded({ id: '2', at: 2, confidence: 'sure', itemId: 'q2', score: points(0.5) }),
      responded({ id: '3', at: 3, confidence: 'guess', itemId: 'q3', score: points(0) }),
      responded({ id: '4', at: 4, confidence: 'guess', itemId: 'q3', round: 'retry', score: points(1) }),
      responded({ id: '5', at: 5, itemId: 'q4', score: points(1) }),
    ],
    course,
  );
  expect(levels).toEqual([
    { confidence: 'guess', count: 1, ratio: 0 },
    { confidence: 'fairly', count: 0, ratio: 0 },
    { confidence: 'sure', count: 2, ratio: 0.75 },
  ]);
});

test('sure but wrong lists what was wrong the last time, the latest first, and drops what has been put right', () => {
  const wrong = (id: string, at: number, itemId: string) =>
    responded({ id, at, itemId, confidence: 'sure', score: points(0) });
  const { sureButWrong } = progress(
    [
      wrong('1', 1, 'a'),
      wrong('2', 2, 'b'),
      wrong('3', 3, 'c'),
      responded({ id: '4', at: 4, itemId: 'a', attemptId: 'second', confidence: 'fairly', score: points(1) }),
      responded({ id: '5', at: 5, itemId: 'half', confidence: 'sure', score: points(0.5) }),
    ],
    course,
  );
  expect(sureButWrong.map(({ itemId }) => itemId)).toEqual(['c', 'b']);
});
