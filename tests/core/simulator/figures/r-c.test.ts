import { describe, expect, test } from 'vitest';
import { contributionCny } from '#core/finance/contribution.ts';
import type { Values } from '#core/finance/expression.ts';
import { breakEvenUpliftRatio, netBenefitCny, paybackMonths } from '#core/finance/investment.ts';
import { type FigurePlan, valuesOf, withDerived } from '#core/simulator/figures/figures.ts';
import { writtenText } from '../scenarios.ts';
import { deskFigures, everyDraw, withFree } from './draws.ts';

/** R-C in every draw: the desk and the lines give what the calculation code gives, and the honest no stays true. */

const written = writtenText('r-c');
const plan = written.figures as FigurePlan;
const frees = everyDraw(plan) as Record<string, number>[];
const draws = frees.map((free) => withDerived(plan, free) as Record<string, number>);
const LEASE_MONTHS = 24;
/** As the desk takes months and per cent. */
const tenth = (value: number) => Number(value.toFixed(1));

/** Months until the rebuild has come back, by the calculation code; what is paid once is 260,000 unless told. */
function months(sales: number, uplift: number, rent: number, oneOffCny = 260_000): number {
  const drivers = [contributionCny(sales * uplift, 0.3, 0.06)];
  return paybackMonths(oneOffCny, netBenefitCny({ driversCny: drivers, runningCny: [-rent] })) ?? Number.NaN;
}

const evenOf = (sales: number, rent: number, span = LEASE_MONTHS) =>
  breakEvenUpliftRatio({
    ...{ oneOffCny: 260_000, months: span, runningCny: -rent },
    ...{ salesCny: sales, keptRatio: 0.24 },
  });

describe('r-c with every draw', () => {
  test('42 draws, and no free figure moves more than 10% from the dossier’s', () => {
    expect(draws).toHaveLength(3 * 2 * 7);
    for (const figure of plan.free)
      for (const value of valuesOf(figure))
        expect(Math.abs(value / figure.value - 1), figure.id).toBeLessThanOrEqual(0.1 + 1e-9);
  });

  test.each(frees)('the desk holds for right, and for mistakes, what the calculation gives: %o', (free) => {
    const { sales = 0, rent = 0, corner = 0 } = free;
    expect(deskFigures(withFree(written, free))).toMatchObject({
      r1: Math.round(contributionCny(sales * 0.12, 0.3, 0.06)),
      ...{ r2: -rent, r3: 260_000, r7: corner },
      r4: tenth(months(sales, 0.12, rent)),
      r5: tenth(evenOf(sales, rent) * 100),
      r6: Math.round(contributionCny(sales * 0.04, 0.3, 0.06)),
      // Mistakes: turnover; variable cost not taken off; one month
      ...{ 'r1/0': sales * 0.12, 'r1/1': Math.round(sales * 0.12 * 0.3) },
      ...{ 'r1/2': Math.round((sales * 0.12 * 0.24) / 12), 'r2/0': 0, 'r2/1': -Math.round(rent / 12) },
      // … a year’s share of the outlay; a subsidy that is not approved
      ...{ 'r3/0': 130_000, 'r3/1': 182_000 },
      // … the yearly cost forgotten; divided by turnover
      ...{ 'r4/0': tenth(months(sales, 0.12, 0)), 'r4/1': tenth((260_000 / (sales * 0.12)) * 12) },
      // … the yearly cost forgotten; 24 months taken for 12; divided by turnover
      ...{ 'r5/0': tenth(evenOf(sales, 0) * 100), 'r5/1': tenth(evenOf(sales, rent, 12) * 100) },
      'r5/2': tenth(((130_000 + rent) / sales) * 100),
      // … turnover; the rent of the big rebuild; both corners
      ...{ 'r6/0': sales * 0.04, 'r6/1': Math.round(sales * 0.04 * 0.24) - rent },
      ...{ 'r7/0': corner * 2, 'r7/1': corner + rent },
    });
  });

  test('the months that lines name are those of the calculation code', () => {
    for (const draw of draws) {
      const { sales = 0, rent = 0, corner = 0 } = draw;
      const right: Values = {
        low_months: months(sales, 0.09, rent),
        mid_months: months(sales, 0.12, rent),
        high_months: months(sales, 0.16, rent),
        hope_months: months(sales, 0.3, rent),
        no_rent_months: months(sales, 0.12, 0),
        cheaper_months: months(sales, 0.12, rent, 234_000),
        pressed_months: months(sales, 0.16, rent, 200_000),
        subsidised_months: months(sales, 0.12, rent, 182_000),
        half_months: months(sales, 0.12, rent, 130_000),
        corner_months: months(sales, 0.04, 0, corner),
        corners_months: months(sales, 0.06, 0, corner * 2),
      };
      for (const [id, value] of Object.entries(right)) expect(draw[id], id).toBeCloseTo(value, 6);
      expect(draw.subsidy_months).toBeCloseTo((right.mid_months ?? 0) - (right.subsidised_months ?? 0), 6);
      expect(draw.even).toBeCloseTo(evenOf(sales, rent), 8);
    }
  });

  test('the honest no stays true: what the lines conclude holds for every draw', () => {
    for (const draw of draws) {
      const of = (id: string) => draw[id] ?? Number.NaN;
      // 最好的也要…个月，租约就剩两年: not even the best, not pressed to 200,000, not with a subsidy of 30% or of half
      for (const id of ['high_months', 'pressed_months', 'subsidised_months', 'half_months'])
        expect(of(id), id).toBeGreaterThan(LEASE_MONTHS);
      // 仍比租约长, as it is said: to one place
      expect(Number(of('half_months').toFixed(1))).toBeGreaterThan(LEASE_MONTHS);
      expect(Math.round(of('pressed_months'))).toBeGreaterThan(LEASE_MONTHS);
      // 两年里收回，得多卖…还多，公司那三家都没做到; his thirty per cent would do it, so 那还等啥
      expect(of('even')).toBeGreaterThan(0.16);
      expect(of('even')).toBeLessThan(0.3);
      expect(of('hope_months')).toBeLessThan(LEASE_MONTHS);
      expect(of('even') * 100 - Math.floor(of('even') * 100)).toBeGreaterThan(0.1);
      // 我这租约还有三年，那不正好够: what he thinks he has would do
      expect(of('high_months')).toBeLessThanOrEqual(36);
      expect(of('high_months')).toBeGreaterThan(32);
      // 租满五年，涨12%够回本，涨9%还不够; 干满十年，涨9%就够，涨4%还不够
      expect(of('mid_months')).toBeLessThan(60);
      expect(of('low_months')).toBeGreaterThan(60);
      expect(months(of('sales'), 0.09, of('rent'))).toBeLessThan(120);
      expect(months(of('sales'), 0.04, of('rent'))).toBeGreaterThan(120);
      // 一角、两角: within the lease
      expect(of('corner_months')).toBeLessThan(LEASE_MONTHS);
      expect(of('corners_months')).toBeLessThan(LEASE_MONTHS);
      // 漏一成也差不了两个月
      expect((26_000 / of('hope_net')) * 12).toBeLessThan(2);
      // 年年还能剩三万多
      expect(Math.floor(of('spread_left') / 10_000)).toBe(3);
    }
  });

  test('said in round words, the figures still say what is so, and agree with one another', () => {
    for (const draw of draws) {
      const of = (id: string) => draw[id] ?? Number.NaN;
      // 一年…出头: a little over the round sum
      expect(of('hope_net') % 5000).toBeGreaterThan(0);
      expect(of('hope_net') % 5000).toBeLessThan(3000);
      // 少15个月也还要35个月: together the months that M5 named
      const [mid, less, left] = ['mid_months', 'subsidy_months', 'subsidised_months'].map((id) =>
        Math.round(of(id)),
      );
      expect((less ?? 0) + (left ?? 0)).toBe(mid);
      // 有一万八，两年刚好回本 (24 cents, 8 times three months); 只有一万五，要亏五千
      expect(of('line') * 0.24 * 8).toBeGreaterThanOrEqual(of('corner'));
      expect(of('line') * 0.24 * 8).toBeLessThan(of('corner') + 700);
      expect(of('corner') - of('short') * 0.24 * 8).toBeCloseTo(of('short_loss'), 0);
      expect(Math.round(of('short_loss') / 1000)).toBe(5);
    }
  });
});
