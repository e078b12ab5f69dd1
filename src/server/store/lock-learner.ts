import type { Session } from '#server/port/learner-store.ts';
import type { Database } from './schema.ts';

/**
 * Hold a learner's row until the transaction ends, by writing it. Saves, pictures, claims, joining and deletion of one
 * learner all begin so and come one after the other; what is read next is as nobody can change it meanwhile.
 * @returns what the row says; undefined when there is no such learner, or their sessions are of another generation.
 */
export const lockLearner = (db: Database, { learnerId, generation }: Session) =>
  db
    .updateTable('learner')
    .set({ session_generation: generation })
    .where('id', '=', learnerId)
    .where('session_generation', '=', generation)
    .returning(['auth_user_id', 'fact_seq', 'role'])
    .executeTakeFirst();
