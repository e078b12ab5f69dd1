import { closeSync, openSync, readSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { reasonOf } from '#server/port/reason.ts';
import { newerMigrations } from '../store/migrate.ts';
import { BackupError } from './backup-error.ts';

export interface CopyCounts {
  facts: number;
  learners: number;
}

/** The way out, in both languages. */
export interface Instead {
  zh: string;
  en: string;
}

/**
 * Look a copy of the database over and make it one file that needs no log beside it.
 * @param copy may be written to: it is ours, under a name of its own.
 * @param name what the operator calls it, for messages.
 * @param instead what to do when it is damaged.
 * @throws {BackupError} when it is no database of ours, is damaged, or was written by a newer release.
 */
export function checkCopy(copy: string, name: string, instead: Instead = ANOTHER_BACKUP): CopyCounts {
  if (!isSqlite(copy)) throw notOurs(name);
  const handle = new DatabaseSync(copy, { timeout: 5_000 });
  try {
    return look(handle, name, instead);
  } catch (error) {
    if (error instanceof BackupError) throw error;
    throw damaged(name, reasonOf(error), instead, error);
  } finally {
    handle.close();
  }
}

function look(handle: DatabaseSync, name: string, instead: Instead): CopyCounts {
  handle.exec('pragma journal_mode = delete');
  const [said] = handle.prepare('pragma integrity_check(1)').all();
  if (said?.integrity_check !== 'ok') throw damaged(name, String(said?.integrity_check), instead);
  const tables = handle.prepare("select name from sqlite_schema where type = 'table'").all();
  for (const needed of ['kysely_migration', 'learner', 'fact'])
    if (!tables.some((table) => table.name === needed)) throw notOurs(name);
  if (handle.prepare('pragma foreign_key_check').all().length)
    throw damaged(name, 'foreign_key_check', instead);
  const done = handle.prepare('select name from kysely_migration').all();
  const newer = newerMigrations(done.map((row) => String(row.name)));
  if (newer.length) throw fromNewer(name, newer);
  return { facts: countOf(handle, 'fact'), learners: countOf(handle, 'learner') };
}

export const countOf = (handle: DatabaseSync, table: 'fact' | 'learner'): number =>
  Number(handle.prepare(`select count(*) as count from ${table}`).get()?.count);

/** @see https://sqlite.org/fileformat2.html#magic_header_string */
function isSqlite(file: string): boolean {
  const head = Buffer.alloc(16);
  const handle = openSync(file, 'r');
  try {
    readSync(handle, head, 0, 16, 0);
  } finally {
    closeSync(handle);
  }
  return head.toString('latin1') === 'SQLite format 3\0';
}

const notOurs = (name: string) =>
  new BackupError(
    `${name}不是三修的数据备份。请选npm run backup写出的.db文件（.keys.json是密钥，不是数据）。`,
    `${name} is no backup of Sanxiu's data. Choose a .db file that npm run backup wrote (.keys.json holds the keys, not the data).`,
  );

const ANOTHER_BACKUP: Instead = { zh: '请换一个备份。', en: 'Take another backup.' };

const damaged = (name: string, said: string, { zh, en }: Instead, cause?: unknown) =>
  new BackupError(
    `${name}已损坏（${said}），不能用。${zh}`,
    `${name} is damaged (${said}) and cannot be used. ${en}`,
    cause,
  );

const fromNewer = (name: string, newer: readonly string[]) =>
  new BackupError(
    `${name}是更新的版本写的（${newer.join('、')}），这一版读不了，没有恢复。请用那个更新的版本来恢复，或者选一个更早的备份。`,
    `${name} was written by a newer release (${newer.join(', ')}) and this one cannot read it; nothing was restored. Restore it with that release, or choose an earlier backup.`,
  );
