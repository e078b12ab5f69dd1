import { expect, test } from 'vitest';
import { readArchived, transcriptIds } from './archived.ts';
import { SCENARIO_IDS } from './scenarios.ts';

const { scenarios, runs } = readArchived();

test.each(SCENARIO_IDS)(
  'S13 %s: runs of the first build come out the same for ever, so that no record is re-scored behind its learner',
  (id) => {
    const own = runs.filter(({ scenario }) => scenario === id);
    expect(own.length).toBeGreaterThan(6);
    for (const { plan, acts, was } of own) {
      const scenario = scenarios.get(id);
      if (!scenario) throw new Error(`${id} is not in the archive`);
      expect(transcriptIds(scenario, plan, acts)).toEqual(was);
    }
  },
);

test('S13 the archive holds forks, interruptions and all three levels, so that it guards them too', () => {
  const lines = runs.flatMap(({ was }) => was.lines);
  expect(new Set(runs.map(({ plan }) => plan.level))).toEqual(new Set([1, 2, 3]));
  expect(lines.some((line) => line.includes('* '))).toBe(true);
  expect(lines.some((line) => line.includes('.interrupt'))).toBe(true);
});
