import { describe, expect, test } from 'vitest';
import { calculate, shownSum, withUnit } from '#core/practice/calculation.ts';

/** Lesson 8 of the curriculum: a fitter's worth over an average stay. */
const outputs = [
  { id: 'year', formula: 'orders * order * margin / 100', digits: 0 },
  { id: 'stay', formula: '100 / churn', digits: 2 },
  { id: 'worth', formula: 'year * stay', digits: 0 },
];
const inputs = { orders: 9, order: 10_100, margin: 28, churn: 20 };

const values = (given: Record<string, number>) =>
  calculate(outputs, given).map((result) => ('value' in result ? result.value : result.problem));
const sums = (given: Record<string, number>) =>
  outputs.map((_, index) => {
    const shown = shownSum(outputs, index, given);
    return shown && `${shown.left} ${shown.sign} ${shown.right}`;
  });

describe('figures that follow the sliders', () => {
  test('a fitter brings 25,452 yuan a year, stays 5 years at 20% churn, and is worth 127,260 over them', () => {
    expect(values(inputs)).toEqual([25_452, 5, 127_260]);
  });

  test('at 15% he stays 6.67 years and is worth 169,680', () => {
    const [year, stay, worth] = values({ ...inputs, churn: 15 });
    expect(year).toBe(25_452);
    expect(stay).toBeCloseTo(6.6667, 4);
    expect(worth).toBeCloseTo(169_680, 6);
  });

  test('nobody leaving is said in words, not shown as Infinity; what does not rest on it still stands', () => {
    expect(values({ ...inputs, churn: 0 })).toEqual([25_452, 'divided-by-zero', 'divided-by-zero']);
  });
});

describe('the sum is shown with the own figures', () => {
  test('signs of a sum, thousands set off', () => {
    expect(sums(inputs)).toEqual(['9 × 10,100 × 28 ÷ 100 = 25,452', '100 ÷ 20 = 5', '25,452 × 5 = 127,260']);
  });

  test('who works it out again must come to the same end: a rounded figure on the way is written out', () => {
    expect(sums({ ...inputs, churn: 15 })).toEqual([
      '9 × 10,100 × 28 ÷ 100 = 25,452',
      '100 ÷ 15 ≈ 6.67',
      '25,452 × (100 ÷ 15) = 169,680',
    ]);
  });

  test('minus signs: of the sum, and of a figure below zero in brackets', () => {
    const difference = [
      { id: 'loss', formula: 'before-after', digits: 0 },
      { id: 'twice', formula: '(loss) * 2', digits: 0 },
    ];
    const shown = (index: number) => shownSum(difference, index, { before: 3, after: 5 });
    expect(shown(0)).toEqual({ left: '3 − 5', sign: '=', right: '−2' });
    expect(shown(1)?.left).toBe('((−2)) × 2');
  });

  test('a number of the formula is written as the course writes numbers', () => {
    const yearly = [{ id: 'year', formula: 'orders*10100 + 0.5', digits: 1 }];
    expect(shownSum(yearly, 0, { orders: 2 })).toEqual({
      left: '2 × 10,100 + 0.5',
      sign: '=',
      right: '20,200.5',
    });
  });

  test('without a value there is no sum', () => {
    expect(sums({ ...inputs, churn: 0 }).slice(1)).toEqual([undefined, undefined]);
  });
});

test('a unit stands close to its figure in Chinese and as a sign, apart as an English word', () => {
  expect([withUnit('28', '%'), withUnit('5', '年'), withUnit('5', 'years')]).toEqual([
    '28%',
    '5年',
    '5 years',
  ]);
});
