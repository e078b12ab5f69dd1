import type { MoveRows } from './merge-rows.ts';

/**
 * Places in cohorts, of both kinds, when two learners become one: where both have one in the same cohort, that of the one
 * who stays is kept.
 */
export const moveCohorts: MoveRows = async (db, { from, into }) => {
  for (const table of ['enrolment', 'cohort_facilitator'] as const) {
    await db
      .deleteFrom(table)
      .where('learner_id', '=', from)
      .where('cohort_id', 'in', ({ selectFrom }) =>
        selectFrom(table).select('cohort_id').where('learner_id', '=', into),
      )
      .execute();
    await db.updateTable(table).set({ learner_id: into }).where('learner_id', '=', from).execute();
  }
};
