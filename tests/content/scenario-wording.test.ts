import { describe, expect, test } from 'vitest';
import { spokenOptions, tellLine, wordingTells } from '#core/simulator/proof/wording.ts';
import type { Scenario } from '#core/simulator/scenario.ts';
import { SCENARIO_IDS, scenarioOf } from '../core/simulator/scenarios.ts';

const SIMULATORS = { 'FAB pitch': 'f-', 'sales doctor': 'd-', 'ROI selling': 'r-' } as const;
const LANGUAGES = ['zh', 'en'] as const;

/** As the default seed plays it: no second versions. */
function withoutForks(scenario: Scenario<string>): Scenario<string> {
  const stages = scenario.stages.map((stage) =>
    stage.kind === 'sheet' ? { ...stage, turns: stage.turns.map(({ fork: _, ...turn }) => turn) } : stage,
  );
  return { ...scenario, stages };
}

describe.each(Object.entries(SIMULATORS))('%s', (_, prefix) => {
  test.each(LANGUAGES)('%s: no word, mark or ending tells the best reply from the others', (language) => {
    const scenarios = SCENARIO_IDS.filter((id) => id.startsWith(prefix)).map((id) =>
      scenarioOf(id, language),
    );
    expect(scenarios).toHaveLength(3);
    const first = wordingTells(spokenOptions(scenarios.map(withoutForks)), language);
    const both = wordingTells(spokenOptions(scenarios), language);
    expect(first.map(tellLine), 'as the first run plays; say it otherwise in some of the best lines').toEqual(
      [],
    );
    expect(both.map(tellLine), 'with second versions; say it otherwise in some of the best lines').toEqual(
      [],
    );
  });
});
