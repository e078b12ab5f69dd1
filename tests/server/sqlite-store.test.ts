import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterEach, describe, expect, test } from 'vitest';
import { StartError, StoreError } from '#server/port/store-error.ts';
import { createFactRepository } from '#server/store/fact-repository.ts';
import { createLearnerRepository } from '#server/store/learner-repository.ts';
import { MIGRATIONS, migrate } from '#server/store/migrate.ts';
import { DATABASE_FILE, openStore } from '#server/store/open-store.ts';
import { sqliteEngine } from '#server/store/sqlite-engine.ts';
import { finished, idsOf, pullAll, reflected } from '../contract/facts.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const ending: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ending.splice(0).reverse()) await end();
});
function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'sanxiu-sqlite-'));
  ending.push(() => rmSync(made, { recursive: true, force: true }));
  return made;
}
const receivedAt = 1_795_000_111_000;
const learner = { id: 'l', nickname: '小红', createdAt: receivedAt };

/** The parts of a store, for looking under its floor. */
async function parts(dataDir = folder()) {
  const engine = sqliteEngine(join(dataDir, DATABASE_FILE));
  ending.push(() => engine.close());
  await migrate(engine.db, dataDir);
  const session = await createLearnerRepository(engine.db).add(learner);
  return { engine, facts: createFactRepository(engine), session, dataDir };
}

describe('durable', () => {
  test('each commit is synced to the disk: a power cut takes nothing that was acknowledged', async () => {
    const { engine } = await parts();
    const { rows: mode } = await sql<{ journal_mode: string }>`pragma journal_mode`.execute(engine.db);
    const { rows: sync } = await sql<{ synchronous: number }>`pragma synchronous`.execute(engine.db);
    const { rows: keys } = await sql<{ foreign_keys: number }>`pragma foreign_keys`.execute(engine.db);
    // 2 = FULL, https://sqlite.org/pragma.html#pragma_synchronous
    expect([mode[0]?.journal_mode, sync[0]?.synchronous, keys[0]?.foreign_keys]).toEqual(['wal', 2, 1]);
  });

  test('a full disk is told as that, takes nothing that was saved, and is over when there is room again', async () => {
    const { engine, facts, session } = await parts();
    await facts.append({ session, receivedAt, facts: [finished('before')] });
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(engine.db);
    await sql`pragma max_page_count = ${sql.raw(String((rows[0]?.page_count ?? 0) + 20))}`.execute(engine.db);
    const large = (id: string) =>
      facts.append({ session, receivedAt, facts: [reflected(id, 'x'.repeat(150_000))] });
    const done = await Promise.allSettled([large('l1'), large('l2')]);
    for (const one of done) {
      expect(one.status).toBe('rejected');
      expect((one as PromiseRejectedResult).reason).toMatchObject({ name: 'StoreError', trouble: 'full' });
    }
    expect(idsOf((await pullAll(facts, session)).bodies)).toEqual(['before']);
    await sql`pragma max_page_count = 100000`.execute(engine.db);
    await large('l1');
    expect(idsOf((await pullAll(facts, session)).bodies)).toEqual(['before', 'l1']);
  });

  test('a database that takes no writes is told as that, and can still be read', async () => {
    const { engine, facts, session } = await parts();
    await facts.append({ session, receivedAt, facts: [finished('before')] });
    await sql`pragma query_only = on`.execute(engine.db);
    const failed = facts.append({ session, receivedAt, facts: [finished('after')] });
    await expect(failed).rejects.toThrow(StoreError);
    await expect(failed).rejects.toMatchObject({ trouble: 'read-only' });
    expect(idsOf((await pullAll(facts, session)).bodies)).toEqual(['before']);
  });
});

describe('kept in order', () => {
  test('what contradicts is kept aside once, with its mark of privacy, and at most a thousand of a learner', async () => {
    const { engine, facts, session } = await parts();
    await facts.append({ session, receivedAt, facts: [reflected('a', 'one'), finished('b')] });
    for (let round = 0; round < 2; round += 1)
      await facts.append({
        session,
        receivedAt: receivedAt + round,
        facts: [reflected('a', 'two'), finished('b', 2)],
      });
    const rows = await engine.db.selectFrom('quarantine').selectAll().orderBy('fact_id').execute();
    expect(rows).toMatchObject([
      { learner_id: 'l', fact_id: 'a', reason: 'conflict', received_at: receivedAt, is_private: 1 },
      { learner_id: 'l', fact_id: 'b', reason: 'conflict', received_at: receivedAt, is_private: 0 },
    ]);
    expect(JSON.parse(rows[0]?.body ?? '')).toEqual(reflected('a', 'two'));
    for (let from = 0; from < 1_200; from += 400) {
      const more = Array.from({ length: 400 }, (_, index) => finished('b', 10 + from + index));
      expect(await facts.append({ session, receivedAt, facts: more })).toMatchObject({ stored: 0, known: 0 });
    }
    const { count } = await engine.db
      .selectFrom('quarantine')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    expect(count).toBe(1_000);
  });

  test('both times are kept, the device’s and ours, and who may read it', async () => {
    const { engine, facts, session } = await parts();
    await facts.append({ session, receivedAt, facts: [{ ...finished('a'), at: 5 }, reflected('b', 'x')] });
    const rows = await engine.db.selectFrom('fact').selectAll().orderBy('seq').execute();
    expect(rows).toMatchObject([
      {
        id: 'a',
        seq: 1,
        at: 5,
        received_at: receivedAt,
        device_id: 'device-1',
        type: 'interaction.finished',
        is_private: 0,
      },
      { id: 'b', seq: 2, type: 'reflection.saved', is_private: 1 },
    ]);
  });

  test('no read walks through a whole table: with a year of facts a phone would wait', async () => {
    const { engine } = await parts();
    const plans = [
      sql`explain query plan select seq, body from fact where learner_id = 'l' and seq > 5 order by seq limit 201`,
      sql`explain query plan select id, seq, body from fact where learner_id = 'l' and id in ('a', 'b')`,
      sql`explain query plan select count(*) from quarantine where learner_id = 'l'`,
    ];
    for (const plan of plans) {
      const { rows } = await plan.execute(engine.db);
      const text = rows.map((row) => (row as { detail: string }).detail).join('; ');
      expect(text).toMatch(/SEARCH/);
      expect(text).not.toMatch(/SCAN|TEMP B-TREE/);
    }
  });

  test('a value that SQLite would turn into something else is an error, not a NULL', async () => {
    const { engine } = await parts();
    for (const wrong of [new Date(0), true, 1n, {}])
      await expect(
        engine.db
          .updateTable('learner')
          .set({ created_at: wrong as never })
          .where('id', '=', 'l')
          .execute(),
      ).rejects.toThrow("cannot be a column's value");
  });
});

describe('opening', () => {
  test('the data folder is for this account only, and a second opening finds all there', async () => {
    const dataDir = join(folder(), 'deep/data');
    const first = await openStore({ dataDir });
    expect(first.migrated).toEqual(Object.keys(MIGRATIONS));
    expect(statSync(dataDir).mode & 0o777).toBe(0o700);
    await first.close();
    const second = await openStore({ dataDir });
    expect(second.migrated).toEqual([]);
    await second.close();
  });

  test('data of a newer release is refused with what to do, and not touched', async () => {
    const { engine, dataDir } = await parts();
    const row = { name: '0002-from-the-future', timestamp: '2027-01-01T00:00:00.000Z' };
    await sql`insert into kysely_migration (name, timestamp) values (${row.name}, ${row.timestamp})`.execute(
      engine.db,
    );
    const failed = openStore({ dataDir });
    await expect(failed).rejects.toThrow(StartError);
    await expect(failed).rejects.toThrow(
      /更新的版本升级过（0002-from-the-future）[\s\S]*Start the newer release again, or restore the backup/,
    );
    expect(await engine.db.selectFrom('learner').select('nickname').execute()).toEqual([
      { nickname: '小红' },
    ]);
  });

  test('a damaged database is named and left as it is', async () => {
    const dataDir = folder();
    writeFileSync(join(dataDir, DATABASE_FILE), 'this is no database, whatever its name says '.repeat(40));
    await expect(openStore({ dataDir })).rejects.toThrow(/已损坏[\s\S]*is damaged; it was not changed/);
    expect(statSync(join(dataDir, DATABASE_FILE)).size).toBe(1_760);
  });

  test('a place where no folder can be made is named, with the way out', async () => {
    const file = join(folder(), 'file');
    writeFileSync(file, '');
    await expect(openStore({ dataDir: join(file, 'data') })).rejects.toThrow(/ENOTDIR[\s\S]*DATA_DIR/);
  });
});

describe('one process for one folder', () => {
  /** A process that holds the folder until it is killed. */
  async function holder(dataDir: string): Promise<ChildProcess> {
    const code = `import { openStore } from '#server/store/open-store.ts';
      await openStore({ dataDir: ${JSON.stringify(dataDir)} });
      process.stdout.write('open');
      setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    ending.push(() => child.kill('SIGKILL'));
    await once(child.stdout as NonNullable<typeof child.stdout>, 'data');
    return child;
  }

  test('a second server on the same data is refused with the remedy, and let in once the first was killed', async () => {
    const dataDir = folder();
    const first = await holder(dataDir);
    const refused = openStore({ dataDir });
    await expect(refused).rejects.toThrow(StartError);
    await expect(refused).rejects.toThrow(/另一个服务进程[\s\S]*Another server process[\s\S]*DATABASE_URL/);
    const gone = once(first, 'exit');
    first.kill('SIGKILL');
    await gone;
    await (await openStore({ dataDir })).close();
    expect(readdirSync(dataDir)).toContain('lock.db');
  });

  test('within one process too; closing lets the next in', async () => {
    const dataDir = folder();
    const first = await openStore({ dataDir });
    await expect(openStore({ dataDir })).rejects.toThrow(StartError);
    // The refused opening must not have loosened the first one's lock.
    await expect(openStore({ dataDir })).rejects.toThrow(StartError);
    await first.close();
    await (await openStore({ dataDir })).close();
  });
});
