import type { Session } from '#server/port/learner-store.ts';
import type { Database } from './schema.ts';

/** Is the session one of a learner who is here? */
export async function isKnown(db: Database, { learnerId, generation }: Session): Promise<boolean> {
  const row = await db
    .selectFrom('learner')
    .select('id')
    .where('id', '=', learnerId)
    .where('session_generation', '=', generation)
    .executeTakeFirst();
  return row !== undefined;
}

export async function isEnrolled(db: Database, cohortId: string, learnerId: string): Promise<boolean> {
  const row = await db
    .selectFrom('enrolment')
    .select('learner_id')
    .where('cohort_id', '=', cohortId)
    .where('learner_id', '=', learnerId)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Take somebody out of a cohort, with what they shared there. The place goes first: a share that is made at the same moment
 * is waited for, and goes too.
 * @returns false when they were not in it.
 */
export const unenrol = (db: Database, cohortId: string, learnerId: string): Promise<boolean> =>
  db.transaction().execute(async (transaction) => {
    const { numDeletedRows } = await transaction
      .deleteFrom('enrolment')
      .where('cohort_id', '=', cohortId)
      .where('learner_id', '=', learnerId)
      .executeTakeFirstOrThrow();
    await transaction
      .deleteFrom('share')
      .where('learner_id', '=', learnerId)
      .where('cohort_id', '=', cohortId)
      .execute();
    return Number(numDeletedRows) > 0;
  });
