import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { promptOf } from '#core/simulator/engine.ts';
import { restoreRun } from '#core/simulator/restore-run.ts';
import type { SimulatorEvent } from '#core/simulator/simulator.events.ts';
import { SIMULATOR_MACHINE } from '#core/simulator/simulator.machine.ts';
import { type RunSnapshot, storeRun } from '#core/simulator/stored-run.ts';
import { mutated } from '../mutated.ts';
import { anyAct } from './any-act.ts';
import { choose, fold, opening, plain, planOf, step } from './small.ts';

const archive = new URL('../../fixtures/snapshots/', import.meta.url);
const readArchive = (file: string) => JSON.parse(readFileSync(new URL(file, archive), 'utf8'));

function restored(stored: unknown): RunSnapshot {
  const back = restoreRun(stored);
  if (back.status !== 'restored') throw new Error(back.reason);
  return back.snapshot;
}

const LEVELS = { need: 1, benefit: 0, chain: 0, evidence: 0, brev: 0, lawful: 0, close: 0 };
const EVENTS: SimulatorEvent[] = [
  { type: 'run.start', at: 1_000 },
  { type: 'prep.choose', at: 2_000, cards: ['p3'] },
  { type: 'act.make', at: 3_000, act: choose('T1', 'a') },
  { type: 'act.make', at: 4_000, act: { type: 'advert.arrange', cards: ['h'] } },
  { type: 'outcome.read', at: 5_000 },
  { type: 'rating.give', at: 6_000, ratings: LEVELS },
];
const NAMES = ['briefing', 'preparing', 'playing', 'playing a task', 'told', 'rating', 'finished'];
const states = NAMES.map(
  (name, index) => [name, fold(opening(planOf()), EVENTS.slice(0, index)).snapshot] as const,
);

describe('runs kept by earlier builds', () => {
  test.each(readdirSync(archive).filter((file) => file.startsWith('simulator@')))(
    'S17 %s still opens, so that an update loses nobody’s open run',
    (file) => {
      expect(restoreRun(readArchive(file))).toMatchObject({ status: 'restored' });
    },
  );

  test('S17 the run kept by simulator@1 goes on to the outcome it would have had', () => {
    const before = restored(readArchive('simulator@1.json'));
    expect([before.value, before.context.acts.length]).toEqual(['playing', 2]);
    expect(before.context.run.log.map(({ move }) => move?.quality)).toEqual(['expert', 'expert']);
    const { snapshot, facts } = fold(before, [
      {
        type: 'act.make',
        at: 60_000,
        act: {
          type: 'pitch.deliver',
          ...{ features: ['f1'], advantage: 'a1', benefits: ['b1'], evidence: 'e1' },
          ...{ limitNamed: true, order: 'BAF', seconds: 40 },
        },
      },
      { type: 'act.make', at: 70_000, act: choose('T3', 'a') },
      { type: 'act.make', at: 80_000, act: { type: 'advert.arrange', cards: ['h'] } },
      { type: 'outcome.read', at: 90_000 },
      { type: 'rating.give', at: 95_000, ratings: { ...LEVELS, need: 4 } },
    ]);
    // By hand: need 4, benefit, chain, evidence, brevity, lawful 4, closing 4: everything there is.
    expect(snapshot.context.outcome).toMatchObject({ score: { raw: 100, score: 100 }, ending: 'end' });
    expect(facts.map(({ type }) => type)).toEqual(['scenario.finished']);
  });
});

describe('S17 a stored run comes back as it was', () => {
  test.each(states)('%s', (_title, snapshot) => {
    const stored = plain(storeRun(snapshot, 3, 1_764_000_000_000));
    expect(stored).toMatchObject({
      ...{ v: 1, machine: SIMULATOR_MACHINE, seq: 3, lessonId: 'small', savedAt: 1_764_000_000_000 },
    });
    const back = restored(stored);
    expect([back.value, back.status]).toEqual([snapshot.value, snapshot.status]);
    expect(back.context).toEqual(snapshot.context);
  });

  test('through structuredClone as well, with a note kept beside it', () => {
    const [, snapshot] = states[3] ?? [];
    const stored = structuredClone(storeRun(snapshot as RunSnapshot, 3, 1));
    const beside = { ...stored, snapshot: { ...stored.snapshot, aside: { note: '先听' } } };
    expect(restored(beside).context).toEqual(snapshot?.context);
  });

  test('no stored figure is believed: the run is played again from its acts', () => {
    const stored = plain(storeRun(states[3]?.[1] as RunSnapshot, 3, 1));
    stored.snapshot.context.run.values.ability = 99;
    stored.snapshot.context.run.log = [];
    expect(restored(stored).context).toEqual(states[3]?.[1].context);
  });
});

describe('S17 what cannot be continued is refused with a reason, never with an exception', () => {
  const whole = (index = 3) => plain(storeRun(states[index]?.[1] as RunSnapshot, 1, 1));
  const having = (change: (stored: ReturnType<typeof whole>) => void, index = 3) => {
    const stored = whole(index);
    change(stored);
    return stored;
  };
  const context = (stored: ReturnType<typeof whole>) => stored.snapshot.context;
  const cases: [string, unknown, string][] = [
    ['nothing', undefined, 'not-a-stored-run'],
    ['a string', 'run', 'not-a-stored-run'],
    ['an empty record', {}, 'not-a-stored-run'],
    ['no snapshot', having((stored) => delete stored.snapshot), 'not-a-stored-run'],
    ['a sequence number of prose', having((stored) => (stored.seq = 'one')), 'not-a-stored-run'],
    ['a newer store', having((stored) => (stored.v = 2)), 'other-version'],
    ['a newer machine', having((stored) => (stored.machine = 'simulator@2')), 'other-version'],
    ['another machine', having((stored) => (stored.machine = 'quiz@1')), 'other-version'],
    [
      'a state that no longer exists',
      having((stored) => (stored.snapshot.value = 'paused')),
      'unknown-state',
    ],
    ['a state of Object', having((stored) => (stored.snapshot.value = 'constructor')), 'unknown-state'],
    ['a nested state', having((stored) => (stored.snapshot.value = { playing: 'x' })), 'unknown-state'],
    ['a done run that plays', having((stored) => (stored.snapshot.status = 'done')), 'unknown-state'],
    ['no context', having((stored) => delete stored.snapshot.context), 'broken-context'],
    ['no scenario', having((stored) => delete context(stored).plan.scenario), 'broken-context'],
    [
      'a scenario without stages',
      having((stored) => (context(stored).plan.scenario.stages = [])),
      'broken-context',
    ],
    [
      'an option with a tag nobody knows',
      having((stored) => (context(stored).plan.scenario.stages[0].turns[0].options[0].tag = 'charm')),
      'broken-context',
    ],
    [
      'a scenario without an ending for every run',
      having((stored) => context(stored).plan.scenario.endings.pop()),
      'broken-context',
    ],
    ['an act that does not fit', having((stored) => (context(stored).acts[0].turn = 'T2')), 'broken-context'],
    [
      'an act too many',
      having((stored) => context(stored).acts.push({ type: 'run.leave' }), 4),
      'broken-context',
    ],
    ['told before it is over', having((stored) => (stored.snapshot.value = 'told')), 'broken-context'],
    [
      'playing when all is played',
      having((stored) => (stored.snapshot.value = 'playing'), 4),
      'broken-context',
    ],
    ['preparing with acts made', having((stored) => (stored.snapshot.value = 'preparing')), 'broken-context'],
    ['finished without a rating', having((stored) => delete context(stored).selfRating, 6), 'broken-context'],
    ['another scenario’s run', having((stored) => (stored.lessonId = 'other')), 'other-scenario'],
  ];
  test.each(cases)('%s', (_title, stored, reason) => {
    const back = restoreRun(stored);
    expect(back.status === 'refused' ? back.reason : back.status).toBe(reason);
  });

  test('whatever lies in the store, opening never throws, and what opens can be gone on with', () => {
    const values = fc.constantFrom(...states.map(([, snapshot]) => plain(storeRun(snapshot, 1, 1))));
    fc.assert(
      fc.property(mutated(values), fc.nat(1_000), (stored, pick) => {
        const back = restoreRun(stored);
        if (back.status === 'refused') return;
        const { plan, run } = back.snapshot.context;
        promptOf(plan.scenario, plan, run);
        const act = anyAct(plan.scenario, plan, run, pick);
        for (const event of [...EVENTS, { type: 'act.make' as const, at: 9_000, act }])
          step(back.snapshot, event);
      }),
      { numRuns: 1_000 },
    );
  }, 30_000);
});
