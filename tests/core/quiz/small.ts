import { createActor, transition } from 'xstate';
import type {
  ItemBase,
  ItemType,
  KeyedItem,
  KeyedOrder,
  KeyedScenario,
  KeyedShortText,
  KeyedSingle,
} from '#core/model/item.ts';
import type { Response } from '#core/model/response.ts';
import type { QuizEvent, QuizFact, QuizPlan } from '#core/quiz/quiz.events.ts';
import { quizMachine } from '#core/quiz/quiz.machine.ts';
import type { QuizSnapshot } from '#core/quiz/stored-quiz.ts';

/** Small items and plans whose every value a test can name. Lesson `m9-small`, blocks `about-<objective>`. */

const text = (zh: string) => ({ zh, en: `${zh}.` });

function base<T extends ItemType>(type: T, id: string, objective: string): ItemBase & { type: T } {
  return {
    id: `m9-small.${id}`,
    revision: `rev-${id}`,
    lessonId: 'm9-small',
    objective,
    bloom: 'Ap',
    status: 'live',
    stem: text(`题${id}`),
    block: `about-${objective.toLowerCase()}`,
    type,
  };
}

/** Right: a. */
export function single(id: string, objective = 'O1'): KeyedSingle {
  const options = ['a', 'b', 'c'].map((option) => ({
    id: option,
    text: text(option),
    correct: option === 'a',
    feedback: text(`反馈${option}`),
  }));
  return { ...base('S', id, objective), options, extension: text('延伸') };
}

/** a 1, b 0.5, c 0. */
export function scenario(id: string, objective = 'O1'): KeyedScenario {
  const options = [1, 0.5, 0].map((credit, index) => {
    const option = ['a', 'b', 'c'][index] as string;
    return { id: option, text: text(option), credit, feedback: text(`后果${option}`) };
  });
  return { ...base('SCN', id, objective), options, extension: text('延伸') };
}

/** Each of 甲 and 乙 is half of it; 不 gives 0. At most 10 characters. */
export function shortText(id: string, objective = 'O1'): KeyedShortText {
  const element = (zh: string, en: string) => ({
    id: en,
    label: text(zh),
    anyOf: { zh: [zh], en: [en] },
    feedback: text(`缺${zh}`),
  });
  return {
    ...base('TXT', id, objective),
    maxLength: 10,
    elements: [element('甲', 'alpha'), element('乙', 'beta')],
    forbidden: [{ word: { zh: '不', en: 'not' }, feedback: text('别说不') }],
    model: text('甲乙'),
    selfCheck: [text('自查')],
    extension: text('延伸'),
  };
}

/** Right: d, b, c, a (not the order of the ids). */
export function order(id: string, objective = 'O1'): KeyedOrder {
  const cards = ['d', 'b', 'c', 'a'].map((card) => ({
    id: card,
    text: text(card),
    feedback: text(`再想${card}`),
  }));
  return { ...base('ORD', id, objective), cards, extension: text('延伸') };
}

/** Two singles, a scenario and a text of four objectives; one spare single for O1. Passes with 3 of 4. */
export function planOf(over: Partial<QuizPlan> = {}): QuizPlan {
  return {
    attemptId: 'attempt-1',
    lessonId: 'm9-small',
    lessonRevision: 'rev-lesson',
    seed: 'seed-1',
    passPoints: 3,
    shown: [single('q1', 'O1'), single('q2', 'O2'), scenario('q3', 'O3'), shortText('q4', 'O4')],
    spare: [single('q5', 'O1')],
    ...over,
  };
}

/** The snapshot before the first act, as a live actor has it. */
export function opening(plan: QuizPlan): QuizSnapshot {
  return createActor(quizMachine, { input: plan }).getSnapshot();
}

export interface Step {
  snapshot: QuizSnapshot;
  facts: QuizFact[];
}

/** One pure step: the next snapshot and the facts it would emit. */
export function step(snapshot: QuizSnapshot, event: QuizEvent): Step {
  const [next, actions] = transition(quizMachine, snapshot, event);
  const facts = (actions as readonly { type: string; params?: unknown }[])
    .filter((action) => action.type === 'xstate.emit')
    .map((action) => (action.params as { event: QuizFact }).event);
  return { snapshot: next, facts };
}

export function fold(snapshot: QuizSnapshot, events: readonly QuizEvent[]): Step {
  return events.reduce<Step>(
    (before, event) => {
      const after = step(before.snapshot, event);
      return { snapshot: after.snapshot, facts: [...before.facts, ...after.facts] };
    },
    { snapshot, facts: [] },
  );
}

/** Answers to the item on screen that earn all, half or nothing. */
export function answer(item: KeyedItem, points: 1 | 0.5 | 0): Response {
  if (item.type === 'TXT') return { text: { 1: '甲乙', 0.5: '甲', 0: '丙' }[points] };
  if (item.type === 'ORD')
    return { order: { 1: ['d', 'b', 'c', 'a'], 0.5: ['c', 'b', 'd', 'a'], 0: ['a', 'c', 'b', 'd'] }[points] };
  if (item.type === 'S' && points === 0.5) throw new Error('a single choice earns 1 or 0');
  return { optionId: { 1: 'a', 0.5: 'b', 0: item.type === 'S' ? 'b' : 'c' }[points] };
}

/** Start if need be, then answer, check and go on once per entry of `points`. `at` grows by 1,000 ms an act. */
export function play(from: QuizSnapshot, points: readonly (1 | 0.5 | 0)[], since = 1_000): Step {
  let at = since;
  const tick = () => {
    at += 1_000;
    return at;
  };
  let done: Step = from.matches('ready')
    ? step(from, { type: 'quiz.start', at })
    : { snapshot: from, facts: [] };
  for (const wanted of points) {
    const { cursor, entries } = done.snapshot.context;
    const item = entries[cursor]?.item as KeyedItem;
    const next = fold(done.snapshot, [
      { type: 'quiz.respond', at: tick(), itemId: item.id, response: answer(item, wanted) },
      { type: 'quiz.check', at: tick() },
      { type: 'quiz.next', at: tick() },
    ]);
    done = { snapshot: next.snapshot, facts: [...done.facts, ...next.facts] };
  }
  return done;
}

export function typesOf(facts: readonly QuizFact[]): string[] {
  return facts.map((fact) => fact.type);
}
