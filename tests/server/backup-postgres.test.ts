import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { openSecrets } from '#server/auth/secrets.ts';
import { runBackup, runRestore } from '#server/backup/commands.ts';
import { withoutPassword } from '#server/backup/postgres-programs.ts';
import { openStore, type Store } from '#server/store/open-store.ts';
import { finished, idsOf, pullAll } from '../contract/facts.ts';
import { type Postgres, skipsPostgres, startPostgres } from '../contract/postgres.ts';
import { AT, RECEIVED_AT, temporaryFolders } from './data-folders.ts';

const { folder, clear } = temporaryFolders();
afterEach(() => {
  vi.unstubAllEnvs();
  clear();
});

const rowsOf = (store: Store) =>
  store.db.selectFrom('fact').selectAll().orderBy('learner_id').orderBy('seq').execute();
const hashOf = (rows: readonly object[]) => createHash('sha256').update(JSON.stringify(rows)).digest('hex');

describe.skipIf(skipsPostgres)('PostgreSQL', () => {
  let server: Postgres;
  beforeAll(async () => {
    server = await startPostgres();
  }, 120_000);
  afterAll(() => server.stop());
  const withPrograms = () => vi.stubEnv('PATH', `${server.bin}:${process.env.PATH}`);

  async function filled() {
    const [databaseUrl, dataDir] = [await server.database(), folder()];
    openSecrets(dataDir);
    const store = await openStore({ dataDir, databaseUrl });
    const session = await store.learners.add({ id: 'l', nickname: '小红', createdAt: RECEIVED_AT });
    await store.facts.append({ session, receivedAt: RECEIVED_AT, facts: [finished('a'), finished('b')] });
    return { databaseUrl, dataDir, store, session };
  }

  test('a backup beside a running server goes into an empty database, with the keys into an empty folder', async () => {
    withPrograms();
    const { databaseUrl, dataDir, store, session } = await filled();
    const to = join(folder(), 'monday.dump');
    const said = await runBackup(['--to', to], { dataDir, databaseUrl, at: AT });
    expect(said.join('\n')).toMatch(/monday\.dump[\s\S]*monday\.keys\.json/);
    expect(statSync(to).mode & 0o777).toBe(0o600);
    await store.facts.append({ session, receivedAt: RECEIVED_AT, facts: [finished('later')] });
    await store.close();

    const clean = { dataDir: folder(), databaseUrl: await server.database() };
    expect((await runRestore([to], { ...clean, at: AT })).join()).toContain('sessions stay valid');
    expect(readFileSync(join(clean.dataDir, 'secrets.json'))).toEqual(
      readFileSync(join(dataDir, 'secrets.json')),
    );
    const again = await openStore(clean);
    expect(again.migrated).toEqual([]);
    expect(idsOf((await pullAll(again.facts, session)).bodies)).toEqual(['a', 'b']);
    // Now it is no longer empty: what is in it stays.
    await expect(runRestore([to], { ...clean, at: AT })).rejects.toThrow(
      /不是空的[\s\S]*is not empty \([a-z_]+, [a-z_]+, [a-z_]+ …\)[\s\S]*createdb/,
    );
    expect(idsOf((await pullAll(again.facts, session)).bodies)).toEqual(['a', 'b']);
    await again.close();
  });

  test('a dump made while four devices save as fast as they can is a moment of the record, and restores to it', async () => {
    withPrograms();
    const { databaseUrl, dataDir, store } = await filled();
    const acknowledged = new Map<string, number>();
    let isOver = false;
    const write = async (device: number) => {
      // Two devices are one learner's.
      const learnerId = `busy-${device % 3}`;
      const session = { learnerId, generation: 1 };
      for (let batch = 0; !isOver; batch += 1) {
        const facts = [0, 1, 2].map((index) => finished(`${device}-${batch}/${index}`, index));
        await store.facts.append({ session, receivedAt: RECEIVED_AT, facts });
        for (const { id } of facts) acknowledged.set(`${learnerId} ${id}`, batch);
      }
    };
    for (const id of ['busy-0', 'busy-1', 'busy-2'])
      await store.learners.add({ id, nickname: '小红', createdAt: RECEIVED_AT });
    const writers = [0, 1, 2, 3].map(write);
    while (acknowledged.size < 600) await pause(5);
    const before = [...acknowledged.keys()];
    const to = join(folder(), 'busy.dump');
    await runBackup(['--to', to], { dataDir, databaseUrl, at: AT });
    const after = acknowledged.size;
    while (acknowledged.size < after + 60) await pause(5);
    isOver = true;
    await Promise.all(writers);

    const clean = { dataDir: folder(), databaseUrl: await server.database() };
    await runRestore([to], { ...clean, at: AT });
    const again = await openStore(clean);
    const restored = await rowsOf(again);
    const lines = new Set(restored.map(({ learner_id, id }) => `${learner_id} ${id}`));
    expect(before.filter((line) => !lines.has(line))).toEqual([]);
    expect(restored.length).toBeLessThan((await rowsOf(store)).length);
    // Up to the last number of each learner, and nothing beyond it: nothing in the middle is missing, no batch is cut.
    const last = new Map(
      (await again.db.selectFrom('learner').select(['id', 'fact_seq']).execute()).map(({ id, fact_seq }) => [
        id,
        fact_seq,
      ]),
    );
    const until = (await rowsOf(store)).filter(({ learner_id, seq }) => seq <= (last.get(learner_id) ?? 0));
    expect(hashOf(restored)).toBe(hashOf(until));
    expect([...last].filter(([id, seq]) => id !== 'l' && seq % 3 !== 0)).toEqual([]);
    await again.close();
    await store.close();
  }, 60_000);

  test('what is no dump leaves the database empty and the keys where they are', async () => {
    withPrograms();
    const databaseUrl = await server.database();
    const dataDir = folder();
    openSecrets(dataDir);
    const wrong = join(dataDir, 'wrong.dump');
    writeFileSync(wrong, 'no dump');
    await expect(runRestore([wrong], { dataDir, databaseUrl, at: AT })).rejects.toThrow(
      /没有恢复，数据库还是空的。pg_restore[\s\S]*wrong\.dump/,
    );
    expect(readdirSync(dataDir).sort()).toEqual(['secrets.json', 'wrong.dump']);
  });

  test('where PostgreSQL’s programs are missing, the command to type is shown, without the password', async () => {
    const databaseUrl = await server.database();
    const dataDir = folder();
    openSecrets(dataDir);
    vi.stubEnv('PATH', folder());
    const withPassword = databaseUrl.replace('sanxiu@', 'sanxiu:secret@');
    const plan = { dataDir, databaseUrl: withPassword, at: AT };
    const backup = runBackup(['--to', join(dataDir, 'b.dump')], plan);
    await expect(backup).rejects.toThrow(
      /没有pg_dump[\s\S]*\npg_dump --format=custom .*--file='.*b\.dump' --dbname='postgres:\/\/sanxiu@localhost/,
    );
    await expect(backup).rejects.not.toThrow('secret@');
    const restore = runRestore([join(dataDir, 'b.dump')], plan);
    await expect(restore).rejects.toThrow(/没有pg_restore[\s\S]*\npg_restore --single-transaction/);
    await expect(restore).rejects.not.toThrow('secret@');
    expect(readdirSync(dataDir)).toEqual(['secrets.json']);
  });

  test('a database that does not answer is named, and no backup is written', async () => {
    withPrograms();
    const dataDir = folder();
    openSecrets(dataDir);
    const databaseUrl = 'postgres://sanxiu:secret@127.0.0.1:1/sanxiu';
    const refused = runBackup([], { dataDir, databaseUrl, at: AT });
    await expect(refused).rejects.toThrow(/pg_dump说：[\s\S]*127\.0\.0\.1/);
    await expect(refused).rejects.not.toThrow('secret@');
    expect(readdirSync(join(dataDir, 'backups'))).toEqual([]);
    await expect(runRestore(['x.dump'], { dataDir, databaseUrl, at: AT })).rejects.toThrow(
      /postgres:\/\/sanxiu@127\.0\.0\.1:1\/sanxiu（ECONNREFUSED）/,
    );
  });
});

test('the password of an address is told as it was meant, and the rest without it', () => {
  expect(withoutPassword('postgres://s:p%40ss@db.example:5433/x?sslmode=require')).toEqual({
    bare: 'postgres://s@db.example:5433/x?sslmode=require',
    password: 'p@ss',
  });
});
