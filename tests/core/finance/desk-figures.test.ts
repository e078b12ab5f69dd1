import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  capitalCostCny,
  clearanceLossCny,
  lossSavedCny,
  receivablesFreedCny,
} from '#core/finance/capital.ts';
import { contributionCny, conversionSalesCny } from '#core/finance/contribution.ts';
import { breakEvenUpliftRatio, outlayCny, paybackMonths } from '#core/finance/investment.ts';
import type { Text } from '#core/model/text.ts';
import { DEFAULT_SEED } from '#core/simulator/default-seed.ts';
import { drawScenario, type WrittenScenario } from '#core/simulator/figures/draw-scenario.ts';
import type { DeskTask } from '#core/simulator/scenario-task.ts';

/**
 * The figures that a model desk holds for right come from the calculation code, to the yuan: one figure in the file that
 * the code does not give would mark a right answer as a slip. Inputs are those of the comments in the turn sheets.
 */
const rightFigures: Record<string, Record<string, number>> = {
  'r-a': {
    r1: capitalCostCny(1_152_000 * 0.3, 0.06),
    r2: lossSavedCny({ stockCny: 1_152_000, lossRatio: 0.03 }, { stockCny: 806_400, lossRatio: 0.02 }),
    r3: 96_000 / 3 - 8_000,
    r4: contributionCny(conversionSalesCny(180, 0.02, 10_100), 0.28, 0.05),
    r5: -300 * 12,
    r6: outlayCny({ oneOffCny: [76_000 / 2, 4 * 2 * 200] }),
    r7: clearanceLossCny(200_000, 0.85),
  },
  'r-b': {
    r1: 6_000_000 * (0.022 - 0.012),
    r2: (30 - 12) * 180 * 12,
    r3: capitalCostCny(receivablesFreedCny(8_000_000, 15), 0.072),
    r4: contributionCny(480_000, 0.25, 0.08),
    r5: -3_000 * 12,
    r6: outlayCny({ oneOffCny: [28_000, 4_000] }),
  },
  'r-c': {
    r1: contributionCny(3_000_000 * 0.12, 0.3, 0.06),
    r2: -24_000,
    r3: 260_000,
    r4: paybackMonths(260_000, 86_400 - 24_000) ?? 0,
    r5:
      breakEvenUpliftRatio({
        oneOffCny: 260_000,
        months: 24,
        runningCny: -24_000,
        salesCny: 3_000_000,
        keptRatio: 0.24,
      }) * 100,
    r6: contributionCny(3_000_000 * 0.04, 0.3, 0.06),
    r7: 34_000,
  },
};

function deskOf(id: string): DeskTask<Text> {
  const path = new URL(`../../../content/scenarios/roi-selling/${id}.yaml`, import.meta.url);
  const scenario = drawScenario(parse(readFileSync(path, 'utf8')) as WrittenScenario<Text>, DEFAULT_SEED);
  const desk = scenario.stages.find((stage) => stage.kind === 'desk');
  if (!desk) throw new Error(`${id} has no model desk`);
  return desk;
}

test.each(Object.keys(rightFigures))('every figure of the desk of %s', (id) => {
  const rows = deskOf(id).rows.filter(({ kind }) => kind !== 'range' && kind !== 'sensitivity');
  const right = rightFigures[id] ?? {};
  expect(rows.map((row) => row.id)).toEqual(Object.keys(right));
  for (const row of rows) {
    const digits = row.unit === 'months' || row.unit === 'percent' ? 1 : 0;
    expect(Number((right[row.id] ?? Number.NaN).toFixed(digits)), `${id} ${row.id}`).toBe(row.value);
  }
});
