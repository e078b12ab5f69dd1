import { describe, expect, test } from 'vitest';
import type { QuizEvent } from '#core/quiz/quiz.events.ts';
import {
  answer,
  fold,
  opening,
  order,
  planOf,
  play,
  scenario,
  shortText,
  single,
  step,
  typesOf,
} from './small.ts';

const start: QuizEvent = { type: 'quiz.start', at: 1_000 };
const check: QuizEvent = { type: 'quiz.check', at: 5_000 };
const next: QuizEvent = { type: 'quiz.next', at: 6_000 };
const respond = (id: string, response: unknown, at = 2_000) =>
  ({ type: 'quiz.respond', at, itemId: `m9-small.${id}`, response }) as QuizEvent;
const rate = (id: string, confidence: 'guess' | 'fairly' | 'sure' = 'sure'): QuizEvent => ({
  type: 'quiz.rate',
  at: 3_000,
  itemId: `m9-small.${id}`,
  confidence,
});

const ready = opening(planOf());
const answering = step(ready, start).snapshot;
const reviewing = fold(answering, [respond('q1', { optionId: 'b' }), check]).snapshot;

const rounds = (snapshot: typeof ready) =>
  snapshot.context.entries.map(({ item, round }) => `${item.id.slice(9)} ${round}`);

describe('beginning', () => {
  test('Q1 the start stamps the attempt and its first item, so that time on task is known', () => {
    expect(ready.value).toBe('ready');
    expect(rounds(ready)).toEqual(['q1 first', 'q2 first', 'q3 first', 'q4 first']);
    expect(answering.value).toBe('answering');
    expect(answering.context.startedAt).toBe(1_000);
    expect(answering.context.entries.map((entry) => entry.shownAt)).toEqual([
      1_000,
      undefined,
      undefined,
      undefined,
    ]);
  });

  test.each([respond('q1', { optionId: 'a' }), rate('q1'), check, next])(
    'Q1 before the start nothing else counts: $type',
    (event) => {
      expect(step(ready, event)).toEqual({ snapshot: ready, facts: [] });
    },
  );

  test('Q1 a plan without items cannot be started, so that nobody sees an empty check', () => {
    const empty = opening(planOf({ shown: [], spare: [] }));
    expect(step(empty, start).snapshot).toBe(empty);
  });
});

describe('answering', () => {
  test('Q2 a learner may change the response until it is checked; the last one stands', () => {
    const { snapshot } = fold(answering, [
      respond('q1', { optionId: 'b' }),
      respond('q1', { optionId: 'a' }),
    ]);
    expect(snapshot.context.entries[0]?.response).toEqual({ optionId: 'a' });
    expect(snapshot.value).toBe('answering');
  });

  test.each([
    ['another item', respond('q2', { optionId: 'a' })],
    ['no item of the attempt', respond('q99', { optionId: 'a' })],
    ['an option nobody sees', respond('q1', { optionId: 'z' })],
    ['the shape of another type', respond('q1', { optionIds: ['a'] })],
    ['more than the shape', respond('q1', { optionId: 'a', correct: true })],
    ['nothing', respond('q1', undefined)],
  ])('Q2 a response for %s is refused, so that a late tap cannot answer the next item', (_title, event) => {
    expect(step(answering, event).snapshot).toBe(answering);
  });

  test('Q2 after the check the response cannot be changed', () => {
    expect(step(reviewing, respond('q1', { optionId: 'a' })).snapshot).toBe(reviewing);
  });

  test('Q3 confidence is optional and is told with the response', () => {
    const { facts } = fold(answering, [
      respond('q1', { optionId: 'a' }),
      rate('q1', 'guess'),
      rate('q1'),
      check,
    ]);
    expect(facts).toMatchObject([
      { type: 'item.responded', confidence: 'sure', score: { earned: 1, possible: 1 } },
    ]);
    expect(
      Object.keys(fold(answering, [respond('q1', { optionId: 'a' }), check]).facts[0] ?? {}),
    ).not.toContain('confidence');
  });

  test('Q3 nobody can say how sure they were once they know', () => {
    expect(step(reviewing, rate('q1')).snapshot).toBe(reviewing);
    expect(step(answering, rate('q2')).snapshot).toBe(answering);
  });
});

describe('checking', () => {
  test('Q4 nothing chosen yet is not wrong: the check waits', () => {
    expect(step(answering, check)).toEqual({ snapshot: answering, facts: [] });
  });

  test('Q4 a half placed order waits too', () => {
    const ordering = step(opening(planOf({ shown: [order('q1')] })), start).snapshot;
    const half = step(ordering, respond('q1', { order: ['d', 'b'] })).snapshot;
    expect(half.context.entries[0]?.response).toEqual({ order: ['d', 'b'] });
    expect(step(half, check)).toEqual({ snapshot: half, facts: [] });
  });

  test('Q4 a second check scores nothing twice', () => {
    expect(step(reviewing, check)).toEqual({ snapshot: reviewing, facts: [] });
  });

  test('Q5 the fact holds what the server needs to score again', () => {
    const { facts } = fold(answering, [respond('q1', { optionId: 'b' }), check]);
    expect(facts).toEqual([
      {
        type: 'item.responded',
        at: 5_000,
        attemptId: 'attempt-1',
        context: 'lesson',
        lessonId: 'm9-small',
        itemId: 'm9-small.q1',
        itemRevision: 'rev-q1',
        objective: 'O1',
        round: 'first',
        ordinal: 1,
        response: { optionId: 'b' },
        score: { earned: 0, possible: 1 },
        elapsedMs: 4_000,
      },
    ]);
  });

  test('Q5 a clock set back gives no negative time', () => {
    const { facts } = fold(answering, [respond('q1', { optionId: 'a' }), { type: 'quiz.check', at: 400 }]);
    expect(facts).toMatchObject([{ elapsedMs: 0, at: 400 }]);
  });

  test('Q6 next shows the next item and stamps it', () => {
    const { snapshot } = step(reviewing, next);
    expect(snapshot.value).toBe('answering');
    expect(snapshot.context.cursor).toBe(1);
    expect(snapshot.context.entries[1]?.shownAt).toBe(6_000);
  });

  test('Q6 an unchecked item cannot be skipped', () => {
    expect(step(answering, next).snapshot).toBe(answering);
  });

  test('Q6 after the last item the attempt is finished for good', () => {
    const { snapshot } = play(ready, [1, 1, 1, 1]);
    expect([snapshot.value, snapshot.status]).toEqual(['finished', 'done']);
    for (const event of [start, respond('q1', { optionId: 'a' }), rate('q1'), check, next]) {
      expect(step(snapshot, event)).toEqual({ snapshot, facts: [] });
      expect(step(snapshot, event).snapshot).toBe(snapshot);
    }
  });
});

describe('the outcome', () => {
  test('Q7 partial credit counts: 1 + 0 + 0.5 + 0.5 of 4', () => {
    const { facts } = play(ready, [1, 0, 0.5, 0.5]);
    expect(facts.find((fact) => fact.type === 'attempt.submitted')).toMatchObject({
      outcome: { earned: 2, possible: 4, passed: false },
    });
  });

  test('Q7 exactly the pass mark is a pass, also when it is a sum of halves', () => {
    const { snapshot } = play(ready, [1, 1, 0.5, 0.5]);
    expect(snapshot.context.outcome).toEqual({ earned: 3, possible: 4, passed: true });
  });

  test('Q7 three sixths are a half: no learner fails by the last bit of a double', () => {
    const shown = [order('q1'), order('q2'), order('q3')];
    const oneSixth = { order: ['a', 'c', 'd', 'b'] }; // five of six pairs turned; 1 − 5/6 is below 1/6 as a double
    expect(3 * (1 - 5 / 6)).toBeLessThan(0.5);
    const started = step(opening(planOf({ shown, spare: [], passPoints: 0.5 })), start).snapshot;
    const { snapshot } = fold(
      started,
      shown.flatMap((item) => [respond(item.id.slice(9), oneSixth), check, next]),
    );
    expect(snapshot.context.outcome).toEqual({ earned: 0.5, possible: 3, passed: true });
  });

  test('Q8 a pass is told at the check of the last item: response, submission, completion', () => {
    const { snapshot, facts } = play(ready, [1, 1, 1]);
    expect(typesOf(facts)).toEqual(['item.responded', 'item.responded', 'item.responded']);
    const last = fold(snapshot, [
      respond('q4', answer(shortText('q4'), 1), 20_000),
      { type: 'quiz.check', at: 21_000 },
    ]);
    expect(last.facts.slice(1)).toEqual([
      {
        type: 'attempt.submitted',
        at: 21_000,
        attemptId: 'attempt-1',
        context: 'lesson',
        activityId: 'm9-small',
        activityRevision: 'rev-lesson',
        seed: 'seed-1',
        startedAt: 1_000,
        outcome: { earned: 4, possible: 4, passed: true },
      },
      {
        type: 'lesson.completed',
        at: 21_000,
        attemptId: 'attempt-1',
        lessonId: 'm9-small',
        lessonRevision: 'rev-lesson',
      },
    ]);
    expect(last.facts[0]?.type).toBe('item.responded');
  });

  test('Q8 a failed attempt is submitted and completes nothing', () => {
    const { facts } = play(ready, [0, 0, 0, 0]);
    expect(typesOf(facts)).toEqual([...Array(4).fill('item.responded'), 'attempt.submitted']);
  });
});

describe('what comes back', () => {
  test('Q9 each weak item comes back once, at the end, in its order; the right ones do not', () => {
    const { snapshot } = play(ready, [0, 1, 0.5, 0]);
    expect(rounds(snapshot).slice(4)).toEqual(['q5 retry', 'q3 retry', 'q4 retry']);
    expect(snapshot.context.entries.map((entry) => entry.ordinal)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  test('Q9 a retry that is weak again does not come back a third time', () => {
    const { snapshot } = play(ready, [0, 1, 1, 1, 0]);
    expect(snapshot.value).toBe('finished');
    expect(rounds(snapshot)).toHaveLength(5);
  });

  test('Q10 a spare item of the objective comes first; without one the same item under another seed', () => {
    const { snapshot } = play(ready, [0, 0, 1, 1]);
    const [first, second] = [snapshot.context.entries[1], snapshot.context.entries[5]];
    expect(rounds(snapshot).slice(4)).toEqual(['q5 retry', 'q2 retry']);
    expect(second?.item).toEqual(first?.item);
    expect(second?.seed).not.toBe(first?.seed);
  });

  test('Q10 two weak items of one objective share the spares, none is asked twice', () => {
    const plan = planOf({
      shown: [single('q1'), single('q2'), single('q3')],
      spare: [single('q4'), single('q5')],
    });
    const { snapshot } = play(opening(plan), [0, 0, 0]);
    expect(rounds(snapshot).slice(3)).toEqual(['q4 retry', 'q5 retry', 'q3 retry']);
  });

  test('Q11 retries never change the outcome', () => {
    const failed = play(ready, [0, 0, 0, 0]);
    const { outcome } = failed.snapshot.context;
    const retried = play(failed.snapshot, [1, 1, 1, 1], 50_000);
    expect(retried.snapshot.value).toBe('finished');
    expect(retried.snapshot.context.outcome).toEqual(outcome);
    expect(typesOf(retried.facts)).toEqual(Array(4).fill('item.responded'));
    expect(retried.facts).toMatchObject(Array(4).fill({ round: 'retry' }));
  });

  test('Q11 a learner who passed and leaves during retries has passed', () => {
    const { facts, snapshot } = play(ready, [1, 1, 1, 0]);
    expect(typesOf(facts).slice(4)).toEqual(['attempt.submitted', 'lesson.completed']);
    expect(snapshot.value).toBe('answering');
  });
});

describe('no short text alone decides', () => {
  /** 2 of 4 without the text, 3 needed; q8 can stand in for the text. */
  const withStandIn = planOf({ spare: [shortText('q7', 'O4'), scenario('q8', 'O4'), single('q5', 'O1')] });
  const upToText = (text: 1 | 0.5 | 0) => play(opening(withStandIn), [1, 0, 1, text]);

  test('Q12 an item of another type stands in, first, in place of the text’s retry', () => {
    const { snapshot, facts } = upToText(0.5);
    expect(rounds(snapshot).slice(4)).toEqual(['q8 stand-in', 'q2 retry']);
    expect(snapshot.context.outcome).toBeUndefined();
    expect(typesOf(facts)).toEqual(Array(4).fill('item.responded'));
  });

  test('Q14 better in the stand-in: the lesson is completed, told with the stand-in’s check', () => {
    const { snapshot, facts } = play(upToText(0.5).snapshot, [1], 40_000);
    expect(typesOf(facts)).toEqual(['item.responded', 'attempt.submitted', 'lesson.completed']);
    expect(facts[0]).toMatchObject({ round: 'stand-in', ordinal: 5, objective: 'O4' });
    expect(snapshot.context.outcome).toEqual({ earned: 3, possible: 4, passed: true });
  });

  test('Q14 as good as the text but no better: the text’s points count once', () => {
    const { snapshot, facts } = play(upToText(0.5).snapshot, [0.5], 40_000);
    expect(typesOf(facts)).toEqual(['item.responded', 'attempt.submitted']);
    expect(snapshot.context.outcome).toEqual({ earned: 2.5, possible: 4, passed: false });
  });

  test('Q14 worse in the stand-in: the text’s points stay', () => {
    const { snapshot } = play(upToText(0.5).snapshot, [0], 40_000);
    expect(snapshot.context.outcome).toEqual({ earned: 2.5, possible: 4, passed: false });
  });

  test('Q14 after the stand-in the retries run on and change nothing', () => {
    const { snapshot, facts } = play(upToText(0).snapshot, [0.5, 1], 40_000);
    expect(typesOf(facts)).toEqual(['item.responded', 'attempt.submitted', 'item.responded']);
    expect(snapshot.value).toBe('finished');
    expect(snapshot.context.outcome).toEqual({ earned: 2.5, possible: 4, passed: false });
  });

  test('Q12 a text that could not have saved the attempt gets no stand-in', () => {
    const { snapshot } = play(opening(withStandIn), [1, 0, 0.5, 0.5]); // 2 − 0.5 + 1 = 2.5 < 3
    expect(rounds(snapshot).slice(4)).toEqual(['q2 retry', 'q3 retry', 'q7 retry']);
    expect(snapshot.context.outcome).toEqual({ earned: 2, possible: 4, passed: false });
  });

  test('Q12 a passed attempt with a weak text gets no stand-in', () => {
    const { snapshot } = play(opening(withStandIn), [1, 1, 1, 0]);
    expect(rounds(snapshot).slice(4)).toEqual(['q7 retry']);
    expect(snapshot.context.outcome?.passed).toBe(true);
  });

  test('Q12 a weak scenario that decides gets no stand-in: only texts are read by words', () => {
    const plan = planOf({ shown: [single('q1'), scenario('q2')], spare: [single('q3')], passPoints: 2 });
    const { snapshot } = play(opening(plan), [1, 0]);
    expect(rounds(snapshot).slice(2)).toEqual(['q3 retry']);
  });

  test('Q13 with only texts or other objectives in the spare pool the outcome is fixed at once', () => {
    const plan = planOf({ spare: [shortText('q7', 'O4'), single('q5', 'O1')] });
    const { snapshot, facts } = play(opening(plan), [1, 0, 1, 0.5]);
    expect(rounds(snapshot).slice(4)).toEqual(['q2 retry', 'q7 retry']);
    expect(typesOf(facts)).toEqual([...Array(4).fill('item.responded'), 'attempt.submitted']);
  });

  test('Q12 of two texts the first that decides and can be replaced gets the stand-in, the other a retry', () => {
    const shown = [shortText('q1', 'O1'), shortText('q2', 'O2'), single('q3', 'O3')];
    const plan = planOf({ shown, spare: [single('q4', 'O2'), shortText('q5', 'O1')], passPoints: 2 });
    const { snapshot } = play(opening(plan), [0.5, 0, 1]);
    expect(rounds(snapshot).slice(3)).toEqual(['q4 stand-in', 'q5 retry']);
    expect(play(snapshot, [1], 40_000).snapshot.context.outcome).toEqual({
      earned: 2.5,
      possible: 3,
      passed: true,
    });
  });

  test('Q12 the stand-in takes its item before a retry of the same objective can', () => {
    const shown = [single('q1', 'O1'), shortText('q2', 'O1'), single('q3', 'O1')];
    const plan = planOf({ shown, spare: [single('q4', 'O1')], passPoints: 2 });
    const { snapshot } = play(opening(plan), [0, 0, 1]);
    expect(rounds(snapshot).slice(3)).toEqual(['q4 stand-in', 'q1 retry']);
  });
});

describe('malformed events', () => {
  test.each([
    ['no time', { type: 'quiz.start' }],
    ['a time that is none', { type: 'quiz.start', at: Number.NaN }],
    ['a time before 1970', { type: 'quiz.start', at: -1 }],
    ['a fraction', { type: 'quiz.start', at: 1.5 }],
    ['something more', { type: 'quiz.start', at: 1, seed: 'mine' }],
  ])('Q15 %s is refused, so that no fact without a time is ever kept', (_title, event) => {
    expect(step(ready, event as QuizEvent).snapshot).toBe(ready);
  });

  test('Q15 an unknown confidence is refused', () => {
    expect(step(answering, { ...rate('q1'), confidence: 'very' } as unknown as QuizEvent).snapshot).toBe(
      answering,
    );
  });
});
