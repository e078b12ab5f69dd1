import { closeSync, existsSync, mkdirSync, openSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { reasonOf } from '#server/port/reason.ts';
import { writeNew } from '../store/durable-file.ts';
import { DATABASE_FILE } from '../store/open-store.ts';
import { ALL_PAGES, copySqlite } from '../store/sqlite-copy.ts';
import { type Asked, askServer } from './ask-server.ts';
import type { BackupFiles } from './backup-arguments.ts';
import { BackupError } from './backup-error.ts';
import { readKeys } from './backup-keys.ts';
import { carriedDeletions } from './carry-deletions.ts';
import { type CopyCounts, checkCopy } from './check-copy.ts';
import { sqliteDeletions } from './former-deletions.ts';
import { asideNameOf, placeFile, taken } from './place-file.ts';

export interface BackupDone extends CopyCounts {
  /** Who read the data. */
  by: 'server' | 'alone';
}

/**
 * Write the data, the signing keys and the list of who was deleted of a folder as three files, each whole or not there.
 * The running server is asked for the data; when none runs the file is read from here.
 * @param at epoch ms when this began.
 * @throws {BackupError} when nothing was written: the remedy is in it.
 */
export async function backupSqlite(
  dataDir: string,
  { data, keys, deletions, force }: BackupFiles & { force: boolean },
  at: number,
): Promise<BackupDone> {
  if (!existsSync(join(dataDir, DATABASE_FILE))) throw nothingThere(dataDir);
  const keyText = readKeys(dataDir);
  if (!force) for (const file of [data, keys, deletions]) if (existsSync(file)) throw taken(file);
  makeFolder(dirname(data));
  const asideData = asideNameOf(data);
  const [asideKeys, asideDeletions] = [asideNameOf(keys), asideNameOf(deletions)];
  const asked = await askServer(dataDir, { copyTo: asideData });
  try {
    const { by, factsBefore, factsAfter } = await copied(asked, dataDir, asideData);
    const counts = checkCopy(asideData, join(dataDir, DATABASE_FILE), LAST_GOOD_ONE);
    // Less afterwards: somebody deleted their record meanwhile.
    const [fewest, most] = [Math.min(factsBefore, factsAfter), Math.max(factsBefore, factsAfter)];
    if (counts.facts < fewest || counts.facts > most) throw miscounted(data, counts.facts, fewest, most);
    writeNew(asideDeletions, carriedDeletions(dataDir, sqliteDeletions(asideData), at));
    writeNew(asideKeys, keyText);
    // The data last: where they are, the others are.
    placeFile(asideDeletions, deletions, force);
    placeFile(asideKeys, keys, force);
    placeFile(asideData, data, force);
    return { by, ...counts };
  } catch (error) {
    throw error instanceof BackupError ? error : notWritten(data, reasonOf(error), error);
  } finally {
    asked.end();
    for (const file of [asideData, `${asideData}-journal`, asideKeys, asideDeletions])
      rmSync(file, { force: true });
  }
}

async function copied({ reply }: Asked, dataDir: string, aside: string) {
  if (reply === 'no-server') return { by: 'alone' as const, ...(await readAlone(dataDir, aside)) };
  if (reply === 'not-allowed') throw otherAccount(dataDir);
  if (reply === 'gone') throw serverGone();
  if (reply.status === 'failed') throw notWritten(aside, reply.reason);
  return { by: 'server' as const, ...reply };
}

/** A reader beside whoever else is there: a server that starts meanwhile is not in its way, nor it in the server's. */
async function readAlone(dataDir: string, aside: string) {
  closeSync(openSync(aside, 'wx', 0o600));
  const handle = new DatabaseSync(join(dataDir, DATABASE_FILE), { timeout: 5_000 });
  try {
    return await copySqlite(handle, aside, () => true, ALL_PAGES);
  } finally {
    handle.close();
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw notWritten(folder, reasonOf(error), error);
  }
}

const LAST_GOOD_ONE = {
  zh: '没有写成备份。请检查磁盘，停掉服务器，恢复最近一次好的备份。',
  en: 'No backup was written. Check the disk, stop the server and restore the last good backup.',
};

const nothingThere = (dataDir: string) =>
  new BackupError(
    `${dataDir}里没有数据库${DATABASE_FILE}，没有什么可备份。请用DATA_DIR指明服务器的数据文件夹。`,
    `There is no database ${DATABASE_FILE} in ${dataDir}, so nothing to back up. Name the server's data folder with DATA_DIR.`,
  );

const otherAccount = (dataDir: string) =>
  new BackupError(
    `${dataDir}里的服务器由另一个账号运行，问不到它。请用那个账号（或root）来备份。`,
    `The server on ${dataDir} runs under another account and cannot be asked. Make the backup with that account, or as root.`,
  );

const serverGone = () =>
  new BackupError(
    '服务器在备份中途停了，没有写成备份。请再运行一次。',
    'The server ended in the middle of it and no backup was written. Run it again.',
  );

const notWritten = (file: string, reason: string, cause?: unknown) =>
  new BackupError(
    `没有写成备份${file}（${reason}）。请检查磁盘空间，确认运行服务器的账号能写那个文件夹，或用--to换一个位置。`,
    `The backup ${file} was not written (${reason}). Check the disk's space and that the account that runs the server may write to that folder, or name another place with --to.`,
    cause,
  );

const miscounted = (file: string, found: number, fewest: number, most: number) =>
  new BackupError(
    `备份${file}里有${found}条记录，应该在${fewest}到${most}之间，没有留下它。请再运行一次；还这样，请查磁盘。`,
    `The backup ${file} holds ${found} facts where ${fewest} to ${most} were expected; it was not kept. Run it again; if that repeats, check the disk.`,
  );
