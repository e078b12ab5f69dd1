import { chmodSync, constants, copyFileSync, existsSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { SECRETS_FILE } from '#server/auth/secrets.ts';
import { reasonOf } from '#server/port/reason.ts';
import { lockDataFolder, makeDataFolder } from '../store/data-folder.ts';
import { DATABASE_FILE } from '../store/open-store.ts';
import { BackupError } from './backup-error.ts';
import { readKeyFile } from './backup-keys.ts';
import { gatherDeletions, type SinceKnown } from './carry-deletions.ts';
import { type CopyCounts, checkCopy } from './check-copy.ts';
import { sqliteDeletions, sqliteLearnerIds, sqliteLearners } from './former-deletions.ts';
import { moveAside } from './move-aside.ts';
import { asideNameOf, placeFile } from './place-file.ts';
import { type KeysDone, placeKeys } from './restore-keys.ts';

export interface RestoreDone extends CopyCounts {
  /** The folder the old files were moved to; undefined when there were none. */
  movedTo: string | undefined;
  keys: KeysDone;
  since: SinceKnown;
  /** How many learners of the backup were deleted or joined since. */
  back: number;
}

/**
 * Put a backup in the place of what a data folder holds. What was there is moved aside within the folder, never deleted;
 * nothing is moved before the backup has been copied in and looked over, and every deletion known here is on the folder's list.
 * @param from `keys` undefined = without.
 * @param at   epoch ms, UTC; part of the name of the folder for the old files.
 * @throws {BackupError} when a server runs, the backup is not fit or of a newer release, or the folder takes no writes.
 */
export function restoreSqlite(
  dataDir: string,
  from: { data: string; keys: string | undefined },
  at: number,
): RestoreDone {
  const keyText = from.keys === undefined ? undefined : readKeyFile(from.keys);
  refuseUnreadable(from.data);
  makeDataFolder(dataDir);
  const release = lockDataFolder(dataDir, serverRuns);
  const aside = asideNameOf(join(dataDir, DATABASE_FILE));
  try {
    copyIn(from.data, aside);
    const counts = checkCopy(aside, from.data);
    const since = gatherDeletions(dataDir, from.data, deletionsOfReplaced(dataDir, sqliteLearnerIds(aside)));
    const back = sqliteLearners(aside, since.ids);
    // The log goes with its database: left behind it would be played into the restored one.
    const names = [DATABASE_FILE, `${DATABASE_FILE}-wal`, `${DATABASE_FILE}-shm`];
    const movedTo = moveAside(dataDir, at, keyText === undefined ? names : [...names, SECRETS_FILE]);
    placeFile(aside, join(dataDir, DATABASE_FILE), false);
    return { ...counts, movedTo, keys: placeKeys(dataDir, keyText), since, back };
  } finally {
    for (const file of [aside, `${aside}-journal`]) rmSync(file, { force: true });
    release();
  }
}

/** The database that is about to be moved aside knows who was deleted, also where a kill came before the note. */
function deletionsOfReplaced(
  dataDir: string,
  inBackup: ReadonlySet<string>,
): Parameters<typeof gatherDeletions>[2] {
  const file = join(dataDir, DATABASE_FILE);
  if (!existsSync(file)) return undefined;
  try {
    const deletions = sqliteDeletions(file);
    const isSuccessor =
      inBackup.size === 0 ||
      deletions.some(({ id }) => inBackup.has(id)) ||
      sqliteLearnerIds(file).intersection(inBackup).size > 0;
    return { deletions, isSuccessor };
  } catch (error) {
    return { trouble: reasonOf(error) };
  }
}

function refuseUnreadable(file: string): void {
  try {
    if (statSync(file).isFile()) return;
  } catch (error) {
    throw new BackupError(
      `读不到备份${file}（${reasonOf(error)}）。请检查文件的位置和权限。`,
      `The backup ${file} cannot be read (${reasonOf(error)}). Check where it is and its rights.`,
      error,
    );
  }
  throw new BackupError(
    `${file}是文件夹，不是备份。请写里面的一个.db文件。`,
    `${file} is a folder, no backup. Name a .db file in it.`,
  );
}

function copyIn(file: string, aside: string): void {
  try {
    copyFileSync(file, aside, constants.COPYFILE_EXCL);
    chmodSync(aside, 0o600);
  } catch (error) {
    throw new BackupError(
      `备份${file}拷不进数据文件夹（${reasonOf(error)}），没有恢复，原来的数据没有动。请检查磁盘空间和权限。`,
      `The backup ${file} cannot be copied into the data folder (${reasonOf(error)}); nothing was restored and the data there is untouched. Check the disk's space and the rights.`,
      error,
    );
  }
}

const serverRuns = (folder: string): Error =>
  new BackupError(
    `数据文件夹${folder}正有服务器在用，没有恢复，数据没有动。请先停掉服务器，再恢复。`,
    `A server is running on the data folder ${folder}; nothing was restored and nothing changed. Stop the server, then restore.`,
  );
