import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createActor } from 'xstate';
import { foldRun } from '#core/simulator/engine.ts';
import { restoreRun } from '#core/simulator/restore-run.ts';
import type { Level } from '#core/simulator/scenario.ts';
import { RUBRIC, scoreRun } from '#core/simulator/score/score-run.ts';
import type { SimulatorEvent, SimulatorFact, SimulatorPlan } from '#core/simulator/simulator.events.ts';
import { simulatorMachine } from '#core/simulator/simulator.machine.ts';
import { type RunSnapshot, storeRun } from '#core/simulator/stored-run.ts';
import { anyAct } from './any-act.ts';
import { publishedOf, SCENARIO_IDS } from './scenarios.ts';
import { fold, opening, plain, planOf, step } from './small.ts';

const plans: fc.Arbitrary<SimulatorPlan> = fc
  .record({
    id: fc.constantFrom(...SCENARIO_IDS),
    level: fc.constantFrom<Level>(1, 2, 3),
    seed: fc.constantFrom('default', 'seed-1', 'seed-2', 'seed-3'),
  })
  .map(({ id, level, seed }) => planOf({ scenario: publishedOf(id), level, seed }));

/** Numbers that choose acts; some stand for malformed or foreign events. */
const runs = fc.record({
  plan: plans,
  picks: fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 40 }),
});

/** The events of a run, found by folding. */
function eventsOf(plan: SimulatorPlan, picks: readonly number[]): SimulatorEvent[] {
  let snapshot = opening(plan);
  let at = 1_000_000;
  return [0, 0, ...picks].map((pick) => {
    at += pick % 5_000;
    const event = eventFor(snapshot, pick, at);
    snapshot = step(snapshot, event).snapshot;
    return event;
  });
}

function eventFor({ value, context }: RunSnapshot, pick: number, at: number): SimulatorEvent {
  const { plan, run } = context;
  if (pick % 23 === 5) return { type: 'act.make', at } as unknown as SimulatorEvent;
  if (pick % 23 === 6)
    return { type: 'act.make', at, act: { type: 'option.choose', turn: 'Z9', option: 'z' } };
  switch (value) {
    case 'briefing':
      return { type: 'run.start', at };
    case 'preparing':
      return { type: 'prep.choose', at, cards: plan.scenario.prep.slice(0, 1).map(({ id }) => id) };
    case 'playing':
      return { type: 'act.make', at, act: anyAct(plan.scenario, plan, run, pick) };
    case 'told':
      return { type: 'outcome.read', at };
    default:
      return {
        type: 'rating.give',
        at,
        ratings: Object.fromEntries(RUBRIC[plan.scenario.simulator].map(({ id }) => [id, pick % 5])),
      };
  }
}

function live(from: RunSnapshot | undefined, plan: SimulatorPlan, events: readonly SimulatorEvent[]) {
  const actor = createActor(simulatorMachine, from ? { input: plan, snapshot: from } : { input: plan });
  const facts: SimulatorFact[] = [];
  actor.on('*', (fact) => facts.push(fact));
  actor.start();
  for (const event of events) if (actor.getSnapshot().status === 'active') actor.send(event);
  return { snapshot: actor.getSnapshot(), facts };
}

function throughStorage(snapshot: RunSnapshot): RunSnapshot {
  const restored = restoreRun(plain(storeRun(snapshot, 7, 1_700_000_000_000)));
  if (restored.status !== 'restored') throw new Error(restored.reason);
  return restored.snapshot;
}

/** Whole runs of real scenarios, each played several times over. */
const PATIENT_MS = 30_000;

const kept = (snapshot: RunSnapshot) => plain(storeRun(snapshot, 1, 1));

describe('the phone and the server run the same run', () => {
  test(
    'S16 the live actor and the pure fold agree on state and facts',
    () => {
      fc.assert(
        fc.property(runs, ({ plan, picks }) => {
          const events = eventsOf(plan, picks);
          const folded = fold(opening(plan), events);
          const lived = live(undefined, plan, events);
          expect(kept(lived.snapshot)).toEqual(kept(folded.snapshot));
          expect(plain(lived.facts)).toEqual(plain(folded.facts));
        }),
        { numRuns: 25 },
      );
    },
    PATIENT_MS,
  );

  test(
    'S16 S17 cut anywhere, stored as JSON and restored: nothing is lost, nothing is told twice',
    () => {
      fc.assert(
        fc.property(runs, fc.nat(40), ({ plan, picks }, cut) => {
          const events = eventsOf(plan, picks);
          const whole = fold(opening(plan), events);
          const first = fold(opening(plan), events.slice(0, cut));
          const rest = live(throughStorage(first.snapshot), plan, events.slice(cut));
          expect(kept(rest.snapshot)).toEqual(kept(whole.snapshot));
          expect(plain([...first.facts, ...rest.facts])).toEqual(plain(whole.facts));
        }),
        { numRuns: 25 },
      );
    },
    PATIENT_MS,
  );

  test(
    'S16 a snapshot holds nothing that JSON would lose',
    () => {
      fc.assert(
        fc.property(runs, ({ plan, picks }) => {
          const { context } = fold(opening(plan), eventsOf(plan, picks)).snapshot;
          expect(plain(context)).toStrictEqual(context);
        }),
        { numRuns: 25 },
      );
    },
    PATIENT_MS,
  );
});

describe('whatever a learner does', () => {
  test(
    'S13 the fact alone replays the run: same log, same score, same ending',
    () => {
      let finished = 0;
      fc.assert(
        fc.property(runs, ({ plan, picks }) => {
          const many = [...picks, ...picks, ...picks].map((pick, index) => pick + index);
          const { facts, snapshot } = fold(opening(plan), eventsOf(plan, many));
          const fact = facts[0];
          if (!fact) return;
          finished += 1;
          expect(facts).toHaveLength(1);
          const [, ...acts] = plain(fact).moves;
          const again = foldRun(plan.scenario, { level: fact.level, seed: fact.seed }, acts);
          expect(plain(again.log)).toEqual(plain(snapshot.context.run.log));
          expect(scoreRun(plan.scenario, again).score).toBe(fact.score);
          expect(fact).toMatchObject({ ending: snapshot.context.outcome?.ending, engine: 'simulator@1' });
        }),
        { numRuns: 25 },
      );
      expect(finished).toBeGreaterThan(0);
    },
    PATIENT_MS,
  );

  test(
    'S11 every score lies between 0 and its cap, every level between 0 and 4',
    () => {
      fc.assert(
        fc.property(runs, ({ plan, picks }) => {
          const { run } = fold(opening(plan), eventsOf(plan, picks)).snapshot.context;
          const { levels, score, cap, raw } = scoreRun(plan.scenario, run);
          expect(Object.keys(levels)).toEqual(RUBRIC[plan.scenario.simulator].map(({ id }) => id));
          for (const level of Object.values(levels)) expect([0, 1, 2, 3, 4]).toContain(level);
          expect(score).toBe(Math.min(cap, raw));
          for (const value of Object.values(run.values)) expect(value >= 0 && value <= 100).toBe(true);
        }),
        { numRuns: 50 },
      );
    },
    PATIENT_MS,
  );
});
