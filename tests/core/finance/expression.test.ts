import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate, namesIn } from '#core/finance/expression.ts';

const value = (text: string) => {
  const result = evaluate(text);
  return 'value' in result ? result.value : result.problem;
};

/** Worked out by hand. */
const sums: [string, number][] = [
  ['1+2×3', 7],
  ['(1+2)×3', 9],
  ['10-4-3', 3],
  ['100÷10÷5', 2],
  ['-5+2', -3],
  ['2×-3', -6],
  ['30%', 0.3],
  ['200×(1-85%)', 30],
  ['1,152,000×30%×6%', 20_736],
  ['1 152 000 × 30% × 6%', 20_736],
  ['115.2万×30%×6%', 20_736],
  ['１２＋３', 15],
  ['（28％－5％）×100', 23],
  ['180x2%x10,100x12', 436_320],
  ['96,000元/3-8,000元', 24_000],
  ['.5*4', 2],
];

test.each(sums)('a learner who types %s reads %d', (text, expected) => {
  expect(value(text)).toBeCloseTo(expected, 9);
});

describe('what cannot be worked out says why and where, and never throws', () => {
  test.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['1÷0', 'divided-by-zero'],
    ['0/0', 'divided-by-zero'],
    ['1+', 'unreadable'],
    ['(1+2', 'unreadable'],
    ['1+2)', 'unreadable'],
    ['2(3)', 'unreadable'],
    ['1 2', 'unreadable'],
    ['12,34', 'unreadable'],
    ['三成', 'unreadable'],
    ['alert(1)', 'unreadable'],
    ['constructor', 'unreadable'],
    ['1'.repeat(121), 'too-long'],
  ])('%s → %s', (text, problem) => {
    expect(value(text)).toBe(problem);
  });

  test('the place of the trouble is the place the learner typed it, full-width signs too', () => {
    expect(evaluate('１＋２＋三')).toEqual({ problem: 'unreadable', at: 4 });
    expect(evaluate('12+ab')).toEqual({ problem: 'unreadable', at: 3 });
  });

  test('no line of signs makes it throw or hang', () => {
    const signs = fc.constantFrom(...'0123456789.,+-×÷()%万 a');
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 130 }), (line) => {
        const result = evaluate(line.join(''));
        if ('value' in result) expect(Number.isFinite(result.value)).toBe(true);
      }),
    );
  });
});

test('it computes as arithmetic does: the same sum, bracketed by hand, has the same value', () => {
  const figure = fc.integer({ min: 1, max: 9999 });
  fc.assert(
    fc.property(figure, figure, figure, (a, b, c) => {
      expect(value(`${a}+${b}×${c}`)).toBe(a + b * c);
      expect(value(`${a}-${b}-${c}`)).toBe(a - b - c);
      expect(value(`(${a}+${b})÷${c}`)).toBe((a + b) / c);
    }),
  );
});

describe('formulas of the course name their figures', () => {
  const values = { churn: 20, tax_rate: 6, x: 3, order2: 10_100 };
  test.each([
    ['100 / churn', 5],
    ['order2 * (1 - tax_rate / 100)', 9494],
    ['x * x', 9],
    ['-x + churn', 17],
    ['churn%', 0.2],
  ])('%s → %d', (formula, expected) => {
    const result = evaluate(formula, values);
    expect('value' in result && result.value).toBeCloseTo(expected, 9);
  });

  test('an unknown name is unreadable at its place, and no inherited property is a figure', () => {
    expect(evaluate('100 / chrun', values)).toEqual({ problem: 'unreadable', at: 6 });
    expect(evaluate('constructor', values)).toEqual({ problem: 'unreadable', at: 0 });
  });

  test('a figure of 0 divides into words, not into Infinity', () => {
    expect(evaluate('100 / none', { none: 0 })).toEqual({ problem: 'divided-by-zero' });
  });
});

test('the names a formula stands on, each once', () => {
  expect(namesIn('orders * order2 * (1 - margin / 100) + orders')).toEqual(['orders', 'order2', 'margin']);
});
