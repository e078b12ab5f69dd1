import { assign, emit, setup } from 'xstate';
import type { RunContext, SimulatorEvent, SimulatorFact, SimulatorPlan } from './simulator.events.ts';
import * as rules from './simulator.rules.ts';

/** Name and version a stored snapshot carries, and the engine that facts name. */
export const SIMULATOR_MACHINE = rules.ENGINE;

/** One run of one role-play. Time enters only as `event.at` (ms since the Unix epoch, UTC). */
export const simulatorMachine = setup({
  types: {} as {
    input: SimulatorPlan;
    context: RunContext;
    events: SimulatorEvent;
    emitted: SimulatorFact;
    tags: 'open';
  },
  guards: {
    canStart: ({ context, event }) => rules.canStart(context, event),
    continues: ({ context, event }) => rules.continues(context, event),
    canPrepare: ({ context, event }) => rules.canPrepare(context, event),
    canAct: ({ context, event }) => rules.canAct(context, event),
    endsRun: ({ context, event }) => rules.endsRun(context, event),
    canRead: ({ context, event }) => rules.canRead(context, event),
    canRate: ({ context, event }) => rules.canRate(context, event),
  },
  actions: {
    stampStart: assign(({ event }) => ({ startedAt: event.at })),
    takePrep: assign(({ event }) => rules.prepare(event)),
    makeAct: assign(({ context, event }) => rules.make(context, event)),
    recordRating: assign(({ event }) => rules.rate(event)),
    announceFinish: emit(({ context, event }) => rules.finishedFact(context, event)),
  },
}).createMachine({
  id: 'simulator',
  version: '1',
  initial: 'briefing',
  context: ({ input }) => rules.openContext(input),
  states: {
    briefing: {
      on: {
        'run.start': [
          { guard: 'continues', actions: 'stampStart', target: 'playing' },
          { guard: 'canStart', actions: 'stampStart', target: 'preparing' },
        ],
      },
    },
    preparing: {
      tags: 'open',
      on: { 'prep.choose': { guard: 'canPrepare', actions: 'takePrep', target: 'playing' } },
    },
    playing: {
      tags: 'open',
      on: {
        'act.make': [
          { guard: 'endsRun', actions: 'makeAct', target: 'told' },
          { guard: 'canAct', actions: 'makeAct' },
        ],
      },
    },
    told: { tags: 'open', on: { 'outcome.read': { guard: 'canRead', target: 'rating' } } },
    rating: {
      tags: 'open',
      on: {
        'rating.give': {
          guard: 'canRate',
          actions: ['recordRating', 'announceFinish'],
          target: 'finished',
        },
      },
    },
    finished: { type: 'final' },
  },
});
