/** What every inbox promises, whatever it is made of. */
import { expect, test } from 'vitest';
import { type MistakeStore, OPEN_AT_MOST } from '#server/port/mistake-store.ts';
import { mistake } from './mistakes.ts';

/** @param open an empty one each time. */
export function mistakeContract(
  open: () => Promise<{ mistakes: MistakeStore; close(): Promise<void> }>,
): void {
  const using = (name: string, work: (mistakes: MistakeStore) => Promise<void>) =>
    test(name, async () => {
      const store = await open();
      try {
        await work(store.mistakes);
      } finally {
        await store.close();
      }
    }, 60_000); // a thousand commits on a slow disk

  using('reports come back whole, the newest first', async (mistakes) => {
    const whole = {
      id: mistake(2).id,
      lessonId: 'm1-first',
      language: 'en',
      words: 'a\n\t“b” 𠮷 👩🏽‍💻 \\',
    } as const;
    const elsewhere = mistake(3, { path: '/practice/fab-pitch/f-a/' });
    expect(await mistakes.add(mistake(1), 100)).toBe('stored');
    expect(await mistakes.add(elsewhere, 300)).toBe('stored');
    expect(await mistakes.add(whole, 200)).toBe('stored');
    expect(await mistakes.list('open')).toEqual([
      { ...elsewhere, receivedAt: 300 },
      { ...whole, receivedAt: 200 },
      { ...mistake(1), receivedAt: 100 },
    ]);
  });

  using(
    'sent again, one after the other or at once, a report is one and keeps its first time',
    async (mistakes) => {
      const done = await Promise.all([1, 2, 3].map((at) => mistakes.add(mistake(1), at)));
      expect(done.toSorted()).toEqual(['known', 'known', 'stored']);
      const [first] = await mistakes.list('open');
      expect(await mistakes.add(mistake(1), 900)).toBe('known');
      expect(await mistakes.list('open')).toEqual([first]);
    },
  );

  using('other words, or another place, under a known id are refused; the first stands', async (mistakes) => {
    await mistakes.add(mistake(1), 1);
    const { placeId: _, ...whole } = mistake(1);
    for (const other of [mistake(1, { words: '别的话' }), mistake(1, { placeId: 'other' }), whole])
      expect(await mistakes.add(other, 2)).toBe('conflict');
    expect(await mistakes.list('all')).toEqual([{ ...mistake(1), receivedAt: 1 }]);
  });

  using('what is dealt with leaves the open ones, once, and stays among all', async (mistakes) => {
    await mistakes.add(mistake(1), 1);
    await mistakes.add(mistake(2), 2);
    expect(await mistakes.markDone(mistake(1).id, 50)).toBe('done');
    expect(await mistakes.markDone(mistake(1).id, 60)).toBe('known');
    expect(await mistakes.markDone(mistake(9).id, 60)).toBe('unknown');
    expect(await mistakes.list('open')).toEqual([{ ...mistake(2), receivedAt: 2 }]);
    expect(await mistakes.list('all')).toEqual([
      { ...mistake(2), receivedAt: 2 },
      { ...mistake(1), receivedAt: 1, doneAt: 50 },
    ]);
    // A page that repeats itself after a lost answer opens nothing again.
    expect(await mistakes.add(mistake(1), 70)).toBe('known');
  });

  using(
    'nonsense cannot fill the disk: a full inbox takes no more until something is dealt with',
    async (mistakes) => {
      for (let from = 0; from < OPEN_AT_MOST; from += 250)
        await Promise.all(
          Array.from({ length: 250 }, (_, index) => mistakes.add(mistake(from + index), index)),
        );
      expect(await mistakes.add(mistake(9_000), 1)).toBe('full');
      expect(await mistakes.add(mistake(7), 1)).toBe('known');
      expect(await mistakes.markDone(mistake(7).id, 2)).toBe('done');
      expect(await mistakes.add(mistake(9_000), 1)).toBe('stored');
      expect(await mistakes.list('open')).toHaveLength(OPEN_AT_MOST);
    },
  );
}
