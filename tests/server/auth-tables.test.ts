/** better-auth's tables are made by a migration of ours; a release of it that wants more has to be seen here, not by an operator. */
import { getMigrations } from 'better-auth/db/migration';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { authOptions } from '#server/auth/better-auth/auth-options.ts';
import { openStore, type Store } from '#server/store/open-store.ts';
import { type Postgres, skipsPostgres, startPostgres } from '../contract/postgres.ts';
import { KEYS } from './account-site.ts';
import { temporaryFolders } from './data-folders.ts';

const { folder, clear } = temporaryFolders();
afterAll(clear);

async function missing({ db, kind }: Store) {
  const plan = { db, kind, secret: KEYS.authSecret, origin: 'http://localhost' };
  const { toBeCreated, toBeAdded, compileMigrations } = await getMigrations(authOptions(plan));
  return { toBeCreated, toBeAdded, sql: await compileMigrations() };
}
const NOTHING = { toBeCreated: [], toBeAdded: [], sql: ';' };

test('its generator finds nothing to add on SQLite', async () => {
  const store = await openStore({ dataDir: folder() });
  expect(await missing(store)).toEqual(NOTHING);
  await store.close();
});

describe.skipIf(skipsPostgres)('on PostgreSQL', () => {
  let server: Postgres;
  beforeAll(async () => {
    server = await startPostgres();
  }, 120_000);
  afterAll(() => server.stop());

  test('neither', async () => {
    const store = await openStore({ dataDir: folder(), databaseUrl: await server.database() });
    expect(await missing(store)).toEqual(NOTHING);
    await store.close();
  });
});
