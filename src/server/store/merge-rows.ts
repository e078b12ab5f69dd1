import { dropChecks } from './merge-checks.ts';
import { moveCohorts } from './move-cohorts.ts';
import { dropFolds } from './move-folds.ts';
import { moveOutbox } from './move-outbox.ts';
import { moveShares } from './move-shares.ts';
import type { Database } from './schema.ts';

/** The learner who ends and the one who stays. */
export interface Merge {
  from: string;
  into: string;
}

/**
 * How rows of a table move when two learners become one, inside the merge's transaction; both learners' rows are locked.
 * Nothing of `from` may be left in the table afterwards: the learner is deleted next.
 */
export type MoveRows = (db: Database, merge: Merge) => Promise<void>;

/**
 * Every table with things of a learner besides facts has a mover here, in this order. To add one: a file of its own with a
 * `MoveRows`, a line here, and the table in `remove` of learner-repository.ts; tests/contract/account.contract.ts shows how it
 * is proven. A row that both learners may have once (a place in a cohort) is decided by the mover: keep one, drop the other.
 */
export const MOVES: readonly MoveRows[] = [
  dropChecks,
  moveQuarantine,
  // A code of the one who ends is good no longer.
  async (db, { from }) => {
    await db.deleteFrom('transfer_code').where('learner_id', '=', from).execute();
  },
  moveBlobs,
  moveOutbox,
  moveCohorts,
  moveShares,
  dropFolds,
];

/** What is set aside for both already is one row. */
async function moveQuarantine(db: Database, { from, into }: Merge): Promise<void> {
  await db
    .deleteFrom('quarantine')
    .where('learner_id', '=', from)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('quarantine as other')
          .select('other.digest')
          .where('other.learner_id', '=', into)
          .whereRef('other.fact_id', '=', 'quarantine.fact_id')
          .whereRef('other.digest', '=', 'quarantine.digest'),
      ),
    )
    .execute();
  await db.updateTable('quarantine').set({ learner_id: into }).where('learner_id', '=', from).execute();
}

/** A picture that both have lies under the same id, which two devices of one person make the same: one stays. */
async function moveBlobs(db: Database, { from, into }: Merge): Promise<void> {
  const of = (learnerId: string) => db.selectFrom('blob').select('id').where('learner_id', '=', learnerId);
  await db.deleteFrom('blob').where('learner_id', '=', from).where('id', 'in', of(into)).execute();
  await db.updateTable('blob').set({ learner_id: into }).where('learner_id', '=', from).execute();
}
