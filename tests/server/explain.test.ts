/**
 * How both databases carry out what the repositories ask: every statement that the contract suites make is explained. One
 * that reads a whole table is quick in a test and slow for whoever comes in the third year.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createWaysIn } from '#server/auth/ways-in.ts';
import { DATABASE_FILE, openStore, type Store } from '#server/store/open-store.ts';
import { accountContract } from '../contract/account.contract.ts';
import { adminContract } from '../contract/admin.contract.ts';
import { auditContract } from '../contract/audit.contract.ts';
import { blobContract } from '../contract/blob.contract.ts';
import { cohortContract } from '../contract/cohort.contract.ts';
import { factCheckContract } from '../contract/fact-check.contract.ts';
import { foldContract } from '../contract/fold.contract.ts';
import { guessCountContract } from '../contract/guess-count.contract.ts';
import { mistakeContract } from '../contract/mistake.contract.ts';
import { outboxContract } from '../contract/outbox.contract.ts';
import { type Postgres, skipsPostgres, startPostgres } from '../contract/postgres.ts';
import { storeContract } from '../contract/store.contract.ts';
import { KEYS } from './account-site.ts';

/** What reads a whole table and may, with the reason. Matched against the statement. */
const MAY_SCAN: readonly { statement: RegExp; because: string }[] = [
  {
    statement: /^delete from "admin_link" where "(used_by|expires_at)"/,
    because: 'a handful of links in the life of a copy',
  },
  {
    statement: /^select \* from "mistake_report" order by/,
    because: '`npm run inbox -- --all` shows every report',
  },
  {
    statement: /^select count\(\*\) as "count" from "learner" where "checked_seq"/,
    because: 'one number for the administrator, over learners; an index by it would cost every save',
  },
  {
    statement: /^select count\(\*\) as "count" from "unchecked_fact"$/,
    because: 'one number for the administrator, over exceptions',
  },
  {
    statement: /^select "received_at" from "quarantine" where "reason" = /,
    because: 'one moment for the administrator, over exceptions',
  },
  {
    statement: /from "learner" where "fact_seq" > "forwarded_seq"/,
    because:
      'an index on it would cost every save; 20,000 learners are looked through in 5 ms, where an LRS is set',
  },
  {
    statement: /(from|update) "outbox"/,
    because: 'one row',
  },
  {
    statement: /count\(\*\) as "(refused|pending|held)"/,
    because: 'an admin looks how forwarding goes; what waits is counted up to 10,000',
  },
  { statement: /^update learner set last_seen_day =/, because: 'migration 0006, once' },
  { statement: /^update unchecked_fact set received_at =/, because: 'migration 0013, once' },
  {
    statement: /^select "id" from "auth_user" where substr\(username/,
    because: 'an admin looks for somebody by the beginning of a username: a short row for each account',
  },
  {
    statement:
      /^select ("role", count\(\*\) as "count"|sum\("fact_seq"\) as "given"|count\(\*\) as "count") from "(learner|quarantine)"( group by "role"| where "reason" <> (\?|\$1))?$/,
    because: 'an admin opens the overview: a row for each learner, and what was set aside',
  },
];

const folder = mkdtempSync(join(tmpdir(), 'sanxiu-explain-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Statements on our own tables; of those that differ by their number of values only, the longest. */
function statements() {
  const byShape = new Map<string, string>();
  return {
    add(sql: string) {
      const isOurs =
        /^\s*(select|insert|update|delete|with)\b/i.test(sql) && !/kysely_|sqlite_|pg_/.test(sql);
      const shape = sql.replace(/(\(?(\?|\$\d+)\)?,? ?)+/g, '?');
      if (isOurs && (byShape.get(shape)?.length ?? 0) < sql.length) byShape.set(shape, sql);
    },
    get all() {
      return [...byShape.values()];
    },
  };
}

const mayScan = (sql: string) => MAY_SCAN.some(({ statement }) => statement.test(sql));

/** @param open the same data each time. @param openEmpty others each time. */
function contracts(open: () => Promise<Store>, openEmpty: () => Promise<Store>) {
  storeContract(open);
  mistakeContract(openEmpty);
  auditContract(openEmpty);
  adminContract(openEmpty);
  blobContract(openEmpty);
  factCheckContract(openEmpty);
  foldContract(openEmpty);
  outboxContract(openEmpty);
  cohortContract(openEmpty);
  guessCountContract(openEmpty);
  accountContract(async () => {
    const store = await openEmpty();
    return { ...store, ...createWaysIn({ ...store, ...KEYS }) };
  });
}

describe('SQLite', () => {
  const asked = statements();
  let count = 0;
  const openEmpty = (): Promise<Store> => {
    count += 1;
    return openStore({ dataDir: join(folder, String(count)) });
  };
  const withTables = (): DatabaseSync => new DatabaseSync(join(folder, 'kept', DATABASE_FILE));
  const { prepare } = DatabaseSync.prototype;
  beforeAll(() => {
    vi.spyOn(DatabaseSync.prototype, 'prepare').mockImplementation(function (this: DatabaseSync, sql) {
      asked.add(sql);
      return prepare.call(this, sql);
    });
  });
  afterAll(() => vi.restoreAllMocks());
  contracts(() => openStore({ dataDir: join(folder, 'kept') }), openEmpty);

  test('no statement reads a whole table', () => {
    const handle = withTables();
    // A table, not a list of values or a part of the statement; in order of an index it is fine where it may stop.
    const isScan = (sql: string, detail: string) =>
      /^SCAN (?!CONSTANT|\d)/.test(detail) && !(/USING (COVERING )?INDEX/.test(detail) && /limit/i.test(sql));
    const found = asked.all.flatMap((sql) =>
      handle
        .prepare(`explain query plan ${sql}`)
        .all()
        .map(({ detail }) => String(detail))
        .filter((detail) => isScan(sql, detail) && !mayScan(sql))
        .map((detail) => `${detail}: ${sql}`),
    );
    expect(found).toEqual([]);
    expect(asked.all.length).toBeGreaterThan(30);
  });

  test('what refers to another table is indexed by that, else deleting there reads all of it', () => {
    const handle = withTables();
    const names = (sql: string, column: string) =>
      handle
        .prepare(sql)
        .all()
        .map((row) => String(row[column]));
    const tables = names("select name from sqlite_master where type = 'table'", 'name');
    const bare = tables.flatMap((table) => {
      const firsts = names(`pragma index_list(${table})`, 'name').map(
        (index) => names(`pragma index_info(${index})`, 'name')[0],
      );
      return names(`pragma foreign_key_list(${table})`, 'from')
        .filter((column) => !firsts.includes(column))
        .map((column) => `${table}.${column}`);
    });
    expect(bare).toEqual([]);
  });
});

describe.skipIf(skipsPostgres)('PostgreSQL', () => {
  const asked = statements();
  let server: Postgres;
  let databaseUrl = '';
  const { query } = pg.Client.prototype;
  beforeAll(async () => {
    server = await startPostgres();
    databaseUrl = await server.database();
    const spied = function (this: pg.Client, ...all: unknown[]) {
      const [first] = all as [string | { text?: string }];
      asked.add(typeof first === 'string' ? first : (first.text ?? ''));
      return Reflect.apply(query, this, all);
    };
    vi.spyOn(pg.Client.prototype, 'query').mockImplementation(spied as typeof query);
  }, 120_000);
  afterAll(async () => {
    vi.restoreAllMocks();
    await server.stop();
  }, 120_000);
  contracts(
    () => openStore({ dataDir: folder, databaseUrl }),
    async () => openStore({ dataDir: folder, databaseUrl: await server.database() }),
  );

  test('no statement reads a whole table for want of an index', async () => {
    const client = new pg.Client(databaseUrl);
    await client.connect();
    // On tables as small as these every plan is a scan; told to avoid it, the planner scans only where it has to.
    await client.query('set enable_seqscan = off; set plan_cache_mode = force_generic_plan');
    const found: string[] = [];
    for (const sql of asked.all) {
      const values = Math.max(0, ...[...sql.matchAll(/\$(\d+)/g)].map(([, number]) => Number(number)));
      await client.query(`prepare asked as ${sql}`);
      const given = values ? `(${Array(values).fill('null').join(', ')})` : '';
      const { rows } = await client.query(`explain execute asked${given}`);
      const scans = rows.map((row) => String(row['QUERY PLAN'])).filter((line) => /Seq Scan on/.test(line));
      if (!mayScan(sql)) found.push(...scans.map((line) => `${line.trim()}: ${sql}`));
      await client.query('deallocate asked');
    }
    await client.end();
    expect(found).toEqual([]);
    expect(asked.all.length).toBeGreaterThan(30);
  });
});
