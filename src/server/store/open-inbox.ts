import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely, SqliteDialect } from 'kysely';
import type { MistakeStore } from '#server/port/mistake-store.ts';
import { StartError } from '#server/port/store-error.ts';
import { createMistakeRepository } from './mistake-repository.ts';
import { DATABASE_FILE, explained, type StorePlan } from './open-store.ts';
import { postgresEngine } from './postgres-engine.ts';
import type { Schema } from './schema.ts';
import { forKysely, openSqlite } from './sqlite-database.ts';

export interface InboxPlan extends StorePlan {
  /** Will something be marked? Without, SQLite is opened so that nothing can be written. */
  writes: boolean;
}

export interface Inbox {
  mistakes: MistakeStore;
  close(): Promise<void>;
}

/**
 * Open the inbox beside a server that may be running, without its lock on the data folder and without migrating. The lock
 * is for servers: between two handles on one file SQLite itself puts writes in order, and ours is one row of one statement.
 * @throws {StartError} when there is no data yet, the database does not answer, or no server of this release has run on it.
 */
export async function openInbox(plan: InboxPlan): Promise<Inbox> {
  const { dataDir, databaseUrl } = plan;
  let db: Kysely<Schema> | undefined;
  try {
    db = databaseUrl ? postgresEngine(databaseUrl).db : sqlite(plan);
    const tables = await db.introspection.getTables();
    if (!tables.some(({ name }) => name === 'mistake_report')) throw notReady(databaseUrl ? '' : dataDir);
    const { destroy } = db;
    return { mistakes: createMistakeRepository(db), close: destroy.bind(db) };
  } catch (error) {
    await db?.destroy().catch(() => {});
    throw explained(error, dataDir, databaseUrl);
  }
}

function sqlite({ dataDir, writes }: InboxPlan): Kysely<Schema> {
  const file = join(dataDir, DATABASE_FILE);
  if (!existsSync(file)) throw noData(dataDir);
  const handle = writes ? openSqlite(file) : new DatabaseSync(file, { readOnly: true, timeout: 5_000 });
  return new Kysely<Schema>({ dialect: new SqliteDialect({ database: forKysely(handle) }) });
}

const noData = (folder: string): StartError =>
  new StartError(
    `数据文件夹${folder}里还没有数据。请先启动一次服务器；数据在别处的话，用DATA_DIR或DATABASE_URL指定（和服务器的设置一样）。\n` +
      `There is no data in ${folder} yet. Start the server once, or name the place with DATA_DIR or DATABASE_URL, as for the server.`,
  );

const notReady = (folder: string): StartError =>
  new StartError(
    `数据${folder && `（${folder}）`}里还没有收件箱这张表。请先启动一次这一版服务器，或者运行npm run migrate。\n` +
      `The data${folder && ` (${folder})`} has no inbox yet. Start the server of this release once, or run npm run migrate.`,
  );
