import { describe, expect, test } from 'vitest';
import { DEFAULT_SEED } from '#core/simulator/default-seed.ts';
import { type FigurePlan, figuresFor, valuesOf } from '#core/simulator/figures/figures.ts';

/** A run's figures decide what a learner must work out: the same seed must give them on every device and for ever. */

const plan: FigurePlan = {
  free: [
    { id: 'visits', unit: 'count', value: 180, range: [170, 190], step: 5 },
    { id: 'rate', unit: 'ratio', value: 0.22, range: [0.2, 0.24], step: 0.01 },
  ],
  derived: [
    { id: 'orders', unit: 'count', of: 'visits * rate' },
    { id: 'sales', unit: 'cny', of: 'orders * 10,100', step: 1000 },
    { id: 'margin', unit: 'cny', of: 'orders * 10,100 * (28% - 5%)' },
  ],
};

describe('figuresFor', () => {
  test('the default seed gives the dossier’s figures, and what follows from them', () => {
    // 180 × 0.22 = 39.6; × 10 100 = 399 960, to the thousand 400 000; × 0.23 = 91 990.8, to the yuan 91 991
    expect(figuresFor(plan, DEFAULT_SEED)).toEqual({
      visits: 180,
      rate: 0.22,
      orders: 39.6,
      sales: 400_000,
      margin: 91_991,
    });
  });

  test('golden draws: they never change, or a record would be replayed with other figures', () => {
    const drawn = ['one', 'two', 'three'].map((seed) => figuresFor(plan, seed));
    expect(drawn.map(({ visits, rate }) => [visits, rate])).toEqual([
      [170, 0.22],
      [170, 0.23],
      [180, 0.21],
    ]);
  });

  test('another figure added later moves none that were drawn before', () => {
    const longer = {
      ...plan,
      free: [{ id: 'first', unit: 'cny', value: 10, range: [9, 11], step: 1 } as const, ...plan.free],
    };
    for (const seed of ['a', 'b', 'c', 'd'])
      expect(figuresFor(longer, seed)).toMatchObject(figuresFor(plan, seed));
  });

  test('every value of a range is drawn, both ends too, each about as often', () => {
    const drawn = Array.from({ length: 1000 }, (_, index) => figuresFor(plan, `s${index}`).rate);
    for (const value of [0.2, 0.21, 0.22, 0.23, 0.24]) {
      const count = drawn.filter((one) => one === value).length;
      expect(count, String(value)).toBeGreaterThan(140);
      expect(count, String(value)).toBeLessThan(260);
    }
  });

  test('steps leave no dust of binary fractions', () => {
    expect(valuesOf({ id: 'x', unit: 'ratio', value: 0.3, range: [0.28, 0.32], step: 0.01 })).toEqual([
      0.28, 0.29, 0.3, 0.31, 0.32,
    ]);
  });

  test('an expression that cannot be worked out is named', () => {
    const broken: FigurePlan = { free: plan.free, derived: [{ id: 'bad', unit: 'cny', of: 'visits / 0' }] };
    expect(() => figuresFor(broken, 'x')).toThrow('figure bad: "visits / 0" is divided-by-zero');
  });
});
