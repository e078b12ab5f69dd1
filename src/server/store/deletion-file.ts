import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { syncPath } from './durable-file.ts';

/** Beside the database, because a restored database does not know what was deleted after its backup was made. */
export const DELETIONS_FILE = 'deletions.jsonl';
/** Copies of it, as `npm run backup` writes them: `monday.deletions.jsonl`. */
export const DELETIONS_COPY = '.deletions.jsonl';

/** A tombstone: somebody's record is not to come back. */
export interface Deletion {
  /** The learner's id; nothing else is known of them here. */
  id: string;
  /** Epoch ms, UTC. */
  at: number;
  /** The learner whose record theirs was added to; absent = deleted. */
  into?: string;
}

export interface DeletionsRead {
  /** By learner's id. */
  deletions: Map<string, Deletion>;
  /** Every deletion up to then is here, epoch ms; undefined where a file does not say so. */
  until: number | undefined;
}

/** Does it say more than what is known? A merge may be followed by another one after restoring, a deletion by nothing. */
export const isNews = (known: ReadonlyMap<string, Deletion>, { id, into }: Deletion): boolean => {
  const there = known.get(id);
  return !there || (there.into !== undefined && there.into !== into);
};

/** Add what is new to `known`. @returns what that was. */
export function addNews(known: Map<string, Deletion>, more: Iterable<Deletion>): Deletion[] {
  const news: Deletion[] = [];
  for (const one of more)
    if (isNews(known, one)) {
      known.set(one.id, one);
      news.push(one);
    }
  return news;
}

/**
 * Read such a file. A line that a kill left half written is passed over: the database has that one.
 * @returns nothing known when the file is not there. @throws {Error} of the system when it cannot be read.
 */
export function readDeletions(file: string): DeletionsRead {
  const read: DeletionsRead = { deletions: new Map(), until: undefined };
  if (!existsSync(file)) return read;
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const entry = entryOf(line);
    if (typeof entry.until === 'number') read.until = Math.max(read.until ?? 0, entry.until);
    if (typeof entry.id === 'string' && typeof entry.at === 'number')
      addNews(read.deletions, [
        { id: entry.id, at: entry.at, ...(typeof entry.into === 'string' && { into: entry.into }) },
      ]);
  }
  return read;
}

function entryOf(line: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(line));
  } catch {
    return {};
  }
}

/** The same for a data folder: its own file, and copies that an operator has laid beside it. */
export function deletionsIn(dataDir: string): Map<string, Deletion> {
  const { deletions } = readDeletions(join(dataDir, DELETIONS_FILE));
  for (const name of copiesIn(dataDir))
    addNews(deletions, readDeletions(join(dataDir, name)).deletions.values());
  return deletions;
}

/** @returns names of copies in a folder, sorted; none where there is no such folder. */
export const copiesIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith(DELETIONS_COPY))
        .sort()
    : [];

/**
 * Add deletions to a data folder's file, on the disk when this returns; readable by this account only.
 * @throws {Error} of the system when they cannot be written: then some may be there, and none is by half.
 */
export function appendDeletions(dataDir: string, deletions: readonly Deletion[]): void {
  if (deletions.length === 0) return;
  const file = join(dataDir, DELETIONS_FILE);
  const isNew = !existsSync(file);
  const handle = openSync(file, 'a', 0o600);
  try {
    // A line end in front: what a kill left half written must not take the next line with it.
    writeFileSync(handle, `\n${linesOf(deletions)}`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  if (isNew) syncPath(dataDir);
}

/** @param until see `DeletionsRead`. @returns the text of a copy. */
export const linesOf = (deletions: Iterable<Deletion>, until?: number): string =>
  [...deletions, ...(until === undefined ? [] : [{ until }])]
    .map((one) => `${JSON.stringify(one)}\n`)
    .join('');
