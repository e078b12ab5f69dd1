import type { LearnerStore } from '#server/port/learner-store.ts';
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
  };
}
