import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { reasonOf } from '#server/port/reason.ts';
import { syncPath } from '../store/durable-file.ts';
import { BackupError } from './backup-error.ts';

/** A name beside a file for while it is being written: never taken for a whole one. */
export const asideNameOf = (file: string): string => `${file}.${randomBytes(4).toString('hex')}.partial`;

/**
 * Give a finished file its name, in one step: whoever finds the name finds the whole file.
 * @param force take the place of a file that has the name.
 * @throws {BackupError} when the name is taken and `force` is not set, or the folder takes no writes; `aside` stays then.
 */
export function placeFile(aside: string, file: string, force: boolean): void {
  try {
    syncPath(aside);
    if (force) renameSync(aside, file);
    else renameToFree(aside, file);
    syncPath(dirname(file));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw taken(file);
    throw new BackupError(
      `写不成文件${file}（${reasonOf(error)}）。请检查磁盘空间和文件夹的权限，或用--to换一个位置。`,
      `The file ${file} cannot be written (${reasonOf(error)}). Check the disk's space and the folder's rights, or name another place with --to.`,
      error,
    );
  }
}

/** A rename would take the place of another file without a word; a second name does not. */
function renameToFree(aside: string, file: string): void {
  try {
    linkSync(aside, file);
    rmSync(aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST' || existsSync(file)) throw taken(file);
    renameSync(aside, file); // a stick with FAT knows no second names
  }
}

export const taken = (file: string): BackupError =>
  new BackupError(
    `文件${file}已经在那里，没有覆盖它。请换一个名字；确实要覆盖，加上--force。`,
    `The file ${file} is there already and was not overwritten. Choose another name, or add --force to replace it.`,
  );
