import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { reasonOf } from '#server/port/reason.ts';
import {
  addNews,
  appendDeletions,
  copiesIn,
  DELETIONS_COPY,
  DELETIONS_FILE,
  type Deletion,
  deletionsIn,
  isNews,
  linesOf,
  readDeletions,
} from '../store/deletion-file.ts';
import { BackupError } from './backup-error.ts';
import { withoutPassword } from './postgres-programs.ts';

/** `/backups/monday.db` → `/backups/monday.deletions.jsonl`. */
export const deletionsBeside = (data: string): string => data.replace(/\.(db|dump)$/, '') + DELETIONS_COPY;

/**
 * The third file of a backup: whoever was deleted so far, for restoring an earlier backup than this one.
 * @param found tombstones of the copied database. @param at epoch ms when the copying began.
 * @throws {BackupError} when the folder's own file cannot be read.
 */
export function carriedDeletions(dataDir: string, found: readonly Deletion[], at: number): string {
  try {
    const known = deletionsIn(dataDir);
    addNews(known, found);
    return linesOf(known.values(), at);
  } catch (error) {
    throw notRead(join(dataDir, DELETIONS_FILE), error);
  }
}

/** What the database that is replaced knows. */
export interface FormerKnown {
  deletions: readonly Deletion[];
  /** It holds what became of the backup's learners; one that a server began on a clean machine does not. */
  isSuccessor: boolean;
}

/** What is known on this machine of deletions since a backup was made. */
export interface SinceKnown {
  /** folder: all that the data folder and the database it replaces know · copies: only what other backups brought · nothing. */
  from: 'folder' | 'copies' | 'nothing';
  /** `copies`: deletions up to then are known, epoch ms. */
  until?: number | undefined;
  /** The replaced database could not be read: its reason. */
  formerTrouble?: string | undefined;
  /** Learners who are not to come back. */
  ids: string[];
}

/**
 * Bring together every deletion that can be known here and keep it in the data folder, where the next start finds it.
 * @param data   the backup; copies of the list that lie in its folder count too.
 * @param former tombstones of the database that is replaced; absent when there is none, or its trouble.
 * @throws {BackupError} when the list cannot be read or written: nothing is to be restored then.
 */
export function gatherDeletions(
  dataDir: string,
  data: string,
  former: FormerKnown | { trouble: string } | undefined,
): SinceKnown {
  const file = join(dataDir, DELETIONS_FILE);
  const hasOwn = existsSync(file);
  try {
    const known = readDeletions(file).deletions;
    const news = new Map<string, Deletion>();
    const take = (found: Iterable<Deletion>) =>
      addNews(
        news,
        [...found].filter((one) => isNews(known, one)),
      );
    take(deletionsIn(dataDir).values());
    if (former && 'deletions' in former) take(former.deletions);
    const untils: number[] = [];
    for (const name of copiesIn(dirname(data))) {
      const copy = readDeletions(join(dirname(data), name));
      take(copy.deletions.values());
      if (copy.until !== undefined) untils.push(copy.until);
    }
    appendDeletions(dataDir, [...news.values()]);
    const isFolder = hasOwn || (former && 'deletions' in former && former.isSuccessor);
    return {
      from: isFolder ? 'folder' : untils.length ? 'copies' : 'nothing',
      ...(untils.length && { until: Math.max(...untils) }),
      ...(former && 'trouble' in former && { formerTrouble: former.trouble }),
      ids: [...known.keys(), ...news.keys()],
    };
  } catch (error) {
    throw notRead(file, error);
  }
}

const notRead = (file: string, error: unknown) =>
  new BackupError(
    `删除记录${file}（或备份旁边的*${DELETIONS_COPY}）读写不了（${reasonOf(error)}），什么也没有做。请检查文件的权限和磁盘空间，再运行一次。`,
    `The list of deletions ${file} (or a *${DELETIONS_COPY} beside the backup) cannot be read or written (${reasonOf(error)}); nothing was done. Check the rights and the disk's space, and run it again.`,
    error,
  );

/** Named by the operator and away: going on without would bring deleted people back unseen. */
export const formerAway = (url: string, error: unknown) =>
  new BackupError(
    `原来的数据库${withoutPassword(url).bare}（FORMER_DATABASE_URL）读不到（${reasonOf(error)}），没有恢复。请检查这个设置；确实没有了，就去掉它再恢复。`,
    `The former database ${withoutPassword(url).bare} (FORMER_DATABASE_URL) cannot be read (${reasonOf(error)}); nothing was restored. Check the setting, or leave it out if that database is gone.`,
    error,
  );
