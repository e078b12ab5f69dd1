import { afterAll, expect, test, vi } from 'vitest';
import { flawLine } from '#core/simulator/proof/flaw.ts';
import { expertScores, QUICK, type Row } from '#core/simulator/proof/measure.ts';
import { proveLimits } from '#core/simulator/proof/prove.ts';
import { type ExpertRow, levelTable } from '#core/simulator/proof/table.ts';
import type { Level } from '#core/simulator/scenario.ts';
import { readScenarios } from './scenario-files.ts';

/** Slow machines share their cores. */
export const PATIENCE_MS = 180_000;

/**
 * The players of one level, in a file of its own so that the levels are proven side by side. Prints the table: what was
 * counted in full says proven, the rest how many runs were played.
 */
export function proveLevel(level: Level): void {
  vi.setConfig({ testTimeout: PATIENCE_MS });
  const rows: Row[] = [];
  const experts: ExpertRow[] = [];
  test.each(readScenarios().map(({ scenario }) => [scenario.id, scenario] as const))(
    `%s at level ${level}: whoever plays by a rule without listening does not pass, and the expert does`,
    (_, scenario) => {
      const proven = proveLimits(scenario, level, QUICK);
      rows.push(...proven.rows);
      const scores = expertScores(scenario, level).map(({ score }) => score);
      experts.push({ scenario: scenario.id, level, lowest: Math.min(...scores), n: scores.length });
      expect(proven.flaws.map(flawLine)).toEqual([]);
      expect(Math.min(...scores)).toBeGreaterThanOrEqual(85);
    },
  );
  afterAll(() => console.log(`\n${levelTable(level, rows, experts)}`));
}
