/** When a backup was made is noted in the data, for `/admin`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { openSecrets } from '#server/auth/secrets.ts';
import { runBackup } from '#server/backup/commands.ts';
import { openStore } from '#server/store/open-store.ts';
import { type Postgres, skipsPostgres, startPostgres } from '../contract/postgres.ts';
import { AT, filled, running, temporaryFolders } from './data-folders.ts';

const { folder, clear } = temporaryFolders();
afterEach(() => {
  vi.unstubAllEnvs();
  clear();
});

test('beside a running server, at once; alone, for the next start', async () => {
  const dataDir = folder();
  const server = await running(dataDir);
  expect(await server.admin.retention.backupAt()).toBeUndefined();
  await runBackup([], { dataDir, at: AT });
  expect(await server.admin.retention.backupAt()).toBe(AT);
  await server.stop();
  await runBackup([], { dataDir, at: AT + 5_000 });
  const store = await openStore({ dataDir });
  expect(await store.admin.retention.backupAt()).toBe(AT + 5_000);
  await store.close();
});

test('one that was not made is not noted', async () => {
  const dataDir = await filled(folder(), 'a');
  await runBackup(['--to', join(dataDir, 'a.db')], { dataDir, at: AT });
  await expect(runBackup(['--to', join(dataDir, 'a.db')], { dataDir, at: AT + 1 })).rejects.toThrow(
    /已经在那里/,
  );
  const store = await openStore({ dataDir });
  expect(await store.admin.retention.backupAt()).toBe(AT);
  await store.close();
});

test('made in another way, it is noted by a word; nothing is written', async () => {
  const dataDir = await filled(folder(), 'a');
  const said = await runBackup(['--made-elsewhere'], { dataDir, at: AT });
  expect(said.join()).toMatch(/这个命令本身没有写任何备份.*This command itself wrote none/);
  const store = await openStore({ dataDir });
  expect(await store.admin.retention.backupAt()).toBe(AT);
  await store.close();
});

test('data of a release that kept no such note are backed up without a word about it', async () => {
  const dataDir = folder();
  openSecrets(dataDir);
  const handle = new DatabaseSync(join(dataDir, 'sanxiu.db'));
  handle.exec(
    readFileSync(new URL('../fixtures/releases/0003-mistake-reports.sql', import.meta.url), 'utf8'),
  );
  handle.close();
  expect((await runBackup([], { dataDir, at: AT })).join()).not.toMatch(/没有记下来/);
});

describe.skipIf(skipsPostgres)('PostgreSQL', () => {
  let server: Postgres;
  beforeAll(async () => {
    server = await startPostgres();
  }, 120_000);
  afterAll(() => server.stop());

  test('in the database, where every server sees it', async () => {
    vi.stubEnv('PATH', `${server.bin}:${process.env.PATH}`);
    const [databaseUrl, dataDir] = [await server.database(), folder()];
    openSecrets(dataDir);
    const store = await openStore({ dataDir, databaseUrl });
    await runBackup([], { dataDir, databaseUrl, at: AT });
    expect(await store.admin.retention.backupAt()).toBe(AT);
    expect(await store.size()).toBeGreaterThan(1_000_000);
    await store.close();
  });
});
