import type { Role } from '#core/account/role.ts';
import type { Learner, LearnerStore, Session } from '#server/port/learner-store.ts';
import { removeAccount } from './remove-account.ts';
import type { Database, LearnerRow } from './schema.ts';
import { telling } from './trouble.ts';

const FIRST_GENERATION = 1;

/** The row of somebody who begins. @param userId of their account; null = a nickname only. */
export const newLearner = (
  { id, nickname, createdAt }: Parameters<LearnerStore['add']>[0],
  userId: string | null,
) => ({
  id,
  nickname,
  created_at: createdAt,
  session_generation: FIRST_GENERATION,
  fact_seq: 0,
  role: 'learner' as const,
  auth_user_id: userId,
});

export function createLearnerRepository(db: Database): LearnerStore {
  return {
    add: (learner) =>
      telling(async () => {
        await db.insertInto('learner').values(newLearner(learner, null)).execute();
        return { learnerId: learner.id, generation: FIRST_GENERATION };
      }),
    find: ({ learnerId, generation }) =>
      telling(async () => {
        const row = await db
          .selectFrom('learner')
          .select(LEARNER_COLUMNS)
          .where('id', '=', learnerId)
          .where('session_generation', '=', generation)
          .executeTakeFirst();
        return row && learnerOf(row);
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
    wasMerged: (learnerId) =>
      telling(async () => {
        const row = await db
          .selectFrom('removed_learner')
          .select('merged_into')
          .where('id', '=', learnerId)
          .executeTakeFirst();
        return typeof row?.merged_into === 'string';
      }),
    setRole: (learnerId, role) =>
      telling(() => db.transaction().execute((transaction) => setRole(transaction, learnerId, role))),
  };
}

/** What of a learner's row is told. */
export const LEARNER_COLUMNS = ['id', 'nickname', 'created_at', 'role', 'auth_user_id'] as const;

export const learnerOf = (row: Pick<LearnerRow, (typeof LEARNER_COLUMNS)[number]>): Learner => ({
  id: row.id,
  nickname: row.nickname,
  createdAt: row.created_at,
  role: row.role,
  isClaimed: row.auth_user_id !== null,
});

/** Inside the caller's transaction. */
export async function setRole(
  db: Database,
  learnerId: string,
  role: Role,
): Promise<'done' | 'unknown' | 'last-admin'> {
  // Written to first: of two admins who lower each other at once, the second waits here and then sees the first's row.
  await db.updateTable('learner').set({ role: 'admin' }).where('role', '=', 'admin').execute();
  const admins = await db.selectFrom('learner').select('id').where('role', '=', 'admin').execute();
  const isLast = admins.length === 1 && admins[0]?.id === learnerId;
  if (isLast && role !== 'admin') return 'last-admin';
  const { numUpdatedRows } = await db
    .updateTable('learner')
    .set({ role })
    .where('id', '=', learnerId)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows) === 0 ? 'unknown' : 'done';
}

/** Every table with things of a learner, by `learner_id`. */
const OWN_TABLES = [
  'fact',
  'quarantine',
  'unchecked_fact',
  'transfer_code',
  'enrolment',
  // After the place: a share being made holds on to that.
  'share',
  'standing_fold',
  'cohort_facilitator',
  'blob',
  'outbox_refusal',
  'outbox_passed',
  'outbox_held',
] as const;

/** Ends all sessions first: that takes the lock on the row which every save takes too, so nothing is added meanwhile. */
export async function remove(db: Database, { learnerId, generation }: Session, at: number): Promise<boolean> {
  const ended = await db
    .updateTable('learner')
    .set({ session_generation: generation + 1 })
    .where('id', '=', learnerId)
    .where('session_generation', '=', generation)
    .returning('auth_user_id')
    .executeTakeFirst();
  if (!ended) return false;
  for (const table of OWN_TABLES) await db.deleteFrom(table).where('learner_id', '=', learnerId).execute();
  await removeAccount(db, learnerId, ended.auth_user_id);
  await db.deleteFrom('learner').where('id', '=', learnerId).execute();
  await db
    .insertInto('removed_learner')
    .values({ id: learnerId, removed_at: at, merged_into: null })
    .execute();
  return true;
}
