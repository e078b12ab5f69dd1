import type { Fact, FactOf, FactType } from '#core/model/fact.ts';

const base = { v: 1, deviceId: 'device', language: 'zh' } as const;

type Given<T extends FactType> = Partial<FactOf<T>> & { id: string; at: number };

/** A response to `m1-a.q1` of O1 that earned the whole point, unless said otherwise. */
export const responded = (given: Given<'item.responded'>): FactOf<'item.responded'> => ({
  ...base,
  type: 'item.responded',
  attemptId: 'try',
  context: 'lesson',
  lessonId: 'm1-a',
  itemId: 'm1-a.q1',
  itemRevision: 'i1',
  objective: 'O1',
  round: 'first',
  ordinal: 1,
  response: { optionId: 'a' },
  score: { earned: 1, possible: 1 },
  elapsedMs: 30_000,
  ...given,
});

/** A finished check of `m1-a`, passed with 4 of 5, unless said otherwise. */
export const submitted = (given: Given<'attempt.submitted'>): FactOf<'attempt.submitted'> => ({
  ...base,
  type: 'attempt.submitted',
  attemptId: 'try',
  context: 'lesson',
  activityId: 'm1-a',
  activityRevision: 'r1',
  seed: 'seed',
  startedAt: 0,
  outcome: { earned: 4, possible: 5, passed: true },
  ...given,
});

export const completed = (given: Given<'lesson.completed'>): FactOf<'lesson.completed'> => ({
  ...base,
  type: 'lesson.completed',
  lessonId: 'm1-a',
  lessonRevision: 'r1',
  attemptId: 'try',
  ...given,
});

export const opened = (given: Given<'lesson.opened'>): FactOf<'lesson.opened'> => ({
  ...base,
  type: 'lesson.opened',
  lessonId: 'm1-a',
  lessonRevision: 'r1',
  ...given,
});

export const course = {
  lessons: [
    { id: 'm1-a', objectives: [{ id: 'O1' }, { id: 'O2' }] },
    { id: 'm1-b', objectives: [{ id: 'O1' }] },
  ],
};

export const points = (earned: number, possible = 1) => ({ earned, possible });

export type { Fact };
