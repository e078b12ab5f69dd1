import { describe, expect, test } from 'vitest';
import { DEFAULT_SEED } from '#core/simulator/default-seed.ts';
import { applyAct, beginRun, foldRun, promptOf } from '#core/simulator/engine.ts';
import { forkOf } from '#core/simulator/forks.ts';
import type { Turn } from '#core/simulator/scenario.ts';
import { SCENARIO_IDS, scenarioOf } from './scenarios.ts';
import { choose, option, START, smallScenario, turn } from './small.ts';

const turnsOf = (id: (typeof SCENARIO_IDS)[number]): Turn<string>[] =>
  scenarioOf(id).stages.flatMap((stage) => (stage.kind === 'sheet' ? [...stage.turns] : []));

/** T1 has a second version in which b is best and a breaks something. */
const forked = smallScenario({
  stages: [
    {
      kind: 'sheet',
      id: 'need',
      start: START,
      turns: [
        turn(
          'T1',
          [option('a', 'reflect', 'expert'), option('b', 'inform_brief', 'weak'), option('c', 'wait', 'ok')],
          {
            opens: ['need.slip:stated'],
            fork: {
              line: '「别说好听的，多少钱？」',
              opens: ['need.clean:hinted'],
              options: {
                a: { quality: 'error', code: 'E2', feedback: '不答价', principle: 'L6' },
                b: { quality: 'expert', opens: ['finding.fall'], feedback: '先答价', principle: 'L6' },
                c: { quality: 'weak', feedback: '还在等', principle: 'L6' },
              },
            },
          },
        ),
      ],
    },
  ],
});
const seeds = Array.from({ length: 40 }, (_, index) => `seed-${index}`);
const drawn = seeds.find((seed) => promptOfFirst(seed).forked) as string;

function promptOfFirst(seed: string, level: 1 | 2 = 1) {
  const prompt = promptOf(forked, { level, seed }, beginRun(forked, { level, seed }));
  if (prompt.kind !== 'turn') throw new Error('a turn was expected');
  return prompt;
}

describe('S14 forked turns', () => {
  test('never with the default seed: it plays the dossier’s figures', () => {
    for (const id of SCENARIO_IDS) {
      for (const one of turnsOf(id)) expect(forkOf(one, { level: 1, seed: DEFAULT_SEED })).toBeUndefined();
    }
    expect(promptOfFirst(DEFAULT_SEED).forked).toBe(false);
  });

  test('with other seeds about half of the time, each turn for itself', () => {
    const many = Array.from({ length: 400 }, (_, index) => `run-${index}`);
    const turns = SCENARIO_IDS.flatMap((id) => turnsOf(id).filter(({ fork }) => fork));
    const draws = turns.map((one) => many.map((seed) => forkOf(one, { level: 1, seed }) !== undefined));
    for (const draw of draws) {
      expect(draw.filter(Boolean).length).toBeGreaterThan(160);
      expect(draw.filter(Boolean).length).toBeLessThan(240);
    }
    const [first, second] = draws;
    const same = many.filter((_, index) => first?.[index] === second?.[index]).length;
    expect(same).toBeGreaterThan(150);
    expect(same).toBeLessThan(250);
  });

  test('the line, what it opens and what each option is are the fork’s; id, tag, topic and words stay', () => {
    const prompt = promptOfFirst(drawn);
    expect(prompt.line).toBe('「别说好听的，多少钱？」');
    const b = prompt.options.find(({ id }) => id === 'b');
    expect(b).toMatchObject({
      tag: 'inform_brief',
      topic: 'use',
      text: '「b」',
      quality: 'expert',
      feedback: '先答价',
    });
    const plan = { level: 1, seed: drawn } as const;
    const start = beginRun(forked, plan);
    expect(start.needs).toEqual({ slip: 'hidden', clean: 'hinted' });
    const right = foldRun(forked, plan, [choose('T1', 'b')]);
    expect(right.log[0]).toMatchObject({
      forked: true,
      opened: ['finding.fall'],
      move: { quality: 'expert' },
    });
    expect(foldRun(forked, plan, [choose('T1', 'a')]).codes).toHaveLength(1);
  });

  test('at level 2 the turn is as written: its sentences are made for its own options', () => {
    expect(promptOfFirst(drawn, 2).forked).toBe(false);
  });
});

describe('S14 orders', () => {
  test('options stand in an order that the seed decides, the same for the same seed', () => {
    const orders = new Set(
      seeds.map((seed) =>
        promptOfFirst(seed)
          .options.map(({ id }) => id)
          .join(''),
      ),
    );
    expect(orders.size).toBe(6);
    expect(promptOfFirst('x').options).toEqual(promptOfFirst('x').options);
  });

  test('no place among the options is the best one’s: over all turns each holds it about as often as chance', () => {
    const places = SCENARIO_IDS.flatMap((id) => {
      const scenario = scenarioOf(id);
      return turnsOf(id).flatMap((one) =>
        seeds.map((seed) => {
          const sheet = { kind: 'sheet' as const, id: 'need', start: START, turns: [one] };
          const only = { ...scenario, stages: [sheet] };
          const prompt = promptOf(only, { level: 1, seed }, beginRun(only, { level: 1, seed }));
          return prompt.kind === 'turn' && prompt.options.length === 3
            ? prompt.options.findIndex(({ quality }) => quality === 'expert')
            : -1;
        }),
      );
    }).filter((place) => place >= 0);
    for (const place of [0, 1, 2]) {
      const share = places.filter((one) => one === place).length / places.length;
      expect(share).toBeGreaterThan(0.3);
      expect(share).toBeLessThan(0.37);
    }
  });
});

describe('S14 interruptions', () => {
  const scenario = scenarioOf('r-b');
  const after = (seed: string, level: 1 | 2) => {
    const plan = { level, seed };
    const start = beginRun(scenario, plan);
    const meeting = { ...start, stage: level === 1 ? 2 : 3, step: 3 };
    const { talk: _, ...run } = meeting;
    return { plan, run };
  };

  test('after the named turn, at level 2, and never with the default seed', () => {
    const answer = {
      type: 'move.make' as const,
      turn: 'M4',
      tag: 'quantify' as const,
      elements: ['source_said'],
    };
    const drawn = after('seed-1', 2);
    const next = applyAct(scenario, drawn.plan, drawn.run, answer);
    expect(promptOf(scenario, drawn.plan, next)).toMatchObject({ kind: 'interrupt' });
    const plain = after(DEFAULT_SEED, 2);
    expect(promptOf(scenario, plain.plan, applyAct(scenario, plain.plan, plain.run, answer))).toMatchObject({
      kind: 'turn',
      turn: { id: 'M5' },
    });
  });

  test('one free move: what the moment asks for is expert, a lure or a danger an error, all else costs 2', () => {
    const { plan, run } = after('seed-1', 2);
    const interrupted = { ...run, step: 4, aside: 'interrupt' as const };
    const answer = (tag: 'wait' | 'pitch_advantage' | 'blame' | 'guarantee' | 'advise') =>
      applyAct(scenario, plan, interrupted, { type: 'move.make', tag, elements: [] });
    expect(answer('wait').log[0]?.move?.quality).toBe('expert');
    expect(answer('blame').log[0]?.move?.quality).toBe('error');
    expect(answer('guarantee').codes.map(({ code }) => code)).toEqual(['E5']);
    const advised = answer('advise').log[0];
    expect(advised?.move?.quality).toBe('weak');
    // advise −3, weak −3, decay −3, passed over −2
    expect((advised?.before.patience ?? 0) - (advised?.values.patience ?? 0)).toBe(11);
    expect(promptOf(scenario, plan, answer('wait'))).toMatchObject({ kind: 'turn', turn: { id: 'M5' } });
  });
});
