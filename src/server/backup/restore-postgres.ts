import pg from 'pg';
import { SECRETS_FILE } from '#server/auth/secrets.ts';
import { reasonOf } from '#server/port/reason.ts';
import { makeDataFolder } from '../store/data-folder.ts';
import { BackupError } from './backup-error.ts';
import { readKeyFile } from './backup-keys.ts';
import { type FormerKnown, formerAway, gatherDeletions, type SinceKnown } from './carry-deletions.ts';
import { postgresDeletions, postgresLearners } from './former-deletions.ts';
import { moveAside } from './move-aside.ts';
import { runProgram, withoutPassword } from './postgres-programs.ts';
import { type KeysDone, placeKeys } from './restore-keys.ts';

export interface PostgresPlan {
  databaseUrl: string;
  dataDir: string;
  /** The database that is replaced; asked who was deleted since. */
  formerDatabaseUrl?: string | undefined;
}

/**
 * Read a dump into an empty database with PostgreSQL's own `pg_restore`, whole or not at all. A database that a server
 * has used has tables and is refused: so nothing is overwritten, and none is restored under a running server.
 * The signing keys go into the data folder; those there are moved aside.
 * @throws {BackupError} with the commands to type where that is not possible.
 */
export async function restorePostgres(
  { databaseUrl, dataDir, formerDatabaseUrl }: PostgresPlan,
  { data: dump, keys }: { data: string; keys: string | undefined },
  at: number,
): Promise<{ keys: KeysDone; movedTo: string | undefined; since: SinceKnown; back: number }> {
  const keyText = keys === undefined ? undefined : readKeyFile(keys);
  makeDataFolder(dataDir);
  const tables = await tablesOf(databaseUrl);
  if (tables.length) throw notEmpty(databaseUrl, tables);
  const since = gatherDeletions(dataDir, dump, await formerDeletions(formerDatabaseUrl));
  const done = await runProgram('pg_restore', [...RESTORE, dump], databaseUrl);
  if (!done) throw notInstalled(databaseUrl, dump);
  if (done.code !== 0)
    throw new BackupError(
      `没有恢复，数据库还是空的。pg_restore说：${done.err}`,
      `Nothing was restored and the database is still empty. What pg_restore said of ${dump} stands above; choose a .dump file that npm run backup wrote.`,
    );
  const movedTo = keyText === undefined ? undefined : moveAside(dataDir, at, [SECRETS_FILE]);
  const back = await postgresLearners(databaseUrl, since.ids);
  return { keys: placeKeys(dataDir, keyText), movedTo, since, back };
}

async function formerDeletions(url: string | undefined): Promise<FormerKnown | undefined> {
  if (!url) return undefined;
  try {
    return { deletions: await postgresDeletions(url), isSuccessor: true };
  } catch (error) {
    throw formerAway(url, error);
  }
}

const RESTORE = ['--single-transaction', '--exit-on-error', '--no-owner', '--no-privileges'];

async function tablesOf(connectionString: string): Promise<string[]> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ name: string }>(
      "select table_name as name from information_schema.tables where table_schema = 'public' order by 1",
    );
    return rows.map(({ name }) => name);
  } catch (error) {
    const { bare } = withoutPassword(connectionString);
    throw new BackupError(
      `连不上数据库${bare}（${reasonOf(error)}）。请检查DATABASE_URL；数据库还没有的话，先用createdb建一个空的。`,
      `The database ${bare} does not answer (${reasonOf(error)}). Check DATABASE_URL; if it is not there yet, make an empty one with createdb.`,
      error,
    );
  } finally {
    await client.end().catch(() => {});
  }
}

const notEmpty = (url: string, tables: readonly string[]) => {
  const { bare } = withoutPassword(url);
  return new BackupError(
    `数据库${bare}不是空的（有${tables.slice(0, 3).join('、')}等表），没有恢复，里面的数据没有动。请停掉服务器，用createdb建一个空的数据库，让DATABASE_URL指向它，再恢复；旧的数据库留着，确认无误再删。`,
    `The database ${bare} is not empty (${tables.slice(0, 3).join(', ')} …); nothing was restored and its data is untouched. Stop the servers, make an empty database with createdb, point DATABASE_URL at it and restore again. Keep the old one until all is well.`,
  );
};

const notInstalled = (url: string, dump: string) =>
  new BackupError(
    `这台机器上没有pg_restore，没有恢复。请安装PostgreSQL的客户端程序（Debian：apt-get install postgresql-client），或者在有它的机器上运行：\npg_restore ${RESTORE.join(' ')} --dbname='${withoutPassword(url).bare}' '${dump}'`,
    "pg_restore is not installed here, so nothing was restored. Install PostgreSQL's client programs (Debian: apt-get install postgresql-client), or run the command above where they are.",
  );
