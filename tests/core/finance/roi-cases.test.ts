import { describe, expect, test } from 'vitest';
import {
  capitalCostCny,
  clearanceLossCny,
  lossSavedCny,
  receivablesFreedCny,
  stockDays,
  stockTurns,
} from '#core/finance/capital.ts';
import { contributionCny, conversionSalesCny, firstYearCny, keptRatio } from '#core/finance/contribution.ts';
import {
  breakEvenUpliftRatio,
  netBenefitCny,
  outlayCny,
  paybackMonths,
  roiRatio,
} from '#core/finance/investment.ts';

/**
 * The three cases of the course, worked by hand in simulators.md §4.1 to 4.3. Expected figures are copied from there:
 * a role-play that quotes another yuan than its lesson makes both unbelievable.
 */
const yuan = (value: number) => Math.round(value);
const months = (value: number | undefined) => Number(value?.toFixed(1));
const percent = (ratio: number | undefined) => Number(((ratio ?? 0) * 100).toFixed(0));

describe('Case A: stock and conversion', () => {
  const stock = { cny: 1_152_000, cogs: 3_456_000 };
  const outlay = outlayCny({ oneOffCny: [76_000 / 2, 4 * 2 * 200, clearanceLossCny(200_000, 0.85)] });

  /** One row of the table of §4.1. */
  const net = (row: { stockFall: number; lossRatio: number; sublet: number; points: number }) =>
    netBenefitCny({
      driversCny: [
        capitalCostCny(stock.cny * row.stockFall, 0.06),
        lossSavedCny(
          { stockCny: stock.cny, lossRatio: 0.03 },
          { stockCny: stock.cny * (1 - row.stockFall), lossRatio: row.lossRatio },
        ),
        row.sublet,
        contributionCny(conversionSalesCny(180, row.points, 10_100), 0.28, 0.05),
      ],
      runningCny: [-3_600],
    });

  test('the baseline: turns, days, orders', () => {
    expect(stockTurns(stock.cogs, stock.cny)).toBe(3);
    expect(stockDays(stock.cogs, stock.cny).toFixed(1)).toBe('121.7');
    expect(yuan(conversionSalesCny(180, 0.22, 10_100))).toBe(4_799_520);
  });

  test('each driver of the base case', () => {
    expect(yuan(capitalCostCny(345_600, 0.06))).toBe(20_736);
    expect(
      yuan(lossSavedCny({ stockCny: 1_152_000, lossRatio: 0.03 }, { stockCny: 806_400, lossRatio: 0.02 })),
    ).toBe(18_432);
    expect(yuan(conversionSalesCny(180, 0.02, 10_100))).toBe(436_320);
    expect(yuan(contributionCny(436_320, 0.28, 0.05))).toBe(100_354);
    expect(yuan(contributionCny(conversionSalesCny(180, 0.01, 10_100), 0.28, 0.05))).toBe(50_177);
  });

  test('what the dealer pays once', () => {
    expect(yuan(clearanceLossCny(200_000, 0.85))).toBe(30_000);
    expect(yuan(outlay)).toBe(69_600);
  });

  test.each([
    ['pessimistic', { stockFall: 0.15, lossRatio: 0.025, sublet: 0, points: 0.005 }, 41_936, 19.9],
    ['bad', { stockFall: 0.15, lossRatio: 0.025, sublet: 0, points: 0 }, 16_848, 49.6],
    ['no sales, no sublet', { stockFall: 0.3, lossRatio: 0.02, sublet: 0, points: 0 }, 35_568, 23.5],
    ['no sales', { stockFall: 0.3, lossRatio: 0.02, sublet: 24_000, points: 0 }, 59_568, 14.0],
    ['base', { stockFall: 0.3, lossRatio: 0.02, sublet: 24_000, points: 0.02 }, 159_922, 5.2],
    ['optimistic', { stockFall: 0.35, lossRatio: 0.015, sublet: 24_000, points: 0.03 }, 218_450, 3.8],
  ])('%s', (_name, row, netCny, paybackInMonths) => {
    expect(yuan(net(row))).toBe(netCny);
    expect(months(paybackMonths(outlay, net(row)))).toBe(paybackInMonths);
  });

  test('return of the first year, at full effect and with three months at half', () => {
    const base = net({ stockFall: 0.3, lossRatio: 0.02, sublet: 24_000, points: 0.02 });
    expect(percent(roiRatio(outlay, base))).toBe(130);
    // The dossier goes on from the whole yuan.
    expect(yuan(firstYearCny(yuan(base), 3, 0.5))).toBe(139_932);
    expect(percent(roiRatio(outlay, firstYearCny(base, 3, 0.5)))).toBe(101);
  });
});

describe('Case B: a price cut, or lower cost', () => {
  const breakage = 6_000_000 * (0.022 - 0.012);
  const trips = (30 - 12) * 180 * 12;
  const receivables = capitalCostCny(receivablesFreedCny(8_000_000, 15), 0.072);
  const firms = contributionCny(480_000, 0.25, 0.08);
  const runningCny = [-3_000 * 12];
  const outlay = outlayCny({ oneOffCny: [28_000, 4_000] });

  test('each driver, and what is freed but not earned', () => {
    expect(yuan(breakage)).toBe(60_000);
    expect(trips).toBe(38_880);
    expect(yuan(receivablesFreedCny(8_000_000, 15))).toBe(328_767);
    expect(yuan(receivables)).toBe(23_671);
    expect(yuan(firms)).toBe(81_600);
    expect(yuan(netBenefitCny({ driversCny: [breakage, trips, receivables, firms], runningCny: [] }))).toBe(
      204_151,
    );
  });

  test.each([
    ['base', [breakage, trips, receivables, firms], 168_151, 2.3],
    ['no new orders', [breakage, trips, receivables], 86_551, 4.4],
    ['pessimistic', [breakage / 2, trips / 2, receivables * 0.3], 20_541, 18.7],
  ])('%s', (_name, driversCny, netCny, paybackInMonths) => {
    const net = netBenefitCny({ driversCny, runningCny });
    expect(yuan(net)).toBe(netCny);
    expect(months(paybackMonths(outlay, net))).toBe(paybackInMonths);
  });

  test('without new orders the first year is level with what she keeps of the price cut', () => {
    const net = netBenefitCny({ driversCny: [breakage, trips, receivables], runningCny });
    expect(yuan(net - outlay)).toBe(54_551);
    expect(keptRatio(0.02, 0.014)).toBeCloseTo(0.3, 12);
    expect(yuan(6_000_000 * 0.03)).toBe(180_000);
    expect(yuan(6_000_000 * 0.03 * keptRatio(0.02, 0.014))).toBe(54_000);
  });
});

describe('Case C: a rebuild that does not pay', () => {
  const net = (uplift: number, runningCny: number[] = [-24_000]) =>
    netBenefitCny({ driversCny: [contributionCny(3_000_000 * uplift, 0.3, 0.06)], runningCny });

  test.each([
    [0.08, 33_600, 92.9],
    [0.12, 62_400, 50.0],
    [0.15, 84_000, 37.1],
    [0.18, 105_600, 29.5],
    [0.25, 156_000, 20.0],
    [0.3, 192_000, 16.3],
  ])('%d of growth', (uplift, netCny, paybackInMonths) => {
    expect(yuan(net(uplift))).toBe(netCny);
    expect(months(paybackMonths(260_000, net(uplift)))).toBe(paybackInMonths);
  });

  test('growth that pays it back before the lease ends', () => {
    const ratio = breakEvenUpliftRatio({
      oneOffCny: 260_000,
      months: 24,
      runningCny: -24_000,
      salesCny: 3_000_000,
      keptRatio: 0.24,
    });
    expect((ratio * 100).toFixed(1)).toBe('21.4');
  });

  test('both corners, and the first one alone', () => {
    expect(yuan(net(0.06, []))).toBe(43_200);
    expect(months(paybackMonths(68_000, net(0.06, [])))).toBe(18.9);
    expect(yuan(net(0.04, []))).toBe(28_800);
    expect(months(paybackMonths(34_000, net(0.04, [])))).toBe(14.2);
  });

  test('a proposal that never pays has no payback instead of a figure', () => {
    expect(paybackMonths(260_000, net(0.03))).toBeUndefined();
    expect(roiRatio(0, net(0.12))).toBeUndefined();
  });
});

test('a figure that would divide by nothing is refused by name', () => {
  expect(() => stockTurns(3_456_000, 0)).toThrow('stockTurns: stock must be above 0, got 0');
  expect(() => keptRatio(0, 0)).toThrow('keptRatio');
  expect(() =>
    breakEvenUpliftRatio({ oneOffCny: 1, months: 0, runningCny: 0, salesCny: 1, keptRatio: 1 }),
  ).toThrow('breakEvenUpliftRatio');
});
