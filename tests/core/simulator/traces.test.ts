import { describe, expect, test } from 'vitest';
import { compareEnd, replay } from './replay.ts';
import { SCENARIO_IDS, scenarioOf } from './scenarios.ts';
import { TRACES } from './traces.ts';

/**
 * The figures of the dossier were proven with another program. If these runs replay here, its proofs hold for what learners
 * play: same values after every move, same things brought to light, same codes, commitments and ends.
 */

test('all 207 runs are there, so that none is passed over in silence', () => {
  expect(TRACES).toHaveLength(207);
  expect(new Set(TRACES.map(({ scenario }) => scenario))).toEqual(new Set(SCENARIO_IDS));
});

describe.each([1, 2] as const)('level %i', (level) => {
  test.each(SCENARIO_IDS)('%s: every move of every run changes the customer as proven', (id) => {
    const runs = TRACES.filter((trace) => trace.scenario === id && trace.level === level);
    const wrong = runs.flatMap((trace, index) => {
      const { run, differences } = replay(scenarioOf(id), trace);
      return [...differences, ...compareEnd(trace, run)].map((line) => `${trace.who} (${index}): ${line}`);
    });
    expect(wrong).toEqual([]);
    expect(runs.length).toBeGreaterThan(10);
  });
});
