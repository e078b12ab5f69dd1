import type { MoveRows } from './merge-rows.ts';

/**
 * What was shared with cohorts, when two learners become one; after their places, which a share being made holds on to.
 * Where both had another fact under the same id, the one who stays has never shared theirs: nothing is shared then.
 */
export const moveShares: MoveRows = async (db, { from, into }) => {
  await db
    .deleteFrom('share')
    .where('learner_id', '=', from)
    .where('fact_id', 'in', ({ selectFrom }) =>
      selectFrom('quarantine')
        .select('fact_id')
        .where('learner_id', '=', into)
        .where('reason', '=', 'conflict'),
    )
    .execute();
  await db
    .deleteFrom('share')
    .where('learner_id', '=', from)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('share as other')
          .select('other.fact_id')
          .where('other.learner_id', '=', into)
          .whereRef('other.fact_id', '=', 'share.fact_id')
          .whereRef('other.cohort_id', '=', 'share.cohort_id'),
      ),
    )
    .execute();
  await db.updateTable('share').set({ learner_id: into }).where('learner_id', '=', from).execute();
};
