/** A share that is being made while its learner leaves, is deleted or joins an account, on PostgreSQL: SQLite has one writer. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Session } from '#server/port/learner-store.ts';
import { openStore, type Store } from '#server/store/open-store.ts';
import { reflected } from '../contract/facts.ts';
import { AT, join } from '../contract/outbox-steps.ts';
import { type Postgres, skipsPostgres, startPostgres } from '../contract/postgres.ts';
import { temporaryFolders } from './data-folders.ts';
import { untilStuckOrDone } from './lock-wait.ts';

const { folder, clear } = temporaryFolders();
const boss = { id: 'boss', role: 'facilitator' } as const;
let server: Postgres;
let store: Store;
let a: Session;
let account: Session;

describe.skipIf(skipsPostgres)('PostgreSQL', () => {
  beforeAll(async () => {
    server = await startPostgres();
  }, 120_000);
  afterAll(() => server.stop());
  beforeEach(async () => {
    store = await openStore({ dataDir: folder(), databaseUrl: await server.database() });
    await store.learners.setRole((await join(store, 'boss')).learnerId, 'facilitator');
    [a, account] = [await join(store, 'a'), await join(store, 'account')];
    const invitation = { code: 'ABCDEFGH', expiresAt: AT + 9 };
    await store.cohorts.make(boss, { id: 'c1', name: '一班', at: AT, invitation });
    await store.cohorts.enrol(a, { code: invitation.code, at: AT, told: 1 });
    await store.facts.append({ session: a, receivedAt: AT, facts: [reflected('own', '给讲师看')] });
  });
  afterEach(async () => {
    await store.close();
    clear();
  });

  /** @param work begins when the share is written and not committed yet; it waits, or is done by then. */
  async function whileSharing<T>(work: () => Promise<T>): Promise<T> {
    const isWritten = Promise.withResolvers<void>();
    const mayCommit = Promise.withResolvers<void>();
    // As `share` does it: the place is written to first.
    const sharing = store.db.transaction().execute(async (inside) => {
      await inside.updateTable('enrolment').set({ told_version: 1 }).where('learner_id', '=', 'a').execute();
      const row = { learner_id: 'a', fact_id: 'own', cohort_id: 'c1', shared_at: AT };
      await inside.insertInto('share').values(row).execute();
      isWritten.resolve();
      await mayCommit.promise;
    });
    await isWritten.promise;
    const done = work();
    await untilStuckOrDone(store.db, done);
    mayCommit.resolve();
    await sharing;
    return done;
  }

  test('whoever leaves takes it along', async () => {
    expect(await whileSharing(() => store.cohorts.leave(a, 'c1'))).toBe(true);
    await store.cohorts.enrol(a, { code: 'ABCDEFGH', at: AT, told: 1 });
    expect(await store.cohorts.sharedPrivate(boss, 'c1')).toEqual([]);
  });

  test('whoever is deleted takes it along', async () => {
    expect(await whileSharing(() => store.learners.remove(a, AT))).toBe(true);
    expect(await store.cohorts.sharedPrivate(boss, 'c1')).toEqual([]);
  });

  test('a nickname that becomes part of an account brings it there', async () => {
    expect(await whileSharing(() => store.merges.merge(a, account, AT))).toBe('merged');
    expect(await store.cohorts.sharedPrivate(boss, 'c1')).toMatchObject([
      { learnerId: 'account', fact: { id: 'own' } },
    ]);
  });
});
