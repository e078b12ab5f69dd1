import { backup, DatabaseSync } from 'node:sqlite';

/** Pages copied between two turns of the event loop: few enough that a save waits some milliseconds at most. */
const PAGES_PER_STEP = 200;

/**
 * Copy the whole database while it is in use: every commit that was there when the copying began is in the copy, and none in part.
 * @param file   absolute path; there and empty, or not there.
 * @param goesOn asked between two steps; false ends the copying.
 * @returns how many facts there were before and after: the copy holds a number between.
 * @throws {Error} when it was ended, or the disk would not take it; what `file` holds then is no copy.
 */
export type CopyDatabase = (
  file: string,
  goesOn: () => boolean,
) => Promise<{ factsBefore: number; factsAfter: number }>;

/** All pages in one step: for who has a handle of their own, beside which another one may write. */
export const ALL_PAGES = 2 ** 31 - 1;

/**
 * SQLite's online backup. Without a transaction on the handle a commit of another one between two steps makes it begin again.
 */
export async function copySqlite(
  handle: DatabaseSync,
  file: string,
  goesOn: () => boolean,
  pagesPerStep = PAGES_PER_STEP,
): ReturnType<CopyDatabase> {
  const factsBefore = countFacts(handle);
  await backup(handle, file, {
    rate: pagesPerStep,
    progress: () => {
      if (!goesOn()) throw new Error('the copying was ended');
    },
  });
  // Closing the handle under it makes it end early without an error.
  if (!handle.isOpen) throw new Error('the copying was ended');
  return { factsBefore, factsAfter: countFacts(handle) };
}

/**
 * The same of a file that this process has open elsewhere and writes to. A handle of its own, which reads one moment from
 * beginning to end: on the handle that writes, a step that falls into a transaction ends the copying ("not an error"), and
 * on another one without a transaction each commit would begin it again.
 */
export async function copyBeside(
  source: string,
  file: string,
  goesOn: () => boolean,
): ReturnType<CopyDatabase> {
  const handle = new DatabaseSync(source, { timeout: 5_000 });
  try {
    handle.exec('begin');
    return await copySqlite(handle, file, goesOn);
  } finally {
    handle.close();
  }
}

const countFacts = (handle: DatabaseSync): number =>
  Number(handle.prepare('select count(*) as count from fact').get()?.count);
