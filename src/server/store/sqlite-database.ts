import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { SqliteAdapter, type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely';

const CACHED_AT_MOST = 200;

/**
 * Node's own SQLite with what every handle of ours needs: a log ahead of the data, and one fsync for each commit, so that
 * what is acknowledged survives a power cut too.
 */
export function openSqlite(file: string): DatabaseSync {
  const handle = new DatabaseSync(file, { timeout: 5_000 });
  handle.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on;');
  // Pages of the log before they are copied into the database, which holds up everybody: pages written again and again
  // are then copied once. The log takes 64 MB at most for it, read again in some 0.1 s after a crash.
  handle.exec('pragma wal_autocheckpoint = 16000');
  return handle;
}

/** Kysely over such a handle. Unlike Kysely's own, it makes an upgrade one transaction. */
export const sqliteDialect = (handle: DatabaseSync): SqliteDialect =>
  new OneTransactionDialect({ database: forKysely(handle) });

class OneTransactionDialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new OneTransactionAdapter();
  }
}

class OneTransactionAdapter extends SqliteAdapter {
  // SQLite does take back a changed table. Without, an upgrade cut off half-way (disk full, kill -9) leaves a column that
  // the next start adds once more, and fails on, for ever.
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** The handle as Kysely wants it, statements prepared once. */
function forKysely(handle: DatabaseSync): SqliteDatabase {
  const cache = new Map<string, SqliteStatement>();
  return {
    close: () => handle.close(),
    prepare(sql) {
      if (sql === 'rollback') return rollback(handle);
      const known = cache.get(sql);
      if (known) return known;
      const statement = wrap(handle.prepare(sql));
      if (cache.size >= CACHED_AT_MOST) cache.clear();
      cache.set(sql, statement);
      return statement;
    },
  };
}

function wrap(statement: StatementSync): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    all: (values) => statement.all(...bindable(values)),
    run: (values) => statement.run(...bindable(values)),
    iterate: (values) => statement.iterate(...bindable(values)) as IterableIterator<unknown>,
  };
}

/** A full disk has ended the transaction already: a complaint that there is none would hide the first error. */
const rollback = (handle: DatabaseSync): SqliteStatement => ({
  ...wrap(handle.prepare('rollback')),
  run() {
    if (handle.isTransaction) handle.exec('rollback');
    return { changes: 0, lastInsertRowid: 0 };
  },
});

/** @throws {TypeError} on what SQLite would store as something else: a Date as first value becomes NULL without a word. */
function bindable(values: readonly unknown[]): SQLInputValue[] {
  for (const value of values)
    if (!isBindable(value))
      throw new TypeError(
        `a ${typeof value} cannot be a column's value; make it text, a number or bytes first`,
      );
  return values as SQLInputValue[];
}

const isBindable = (value: unknown): boolean =>
  value === null || typeof value === 'string' || typeof value === 'number' || value instanceof Uint8Array;
