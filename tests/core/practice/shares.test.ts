import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areShares, equalShares, moveShare, outside } from '#core/practice/shares.ts';

const sum = (shares: Readonly<Record<string, number>>) =>
  Object.values(shares).reduce((all, one) => all + one, 0);

/** Worked out by hand. */
const moves: [from: Record<string, number>, id: string, wanted: number, Record<string, number>][] = [
  // The model of the lesson: 40 – 30 – 20 – 10. Ten more for needs come from the others 4 : 2 : 1 (60 over 70).
  [
    { trust: 40, needs: 30, offer: 20, close: 10 },
    'needs',
    40,
    { trust: 34, needs: 40, offer: 17, close: 9 },
  ],
  [{ trust: 40, needs: 30, offer: 20, close: 10 }, 'close', 0, { trust: 45, needs: 33, offer: 22, close: 0 }],
  [{ a: 100, b: 0, c: 0 }, 'a', 40, { a: 40, b: 30, c: 30 }],
  [{ a: 100, b: 0, c: 0 }, 'a', 99, { a: 99, b: 1, c: 0 }],
  [{ a: 0, b: 100, c: 0 }, 'a', 30, { a: 30, b: 70, c: 0 }],
  [{ a: 10, b: 60, c: 30 }, 'a', 130, { a: 100, b: 0, c: 0 }],
  [{ a: 10, b: 60, c: 30 }, 'a', -5, { a: 0, b: 67, c: 33 }],
];

describe('sliders that share a hundred', () => {
  test.each(moves)('%j, %s to %d', (from, id, wanted, expected) => {
    expect(moveShare(from, id, wanted)).toEqual(expected);
  });

  const anyShares = fc
    .array(fc.nat(100), { minLength: 3, maxLength: 5 })
    .map((weights) => weights.map((weight, index): [string, number] => [`p${index}`, weight]))
    .map((entries) => {
      const all = entries.reduce((total, [, weight]) => total + weight, 0);
      let left = 100;
      return Object.fromEntries(
        entries.map(([id, weight], index) => {
          const share = index === entries.length - 1 ? left : all ? Math.floor((100 * weight) / all) : 0;
          left -= share;
          return [id, share];
        }),
      );
    });

  test('whatever is moved however far, the sum is exactly 100, each share whole and 0 to 100, the moved one as wanted', () => {
    fc.assert(
      fc.property(anyShares, fc.nat(4), fc.integer({ min: -20, max: 120 }), (from, place, wanted) => {
        const ids = Object.keys(from);
        const id = ids[place % ids.length] as string;
        const moved = moveShare(from, id, wanted);
        expect(sum(moved)).toBe(100);
        expect(areShares(moved, ids)).toBe(true);
        expect(moved[id]).toBe(Math.min(100, Math.max(0, wanted)));
      }),
    );
  });

  test('the others keep their proportions to within one point, so nobody wonders why one of them jumped', () => {
    fc.assert(
      fc.property(anyShares, fc.nat(100), (from, wanted) => {
        const moved = moveShare(from, 'p0', wanted);
        const others = Object.keys(from).slice(1);
        const had = others.reduce((total, id) => total + (from[id] as number), 0);
        for (const id of others) {
          const exact = had ? ((100 - wanted) * (from[id] as number)) / had : (100 - wanted) / others.length;
          expect(Math.abs((moved[id] as number) - exact)).toBeLessThan(1);
        }
      }),
    );
  });

  test('a slider moved out and back leaves everything as it was', () => {
    const from = { trust: 40, needs: 30, offer: 20, close: 10 };
    expect(moveShare(from, 'trust', 40)).toEqual(from);
  });

  test('at the start a hundred is shared alike: 34, 33, 33', () => {
    expect(equalShares(['a', 'b', 'c'])).toEqual({ a: 34, b: 33, c: 33 });
    expect(equalShares(['a', 'b', 'c', 'd'])).toEqual({ a: 25, b: 25, c: 25, d: 25 });
  });
});

test('a situation names the parts outside its range, ends included, in its own order', () => {
  const fits = { offer: [0, 10], trust: [50, 70] } as const;
  expect(outside({ trust: 50, needs: 40, offer: 10, close: 0 }, fits)).toEqual([]);
  expect(outside({ trust: 71, needs: 0, offer: 29, close: 0 }, fits)).toEqual(['offer', 'trust']);
  expect(outside({ trust: 49, needs: 41, offer: 10, close: 0 }, fits)).toEqual(['trust']);
});

test('shares kept before a part was renamed are not taken for shares of the new parts', () => {
  expect(areShares({ a: 60, b: 40 }, ['a', 'b'])).toBe(true);
  expect(areShares({ a: 60, b: 40 }, ['a', 'c'])).toBe(false);
  expect(areShares({ a: 60, b: 30 }, ['a', 'b'])).toBe(false);
  expect(areShares({ a: 60.5, b: 39.5 }, ['a', 'b'])).toBe(false);
  expect(areShares(undefined, ['a', 'b'])).toBe(false);
});
