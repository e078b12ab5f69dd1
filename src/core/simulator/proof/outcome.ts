import type { Text } from '../../model/text.ts';
import type { Condition, Scenario } from '../scenario.ts';
import { RUBRIC } from '../score/score-run.ts';
import type { Coverage } from './coverage.ts';
import type { Flaw } from './flaw.ts';
import type { Coverages } from './reach.ts';

/** Criteria that decide something, endings and evening lines that can be told. */

/** A criterion counts as earned from this level on. */
const EARNED = 3;

export function criterionFlaws(scenario: Scenario<Text>, { level, criteria, runs }: Coverage): Flaw[] {
  return RUBRIC[scenario.simulator].flatMap(({ id }) => {
    const { least, most } = criteria.get(id) ?? { least: 0, most: 0 };
    const at = { scenario: scenario.id, place: `level ${level}, criterion ${id}` };
    if (most < EARNED) {
      const what = `nobody gets more than ${most} of 4 in ${runs} ways`;
      return [
        { ...at, what, remedy: 'give the scenario what this criterion asks for (appendix B of the design)' },
      ];
    }
    if (least < most) return [];
    const what = `everybody gets ${most} of 4 in ${runs} ways, so it decides nothing`;
    return [{ ...at, what, remedy: 'let it be lost: open less by itself, or offer options that miss it' }];
  });
}

/** Endings and evening lines that no way at any level leads to. */
export function endingFlaws(scenario: Scenario<Text>, coverages: Coverages): Flaw[] {
  const all = Object.values(coverages);
  const endings = scenario.endings
    .filter(({ id }) => !all.some((coverage) => coverage.endings.has(id)))
    .map(({ id, when }) => told(scenario, `ending ${id}`, when));
  const lines = scenario.evening.groups.flatMap((group, index) =>
    group
      .map(({ when }, line) => ({ when, key: `${index}.${line}` }))
      .filter(({ key }) => !all.some((coverage) => coverage.evening.has(key)))
      .map(({ when, key }) => told(scenario, `evening.groups.${key}`, when)),
  );
  return [...endings, ...lines];
}

function told(scenario: Scenario<Text>, place: string, when: Condition): Flaw {
  return {
    scenario: scenario.id,
    place,
    what: `nothing leads to ${JSON.stringify(when)} at any level`,
    remedy: 'change its condition, set its flag somewhere, or delete it',
  };
}
