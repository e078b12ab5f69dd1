/** How wrong guesses are counted, whatever the store is made of. */
import { expect, test } from 'vitest';
import type { GuessCount, GuessCountStore } from '#server/port/guess-count-store.ts';

export interface OpenedForGuesses {
  guessCounts: GuessCountStore;
  close(): Promise<void>;
}

const AT = 1_795_000_000_000;
const SPAN = { at: AT, endsAt: AT + 600_000 };
const byName = (counts: readonly GuessCount[]) =>
  [...counts].sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ name, count }) => [name, count]);

/**
 * @param open an empty one each time.
 * @param openTwo two handles on one empty database, as two server processes have them.
 */
export function guessCountContract(
  open: () => Promise<OpenedForGuesses>,
  openTwo?: () => Promise<{ one: OpenedForGuesses; other: OpenedForGuesses }>,
): void {
  const using = (name: string, work: (counts: GuessCountStore) => Promise<void>) =>
    test(name, async () => {
      const store = await open();
      try {
        await work(store.guessCounts);
      } finally {
        await store.close();
      }
    });

  using('wrong guesses are counted by name, all names of one together', async (counts) => {
    expect(await counts.read(['all', 'a'], AT)).toEqual([]);
    expect(byName(await counts.add(['a', 'all'], SPAN))).toEqual([
      ['a', 1],
      ['all', 1],
    ]);
    await counts.add(['all', 'b'], SPAN);
    expect(byName(await counts.read(['all', 'a', 'c'], AT))).toEqual([
      ['a', 1],
      ['all', 2],
    ]);
  });

  using('a span ends when it was to end, and the next begins with one', async (counts) => {
    await counts.add(['a'], SPAN);
    // Later guesses do not draw it out.
    await counts.add(['a'], { at: AT + 599_999, endsAt: AT + 1_199_999 });
    expect(await counts.read(['a'], AT + 599_999)).toEqual([{ name: 'a', count: 2, endsAt: AT + 600_000 }]);
    expect(await counts.read(['a'], AT + 600_000)).toEqual([]);
    const next = { at: AT + 600_000, endsAt: AT + 1_200_000 };
    expect(await counts.add(['a'], next)).toEqual([{ name: 'a', count: 1, endsAt: AT + 1_200_000 }]);
  });

  using('of forty at once none is lost', async (counts) => {
    await Promise.all(Array.from({ length: 40 }, (_, n) => counts.add(['all', `n${n % 4}`], SPAN)));
    expect(byName(await counts.read(['all', 'n0', 'n3'], AT))).toEqual([
      ['all', 40],
      ['n0', 10],
      ['n3', 10],
    ]);
  });

  using('what is over is swept, so many at a time; what is not stays', async (counts) => {
    for (const name of ['a', 'b', 'c']) await counts.add([name], SPAN);
    await counts.add(['d'], { at: AT + 1, endsAt: AT + 600_001 });
    expect(await counts.sweep(AT + 599_999, 10)).toBe(0);
    expect(await counts.sweep(AT + 600_000, 2)).toBe(2);
    expect(await counts.sweep(AT + 600_000, 2)).toBe(1);
    expect(byName(await counts.read(['a', 'b', 'c', 'd'], AT))).toEqual([['d', 1]]);
  });

  if (!openTwo) return;
  test('two processes count together, in whatever order they name', async () => {
    const { one, other } = await openTwo();
    try {
      const names = ['all', 'a', 'b', 'c'];
      const backwards = [...names].reverse();
      await Promise.all(
        Array.from({ length: 100 }, (_, n) =>
          n % 2 ? one.guessCounts.add(names, SPAN) : other.guessCounts.add(backwards, SPAN),
        ),
      );
      expect(byName(await other.guessCounts.read(names, AT))).toEqual([
        ['a', 100],
        ['all', 100],
        ['b', 100],
        ['c', 100],
      ]);
    } finally {
      await one.close();
      await other.close();
    }
  });
}
