import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createActor } from 'xstate';
import { CONFIDENCES } from '#core/model/response.ts';
import type { QuizEvent, QuizFact, QuizPlan } from '#core/quiz/quiz.events.ts';
import { quizMachine } from '#core/quiz/quiz.machine.ts';
import { restoreQuiz } from '#core/quiz/restore.ts';
import { type QuizSnapshot, storeQuiz } from '#core/quiz/stored-quiz.ts';
import { answer, fold, opening, order, planOf, scenario, shortText, single, step } from './small.ts';

const plan: QuizPlan = planOf({
  shown: [single('q1', 'O1'), order('q2', 'O2'), scenario('q3', 'O3'), shortText('q4', 'O4')],
  spare: [single('q5', 'O1'), scenario('q6', 'O4'), order('q7', 'O3')],
});

/** Acts without reference to the item on screen; `toEvent` finds it. Weighted so that attempts get far. */
type Act = {
  kind: 'start' | 'answer' | 'rate' | 'check' | 'next' | 'foreign' | 'malformed';
  pick: number;
  pause: number;
};
const acts: fc.Arbitrary<Act[]> = fc.array(
  fc.record({
    kind: fc.oneof(
      { weight: 4, arbitrary: fc.constant('answer' as const) },
      { weight: 4, arbitrary: fc.constant('check' as const) },
      { weight: 4, arbitrary: fc.constant('next' as const) },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          'start' as const,
          'rate' as const,
          'foreign' as const,
          'malformed' as const,
        ),
      },
    ),
    pick: fc.nat(2),
    pause: fc.integer({ min: -500, max: 60_000 }),
  }),
  { minLength: 1, maxLength: 60 },
);

function toEvent(snapshot: QuizSnapshot, { kind, pick }: Act, at: number): QuizEvent {
  const item = snapshot.context.entries[snapshot.context.cursor]?.item;
  if (!item) throw new Error('the plan has items');
  const points = ([1, item.type === 'S' ? 0 : 0.5, 0] as const)[pick] ?? 1;
  switch (kind) {
    case 'answer':
      return { type: 'quiz.respond', at, itemId: item.id, response: answer(item, points) };
    case 'rate':
      return { type: 'quiz.rate', at, itemId: item.id, confidence: CONFIDENCES[pick] ?? 'sure' };
    case 'foreign':
      return { type: 'quiz.respond', at, itemId: 'm9-small.q99', response: { optionId: 'a' } };
    case 'malformed':
      return { type: 'quiz.check' } as unknown as QuizEvent;
    default:
      return { type: `quiz.${kind}` as 'quiz.check', at };
  }
}

/** The events of a run, found by folding; a start goes ahead so that runs get somewhere. */
function eventsOf(run: readonly Act[]): QuizEvent[] {
  let snapshot = opening(plan);
  let at = 1_000_000;
  return [{ kind: 'start' as const, pick: 0, pause: 0 }, ...run].map((act) => {
    at = Math.max(0, at + act.pause);
    const event = toEvent(snapshot, act, at);
    snapshot = step(snapshot, event).snapshot;
    return event;
  });
}

const plain = (value: unknown) => JSON.parse(JSON.stringify(value));

function live(from: QuizSnapshot | undefined, events: readonly QuizEvent[]) {
  const actor = createActor(quizMachine, from ? { input: plan, snapshot: from } : { input: plan });
  const facts: QuizFact[] = [];
  actor.on('*', (fact) => facts.push(fact));
  actor.start();
  for (const event of events) actor.send(event);
  return { snapshot: actor.getSnapshot(), facts };
}

function throughStorage(snapshot: QuizSnapshot): QuizSnapshot {
  const restored = restoreQuiz(plain(storeQuiz(snapshot, 7, 1_700_000_000_000)));
  if (restored.status !== 'restored') throw new Error(restored.reason);
  return restored.snapshot;
}

describe('the phone and the server run the same attempt', () => {
  test('Q16 the live actor and the pure fold agree on state and facts', () => {
    fc.assert(
      fc.property(acts, (run) => {
        const events = eventsOf(run);
        const folded = fold(opening(plan), events);
        const lived = live(undefined, events);
        expect(plain(lived)).toEqual(plain(folded));
      }),
    );
  });

  test('Q16 cut anywhere, stored as JSON and restored: nothing is lost, nothing is told twice', () => {
    fc.assert(
      fc.property(acts, fc.nat(60), (run, cut) => {
        const events = eventsOf(run);
        const whole = fold(opening(plan), events);
        const first = fold(opening(plan), events.slice(0, cut));
        const rest = live(throughStorage(first.snapshot), events.slice(cut));
        expect(plain(storeQuiz(rest.snapshot, 1, 1))).toEqual(plain(storeQuiz(whole.snapshot, 1, 1)));
        expect(plain([...first.facts, ...rest.facts])).toEqual(plain(whole.facts));
      }),
    );
  });

  test('Q16 stored after every single act: the same attempt', () => {
    fc.assert(
      fc.property(acts, (run) => {
        const events = eventsOf(run);
        let snapshot = opening(plan);
        const facts: QuizFact[] = [];
        for (const event of events) {
          const after = step(throughStorage(snapshot), event);
          snapshot = after.snapshot;
          facts.push(...after.facts);
        }
        const whole = fold(opening(plan), events);
        expect(plain(storeQuiz(snapshot, 1, 1))).toEqual(plain(storeQuiz(whole.snapshot, 1, 1)));
        expect(plain(facts)).toEqual(plain(whole.facts));
      }),
      { numRuns: 40 },
    );
  });

  test('Q16 a snapshot holds nothing that JSON would lose', () => {
    fc.assert(
      fc.property(acts, (run) => {
        const { context } = fold(opening(plan), eventsOf(run)).snapshot;
        expect(plain(context)).toStrictEqual(context);
      }),
    );
  });
});

describe('whatever a learner does', () => {
  test('Q8 Q11 one submission, at most one completion, and no response after the outcome counts', () => {
    fc.assert(
      fc.property(acts, (run) => {
        const { facts, snapshot } = fold(opening(plan), eventsOf(run));
        const submitted = facts.filter((fact) => fact.type === 'attempt.submitted');
        const completed = facts.filter((fact) => fact.type === 'lesson.completed');
        expect(submitted).toHaveLength(snapshot.context.outcome ? 1 : 0);
        expect(completed).toHaveLength(snapshot.context.outcome?.passed ? 1 : 0);
        for (const fact of submitted) expect(fact).toMatchObject({ outcome: snapshot.context.outcome });
      }),
    );
  });

  test('Q7 the outcome is what a hand would add up from the facts', () => {
    fc.assert(
      fc.property(acts, (run) => {
        const { facts, snapshot } = fold(opening(plan), eventsOf(run));
        const { outcome } = snapshot.context;
        if (!outcome) return;
        const responded = facts.filter((fact) => fact.type === 'item.responded');
        const byOrdinal = new Map(
          responded.filter((fact) => fact.round === 'first').map((fact) => [fact.ordinal, fact.score.earned]),
        );
        const standIn = responded.find((fact) => fact.round === 'stand-in');
        if (standIn) byOrdinal.set(4, Math.max(byOrdinal.get(4) ?? 0, standIn.score.earned)); // the text is the fourth
        const sum = [...byOrdinal.values()].reduce((total, earned) => total + earned, 0);
        expect(outcome.earned).toBeCloseTo(sum, 9);
        expect(outcome).toMatchObject({ possible: 4, passed: sum >= 3 - 1e-9 });
      }),
    );
  });

  test('Q9 Q10 the retries are the weak entries of the first round, each once', () => {
    fc.assert(
      fc.property(acts, (run) => {
        const { entries } = fold(opening(plan), eventsOf(run)).snapshot.context;
        const back = entries.slice(4);
        if (back.length === 0) return;
        const weak = entries.slice(0, 4).filter((entry) => (entry.score?.earned ?? 1) < 1);
        expect(back.map((entry) => entry.item.objective).sort()).toEqual(
          weak.map((entry) => entry.item.objective).sort(),
        );
        expect(new Set(entries.map((entry) => entry.seed)).size).toBe(entries.length);
      }),
    );
  });
});
