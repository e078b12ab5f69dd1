import type { LearnerStore, Session } from '#server/port/learner-store.ts';
import type { Database } from './schema.ts';
import { telling } from './trouble.ts';

const FIRST_GENERATION = 1;

export function createLearnerRepository(db: Database): LearnerStore {
  return {
    add: ({ id, nickname, createdAt }) =>
      telling(async () => {
        await db
          .insertInto('learner')
          .values({ id, nickname, created_at: createdAt, session_generation: FIRST_GENERATION, fact_seq: 0 })
          .execute();
        return { learnerId: id, generation: FIRST_GENERATION };
      }),
    find: ({ learnerId, generation }) =>
      telling(async () => {
        const row = await db
          .selectFrom('learner')
          .select(['id', 'nickname', 'created_at'])
          .where('id', '=', learnerId)
          .where('session_generation', '=', generation)
          .executeTakeFirst();
        return row && { id: row.id, nickname: row.nickname, createdAt: row.created_at };
      }),
    remove: (session, at) =>
      telling(() => db.transaction().execute((transaction) => remove(transaction, session, at))),
    wasRemoved: (learnerId) =>
      telling(async () => {
        const row = await db
          .selectFrom('removed_learner')
          .select('id')
          .where('id', '=', learnerId)
          .executeTakeFirst();
        return row !== undefined;
      }),
  };
}

/** Ends all sessions first: that takes the lock on the row which every save takes too, so nothing is added meanwhile. */
async function remove(db: Database, { learnerId, generation }: Session, at: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('learner')
    .set({ session_generation: generation + 1 })
    .where('id', '=', learnerId)
    .where('session_generation', '=', generation)
    .executeTakeFirstOrThrow();
  if (Number(numUpdatedRows) === 0) return false;
  for (const table of ['fact', 'quarantine', 'transfer_code'] as const)
    await db.deleteFrom(table).where('learner_id', '=', learnerId).execute();
  await db.deleteFrom('learner').where('id', '=', learnerId).execute();
  await db.insertInto('removed_learner').values({ id: learnerId, removed_at: at }).execute();
  return true;
}
