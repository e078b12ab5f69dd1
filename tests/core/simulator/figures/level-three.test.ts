import { expect, test } from 'vitest';
import { DEFAULT_SEED } from '#core/simulator/default-seed.ts';
import { fillFigures } from '#core/simulator/figures/placeholder.ts';
import { isKnown, knownFigures } from '#core/simulator/free-text/known-figures.ts';
import { localise } from '#core/simulator/localise.ts';
import type { Sheet } from '#core/simulator/scenario.ts';
import { blocksOfTurn, composed } from '#core/simulator/sentence.ts';
import { heard, rules } from '../free-text-rules.ts';
import { drawnText } from '../scenarios.ts';

/** Typed sentences and sentence blocks go by the figures of the run: those of another run are claims without a source. */

const SEED = 'figures-1';

const inRun = (seed: string) => {
  const scenario = localise(drawnText('r-a', seed), 'zh');
  const known = knownFigures(rules, scenario, { findings: { point: 'shown', stock: 'shown' }, log: [] }, []);
  return { scenario, known, figures: scenario.drawn ?? {} };
};
const claim = (onePoint: number) => `成交率加一个点，一年能多赚${fillFigures('{n}', { n: onePoint })}元。`;

test('level 3: the figure that this run’s owner worked out needs no source, that of another run does', () => {
  const dossier = inRun(DEFAULT_SEED);
  const other = inRun(SEED);
  expect(claim(50_177)).toBe('成交率加一个点，一年能多赚50,177元。');
  expect(other.figures.one_point).not.toBe(50_177);
  const read = (onePoint: number, { known }: typeof other) =>
    heard(claim(onePoint), 'quantify', { knownFigures: known, needStated: true });
  expect(read(50_177, dossier)).not.toContain('unsupported_number');
  expect(read(other.figures.one_point ?? 0, other)).not.toContain('unsupported_number');
  expect(read(50_177, other)).toContain('unsupported_number');
});

test('level 3: every spoken way of the run’s stock is recognised as the figure on the sheet', () => {
  for (const seed of [DEFAULT_SEED, SEED, 'figures-2', 'figures-3']) {
    const { known, figures } = inRun(seed);
    expect(known, seed).toContain(String(figures.stock));
    expect(isKnown(String(Math.round((figures.stock ?? 0) / 10_000) * 10_000), known), seed).toBe(true);
  }
});

test('level 2: the blocks of a turn are built with the run’s figures', () => {
  const { scenario, figures } = inRun(SEED);
  const meeting = scenario.stages.find(({ id }) => id === 'meeting') as Sheet<string>;
  const turn = meeting.turns.find(({ id }) => id === 'M3');
  const block = turn && blocksOfTurn(scenario, turn).find(({ key }) => key === 'invite_calc.cash')?.block;
  expect(block && composed(block, ['owner_calc', 'second'])).toBe(
    fillFigures('计算器给您：{cogs:wan}除以{stock:wan}，一年几回，365天再一除，躺几天。', figures),
  );
});
