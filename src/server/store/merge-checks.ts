import type { MoveRows } from './merge-rows.ts';

/**
 * What was found about facts of the learner who ends goes: the facts get new numbers with the one who stays, so that they are
 * looked at again. A verdict that moved along could hit a fact of the same id that stays as it is.
 */
export const dropChecks: MoveRows = async (db, { from }) => {
  await db.deleteFrom('unchecked_fact').where('learner_id', '=', from).execute();
  await db.deleteFrom('quarantine').where('learner_id', '=', from).where('reason', '=', 'score').execute();
};
