import { expect, test } from 'vitest';
import { createGroupCommit } from '#server/store/group-commit.ts';

/** Groups as they were run; `hold` keeps the first one under way. */
function recorder(options: { bad?: string; everybodys?: boolean; mostPerGroup?: number } = {}) {
  const groups: string[][] = [];
  const save = createGroupCommit<string, string>({
    run: async (jobs) => {
      groups.push([...jobs]);
      await new Promise((resolve) => setTimeout(resolve, 1));
      if (options.bad && jobs.includes(options.bad)) throw new Error('bad');
      return jobs.map((job) => `${job}!`);
    },
    weigh: (job) => job.length,
    mostPerGroup: options.mostPerGroup ?? 100,
    isEverybodys: () => options.everybodys ?? false,
  });
  return { groups, save };
}

test('who waits at the same moment shares one commit, and each gets their own answer', async () => {
  const { groups, save } = recorder();
  expect(await Promise.all(['a', 'b', 'c'].map(save))).toEqual(['a!', 'b!', 'c!']);
  expect(groups).toEqual([['a', 'b', 'c']]);
});

test('who comes while a commit is under way waits for the next: none is answered by a commit begun before', async () => {
  const { groups, save } = recorder();
  const first = save('a');
  while (groups.length === 0) await new Promise((resolve) => setImmediate(resolve));
  const later = [save('b'), save('c')];
  await first;
  expect(await Promise.all(later)).toEqual(['b!', 'c!']);
  expect(groups).toEqual([['a'], ['b', 'c']]);
});

test('a crowd is cut into groups, so that nobody waits for all', async () => {
  const { groups, save } = recorder({ mostPerGroup: 3 });
  await Promise.all(['aa', 'bb', 'cc', 'dddddd', 'e'].map(save));
  expect(groups).toEqual([['aa', 'bb'], ['cc', 'dddddd'], ['e']]);
});

test('a job that breaks a commit breaks its own only', async () => {
  const { groups, save } = recorder({ bad: 'b' });
  const done = await Promise.allSettled(['a', 'b', 'c'].map(save));
  expect(done.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(groups).toEqual([['a', 'b', 'c'], ['a'], ['b'], ['c']]);
});

test('when the disk is full everybody hears it at once; the next save is tried again', async () => {
  const { groups, save } = recorder({ bad: 'b', everybodys: true });
  const done = await Promise.allSettled(['a', 'b'].map(save));
  expect(done.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(groups).toEqual([['a', 'b']]);
  expect(await save('c')).toBe('c!');
});
