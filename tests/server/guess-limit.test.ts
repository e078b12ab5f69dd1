import { describe, expect, test } from 'vitest';
import { createGuessNames } from '#server/auth/guess-names.ts';
import type { GuessCountStore } from '#server/port/guess-count-store.ts';
import { StoreError } from '#server/port/store-error.ts';
import { createGuessLimit, type Guess } from '#server/usecase/guess-limit.ts';
import { INVITATIONS, PASSWORDS, TRAINERS } from '#server/usecase/guess-rules.ts';
import { createSweepGuesses } from '#server/usecase/sweep-guesses.ts';
import { memoryGuessCounts } from '../contract/memory-guess-counts.ts';
import { NOW } from './api-site.ts';

const nameOf = createGuessNames(Buffer.alloc(32, 7));
const wrong = async () => 'wrong';

function desk(counts: GuessCountStore = memoryGuessCounts(), rules = PASSWORDS) {
  const time = { at: NOW };
  const clock = { now: () => time.at };
  const limit = createGuessLimit({ counts, nameOf, clock }, rules);
  const guess = (one: Guess, look: () => Promise<string> = wrong) =>
    limit.attempt(one, look, (found) => found === 'wrong');
  return { counts, guess, time, clock };
}

describe('numbers of passwords in ten minutes', () => {
  const allowed = async (guessOf: (index: number) => Guess, rules = PASSWORDS) => {
    const { guess } = desk(memoryGuessCounts(), rules);
    let count = 0;
    while (count < 5_000 && (await guess(guessOf(count))).status === 'tried') count += 1;
    return count;
  };
  test.each<[string, (index: number) => Guess, number]>([
    ['one account from one address', () => ({ account: 'a', address: 'x' }), 10],
    ['one account from everywhere', (n) => ({ account: 'a', address: `${n}` }), 100],
    ['one account behind a silent proxy', () => ({ account: 'a', address: undefined }), 100],
    ['one address', (n) => ({ account: `${n}`, address: 'x' }), 300],
    ['everything', (n) => ({ account: `${n}`, address: `${n}` }), 3_000],
  ])('%s', async (_, guessOf, most) => {
    expect(await allowed(guessOf)).toBe(most);
  });

  test.each<[string, (index: number) => Guess, number]>([
    ['one trainer', (n) => ({ account: 'a', address: `${n}` }), 20],
    ['trainers behind one address', (n) => ({ account: `${n}`, address: 'x' }), 100],
    ['all trainers', (n) => ({ account: `${n}`, address: `${n}` }), 3_000],
  ])('names of other trainers: %s', async (_, guessOf, most) => {
    expect(await allowed(guessOf, TRAINERS)).toBe(most);
  });

  test('the span begins with the first wrong one and is not drawn out', async () => {
    const { guess, time } = desk();
    const one = { account: 'a', address: 'x' };
    for (let count = 0; count < 10; count += 1) await guess(one);
    expect(await guess(one)).toEqual({ status: 'too-many', waitMs: 600_000 });
    time.at += 599_999;
    expect(await guess(one, async () => 'right')).toEqual({ status: 'too-many', waitMs: 1 });
    time.at += 1;
    expect(await guess(one, async () => 'right')).toEqual({ status: 'tried', found: 'right' });
  });
});

test('who is stopped twice over waits until both are over', async () => {
  const { guess, time } = desk();
  for (let n = 0; n < 300; n += 1) await guess({ account: `c${n}`, address: 'x' });
  time.at += 300_000;
  for (let n = 0; n < 100; n += 1) await guess({ account: 'b', address: `z${n}` });
  expect(await guess({ account: 'b', address: 'x' })).toEqual({ status: 'too-many', waitMs: 600_000 });
  expect(await guess({ account: 'other', address: 'x' })).toEqual({ status: 'too-many', waitMs: 300_000 });
});

test('an account that is named like an address is not stopped with it', async () => {
  const { guess } = desk();
  for (let n = 0; n < 150; n += 1) await guess({ account: `c${n}`, address: '203.0.113.7' });
  expect((await guess({ account: '203.0.113.7', address: 'y' })).status).toBe('tried');
});

test('eight are looked at at a time, the ninth when one of them is known', async () => {
  const { guess } = desk();
  const open: (() => void)[] = [];
  const slow = () => new Promise<string>((resolve) => open.push(() => resolve('right')));
  const all = Array.from({ length: 12 }, (_, n) => guess({ account: `${n}`, address: `${n}` }, slow));
  await new Promise((resolve) => setImmediate(resolve));
  expect(open).toHaveLength(8);
  open[0]?.();
  await all[0];
  await new Promise((resolve) => setImmediate(resolve));
  expect(open).toHaveLength(9);
  for (let n = 1; n < 12; n += 1) {
    open[n]?.();
    await new Promise((resolve) => setImmediate(resolve));
  }
  await Promise.all(all);
});

test('right ones are never written, nor what could not be looked at', async () => {
  const { counts, guess } = desk();
  const added: string[] = [];
  const add = counts.add;
  counts.add = (names, span) => {
    added.push(...names);
    return add(names, span);
  };
  const one = { account: 'a', address: '203.0.113.7' };
  for (let count = 0; count < 50; count += 1) await guess(one, async () => 'right');
  await expect(guess(one, () => Promise.reject(new Error('away')))).rejects.toThrow('away');
  expect(added).toEqual([]);
  for (let count = 0; count < 11; count += 1) await guess(one);
  expect(added).toHaveLength(40);
});

test('who has used up wrong passwords may still mistype a code: kinds do not mix', async () => {
  const { counts, guess } = desk();
  const address = '203.0.113.7';
  for (let n = 0; n < 300; n += 1) await guess({ account: `${n}`, address });
  expect((await guess({ account: 'other', address })).status).toBe('too-many');
  expect((await desk(counts, INVITATIONS).guess({ address })).status).toBe('tried');
});

test('forty at once from one address at one account: ten are looked at', async () => {
  const { guess } = desk();
  let looked = 0;
  const slow = async () => {
    looked += 1;
    await new Promise((resolve) => setImmediate(resolve));
    return 'wrong';
  };
  await Promise.all(Array.from({ length: 40 }, () => guess({ account: 'a', address: 'x' }, slow)));
  expect(looked).toBe(10);
});

test('600 good ones at once from one address all get in, after 290 wrong ones too', async () => {
  const { guess } = desk(memoryGuessCounts(), INVITATIONS);
  const one = { address: '203.0.113.7' };
  for (let count = 0; count < 290; count += 1) await guess(one);
  const tried = await Promise.all(Array.from({ length: 600 }, () => guess(one, async () => 'right')));
  expect(new Set(tried.map(({ status }) => status))).toEqual(new Set(['tried']));
});

test('a restart does not forget: the next process goes on counting', async () => {
  const counts = memoryGuessCounts();
  const one = { account: 'a', address: 'x' };
  for (let count = 0; count < 10; count += 1) await desk(counts).guess(one);
  expect((await desk(counts).guess(one)).status).toBe('too-many');
});

test('where wrong ones cannot be written the door does not stand open', async () => {
  const full: GuessCountStore = {
    ...memoryGuessCounts(),
    add: () => Promise.reject(new StoreError('full', new Error('disk'))),
  };
  const { guess } = desk(full);
  const one = { account: 'a', address: 'x' };
  const statuses: string[] = [];
  for (let count = 0; count < 12; count += 1)
    statuses.push(
      await guess(one).then(
        ({ status }) => status,
        () => 'full',
      ),
    );
  expect(statuses).toEqual([...Array(10).fill('full'), 'too-many', 'too-many']);
});

test('a flood from 100,000 addresses leaves a bounded number of rows, without an address in one, and they go', async () => {
  const { counts, guess, time, clock } = desk(memoryGuessCounts(), INVITATIONS);
  const names = new Set<string>();
  const add = counts.add;
  counts.add = (all, span) => {
    for (const name of all) names.add(name);
    return add(all, span);
  };
  for (let n = 0; n < 100_000; n += 1) await guess({ address: `10.${n >> 16}.${(n >> 8) & 255}.${n & 255}` });
  // One for each address that was let through, and one for all.
  expect(names.size).toBe(3_001);
  expect([...names].filter((name) => !/^[0-9a-f]{32}$/.test(name))).toEqual([]);
  const sweep = createSweepGuesses({ guessCounts: counts, clock });
  expect(await sweep()).toBe(0);
  time.at += 600_000;
  expect(await sweep()).toBe(3_001);
});

test('names need the key: the same address has another one under another key', () => {
  const address = 'invitation.address.203.0.113.7';
  expect(nameOf(address)).toBe(createGuessNames(Buffer.alloc(32, 7))(address));
  expect(nameOf(address)).not.toBe(createGuessNames(Buffer.alloc(32, 8))(address));
});
