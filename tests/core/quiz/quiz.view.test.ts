import { describe, expect, test } from 'vitest';
import { quizView } from '#core/quiz/quiz.view.ts';
import { fold, opening, order, planOf, play, scenario, shortText, single, step } from './small.ts';
import { vectors } from './vectors.ts';

const ready = opening(planOf());
const answering = step(ready, { type: 'quiz.start', at: 1 }).snapshot;
const given = (optionId: string) =>
  fold(answering, [{ type: 'quiz.respond', at: 2, itemId: 'm9-small.q1', response: { optionId } }]);
const checked = (optionId: string) => step(given(optionId).snapshot, { type: 'quiz.check', at: 3 }).snapshot;

describe('where the learner stands', () => {
  test('Q18 before the start the first item can already be shown', () => {
    const view = quizView(ready);
    expect(view).toMatchObject({
      phase: 'ready',
      position: 1,
      count: 4,
      round: 'first',
      ordinal: 1,
      isLast: false,
    });
    expect(view.item.id).toBe('m9-small.q1');
    expect(view.feedback).toEqual([]);
  });

  test('Q18 the item stays the same from page to attempt, so that no option moves under a finger', () => {
    expect(quizView(answering).item).toEqual(quizView(ready).item);
    expect(quizView(checked('b')).item).toEqual(quizView(ready).item);
  });

  test('Q18 what is still missing is named until it can be checked', () => {
    expect(quizView(answering)).toMatchObject({ phase: 'answering', unready: 'untouched' });
    expect(quizView(given('a').snapshot)).not.toHaveProperty('unready');
    expect(quizView(given('a').snapshot)).toMatchObject({ response: { optionId: 'a' } });
    expect(quizView(ready)).not.toHaveProperty('unready');
  });

  test('Q18 retries are counted as a round of their own', () => {
    const { snapshot } = play(ready, [0, 0, 1, 1]);
    expect(quizView(snapshot)).toMatchObject({
      round: 'retry',
      position: 1,
      count: 2,
      ordinal: 5,
      isLast: false,
    });
    expect(quizView(play(snapshot, [1], 90_000).snapshot)).toMatchObject({
      position: 2,
      count: 2,
      isLast: true,
    });
  });
});

describe('what the learner reads', () => {
  test('Q18 feedback only for what was checked', () => {
    expect(quizView(given('b').snapshot).feedback).toEqual([]);
    expect(quizView(checked('b')).feedback.map((line) => line.text.zh)).toEqual(['反馈b']);
    expect(quizView(checked('a')).feedback.map((line) => line.text.zh)).toEqual(['反馈a', '延伸']);
  });

  test('Q18 a weak response leads back to the block that teaches it; a right one does not', () => {
    expect(quizView(checked('b')).lookBack).toEqual(['about-o1']);
    expect(quizView(checked('a')).lookBack).toEqual([]);
    expect(quizView(given('b').snapshot).lookBack).toEqual([]);
  });

  test('Q18 at the end: every block that was weak in the first round, once', () => {
    const plan = planOf({ shown: [single('q1', 'O1'), single('q2', 'O1'), scenario('q3', 'O3')], spare: [] });
    const { snapshot } = play(opening(plan), [0, 0, 0.5, 1, 1, 1]);
    const view = quizView(snapshot);
    expect(view.phase).toBe('finished');
    expect(view.lookBack).toEqual(['about-o1', 'about-o3']);
    expect(view.summary).toEqual([
      { objective: 'O1', earned: 0, possible: 2, lookBack: ['about-o1'] },
      { objective: 'O3', earned: 0.5, possible: 1, lookBack: ['about-o3'] },
    ]);
    expect(view.outcome).toEqual({ earned: 0.5, possible: 3, passed: false });
  });

  test('Q14 Q18 the summary shows the stand-in’s points where they count', () => {
    const plan = planOf({ spare: [scenario('q8', 'O4')] });
    const { snapshot } = play(opening(plan), [1, 0, 1, 0.5, 1]);
    expect(quizView(snapshot).summary).toContainEqual({
      objective: 'O4',
      earned: 1,
      possible: 1,
      lookBack: [],
    });
    expect(quizView(snapshot).outcome).toEqual({ earned: 3, possible: 4, passed: true });
  });

  test('Q18 the outcome is shown as soon as it is fixed, before the retries', () => {
    const { snapshot } = play(ready, [1, 1, 1, 0]);
    expect(quizView(snapshot)).toMatchObject({
      phase: 'answering',
      round: 'retry',
      outcome: { earned: 3, passed: true },
    });
  });

  test('Q18 the key is not in the view before the check, for any type of item', () => {
    for (const { item } of vectors) {
      const started = step(opening(planOf({ shown: [item] })), { type: 'quiz.start', at: 1 }).snapshot;
      const shown = JSON.stringify(quizView(started));
      expect(shown, item.id).not.toMatch(
        /"(correct|credit|truth|bin|match|elements|forbidden|model|extension)"/,
      );
      expect(shown, item.id).not.toContain('更进一步');
    }
  });
});

test('Q18 two retries of one item are two things to show: their ordinals differ and so do their orders', () => {
  const plan = planOf({ shown: [order('q1'), shortText('q2')], spare: [], seed: 'seed-2' });
  const { snapshot } = play(opening(plan), [0, 1]);
  const first = quizView(opening(plan));
  const again = quizView(snapshot);
  expect([first.item.id, again.item.id]).toEqual(['m9-small.q1', 'm9-small.q1']);
  expect([first.ordinal, again.ordinal]).toEqual([1, 3]);
  const cards = ({ item }: typeof first) =>
    item.type === 'ORD' ? item.cards.map((card) => card.id).join('') : '';
  expect(cards(first)).not.toBe(cards(again));
});

test('Q1 a plan without items has no view: the caller is told what to do', () => {
  expect(() => quizView(opening(planOf({ shown: [], spare: [] })))).toThrow(
    /attempt-1 has no items; draw the plan/,
  );
});
