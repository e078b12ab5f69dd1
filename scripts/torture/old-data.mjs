// Fault 23 at size: 200,000 facts as a former release wrote them, brought to this one by the built command, on both
// databases; and the copy before it on a disk that is really full.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { startPostgres } from '../../tests/contract/postgres.ts';
import { root } from '../run.mjs';
import { mount, unmount } from './small-disk.mjs';

const OLD = join(root, 'tests/fixtures/releases/0003-mistake-reports.sql');
const LEARNERS = 200;
const FACTS_EACH = 1_000;
const INSERT =
  'insert into fact (learner_id, id, seq, type, at, received_at, device_id, is_private, body) values';

/** @returns {Promise<number>} how many failed. */
export async function upgradeOldData() {
  const all = (LEARNERS * FACTS_EACH + 3).toLocaleString('en');
  console.log(`\nAn upgrade of ${all} facts from release 0003, with the copy before it`);
  // In the clone, not in /tmp, which is memory on some machines.
  mkdirSync(join(root, 'bench/results'), { recursive: true });
  const folder = mkdtempSync(join(root, 'bench/results/old-'));
  const postgres = await startPostgres();
  try {
    let failed = await upgraded('SQLite', folder, sqlite(join(folder, 'sqlite')), LEARNERS);
    failed += await upgraded('PostgreSQL', folder, await onPostgres(folder, postgres), LEARNERS);
    console.log('\nThe copy before an upgrade on a full disk (tmpfs)');
    failed += await onFullDisk('SQLite', '4m', 6, sqlite);
    return failed + (await onFullDisk('PostgreSQL', '1m', 100, (data) => onPostgres(data, postgres, data)));
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @typedef {object} Old data of a former release.
 * @property {NodeJS.ProcessEnv} env how the built server finds it.
 * @property {(learners: number) => Promise<void>} fill the fixture, and so many learners with their facts.
 * @property {() => Promise<string>} digest of every fact.
 * @property {() => Promise<number>} done migrations it has been through.
 */

/** @param {string} name @param {string} folder @param {Old} old @param {number} learners */
async function upgraded(name, folder, old, learners) {
  await old.fill(learners);
  const before = await old.digest();
  const begun = performance.now();
  const { status, said } = migrate(old);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  const problem =
    (status !== 0 && said) ||
    ((await old.digest()) !== before && 'facts differ') ||
    ((await old.done()) < 11 && 'not all migrations are done') ||
    (!readdirSync(join(old.env.DATA_DIR ?? folder, 'backups')).length && 'no copy was made');
  console.log(problem ? `  FAIL  ${name}: ${problem}` : `  pass  ${name}: ${seconds} s, every fact the same`);
  return problem ? 1 : 0;
}

/** @param {string} name @param {string} size @param {number} learners @param {(dataDir: string) => Old | Promise<Old>} make */
async function onFullDisk(name, size, learners, make) {
  const dataDir = mkdtempSync(join(tmpdir(), 'sx-old-'));
  if (!mount(dataDir, size)) {
    rmSync(dataDir, { recursive: true });
    console.log('  not tried: nothing can be mounted here (Linux, as root)');
    return 0;
  }
  try {
    const old = await make(dataDir);
    await old.fill(learners);
    const before = await old.digest();
    const refused = migrate(old);
    const isUntouched = (await old.digest()) === before && (await old.done()) === 3;
    const isTold = /没有升级[\s\S]*腾出磁盘空间[\s\S]*nothing was upgraded[\s\S]*Make room/.test(
      refused.said,
    );
    const left = readdirSync(join(dataDir, 'backups'));
    const hasRoom = mount(dataDir, '64m', 'remount,');
    const again = migrate(old);
    const problem =
      (refused.status === 0 && 'it was upgraded without a copy') ||
      (!isTold && `it said: ${refused.said}`) ||
      (!isUntouched && 'the data were changed') ||
      (left.length && `left behind: ${left.join(' ')}`) ||
      (!hasRoom && 'no room could be made') ||
      (again.status !== 0 && again.said) ||
      ((await old.digest()) !== before && 'facts differ after the upgrade');
    console.log(
      problem
        ? `  FAIL  ${name}: ${problem}`
        : `  pass  ${name}: refused with the remedy, nothing changed, upgraded once there was room`,
    );
    return problem ? 1 : 0;
  } finally {
    unmount(dataDir);
  }
}

/** @param {Old} old */
function migrate({ env }) {
  const { status, stdout, stderr } = spawnSync('node', ['dist/main.mjs', '--migrate'], {
    cwd: root,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  return { status, said: `${stdout}${stderr}` };
}

/** @param {string} dataDir @returns {Old} */
function sqlite(dataDir) {
  const file = join(dataDir, 'sanxiu.db');
  /** @template T @param {(database: DatabaseSync) => T} work */
  const using = (work) => {
    const database = new DatabaseSync(file);
    try {
      return work(database);
    } finally {
      database.close();
    }
  };
  return {
    env: { DATA_DIR: dataDir, DATABASE_URL: '' },
    fill: async (learners) => {
      mkdirSync(dataDir, { recursive: true });
      using((database) => {
        database.exec(readFileSync(OLD, 'utf8'));
        database.exec('begin');
        for (const { learner, facts } of many(learners)) {
          database.exec(learner);
          database.exec(facts);
        }
        database.exec('commit');
      });
    },
    digest: async () =>
      using((database) => {
        const hash = createHash('sha256');
        for (const row of database.prepare(IN_ORDER).iterate()) hash.update(`${row.line}\n`);
        return hash.digest('hex');
      }),
    done: async () =>
      using((database) => Number(database.prepare('select count(*) as n from kysely_migration').get()?.n)),
  };
}

/** @param {string} folder @param {import('../../tests/contract/postgres.ts').Postgres} postgres @param {string} [dataDir] @returns {Promise<Old>} */
async function onPostgres(folder, postgres, dataDir = join(folder, 'postgres')) {
  const DATABASE_URL = await postgres.database();
  /** @param {string} sql */
  const ask = async (sql) => {
    const client = new pg.Client({ connectionString: DATABASE_URL });
    await client.connect();
    try {
      return (await client.query(sql)).rows ?? [];
    } finally {
      await client.end();
    }
  };
  return {
    env: { DATA_DIR: dataDir, DATABASE_URL, PATH: `${postgres.bin}${delimiter}${process.env.PATH}` },
    fill: async (learners) => {
      // The fixture is portable SQL, as the migrations are.
      await ask(readFileSync(OLD, 'utf8'));
      for (const { learner, facts } of many(learners)) await ask(`begin; ${learner}; ${facts}; commit`);
    },
    digest: async () => {
      const rows = await ask(IN_ORDER);
      return createHash('sha256')
        .update(rows.map(({ line }) => `${line}\n`).join(''))
        .digest('hex');
    },
    done: async () => Number((await ask('select count(*) as n from kysely_migration'))[0]?.n),
  };
}

const IN_ORDER =
  "select learner_id || ' ' || id || ' ' || seq || ' ' || body as line from fact order by learner_id, seq";

/** As ids are in life: they do not compress. @param {string} of */
const uuidOf = (of) =>
  createHash('sha256')
    .update(of)
    .digest('hex')
    .slice(0, 32)
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');

/** @param {number} learners */
function* many(learners) {
  for (let index = 0; index < learners; index += 1) {
    const id = uuidOf(`learner ${index}`);
    const rows = Array.from({ length: FACTS_EACH }, (_, fact) => {
      const body = {
        id: uuidOf(`${index} ${fact}`),
        v: 1,
        at: 1,
        type: 'interaction.finished',
        blockId: 'sort-1',
        slips: fact % 5,
      };
      return `('${id}', '${body.id}', ${fact + 1}, '${body.type}', 1, 1795000111000, 'd', 0, '${JSON.stringify(body)}')`;
    });
    const learner = `insert into learner values ('${id}', '小红', 1795000111000, 1, ${FACTS_EACH})`;
    yield { learner, facts: `${INSERT} ${rows.join()}` };
  }
}
