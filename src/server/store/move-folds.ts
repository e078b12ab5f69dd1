import type { MoveRows } from './merge-rows.ts';

/** Two learners become one: what was kept for reports is made again from the facts of both; with another `recounts` it counts no more. */
export const dropFolds: MoveRows = async (db, { from, into }) => {
  await db.deleteFrom('standing_fold').where('learner_id', '=', from).execute();
  await db
    .updateTable('learner')
    .set(({ eb }) => ({ recounts: eb('recounts', '+', 1) }))
    .where('id', '=', into)
    .execute();
};
