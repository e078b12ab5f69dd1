import type { FoldKept, FoldStore } from '#server/port/fold-store.ts';
import type { Database } from './schema.ts';
import { telling } from './trouble.ts';

export function createFoldRepository(db: Database): FoldStore {
  return {
    find: (learnerIds, version) => telling(() => find(db, learnerIds, version)),
    keep: (kept) => telling(() => db.transaction().execute((transaction) => keep(transaction, kept))),
  };
}

/** One statement: where the learner stands and what is kept are of one moment. */
async function find(db: Database, learnerIds: readonly string[], version: string) {
  if (learnerIds.length === 0) return [];
  const rows = await db
    .selectFrom('learner')
    .leftJoin('standing_fold', (join) =>
      join
        .onRef('standing_fold.learner_id', '=', 'learner.id')
        .onRef('standing_fold.recounts', '=', 'learner.recounts')
        .on('standing_fold.version', '=', version),
    )
    .select([
      'learner.id',
      'learner.fact_seq',
      'learner.checked_seq',
      'learner.recounts',
      'standing_fold.seq',
      'standing_fold.fold',
    ])
    .where('learner.id', 'in', learnerIds)
    .orderBy('learner.id')
    .execute();
  return rows.map(({ id, fact_seq, checked_seq, recounts, seq, fold }) => ({
    learnerId: id,
    factSeq: fact_seq,
    checkedSeq: checked_seq,
    recounts,
    ...(seq !== null && fold !== null && { fold: { seq, json: fold } }),
  }));
}

async function keep(db: Database, { learnerId, version, recounts, seq, json }: FoldKept): Promise<boolean> {
  // The lock that a recount, a merge and a deletion take first, too: nothing is kept that one of them has made wrong.
  const { numUpdatedRows } = await db
    .updateTable('learner')
    .set({ recounts })
    .where('id', '=', learnerId)
    .where('recounts', '=', recounts)
    .executeTakeFirstOrThrow();
  if (Number(numUpdatedRows) === 0) return false;
  await db
    .insertInto('standing_fold')
    .values({ learner_id: learnerId, version, recounts, seq, fold: json })
    .onConflict((conflict) =>
      conflict
        .column('learner_id')
        .doUpdateSet({ version, recounts, seq, fold: json })
        .where(({ eb, or }) =>
          or([
            eb('standing_fold.version', '<>', version),
            eb('standing_fold.recounts', '<>', recounts),
            // Of the same reach, too: what is there may be unreadable.
            eb('standing_fold.seq', '<=', seq),
          ]),
        ),
    )
    .execute();
  return true;
}
