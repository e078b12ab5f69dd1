import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import { openStore } from '#server/store/open-store.ts';
import { memoryStore } from './memory-store.ts';
import { type Postgres, skipsPostgres, startPostgres } from './postgres.ts';
import { storeContract } from './store.contract.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'sanxiu-store-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

describe('memory', () => {
  const store = memoryStore();
  storeContract(async () => ({ ...store, close: async () => {} }));
});

describe('SQLite', () => {
  storeContract(() => openStore({ dataDir }));
});

describe.skipIf(skipsPostgres)('PostgreSQL', () => {
  let server: Postgres;
  let databaseUrl = '';
  beforeAll(async () => {
    server = await startPostgres();
    databaseUrl = await server.database();
  }, 120_000);
  afterAll(() => server.stop());
  const open = () => openStore({ dataDir, databaseUrl });
  storeContract(open, open);
});
