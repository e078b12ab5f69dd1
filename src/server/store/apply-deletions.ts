import type { Deletion } from './deletion-file.ts';
import { remove } from './learner-repository.ts';
import { createMergeRepository } from './merge-repository.ts';
import type { Database } from './schema.ts';

const AT_ONCE = 1_000;

/**
 * Delete whom `known` says was deleted, and join whom it says was joined, where a restored database has them still. May be
 * done any number of times, by several processes at once.
 * @returns how many learners went.
 */
export async function applyDeletions(db: Database, known: ReadonlyMap<string, Deletion>): Promise<number> {
  const ids = [...known.keys()];
  let count = 0;
  for (let from = 0; from < ids.length; from += AT_ONCE)
    for (const learner of await living(db, ids.slice(from, from + AT_ONCE)))
      if (await applyOne(db, known, learner)) count += 1;
  return count;
}

const living = (db: Database, ids: readonly string[]) =>
  db
    .selectFrom('learner')
    .select(['id as learnerId', 'session_generation as generation'])
    .where('id', 'in', ids)
    .execute();

type Living = Awaited<ReturnType<typeof living>>[number];

async function applyOne(
  db: Database,
  known: ReadonlyMap<string, Deletion>,
  learner: Living,
): Promise<boolean> {
  const { at, into } = lastOf(known, learner.learnerId);
  if (into === undefined) return db.transaction().execute((inside) => remove(inside, learner, at));
  const [stays] = await living(db, [into]);
  // Who stays may have come after the backup: then theirs is the only record left, and nobody asked to delete it.
  return stays !== undefined && (await createMergeRepository(db).merge(learner, stays, at)) === 'merged';
}

/** Where a record ended: a joined one shares the fate of the one it was joined to. */
function lastOf(known: ReadonlyMap<string, Deletion>, id: string): Pick<Deletion, 'at' | 'into'> {
  const seen = new Set<string>();
  let [last, next] = [known.get(id), id];
  for (let one = last; one && !seen.has(next); one = known.get(next)) {
    seen.add(next);
    last = one;
    if (one.into === undefined) break;
    next = one.into;
  }
  return { at: last?.at ?? 0, ...(last?.into !== undefined && { into: last.into }) };
}
