import { expect, test, vi } from 'vitest';
import { flawLine } from '#core/simulator/proof/flaw.ts';
import { structureFlaws } from '#core/simulator/proof/prove.ts';
import { readScenarios } from './scenario-files.ts';
import { PATIENCE_MS } from './scenario-proof.ts';

vi.setConfig({ testTimeout: PATIENCE_MS });

/** An author who breaks a role-play reads which node, what is wrong with it, and what to write. */
test.each(readScenarios().map(({ scenario }) => [scenario.id, scenario] as const))(
  '%s: everything can be met and earned, every way ends, better play scores better, figures have sources',
  (_, scenario) => {
    expect(structureFlaws(scenario).map(flawLine)).toEqual([]);
  },
);
