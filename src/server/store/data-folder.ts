import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StartError } from '#server/port/store-error.ts';

const SQLITE_BUSY = 5;

/**
 * Make the data folder, readable by this account only.
 * @throws {StartError} when it cannot be made.
 */
export function makeDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new StartError(
      `建不了数据文件夹${folder}（${code}）。请让运行本程序的账号能写上一级文件夹，或用DATA_DIR指定另一个位置。\n` +
        `The data folder ${folder} cannot be made (${code}). Let this account write to the folder above it, or name another place with DATA_DIR.`,
    );
  }
}

/**
 * Keep every other server process out of a folder with an SQLite database, until released or until this process ends in
 * whatever way: the lock is the system's, on `lock.db`, and leaves nothing behind that would have to be cleared away.
 * @param inUse the error for a folder that another process holds.
 * @returns how to release it.
 * @throws {StartError} when another process holds it, or the folder takes no writes.
 */
export function lockDataFolder(folder: string, inUse = servedElsewhere): () => void {
  const handle = openLock(folder);
  try {
    handle.exec('pragma locking_mode = exclusive; begin exclusive');
  } catch (error) {
    handle.close();
    if (((error as { errcode?: number }).errcode ?? 0) % 256 !== SQLITE_BUSY) throw unwritable(folder, error);
    throw inUse(folder);
  }
  return () => handle.close();
}

const servedElsewhere = (folder: string): Error =>
  new StartError(
    `数据文件夹${folder}正由另一个服务进程使用，用SQLite时一个文件夹只能有一个进程。请先停掉那个进程；要同时开几个进程，请用DATABASE_URL改用PostgreSQL。\n` +
      `Another server process is using the data folder ${folder}; with SQLite there can be only one. Stop that process, or set DATABASE_URL (PostgreSQL) to run several.`,
  );

function openLock(folder: string): DatabaseSync {
  try {
    return new DatabaseSync(join(folder, 'lock.db'), { timeout: 0 });
  } catch (error) {
    throw unwritable(folder, error);
  }
}

export const unwritable = (folder: string, cause: unknown): StartError =>
  new StartError(
    `数据文件夹${folder}写不进去。请检查磁盘空间和权限，或用DATA_DIR指定另一个位置。\n` +
      `The data folder ${folder} cannot be written to. Check the disk's space and the folder's rights, or name another place with DATA_DIR.`,
    { cause },
  );
