import { describe, expect, test } from 'vitest';
import { capitalCostCny, receivablesFreedCny } from '#core/finance/capital.ts';
import { contributionCny, keptRatio } from '#core/finance/contribution.ts';
import type { Values } from '#core/finance/expression.ts';
import { netBenefitCny, outlayCny } from '#core/finance/investment.ts';
import type { Text } from '#core/model/text.ts';
import { textsOf } from '#core/simulator/author/walk-scenario.ts';
import { DEFAULT_SEED } from '#core/simulator/default-seed.ts';
import { type FigurePlan, valuesOf, withDerived } from '#core/simulator/figures/figures.ts';
import { spokenFull, spokenShort } from '#core/simulator/figures/spoken-chinese.ts';
import { DRAWN_SEEDS, drawnFlaws } from '#core/simulator/proof/drawn.ts';
import type { Scenario } from '#core/simulator/scenario.ts';
import { drawnText, writtenText } from '../scenarios.ts';
import {
  archivedTexts,
  deskFigures,
  digitsOf,
  everyDraw,
  flawsIn,
  stripped,
  textAt,
  withFree,
} from './draws.ts';

const written = writtenText('r-b');
const plan = written.figures as FigurePlan;
const draws = everyDraw(plan);

/** What a learner with this dossier must come to; from the calculation code, not from the scenario. */
function reckoned(free: Values) {
  const { sales = Number.NaN, trip = Number.NaN, new_sales = Number.NaN } = free;
  const purchases = sales * 0.75;
  const freed = receivablesFreedCny(sales, 15);
  const interest = capitalCostCny(freed, 0.072);
  const drivers = {
    r1: Math.round(purchases * (0.022 - 0.012)),
    r2: (30 - 12) * trip * 12,
    r3: Math.round(interest),
  };
  const net = netBenefitCny({ driversCny: Object.values(drivers), runningCny: [-3_000 * 12] });
  return {
    ...{ purchases, freed, interest, drivers, net },
    r4: Math.round(contributionCny(new_sales, 0.25, 0.08)),
    kept: purchases * 0.03 * keptRatio(2, 1.4),
    cautious: (drivers.r1 + drivers.r2) / 2 + drivers.r3 * 0.3 - 36_000,
  };
}

describe('r-b with the default seed', () => {
  test('every text that holds a figure is, byte for byte, what it was before figures were drawn', () => {
    const archived = archivedTexts('r-b-default.jsonl');
    const drawn = drawnText('r-b', DEFAULT_SEED);
    expect(archived).toHaveLength(82);
    for (const [path, text] of archived) expect(textAt(drawn, path), path).toBe(text);
  });
});

describe('r-b with every draw', () => {
  test('45 draws, and no free figure moves more than 10% from the dossier’s', () => {
    expect(draws).toHaveLength(3 * 3 * 5);
    for (const figure of plan.free)
      for (const value of valuesOf(figure))
        expect(Math.abs(value / figure.value - 1), figure.id).toBeLessThanOrEqual(0.1 + 1e-9);
  });

  test.each(draws)('the desk holds for right what the calculation code gives: %o', (free) => {
    const { purchases, freed, interest, drivers, r4, net, kept } = reckoned(free);
    const racks = withDerived(plan, free).racks ?? Number.NaN;
    const { sales = Number.NaN, trip = Number.NaN, new_sales = Number.NaN } = free;
    expect(deskFigures(withFree(written, free))).toMatchObject({
      ...drivers,
      ...{ r4, r5: -36_000, r6: outlayCny({ oneOffCny: [racks, 4_000] }) },
      // Mistakes: of sales; one point that cannot be reached; one month; all 30 trips; cash; one month of interest
      ...{ 'r1/0': Math.round(sales * (0.022 - 0.012)), 'r1/1': Math.round(purchases * 0.012) },
      ...{ 'r2/0': 18 * trip, 'r2/1': 30 * trip * 12 },
      ...{ 'r3/0': Math.round(freed), 'r3/1': Math.round(interest / 12) },
      // … turnover, and margin without variable cost; no training
      ...{ 'r4/0': new_sales, 'r4/1': new_sales * 0.25, 'r6/0': racks },
    });
    // What the lines conclude of the desk: 跟降价打平, never below the cut and never far above
    expect(net - racks - 4_000 - kept).toBeGreaterThan(500);
    expect(net - racks - 4_000 - kept).toBeLessThan(1_500);
  });

  test.each(draws)('what the lines say and conclude is what the calculation gives: %o', (free) => {
    const right = reckoned(free);
    const draw = withDerived(plan, free);
    const of = (id: string) => draw[id] ?? Number.NaN;
    for (const id of ['purchases', 'freed', 'kept', 'cautious', 'net'] as const)
      expect(of(id), id).toBe(Math.round(right[id]));
    expect(of('with_new')).toBe(right.net + right.r4);
    expect(of('gross')).toBe(right.net + 36_000);
    expect(of('claims')).toBeCloseTo(right.purchases * 0.022, 6);
    expect([of('cut'), of('cut_half')]).toEqual([right.purchases * 0.03, right.purchases * 0.015]);
    // 大头在搬和切，不在价: less breakage alone brings more than the cut leaves
    expect(right.drivers.r1).toBeGreaterThan(right.kept);
    // 往坏里算不如降价
    expect(right.cautious).toBeLessThan(right.kept);
    // 不到八万七: never just as much
    expect(right.net % 1000).not.toBe(0);
    // 最没准的 new clients are also what moves the result most; 回款只占一成多
    const { r1, r2, r3 } = right.drivers;
    expect(right.r4).toBeGreaterThan(Math.max(r1, r2, r3));
    expect(r3 / (r1 + r2 + r3 + right.r4)).toBeGreaterThan(0.1);
    expect(r3 / (r1 + r2 + r3 + right.r4)).toBeLessThan(0.15);
    // What is bought now and what has to be paid for the dispatcher are never the same figure
    expect(of('outlay')).not.toBe(36_000);
  });

  test.each(draws)('words round by little: %o', (free) => {
    const scenario = withFree(written, free);
    const { net, cautious, with_new, gross, half } = withDerived(plan, free) as Record<string, number>;
    // 一年十二万出头；只做到一半，也有六万: never more than it is
    const [, all = '', part = ''] =
      /一年([^；，]+)；只做到一半，也有([^。]+)/.exec(lineOf(scenario, 'a')) ?? [];
    expectNear(all, gross ?? 0, 0.04);
    expectNear(part, half ?? 0, 0.035);
    expect(amountOf(part)).toBeLessThanOrEqual(half ?? 0);
    const said = /不到([^；]+)；.*往坏里算([^，]+)，.*新客户，([^，]+)，/.exec(lineOf(scenario, 'b')) ?? [];
    expectNear(said[1] ?? '', net ?? 0, 0.015);
    expectNear(said[2] ?? '', cautious ?? 0, 0.04);
    expectNear(said[3] ?? '', with_new ?? 0, 0.02);
  });

  test('options keep to their lengths, mistakes at the desk stay apart, and no place is left', () => {
    for (const free of draws)
      expect({ free, flaws: flawsIn(withFree(written, free)) }).toEqual({ free, flaws: [] });
  });
});

describe('r-b with 20 other seeds', () => {
  test('its proofs hold: the expert earns 85 at every level, lengths, sources, mistakes', () => {
    expect(DRAWN_SEEDS).toHaveLength(20);
    expect(drawnFlaws(written)).toEqual([]);
  });

  test('the seeds do draw: most have figures of their own', () => {
    const drawn = DRAWN_SEEDS.map((seed) => JSON.stringify(drawnText('r-b', seed).drawn));
    expect(new Set(drawn).size).toBeGreaterThan(12);
  });

  test('outside its places no text says a figure that varies, in digits or in words', () => {
    const said = wordsOf(textsOf(written).map(({ text }) => stripped(text)));
    const varies = new Set(Object.values(drawnText('r-b', DEFAULT_SEED).drawn ?? {}).flatMap(spellings));
    expect(said.length).toBeGreaterThan(100);
    // The dispatcher’s wage stays, near a month of fewer trips: 3 240
    expect(said.filter((one) => varies.has(one))).toEqual(['3,000', '3,000']);
  });
});

/** A figure of 100 and more as digits or words may say it: whole, or rounded and still within a tenth. */
function spellings(value: number): string[] {
  if (value < 100) return [];
  return [1, 100, 1000, 10_000].flatMap((step) =>
    [Math.round, Math.floor, Math.ceil].flatMap((round) => {
      const near = round(value / step) * step;
      return Math.abs(near / value - 1) > 0.1
        ? []
        : [near.toLocaleString('en-US'), `${near / 10_000}万`, spokenShort(near), spokenFull(near)];
    }),
  );
}

/** Figures in digits, and runs of Chinese numerals. */
const wordsOf = (texts: readonly Text[]): string[] => [
  ...digitsOf(texts),
  ...texts.flatMap(({ zh }) => zh.match(/[一二两三四五六七八九十百千万零]{2,}/g) ?? []),
];

/** What option `id` of M4 says in Chinese. */
function lineOf({ stages }: Scenario<Text>, id: string): string {
  const turns = stages.flatMap((stage) => (stage.kind === 'sheet' ? stage.turns : []));
  return turns.find((turn) => turn.id === 'M4')?.options.find((option) => option.id === id)?.text.zh ?? '';
}

const DIGITS = '零一二三四五六七八九';
const AMOUNT = /^近?(?:([二三四五六七八九]?)(十))?([一二两三四五六七八九]?)万([一二三四五六七八九]?)/;

/** 近一万八, 十二万出头, 八万: an amount in 万 and thousands, as it is said. */
function amountOf(said: string): number {
  const digit = (one = '零') => DIGITS.indexOf(one === '两' ? '二' : one || '零');
  const [, tens, ten, ones, thousands] = AMOUNT.exec(said) ?? [];
  const high = (ten ? (digit(tens) || 1) * 10 : 0) + digit(ones);
  return high * 10_000 + digit(thousands) * 1000;
}

function expectNear(said: string, exact: number, share: number): void {
  expect(Math.abs(amountOf(said) / exact - 1), `${said} for ${exact}`).toBeLessThan(share);
  if (said.startsWith('近')) expect(exact, said).toBeLessThan(amountOf(said));
  if (said.endsWith('出头')) expect(exact, said).toBeGreaterThan(amountOf(said));
}
