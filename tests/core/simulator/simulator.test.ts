import { describe, expect, test } from 'vitest';
import { parseFact } from '#core/model/fact.guard.ts';
import type { Act } from '#core/simulator/act.ts';
import { scoreRun } from '#core/simulator/score/score-run.ts';
import type { SimulatorEvent, SimulatorPlan } from '#core/simulator/simulator.events.ts';
import { type Replayed, replay } from './replay.ts';
import { publishedOf, scenarioOf } from './scenarios.ts';
import { choose, fold, opening, planOf, smallScenario, step } from './small.ts';
import { TRACES } from './traces.ts';

const RATINGS = { need: 4, benefit: 3, chain: 3, evidence: 2, brev: 1, lawful: 0, close: 4 };
const began: SimulatorEvent[] = [
  { type: 'run.start', at: 1_000 },
  { type: 'prep.choose', at: 2_000, cards: ['p1'] },
];
const make = (act: Act, at = 5_000): SimulatorEvent => ({ type: 'act.make', at, act });

/** All of f-a at level 2 as the dossier's expert plays it, the cards in his hand chosen by ourselves. */
function expertActs(): Act[] {
  const trace = TRACES.find(
    ({ scenario, level, who }) => scenario === 'f-a' && level === 2 && who === 'expert',
  );
  const { run }: Replayed = replay(scenarioOf('f-a'), trace as NonNullable<typeof trace>);
  return run.log.map(({ act }): Act => {
    if (act.type === 'pitch.deliver') {
      const cards = { features: ['f1'], advantage: 'a1', benefits: ['b1'], evidence: 'e2' };
      return { type: 'pitch.deliver', ...cards, limitNamed: true, order: 'BAF' };
    }
    return act.type === 'advert.arrange' ? { type: 'advert.arrange', cards: ['h', 's', 'm'] } : act;
  });
}

function played(over: Partial<SimulatorPlan>, acts = expertActs()) {
  const plan = planOf({ scenario: publishedOf('f-a'), level: 2, ...over });
  const isBranch = over.branchOf !== undefined;
  return fold(opening(plan), [
    { type: 'run.start', at: 1_000 },
    ...(isBranch ? [] : [{ type: 'prep.choose' as const, at: 1_500, cards: [] }]),
    ...acts.map((act, index) => make(act, 2_000 + 1_000 * index)),
    { type: 'outcome.read', at: 90_000 },
    { type: 'rating.give', at: 100_000, ratings: RATINGS },
  ]);
}

describe('S12 what passes', () => {
  test('the expert’s run at level 2 passes with 100', () => {
    const { snapshot, facts } = played({});
    expect(snapshot.value).toBe('finished');
    expect(snapshot.context.outcome).toMatchObject({ score: { score: 100 }, passed: true });
    expect(facts).toHaveLength(1);
  });

  test('the same run at level 3 is practice, and a branch never passes', () => {
    expect(played({ level: 3 }).snapshot.context.outcome?.passed).toBe(false);
    const acts = expertActs();
    const branch = { branchOf: { attemptId: 'attempt-0', acts: 3 }, acts: acts.slice(0, 3) };
    const { snapshot } = played(branch, acts.slice(3));
    expect(snapshot.context.outcome).toMatchObject({ score: { score: 100 }, passed: false });
  });

  test('E1, E5 and E8 bar whatever the score, even repaired; E3 repaired does not', () => {
    const [first, ...rest] = expertActs() as [Act, ...Act[]];
    const wrong = (tag: 'guarantee' | 'disclose_peer'): Act => ({
      type: 'move.make',
      tag,
      topic: 'price',
      elements: [],
    });
    for (const tag of ['guarantee', 'disclose_peer'] as const) {
      const { outcome } = played({}, [first, wrong(tag), ...rest]).snapshot.context;
      expect(outcome?.passed ?? false).toBe(false);
    }
  });
});

describe('S12 a run in the machine', () => {
  test('it begins with the briefing, takes cards within three and six points, and then plays', () => {
    const start = fold(opening(planOf()), [{ type: 'run.start', at: 1_000 }]).snapshot;
    expect(start.value).toBe('preparing');
    expect(start.context.startedAt).toBe(1_000);
    const choosing = (cards: string[]) => step(start, { type: 'prep.choose', at: 2_000, cards }).snapshot;
    expect(choosing([]).value).toBe('playing');
    expect(choosing(['p1', 'p2']).context.prep).toEqual(['p1', 'p2']);
    expect(choosing(['p1', 'p2', 'p3'])).toBe(start); // seven points
    expect(choosing(['p3', 'p3'])).toBe(start);
    expect(choosing(['p9'])).toBe(start);
  });

  test('more than three cards are not taken, cheap as they are', () => {
    const cards = ['1', '2', '3', '4'].map((id) => ({
      id,
      kind: 'data' as const,
      cost: 1,
      title: id,
      note: id,
    }));
    const plan = planOf({ scenario: smallScenario({ prep: cards }) });
    const start = fold(opening(plan), [{ type: 'run.start', at: 1 }]).snapshot;
    const four = step(start, { type: 'prep.choose', at: 2, cards: ['1', '2', '3', '4'] }).snapshot;
    expect(four).toBe(start);
  });

  test('an act is kept with the time since the start, one’s own time stays', () => {
    const { context } = fold(opening(planOf()), [...began, make(choose('T1', 'a'), 6_500)]).snapshot;
    expect(context.acts).toEqual([{ ...choose('T1', 'a'), atMs: 5_500 }]);
    const own = fold(opening(planOf()), [...began, make({ ...choose('T1', 'a'), atMs: 9 })]).snapshot;
    expect(own.context.acts[0]?.atMs).toBe(9);
  });

  test('leaving tells its own end; the rating needs every criterion', () => {
    const told = fold(opening(planOf()), [...began, make({ type: 'run.leave' })]).snapshot;
    expect(told.value).toBe('told');
    expect(told.context.outcome).toMatchObject({ ending: 'end', passed: false });
    const rating = step(told, { type: 'outcome.read', at: 7_000 }).snapshot;
    const some = step(rating, { type: 'rating.give', at: 8_000, ratings: { need: 4 } }).snapshot;
    expect(some).toBe(rating);
    const more = { ...RATINGS, other: 1 };
    expect(step(rating, { type: 'rating.give', at: 8_000, ratings: more }).snapshot).toBe(rating);
  });

  test('a branch goes on from its prefix at once; one that does not fit cannot be started', () => {
    const prefix = [choose('T1', 'a')];
    const branch = { branchOf: { attemptId: 'attempt-0', acts: 1 }, prep: ['p1'] };
    const good = fold(opening(planOf({ ...branch, acts: prefix })), [{ type: 'run.start', at: 3 }]).snapshot;
    expect(good.value).toBe('playing');
    expect(good.context).toMatchObject({ prep: ['p1'], acts: prefix });
    const bad = opening(planOf({ ...branch, acts: [choose('T9', 'a')] }));
    expect(step(bad, { type: 'run.start', at: 3 }).snapshot).toBe(bad);
    const over = opening(planOf({ ...branch, acts: [choose('T1', 'b')] }));
    expect(step(over, { type: 'run.start', at: 3 }).snapshot).toBe(over);
  });
});

describe('S13 the fact of a finished run', () => {
  test('it is a fact of the frozen shape and says how the run was begun', () => {
    const fact = played({}).facts[0];
    const kept = { ...fact, id: 'attempt-1/1', v: 1, deviceId: 'd', language: 'zh' };
    expect(parseFact(JSON.parse(JSON.stringify(kept)))).toBeDefined();
    expect(fact).toMatchObject({
      scenarioId: 'f-a',
      scenarioRevision: 'test-f-a',
      engine: 'simulator@1',
      level: 2,
      seed: 'default',
      startedAt: 1_000,
      at: 100_000,
      selfRating: RATINGS,
      score: 100,
      codes: [],
      passed: true,
    });
    expect(fact?.moves[0]).toEqual({ type: 'run.plan', prep: [] });
    expect(fact?.moves).toHaveLength(expertActs().length + 1);
  });

  test('a pitch is kept with its seconds, so that both languages replay to one score', () => {
    const run = (language: 'zh' | 'en') =>
      played({ scenario: publishedOf('f-a', language), language }).facts[0];
    const pitch = run('en')?.moves.find(({ type }) => type === 'pitch.deliver');
    expect(pitch?.seconds).toBeGreaterThan(10);
    const acts = run('en')?.moves.slice(1) as unknown as Act[];
    const again = played({}, acts).snapshot.context.run;
    expect(scoreRun(scenarioOf('f-a'), again).score).toBe(run('en')?.score);
  });
});
