/** What the outbox does at the same moment as something else, on PostgreSQL: SQLite has one writer. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openStore, type Store } from '#server/store/open-store.ts';
import { sendAgain } from '#server/store/settle-outbox.ts';
import { completed, finished } from '../contract/facts.ts';
import { AT, CONFIRMED, DIFFERS, forward, join, judge, judgeAgain, save } from '../contract/outbox-steps.ts';
import { type Postgres, skipsPostgres, startPostgres } from '../contract/postgres.ts';
import { temporaryFolders } from './data-folders.ts';
import { untilStuckOrDone } from './lock-wait.ts';

const { folder, clear } = temporaryFolders();
let server: Postgres;
let one: Store;
let other: Store;

describe.skipIf(skipsPostgres)('PostgreSQL', () => {
  beforeAll(async () => {
    server = await startPostgres();
  }, 120_000);
  afterAll(() => server.stop());
  beforeEach(async () => {
    const databaseUrl = await server.database();
    one = await openStore({ dataDir: folder(), databaseUrl });
    other = await openStore({ dataDir: folder(), databaseUrl });
  });
  afterEach(async () => {
    await one.close();
    await other.close();
    clear();
  });
  const by = (id: string) => ({ id, at: AT, actorId: 'admin-1' });

  /** One fact that counts was refused; an admin has asked for it once more, and their transaction is still open. */
  async function asking() {
    await save(one, await join(one, 'a'), completed('c1'));
    await judge(one, 'a');
    const { settlings } = await one.outbox.next(9);
    await one.outbox.settle(settlings, [{ learnerId: 'a', factId: 'c1', status: 400 }], AT);
    const isAsked = Promise.withResolvers<void>();
    const mayCommit = Promise.withResolvers<void>();
    const asked = one.db.transaction().execute(async (inside) => {
      const count = await sendAgain(inside, by('first'));
      isAsked.resolve();
      await mayCommit.promise;
      return count;
    });
    await isAsked.promise;
    /** What another process does meanwhile: it waits, or has done it by then. */
    const meanwhile = async <T>(work: Promise<T>): Promise<[number, T]> => {
      await untilStuckOrDone(one.db, work);
      mayCommit.resolve();
      return Promise.all([asked, work]);
    };
    return { meanwhile };
  }

  test('a verdict that comes while an admin asks for refused ones is seen: what is set apart is not sent', async () => {
    const { meanwhile } = await asking();
    await meanwhile(judgeAgain(other, 'a', DIFFERS, 'c1'));
    expect(await one.outbox.next(9)).toEqual({ facts: [], settlings: [] });
    expect(await one.outbox.state()).toMatchObject({ pending: 0, held: 1, refused: 0 });
    await judgeAgain(other, 'a', CONFIRMED, 'c1');
    expect(await forward(one)).toEqual(['c1']);
  });

  test('two admins who ask at once: one of them sends them again, and the book names that one', async () => {
    const { meanwhile } = await asking();
    expect(await meanwhile(other.outbox.sendAgain(by('second')))).toEqual([1, 0]);
    expect((await one.audit.list(9)).map(({ id }) => id)).toEqual(['first']);
  });

  test('whoever leaves while an admin asks is not in the way', async () => {
    const { meanwhile } = await asking();
    expect(await meanwhile(other.learners.remove({ learnerId: 'a', generation: 1 }, AT))).toEqual([1, true]);
    expect(await one.outbox.state()).toMatchObject({ pending: 0, held: 0, refused: 0 });
  });

  test('two processes that note batches of the same learners, in any order, do not wait for each other for ever', async () => {
    const ids = Array.from({ length: 30 }, (_, n) => `l${n}`);
    for (const id of ids) await save(one, await join(one, id), finished('f1'));
    const settlings = ids.map((learnerId) => ({ learnerId, from: 0, to: 0 }));
    for (let round = 0; round < 20; round += 1)
      await Promise.all([
        one.outbox.settle(settlings, [], AT),
        other.outbox.settle(settlings.toReversed(), [], AT),
      ]);
    expect((await one.outbox.next(99)).facts).toHaveLength(30);
  });
});
