import { describe, expect, test } from 'vitest';
import type { Text } from '#core/model/text.ts';
import { HONEST_TAGS, LOW_TAGS } from '#core/simulator/moves.ts';
import type { Stage } from '#core/simulator/scenario.ts';
import type { DeskTask, PitchTask } from '#core/simulator/scenario-task.ts';
import { readMoveWords, readScenarios } from './scenario-files.ts';

const files = readScenarios();
const scenarios = Object.fromEntries(files.map(({ scenario }) => [scenario.id, scenario]));
const of = (id: string) => {
  const scenario = scenarios[id];
  if (!scenario) throw new Error(`no scenario ${id}`);
  return scenario;
};
const turnsOf = (id: string) => of(id).stages.flatMap((stage) => (stage.kind === 'sheet' ? stage.turns : []));
const task = <K extends Stage<Text>['kind']>(id: string, kind: K) =>
  of(id).stages.find((stage) => stage.kind === kind) as Extract<Stage<Text>, { kind: K }>;

/** Counted in the turn sheets of the design: turns, options, reveal lines of the topic phase, walk spots, named slips. */
const COUNTS = {
  'f-a': [7, 27, 8, 0, 0],
  'f-b': [7, 26, 8, 0, 0],
  'f-c': [7, 28, 9, 0, 0],
  'd-a': [17, 64, 11, 10, 0],
  'd-b': [15, 59, 9, 8, 0],
  'd-c': [22, 69, 14, 9, 0],
  'r-a': [15, 46, 10, 0, 21],
  'r-b': [7, 23, 8, 0, 16],
  'r-c': [11, 37, 0, 0, 20],
} as const;

/** simulators.md §1.2: weights in order, the first need first. */
const WEIGHTS = {
  'f-a': 'slip 50, clean 20, warm 15, fitter 15',
  'f-b': 'slow 40, margin 25, easy 20, space 15',
  'f-c': 'pattern 22, flat 25, samples 15, spec 13, noblame 13, weight 12',
  'd-a': 'orders 40, margin 25, relief 20, respect 15',
  'd-b': 'face 40, certainty 30, trouble 20, respect 10',
  'd-c': 'freedom 30, safe 30, pace 20, respect 20',
  'r-a': 'cash 40, profit 35, say 25',
  'r-b': 'profit 50, certainty 50',
  'r-c': 'face 30, return 45, future 25',
} as const;

describe('the role-plays on file', () => {
  test('nine, each where its simulator and id say', () => {
    expect(files.map(({ simulator, name }) => `${simulator}/${name}`)).toEqual(
      files.map(({ scenario }) => `${scenario.simulator}/${scenario.id}.yaml`),
    );
    expect(Object.keys(scenarios).sort()).toEqual(Object.keys(COUNTS).sort());
  });

  test.each(Object.entries(COUNTS))('%s has every line of its sheets: nobody shortened it', (id, counts) => {
    const walk = task(id, 'walk');
    const desk = task(id, 'desk') as DeskTask<Text> | undefined;
    expect([
      turnsOf(id).length,
      turnsOf(id).flatMap(({ options }) => options).length,
      of(id).topicPhase?.reveals.length ?? 0,
      walk?.spots.length ?? 0,
      desk?.rows.flatMap(({ slips }) => slips).length ?? 0,
    ]).toEqual(counts);
  });

  test('379 option texts in both languages', () => {
    const options = files.flatMap(({ scenario }) => turnsOf(scenario.id).flatMap((turn) => turn.options));
    expect(options).toHaveLength(379);
    for (const language of ['zh', 'en'] as const)
      expect(new Set(options.map(({ text }) => text[language])).size, language).toBe(379);
  });

  test.each(Object.entries(WEIGHTS))('%s weighs its needs as the design does', (id, weights) => {
    expect(
      of(id)
        .needs.map((need) => `${need.id} ${need.weight}`)
        .join(', '),
    ).toBe(weights);
  });

  test('the angry customer of d-b ends the talk later and lets one come back sooner than others', () => {
    const { hot, ownFault, endTrust, secondVisitTrust } = of('d-b');
    expect({ hot, ownFault, endTrust, secondVisitTrust }).toEqual({
      hot: true,
      ownFault: true,
      endTrust: 14,
      secondVisitTrust: 35,
    });
    for (const { scenario } of files.filter((file) => file.scenario.id !== 'd-b'))
      expect([scenario.hot, scenario.ownFault, scenario.endTrust], scenario.id).toEqual([
        false,
        false,
        undefined,
      ]);
  });

  test('both listeners of f-c have a top need and a benefit of their own', () => {
    const { needs } = of('f-c');
    expect(needs.filter(({ top }) => top).map(({ id, person }) => `${id} ${person}`)).toEqual([
      'pattern helin',
      'flat wu',
    ]);
    expect((task('f-c', 'pitch') as PitchTask<Text>).second).toEqual({
      feature: 'f2',
      benefit: 'b2',
      evidence: 'e2',
    });
  });
});

describe('figures of the desks, to the yuan (simulators.md §4)', () => {
  const sum = (id: string, ...kinds: string[]) =>
    task(id, 'desk')
      .rows.filter(({ kind, unit }) => kinds.includes(kind) && (unit ?? 'cny') === 'cny')
      .reduce((total, { value }) => total + Number(value), 0);

  test('r-a: 159,922 a year net, 69,600 once', () => {
    expect(sum('r-a', 'driver', 'running')).toBe(159_922);
    expect(sum('r-a', 'oneoff')).toBe(69_600);
  });

  test('r-b: 168,151 a year net, 32,000 once', () => {
    expect(sum('r-b', 'driver', 'running')).toBe(168_151);
    expect(sum('r-b', 'oneoff')).toBe(32_000);
  });

  test('r-c: 86,400 and 24,000 a year for the rebuild, 50.0 months, 21.4 per cent, and 28,800 for the corner', () => {
    const rows = Object.fromEntries(
      task('r-c', 'desk').rows.map(({ id, value, unit }) => [id, [value, unit]]),
    );
    expect(rows).toMatchObject({
      r1: [86_400, undefined],
      r2: [-24_000, undefined],
      r4: [50, 'months'],
      r5: [21.4, 'percent'],
      r6: [28_800, undefined],
    });
  });
});

describe('words', () => {
  test('the file of moves has words for all 46 moves and no other', () => {
    expect(Object.keys(readMoveWords()).sort()).toEqual([...HONEST_TAGS, ...LOW_TAGS].sort());
    expect(HONEST_TAGS).toHaveLength(29);
    expect(LOW_TAGS).toHaveLength(17);
  });
});
