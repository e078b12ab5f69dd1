import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import { createWaysIn } from '#server/auth/ways-in.ts';
import { openStore, type Store } from '#server/store/open-store.ts';
import { KEYS } from '../server/account-site.ts';
import { accountContract } from './account.contract.ts';
import { adminContract } from './admin.contract.ts';
import { auditContract } from './audit.contract.ts';
import { blobContract } from './blob.contract.ts';
import { cohortContract } from './cohort.contract.ts';
import { factCheckContract } from './fact-check.contract.ts';
import { foldContract } from './fold.contract.ts';
import { foldHistory } from './fold-history.contract.ts';
import { guessCountContract } from './guess-count.contract.ts';
import { memoryStore } from './memory-store.ts';
import { mergeAsideContract } from './merge-aside.contract.ts';
import { mistakeContract } from './mistake.contract.ts';
import { outboxContract } from './outbox.contract.ts';
import { type Postgres, skipsPostgres, startPostgres } from './postgres.ts';
import { storeContract } from './store.contract.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'sanxiu-store-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const withPasswords = (store: Store) => ({ ...store, ...createWaysIn({ ...store, ...KEYS }) });

describe('memory', () => {
  const store = memoryStore();
  storeContract(async () => ({ ...store, close: async () => {} }));
  mistakeContract(async () => ({ ...memoryStore(), close: async () => {} }));
  factCheckContract(async () => ({ ...memoryStore(), close: async () => {} }));
  auditContract(async () => ({ ...memoryStore(), close: async () => {} }));
  blobContract(async () => ({ ...memoryStore(), close: async () => {} }));
  outboxContract(async () => ({ ...memoryStore(), close: async () => {} }));
  accountContract(async () => ({ ...memoryStore(), close: async () => {} }));
  mergeAsideContract(async () => ({ ...memoryStore(), close: async () => {} }));
  cohortContract(async () => ({ ...memoryStore(), close: async () => {} }));
  foldContract(async () => ({ ...memoryStore(), close: async () => {} }));
  foldHistory(async () => ({ ...memoryStore(), close: async () => {} }), 120);
  adminContract(async () => ({ ...memoryStore(), close: async () => {} }));
  guessCountContract(async () => ({ ...memoryStore(), close: async () => {} }));
});

describe('SQLite', () => {
  storeContract(() => openStore({ dataDir }));
  let count = 0;
  const openEmpty = () => {
    count += 1;
    return openStore({ dataDir: join(dataDir, `empty-${count}`) });
  };
  mistakeContract(openEmpty);
  factCheckContract(openEmpty);
  auditContract(openEmpty);
  blobContract(openEmpty);
  outboxContract(openEmpty);
  accountContract(async () => withPasswords(await openEmpty()));
  mergeAsideContract(openEmpty);
  cohortContract(openEmpty);
  foldContract(openEmpty);
  foldHistory(openEmpty, 120);
  adminContract(openEmpty);
  guessCountContract(openEmpty);
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
  const openEmpty = async () => openStore({ dataDir, databaseUrl: await server.database() });
  mistakeContract(openEmpty);
  factCheckContract(openEmpty);
  auditContract(openEmpty);
  blobContract(openEmpty);
  const openTwo = async () => {
    const plan = { dataDir, databaseUrl: await server.database() };
    return { one: await openStore(plan), other: await openStore(plan) };
  };
  outboxContract(openEmpty, openTwo);
  accountContract(async () => withPasswords(await openEmpty()));
  mergeAsideContract(openEmpty);
  cohortContract(openEmpty);
  foldContract(openEmpty);
  foldHistory(openEmpty, 80);
  adminContract(openEmpty);
  guessCountContract(openEmpty, openTwo);
});
