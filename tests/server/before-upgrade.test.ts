/** Fault 23: an upgrade begins with a copy of the data, and does not begin when that cannot be made. */
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { Migrator } from 'kysely/migration';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { openSecrets } from '#server/auth/secrets.ts';
import { backupBeforeUpgrade } from '#server/backup/before-upgrade.ts';
import { runRestore } from '#server/backup/commands.ts';
import { StartError } from '#server/port/store-error.ts';
import { MIGRATIONS, planMigrations } from '#server/store/migrate.ts';
import { openStore, type StorePlan } from '#server/store/open-store.ts';
import { postgresEngine } from '#server/store/postgres-engine.ts';
import { idsOf, pullAll } from '../contract/facts.ts';
import { type Postgres, skipsPostgres, startPostgres } from '../contract/postgres.ts';
import { AT, idsIn, RECEIVED_AT, temporaryFolders } from './data-folders.ts';

const OLD = '0003-mistake-reports';
const later = Object.keys(MIGRATIONS).filter((name) => name > OLD);
const NAME = `before-${later[0]}-20261126T131502Z`;
const { folder, clear } = temporaryFolders();
afterEach(() => {
  vi.unstubAllEnvs();
  clear();
});
/** As the server opens it. */
const opened = (plan: StorePlan) => openStore({ ...plan, now: () => AT, copyFirst: backupBeforeUpgrade });
const session = { learnerId: 'l', generation: 1 };
const backupsIn = (dataDir: string) =>
  existsSync(join(dataDir, 'backups')) ? readdirSync(join(dataDir, 'backups')).sort() : [];

/**
 * Start on a folder in a process whose files may not grow beyond 256 KB: for the copy the disk is full in the middle, for
 * what is smaller it is not. @returns what it said.
 */
function startedWithLittleRoom(plan: object): string {
  const code = `import { backupBeforeUpgrade } from '#server/backup/before-upgrade.ts';
    import { openStore } from '#server/store/open-store.ts';
    await openStore({ ...${JSON.stringify(plan)}, copyFirst: backupBeforeUpgrade }).then(
      (store) => console.log('opened', store.migrated.join()),
      (error) => console.log(error.name, error.message));
    process.exit();`;
  // The signal for it is ignored, as a real full disk sends none: the write fails.
  const limited = 'trap "" XFSZ; ulimit -f 512; exec "$0" --input-type=module -e "$1"';
  const { stdout, stderr } = spawnSync('sh', ['-c', limited, process.execPath, code], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    encoding: 'utf8',
  });
  return stdout + stderr;
}
/** 400 facts of 2 KB that do not compress well: more than fits. */
const manyFacts = Array.from({ length: 400 }, (_, index) => ({
  learner_id: 'l',
  id: `more-${index}`,
  seq: 10 + index,
  type: 'reflection.saved',
  at: RECEIVED_AT,
  received_at: RECEIVED_AT,
  device_id: 'd',
  is_private: 1,
  body: JSON.stringify({ id: `more-${index}`, text: randomBytes(1_000).toString('hex') }),
}));

describe('SQLite', () => {
  /** A data folder as a former release left it. */
  function left(): string {
    const dataDir = folder();
    const handle = new DatabaseSync(join(dataDir, 'sanxiu.db'));
    const kept = fileURLToPath(new URL(`../fixtures/releases/${OLD}.sql`, import.meta.url));
    handle.exec(readFileSync(kept, 'utf8'));
    handle.close();
    openSecrets(dataDir);
    return dataDir;
  }
  const doneIn = (dataDir: string) => {
    const handle = new DatabaseSync(join(dataDir, 'sanxiu.db'));
    const rows = handle.prepare('select name from kysely_migration').all();
    handle.close();
    return rows.length;
  };

  test('the copy holds the data as they were, with their keys, and leads back', async () => {
    const dataDir = left();
    const store = await opened({ dataDir });
    await store.close();
    const data = join(dataDir, 'backups', `${NAME}.db`);
    expect([store.savedTo, store.migrated]).toEqual([data, later]);
    expect(backupsIn(dataDir)).toEqual([`${NAME}.db`, `${NAME}.keys.json`]);
    expect(statSync(data).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(dataDir, 'backups', `${NAME}.keys.json`))).toEqual(
      readFileSync(join(dataDir, 'secrets.json')),
    );
    expect(idsIn(data)).toEqual(['a', 'b', 'c']);
    const clean = folder();
    await runRestore([data], { dataDir: clean, at: AT });
    expect(doneIn(clean)).toBe(3);
    const again = await opened({ dataDir: clean });
    expect(idsOf((await pullAll(again.facts, session)).bodies)).toEqual(['a', 'b', 'c']);
    await again.close();
  });

  test('nothing to do, or nothing there, makes no copy', async () => {
    const dataDir = folder();
    for (let time = 0; time < 2; time += 1) {
      const store = await opened({ dataDir });
      await store.close();
      expect(store.savedTo).toBeUndefined();
    }
    expect(backupsIn(dataDir)).toEqual([]);
  });

  test('a copy that cannot be made stops the upgrade before it begins; skip goes on without', async () => {
    const dataDir = left();
    writeFileSync(join(dataDir, 'backups'), 'a file where the folder should be');
    const opening = opened({ dataDir });
    await expect(opening).rejects.toThrow(StartError);
    await expect(opening).rejects.toThrow(
      /没有升级，数据没有改动[\s\S]*EEXIST[\s\S]*腾出磁盘空间[\s\S]*no data changed[\s\S]*BACKUP_BEFORE_UPGRADE=skip/,
    );
    expect(doneIn(dataDir)).toBe(3);
    const store = await opened({ dataDir, backupBeforeUpgrade: 'skip' });
    await store.close();
    expect([store.savedTo, store.migrated]).toEqual([undefined, later]);
  });

  test('opened by whoever forgot to say how a copy is made, old data stay as they are', async () => {
    const dataDir = left();
    await expect(openStore({ dataDir })).rejects.toThrow(
      `the data in ${dataDir} would go through ${later[0]} with no copy made before`,
    );
    expect([doneIn(dataDir), backupsIn(dataDir)]).toEqual([3, []]);
  });

  test.skipIf(process.platform === 'win32')(
    'where the disk takes half of the copy nothing is upgraded, no half copy stays, and the remedy is said',
    async () => {
      const dataDir = left();
      const handle = new DatabaseSync(join(dataDir, 'sanxiu.db'));
      const columns = Object.keys(manyFacts[0] ?? {});
      const add = handle.prepare(
        `insert into fact (${columns.join()}) values (${columns.map(() => '?').join()})`,
      );
      for (const fact of manyFacts) add.run(...Object.values(fact));
      handle.close();
      expect(startedWithLittleRoom({ dataDir })).toMatch(
        /StartError [\s\S]*没有升级，数据没有改动[\s\S]*腾出磁盘空间[\s\S]*no data changed[\s\S]*Make room on the disk[\s\S]*BACKUP_BEFORE_UPGRADE=skip/,
      );
      expect([doneIn(dataDir), backupsIn(dataDir)]).toEqual([3, []]);
      expect(idsIn(join(dataDir, 'sanxiu.db'))).toHaveLength(403);
      // Room again: it goes on from there.
      const store = await opened({ dataDir });
      expect([store.migrated, idsIn(store.savedTo ?? '').length]).toEqual([later, 403]);
      await store.close();
    },
  );

  test('a damaged database (facts of nobody) is not taken for a backup, nor upgraded', async () => {
    const dataDir = left();
    const handle = new DatabaseSync(join(dataDir, 'sanxiu.db'));
    handle.exec('pragma foreign_keys = off; delete from learner');
    handle.close();
    await expect(opened({ dataDir })).rejects.toThrow(/没有升级[\s\S]*已损坏（foreign_key_check）/);
    expect(doneIn(dataDir)).toBe(3);
    expect(backupsIn(dataDir)).toEqual([]);
  });

  test('the last three copies are kept, with their keys; other files are left alone', async () => {
    const dataDir = left();
    mkdirSync(join(dataDir, 'backups'));
    const older = [
      '0004-accounts-20260101T000000Z',
      '0002-transfer-codes-20260301T000000Z',
      '0003-x-20260201T000000Z',
    ];
    for (const name of older)
      for (const end of ['.db', '.keys.json'])
        writeFileSync(join(dataDir, 'backups', `before-${name}${end}`), '');
    writeFileSync(join(dataDir, 'backups', 'sanxiu-20250101T000000Z.db'), '');
    await (await opened({ dataDir })).close();
    expect(backupsIn(dataDir)).toEqual(
      [
        ...['0002-transfer-codes-20260301T000000Z', '0003-x-20260201T000000Z'].flatMap((name) => [
          `before-${name}.db`,
          `before-${name}.keys.json`,
        ]),
        `${NAME}.db`,
        `${NAME}.keys.json`,
        'sanxiu-20250101T000000Z.db',
      ].sort(),
    );
  });

  test('folders without keys yet are copied without', async () => {
    const dataDir = left();
    rmSync(join(dataDir, 'secrets.json'));
    await (await opened({ dataDir })).close();
    expect(backupsIn(dataDir)).toEqual([`${NAME}.db`]);
  });
});

describe.skipIf(skipsPostgres)('PostgreSQL', () => {
  let server: Postgres;
  beforeAll(async () => {
    server = await startPostgres();
  }, 120_000);
  afterAll(() => server.stop());
  const withPrograms = () => vi.stubEnv('PATH', `${server.bin}:${process.env.PATH}`);

  /** A database as a former release left it, with one learner. */
  async function left(): Promise<{ dataDir: string; databaseUrl: string }> {
    const databaseUrl = await server.database();
    const engine = postgresEngine(databaseUrl);
    const former = Object.fromEntries(Object.entries(MIGRATIONS).filter(([name]) => name <= OLD));
    const { error } = await new Migrator({
      db: engine.db,
      provider: { getMigrations: async () => former },
    }).migrateToLatest();
    if (error) throw error;
    const learner = {
      id: 'l',
      nickname: '小红',
      created_at: RECEIVED_AT,
      session_generation: 1,
      fact_seq: 0,
    };
    await engine.db
      .insertInto('learner')
      .values(learner as never)
      .execute();
    await engine.close();
    const dataDir = folder();
    openSecrets(dataDir);
    return { dataDir, databaseUrl };
  }

  test('the dump holds the data as they were and leads back', async () => {
    withPrograms();
    const old = await left();
    const store = await opened(old);
    await store.close();
    expect(store.migrated).toEqual(later);
    expect(backupsIn(old.dataDir)).toEqual([`${NAME}.dump`, `${NAME}.keys.json`]);
    const clean = { dataDir: folder(), databaseUrl: await server.database() };
    await runRestore([store.savedTo ?? ''], { ...clean, at: AT });
    const again = await opened(clean);
    expect(again.migrated).toEqual(later);
    expect(await again.learners.find(session)).toMatchObject({ nickname: '小红' });
    await again.close();
  });

  test('where the disk takes half of the dump nothing is upgraded, no half dump stays, and the remedy is said', async () => {
    withPrograms();
    const old = await left();
    const engine = postgresEngine(old.databaseUrl);
    await engine.db.insertInto('fact').values(manyFacts).execute();
    expect(startedWithLittleRoom(old)).toMatch(
      /StartError [\s\S]*没有升级，数据没有改动[\s\S]*pg_dump[\s\S]*腾出磁盘空间[\s\S]*Make room on the disk/,
    );
    expect(backupsIn(old.dataDir)).toEqual([]);
    expect((await planMigrations(engine.db, '')).done).toHaveLength(3);
    await engine.close();
    const store = await opened(old);
    expect(store.migrated).toEqual(later);
    await store.close();
  });

  test('where pg_dump is not installed the upgrade is refused with the command to type; skip goes on', async () => {
    const old = await left();
    vi.stubEnv('PATH', '/nowhere');
    await expect(opened(old)).rejects.toThrow(
      /没有升级，数据没有改动[\s\S]*没有pg_dump[\s\S]*BACKUP_BEFORE_UPGRADE=skip/,
    );
    const store = await opened({ ...old, backupBeforeUpgrade: 'skip' });
    await store.close();
    expect([store.savedTo, store.migrated]).toEqual([undefined, later]);
  });

  test('of three servers that start at once one copies and upgrades, the others wait for it', async () => {
    withPrograms();
    const old = await left();
    const stores = await Promise.all([1, 2, 3].map(() => opened(old)));
    expect(stores.map(({ migrated }) => migrated.length).sort()).toEqual([0, 0, later.length]);
    expect(backupsIn(old.dataDir)).toEqual([`${NAME}.dump`, `${NAME}.keys.json`]);
    for (const store of stores) await store.close();
  });
});
