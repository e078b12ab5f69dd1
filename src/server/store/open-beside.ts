import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { StartError } from '#server/port/store-error.ts';
import { DATABASE_FILE, explained, type StorePlan } from './open-store.ts';
import { postgresEngine } from './postgres-engine.ts';
import type { Database, Schema } from './schema.ts';
import { openSqlite, sqliteDialect } from './sqlite-database.ts';

export interface BesidePlan extends StorePlan {
  /** Will something be written? Without, SQLite is opened so that nothing can be. */
  writes: boolean;
}

export interface Beside {
  db: Database;
  close(): Promise<void>;
}

/**
 * Open the data beside a server that may be running, without its lock on the data folder and without migrating. The lock
 * is for servers: between two handles on one file SQLite itself puts writes in order, and ours are a row or two.
 * @param table that has to be there: else no server of this release has run on the data.
 * @throws {StartError} when there is no data yet, the database does not answer, or the table is not there.
 */
export async function openBeside(plan: BesidePlan, table: 'mistake_report' | 'admin_link'): Promise<Beside> {
  const { dataDir, databaseUrl } = plan;
  let db: Database | undefined;
  try {
    db = databaseUrl ? postgresEngine(databaseUrl).db : sqlite(plan);
    const tables = await db.introspection.getTables();
    if (!tables.some(({ name }) => name === table)) throw notReady(databaseUrl ? '' : dataDir, TABLES[table]);
    const { destroy } = db;
    return { db, close: destroy.bind(db) };
  } catch (error) {
    await db?.destroy().catch(() => {});
    throw explained(error, dataDir, databaseUrl);
  }
}

/** What people call them. */
const TABLES = {
  mistake_report: { zh: '收件箱', en: 'inbox' },
  admin_link: { zh: '管理员链接', en: 'table of administrator links' },
} as const;

function sqlite({ dataDir, writes }: BesidePlan): Database {
  const file = join(dataDir, DATABASE_FILE);
  if (!existsSync(file)) throw noData(dataDir);
  const handle = writes ? openSqlite(file) : new DatabaseSync(file, { readOnly: true, timeout: 5_000 });
  return new Kysely<Schema>({ dialect: sqliteDialect(handle) });
}

const noData = (folder: string): StartError =>
  new StartError(
    `数据文件夹${folder}里还没有数据。请先启动一次服务器；数据在别处的话，用DATA_DIR或DATABASE_URL指定（和服务器的设置一样）。\n` +
      `There is no data in ${folder} yet. Start the server once, or name the place with DATA_DIR or DATABASE_URL, as for the server.`,
  );

const notReady = (folder: string, { zh, en }: { zh: string; en: string }): StartError =>
  new StartError(
    `数据${folder && `（${folder}）`}里还没有${zh}这张表。请先启动一次这一版服务器，或者运行npm run migrate。\n` +
      `The data${folder && ` (${folder})`} has no ${en} yet. Start the server of this release once, or run npm run migrate.`,
  );
