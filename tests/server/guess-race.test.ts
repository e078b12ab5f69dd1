/** Fault 14 with several processes: two handles on one PostgreSQL, as two servers have them. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createGuessNames } from '#server/auth/guess-names.ts';
import { openStore, type Store } from '#server/store/open-store.ts';
import { createGuessLimit, type Guess, type GuessLimit } from '#server/usecase/guess-limit.ts';
import { PASSWORDS, TRANSFER_CODES } from '#server/usecase/guess-rules.ts';
import { type Postgres, skipsPostgres, startPostgres } from '../contract/postgres.ts';
import { NOW } from './api-site.ts';
import { temporaryFolders } from './data-folders.ts';

/** One process has so many under way. */
const AT_ONCE = 8;
const { folder, clear } = temporaryFolders();

describe.skipIf(skipsPostgres)('two processes on one PostgreSQL', () => {
  let server: Postgres;
  let stores: Store[] = [];
  let databaseUrl = '';
  const open = () => openStore({ dataDir: folder(), databaseUrl });
  const limitOn = (store: Store, rules = TRANSFER_CODES) =>
    createGuessLimit(
      {
        counts: store.guessCounts,
        nameOf: createGuessNames(Buffer.alloc(32, 7)),
        clock: { now: () => NOW },
      },
      rules,
    );
  beforeAll(async () => {
    server = await startPostgres();
    databaseUrl = await server.database();
    stores = [await open(), await open()];
  }, 120_000);
  afterAll(async () => {
    for (const store of stores) await store.close();
    await server.stop();
    clear();
  });

  /** @returns how many of `each` guesses in both processes at once were looked at, and how many were told that they were wrong. */
  async function race(limits: readonly GuessLimit[], each: number, guess: Guess) {
    let looked = 0;
    const look = async () => {
      looked += 1;
      return 'wrong';
    };
    const tried = await Promise.all(
      limits.flatMap((limit) => Array.from({ length: each }, () => limit.attempt(guess, look, () => true))),
    );
    return { looked, told: tried.filter(({ status }) => status === 'tried').length };
  }

  /** Never more; fewer by as many as are under way at the edge, for what is just being written counts twice for a moment. */
  function expectAtMost(most: number, told: number) {
    expect(told).toBeLessThanOrEqual(most);
    expect(told).toBeGreaterThanOrEqual(most - AT_ONCE);
  }

  test('at once: no more than a hundred are told that they are wrong, nor more looked at than one process has under way', async () => {
    const limits = stores.map((store) => limitOn(store));
    const { looked, told } = await race(limits, 200, { address: '203.0.113.7' });
    expectAtMost(100, told);
    expect(looked).toBeGreaterThanOrEqual(told);
    expect(looked).toBeLessThanOrEqual(100 + AT_ONCE);
  });

  test('ten passwords for one account from one address, in whichever process', async () => {
    const limits = stores.map((store) => limitOn(store, PASSWORDS));
    const { looked, told } = await race(limits, 30, { account: 'a', address: '203.0.113.8' });
    expectAtMost(10, told);
    expect(looked).toBeLessThanOrEqual(10 + AT_ONCE);
  });

  test('what one has counted stops the other, and a third that starts later', async () => {
    const [one, other] = stores.map((store) => limitOn(store)) as [GuessLimit, GuessLimit];
    const guess = { address: '203.0.113.9' };
    for (let count = 0; count < 100; count += 1)
      expect(await race([one], 1, guess)).toEqual({ looked: 1, told: 1 });
    expect(await race([other], 1, guess)).toEqual({ looked: 0, told: 0 });
    const third = await open();
    expect(await race([limitOn(third)], 1, guess)).toEqual({ looked: 0, told: 0 });
    await third.close();
  });
});
