import fc from 'fast-check';
import { expect, expectTypeOf, test } from 'vitest';
import type { z } from 'zod';
import { isAct } from '#core/simulator/act.guard.ts';
import type { Act } from '#core/simulator/act.ts';
import {
  isSimulatorEvent,
  SIMULATOR_EVENT_TYPES,
  type SimulatorEvent,
} from '#core/simulator/simulator.events.ts';
import { actSchema, simulatorEventSchema } from '#core/simulator/simulator.schema.ts';
import type { DeepReadonly } from '../deep-readonly.ts';
import { mutated } from '../mutated.ts';

const acts: Act[] = [
  { type: 'option.choose', turn: 'T1', option: 'a', atMs: 4_000 },
  { type: 'move.make', tag: 'ask_open', topic: 'use', elements: [] },
  {
    type: 'move.make',
    tag: 'reflect',
    turn: 'P3',
    elements: ['action'],
    block: 'a',
    text: '两头都怕得罪',
    claimed: 'paraphrase',
    kept: true,
    reading: 'down:reflect',
  },
  {
    type: 'pitch.deliver',
    features: ['f1'],
    advantage: 'a1',
    benefits: ['b1'],
    evidence: 'e2',
    limitNamed: true,
    order: 'BAF',
    seconds: 35,
  },
  { type: 'advert.arrange', cards: ['h', 's'] },
  { type: 'walk.close', notes: [{ spot: 'h1', note: 'neutral' }] },
  {
    type: 'board.close',
    cause: 'c1',
    evidence: ['callback'],
    rejected: ['c4'],
    decisions: { sunhao: 's2' },
    phoned: false,
    hypothesis: '没人跟',
  },
  { type: 'dataroom.close', items: [{ id: 'd1', purpose: true }] },
  {
    type: 'desk.close',
    rows: { r1: 20_736, r9: 'r4' },
    tags: { r1: 'A' },
    problem: 'r1',
    rejected: 'rebate',
    decision: 'pilot_90d_stage1',
  },
  { type: 'run.leave' },
];

const samples: SimulatorEvent[] = [
  { type: 'run.start', at: 1 },
  { type: 'prep.choose', at: 2, cards: ['p1', 'p2'] },
  ...acts.map((act) => ({ type: 'act.make' as const, at: 3, act })),
  { type: 'outcome.read', at: 4 },
  { type: 'rating.give', at: 5, ratings: { need: 3, benefit: 0 } },
];

test('S15 types of acts and events equal their schemas both ways, so that server and phone speak of the same acts', () => {
  expectTypeOf<DeepReadonly<z.infer<typeof actSchema>>>().toEqualTypeOf<Flat<DeepReadonly<Act>>>();
  type Event = DeepReadonly<z.infer<typeof simulatorEventSchema>>;
  expectTypeOf<Event['type']>().toEqualTypeOf<SimulatorEvent['type']>();
  expectTypeOf<Omit<Extract<Event, { type: 'act.make' }>, 'act'>>().toEqualTypeOf<
    Omit<DeepReadonly<Extract<SimulatorEvent, { type: 'act.make' }>>, 'act'>
  >();
  type Rest<E> = E extends { type: 'act.make' } ? never : E;
  expectTypeOf<Rest<Event>>().toEqualTypeOf<Rest<DeepReadonly<SimulatorEvent>>>();
});

/** An intersection written as one object, member by member of a union. */
type Flat<T> = T extends unknown ? { [Key in keyof T]: T[Key] } : never;

test('S15 every event and every act is known to schema and guard', () => {
  expect(new Set(samples.map((event) => event.type))).toEqual(new Set(SIMULATOR_EVENT_TYPES));
  expect(new Set(acts.map((act) => act.type)).size).toBe(actSchema.options.length);
  for (const event of samples) {
    expect(simulatorEventSchema.safeParse(event).success, JSON.stringify(event)).toBe(true);
    expect(isSimulatorEvent(event), JSON.stringify(event)).toBe(true);
  }
});

test('S15 the guards accept what the schemas accept, and nothing else, so that no phone accepts what the server refuses', () => {
  fc.assert(
    fc.property(mutated(fc.constantFrom(...samples)), (event) => {
      expect(isSimulatorEvent(event)).toBe(simulatorEventSchema.safeParse(event).success);
    }),
    { numRuns: 3_000 },
  );
  fc.assert(
    fc.property(mutated(fc.constantFrom(...acts)), (act) => {
      expect(isAct(act)).toBe(actSchema.safeParse(act).success);
    }),
    { numRuns: 1_000 },
  );
});

test.each(['xstate.stop', 'xstate.init', 'run.leave', ''])(
  'S15 the library’s own event %s never enters from outside',
  (type) => {
    expect(isSimulatorEvent({ type, at: 1 })).toBe(false);
  },
);
