import type { LearnerStore } from '#server/port/learner-store.ts';
import type { MergeStore } from '#server/port/merge-store.ts';
import type { PeopleStore } from '#server/port/people-store.ts';
import { reasonOf } from '#server/port/reason.ts';
import type { RetentionStore } from '#server/port/retention-store.ts';
import { StartError } from '#server/port/store-error.ts';
import { applyDeletions } from './apply-deletions.ts';
import {
  addNews,
  appendDeletions,
  DELETIONS_FILE,
  type Deletion,
  deletionsIn,
  isNews,
} from './deletion-file.ts';
import type { Database } from './schema.ts';

/** Rows of one statement. */
const AT_ONCE = 1_000;

/** Keeps the deletions of a database noted beside it (decision 0013). */
export interface DeletionNotes {
  /** Note what was just committed. Never throws: the database has it, and `catchUp` notes it later. */
  note(deletion: Deletion): void;
  /** Note every tombstone of the database that is not noted yet. @returns how many. @throws {Error} of the system or the store. */
  catchUp(): Promise<number>;
}

export interface NotesPlan {
  db: Database;
  dataDir: string;
  /** A note could not be written. */
  onUnnoted: (error: unknown) => void;
}

/**
 * At a start, before anything is served: note what the database knows and the file does not (a process killed between the
 * two), then delete anew what the file knows and the database does not (a backup was restored).
 * @returns `deletedAgain`: how many learners that were.
 * @throws {StartError} when the file cannot be read or written.
 */
export async function openDeletionNotes({
  db,
  dataDir,
  onUnnoted,
}: NotesPlan): Promise<{ notes: DeletionNotes; deletedAgain: number }> {
  const known = reading(dataDir, () => deletionsIn(dataDir));
  const write = (found: Iterable<Deletion>) => {
    const news = [...found].filter((one) => isNews(known, one));
    appendDeletions(dataDir, news);
    addNews(known, news);
    return news.length;
  };
  const catchUp = async () => write(await tombstonesOf(db));
  const tombstones = await tombstonesOf(db);
  reading(dataDir, () => write(tombstones));
  const deletedAgain = await applyDeletions(db, known);
  const note = (deletion: Deletion) => {
    try {
      write([deletion]);
    } catch (error) {
      onUnnoted(error);
    }
  };
  return { notes: { note, catchUp }, deletedAgain };
}

/** Page by page: it is asked each hour too, and whoever saves then waits for one page at most. */
async function tombstonesOf(db: Database): Promise<Deletion[]> {
  const found: Deletion[] = [];
  for (let after = ''; ; ) {
    const rows = await db
      .selectFrom('removed_learner')
      .select(['id', 'removed_at', 'merged_into'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(AT_ONCE)
      .execute();
    for (const { id, removed_at: at, merged_into: into } of rows)
      found.push({ id, at, ...(into && { into }) });
    if (rows.length < AT_ONCE) return found;
    after = rows.at(-1)?.id ?? after;
  }
}

interface Noted {
  learners: LearnerStore;
  merges: MergeStore;
  people: PeopleStore;
  retention: RetentionStore;
}

/** The same stores; whatever deletes somebody is answered only when that is noted. */
export function noting(
  { learners, merges, people, retention }: Noted,
  { note }: Pick<DeletionNotes, 'note'>,
): Noted {
  return {
    learners: {
      ...learners,
      remove: async (session, at) => {
        const isDone = await learners.remove(session, at);
        if (isDone) note({ id: session.learnerId, at });
        return isDone;
      },
    },
    merges: {
      merge: async (former, into, at) => {
        const done = await merges.merge(former, into, at);
        if (done === 'merged') note({ id: former.learnerId, at, into: into.learnerId });
        return done;
      },
    },
    people: {
      ...people,
      remove: async (learnerId, by) => {
        const done = await people.remove(learnerId, by);
        if (done === 'done') note({ id: learnerId, at: by.at });
        return done;
      },
    },
    retention: {
      ...retention,
      removeExpired: async (learnerId, beforeDay, at) => {
        const isDone = await retention.removeExpired(learnerId, beforeDay, at);
        if (isDone) note({ id: learnerId, at });
        return isDone;
      },
    },
  };
}

/** @throws {StartError} instead of the system's error. */
function reading<T>(dataDir: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new StartError(
      `数据文件夹${dataDir}里的删除记录（${DELETIONS_FILE}和*.${DELETIONS_FILE}）读写不了（${reasonOf(error)}），没有启动：恢复备份之后，要靠它把已经删除的学员再删一次。请检查文件的权限和磁盘空间。\n` +
        `The list of deletions in ${dataDir} (${DELETIONS_FILE}, *.${DELETIONS_FILE}) cannot be read or written (${reasonOf(error)}), so the server did not start: after a backup is restored it is what deletes again whoever was deleted since. Check the file's rights and the disk's space.`,
      { cause: error },
    );
  }
}
