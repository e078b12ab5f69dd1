/** Fault 23: data of former releases, kept as they were written, under this one. A new migration adds a file to the folder. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterEach, expect, test } from 'vitest';
import { backupBeforeUpgrade } from '#server/backup/before-upgrade.ts';
import { runRestore } from '#server/backup/commands.ts';
import { MIGRATIONS, migrate, planMigrations } from '#server/store/migrate.ts';
import { openStore } from '#server/store/open-store.ts';
import { sqliteEngine } from '#server/store/sqlite-engine.ts';
import { finished, idsOf, pullAll, reflected } from '../contract/facts.ts';
import { AT, RECEIVED_AT, temporaryFolders } from './data-folders.ts';

const kept = fileURLToPath(new URL('../fixtures/releases', import.meta.url));
const { folder, clear } = temporaryFolders();
afterEach(clear);
const files = readdirSync(kept).sort();

/** A database file as that release left it. */
function asLeftBy(file: string): string {
  const path = join(folder(), 'sanxiu.db');
  const handle = new DatabaseSync(path);
  handle.exec(readFileSync(join(kept, file), 'utf8'));
  handle.close();
  return path;
}

test('data of every release is kept here, of the newest too: it ends with the newest migration', () => {
  const names = Object.keys(MIGRATIONS).map((name) => `${name}.sql`);
  expect(files.filter((file) => !names.includes(file))).toEqual([]);
  expect(files.at(-1)).toBe(names.at(-1));
});

test.each(files)(
  'data of the release that ended with %s, as a backup or in place: nothing is lost, twice is as once',
  async (file) => {
    const dataDir = folder();
    await runRestore([asLeftBy(file)], { dataDir, at: AT });
    const session = { learnerId: 'l', generation: 1 };
    const later = Object.keys(MIGRATIONS).filter((name) => `${name}.sql` > file);
    for (const expected of [later, []]) {
      const store = await openStore({ dataDir, copyFirst: backupBeforeUpgrade });
      expect(store.migrated).toEqual(expected);
      expect(await store.learners.find(session)).toEqual({
        id: 'l',
        nickname: '小红',
        createdAt: RECEIVED_AT,
        role: 'learner',
        isClaimed: false,
      });
      const { bodies } = await pullAll(store.facts, session);
      expect(bodies.map((body) => JSON.parse(body))).toEqual([
        finished('a'),
        reflected('b', '先听后说'),
        finished('c', 2),
      ]);
      // What such a device sends again is known; a contradiction is still one.
      expect(
        await store.facts.append({ session, receivedAt: AT, facts: [finished('a'), finished('c', 3)] }),
      ).toMatchObject({ stored: 0, known: 1, conflicts: [1] });
      await store.close();
    }
  },
);

test('what was set apart and passed over by a former release is forwarded once it is confirmed', async () => {
  const path = asLeftBy('0011-shares.sql');
  const handle = new DatabaseSync(path);
  handle.exec("update learner set forwarded_seq = 4 where id = 'l'");
  handle.exec("insert into quarantine values ('l', 'c', 'd', 'score', 1, 0, '{}', '[]', 'r1', 1)");
  handle.close();
  const dataDir = folder();
  await runRestore([path], { dataDir, at: AT });
  const store = await openStore({ dataDir, copyFirst: backupBeforeUpgrade });
  expect(await store.outbox.state()).toMatchObject({ pending: 0, held: 1 });
  const judged = [{ factId: 'c', verdict: { status: 'confirmed' as const } }];
  await store.factChecks.record({ learnerId: 'l', judged, at: AT, checkedBy: 'r2' });
  expect((await store.outbox.next(9)).facts.map(({ id }) => id)).toEqual(['c']);
  await store.close();
});

test('0013: of what was passed over exactly what was set apart is held, each once; arrivals are each fact’s own', async () => {
  const path = asLeftBy('0011-shares.sql');
  const handle = new DatabaseSync(path);
  // Numbers up to 5 were passed by the cursor, 3 was forwarded under another name; `c` is an id of both learners.
  handle.exec("insert into learner values ('m', '小明', 1, 1, 9, 'learner', null, null, 0, 5)");
  handle.exec(`insert into fact select 'm', column1, column2, type, at, 100 + column2, device_id, 0, body
    from fact, (values ('c', 1), ('twice', 2), ('passed', 3), ('conflict', 4), ('edge', 5), ('later', 6))
    where learner_id = 'l' and id = 'a'`);
  for (const [learner, id, digest, reason] of [
    ['l', 'c', 'd', 'score'],
    ['m', 'twice', 'd1', 'score'],
    ['m', 'twice', 'd2', 'score'],
    ['m', 'passed', 'd', 'score'],
    ['m', 'conflict', 'd', 'conflict'],
    ['m', 'edge', 'd', 'score'],
    ['m', 'later', 'd', 'score'],
  ])
    handle.exec(
      `insert into quarantine values ('${learner}', '${id}', '${digest}', '${reason}', 1, 0, '{}', '[]', 'r1', 1)`,
    );
  handle.exec("insert into outbox_passed values ('m', 2, 3)");
  handle.exec(
    "insert into unchecked_fact values ('m', 'c', 'rule', 'r1', 50), ('m', 'away', 'rule', 'r1', 77)",
  );
  handle.close();
  const dataDir = folder();
  await runRestore([path], { dataDir, at: AT });
  const { db, close } = await openStore({ dataDir, copyFirst: backupBeforeUpgrade });
  expect(await db.selectFrom('outbox_held').selectAll().orderBy('fact_id').execute()).toEqual([
    { learner_id: 'm', fact_id: 'edge', is_due: 0 },
    { learner_id: 'm', fact_id: 'twice', is_due: 0 },
  ]);
  const arrivals = await db
    .selectFrom('unchecked_fact')
    .select(['learner_id', 'fact_id', 'received_at'])
    .orderBy('received_at')
    .execute();
  expect(arrivals.map(Object.values)).toEqual([
    ['m', 'away', 77],
    ['m', 'c', 101],
    ['l', 'c', RECEIVED_AT],
  ]);
  await close();
});

/** What a cut-off upgrade leaves, seen by the next start. */
async function comesBack(dataDir: string): Promise<void> {
  const store = await openStore({ dataDir, copyFirst: backupBeforeUpgrade });
  expect(store.migrated).toEqual(later);
  expect(idsOf((await pullAll(store.facts, { learnerId: 'l', generation: 1 })).bodies)).toEqual([
    'a',
    'b',
    'c',
  ]);
  await store.close();
}
const OLD = '0003-mistake-reports.sql';
const later = Object.keys(MIGRATIONS).filter((name) => `${name}.sql` > OLD);

test('wherever in an upgrade the disk is full, nothing of it is left and the next start does all of it', async () => {
  let cut = 0;
  for (let room = 0; ; room += 3) {
    const file = asLeftBy(OLD);
    const engine = sqliteEngine(file);
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(engine.db);
    await sql.raw(`pragma max_page_count = ${Number(rows[0]?.page_count) + room}`).execute(engine.db);
    const done = await migrate(engine.db, '').catch((error) => {
      expect(error).toMatchObject({ errcode: 13 });
      return undefined;
    });
    if (!done) expect((await planMigrations(engine.db, '')).done).toHaveLength(3);
    await engine.close();
    if (done) break;
    cut += 1;
    await comesBack(dirname(file));
  }
  expect(cut).toBeGreaterThan(5);
}, 60_000);

test('killed before any statement of an upgrade, the next start does all of it', async () => {
  let statement = 0;
  for (let isCut = true; isCut; statement += 9) {
    const file = asLeftBy(OLD);
    const code = `import { Kysely } from 'kysely';
      import { openSqlite, sqliteDialect } from '#server/store/sqlite-database.ts';
      import { migrate } from '#server/store/migrate.ts';
      const handle = openSqlite(${JSON.stringify(file)});
      const { prepare } = handle;
      let left = ${statement};
      handle.prepare = (sql) => {
        if (/^(create|alter|update|insert|drop)/i.test(sql) && left-- === 0) process.kill(process.pid, 'SIGKILL');
        return prepare.call(handle, sql);
      };
      await migrate(new Kysely({ dialect: sqliteDialect(handle) }), '');`;
    const { signal, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
      cwd: fileURLToPath(new URL('../..', import.meta.url)),
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    isCut = signal === 'SIGKILL';
    if (isCut) await comesBack(dirname(file));
  }
  expect(statement).toBeGreaterThan(40);
}, 120_000);
