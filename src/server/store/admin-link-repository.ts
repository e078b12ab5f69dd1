import type { AdminLinkStore } from '#server/port/admin-link-store.ts';
import type { Session } from '#server/port/learner-store.ts';
import { createAuditRepository } from './audit-repository.ts';
import type { Database } from './schema.ts';
import { telling } from './trouble.ts';

export function createAdminLinkRepository(db: Database): AdminLinkStore {
  return {
    hasAdmin: () =>
      telling(async () => {
        const row = await db
          .selectFrom('learner')
          .select('id')
          .where('role', '=', 'admin')
          .limit(1)
          .executeTakeFirst();
        return row !== undefined;
      }),
    add: ({ hash, at, expiresAt }) =>
      telling(async () => {
        await db.deleteFrom('admin_link').where('expires_at', '<=', at).execute();
        await db
          .insertInto('admin_link')
          .values({ token_hash: hash, expires_at: expiresAt, used_by: null })
          .execute();
      }),
    redeem: (session, link) =>
      telling(() => db.transaction().execute((transaction) => redeem(transaction, session, link))),
  };
}

async function redeem(
  db: Database,
  { learnerId, generation }: Session,
  { hash, at, entryId }: Parameters<AdminLinkStore['redeem']>[1],
): ReturnType<AdminLinkStore['redeem']> {
  const learner = await db
    .selectFrom('learner')
    .select('auth_user_id')
    .where('id', '=', learnerId)
    .where('session_generation', '=', generation)
    .executeTakeFirst();
  if (!learner) return 'unknown-learner';
  const link = await db
    .selectFrom('admin_link')
    .select('used_by')
    .where('token_hash', '=', hash)
    .where('expires_at', '>', at)
    .executeTakeFirst();
  if (!link || (link.used_by !== null && link.used_by !== learnerId)) return 'wrong';
  if (learner.auth_user_id === null) return 'unclaimed';
  const { numUpdatedRows } = await db
    .updateTable('admin_link')
    .set({ used_by: learnerId })
    .where('token_hash', '=', hash)
    .where('used_by', 'is', null)
    .executeTakeFirstOrThrow();
  // Used already: by this learner it was done then, and is not done anew, for the role may have been taken since.
  if (Number(numUpdatedRows) === 0) return link.used_by === learnerId ? 'done' : 'wrong';
  await db.updateTable('learner').set({ role: 'admin' }).where('id', '=', learnerId).execute();
  await createAuditRepository(db).add({
    id: entryId,
    at,
    actorId: learnerId,
    act: 'role.changed',
    subjectId: learnerId,
    detail: { role: 'admin', by: 'admin-link' },
  });
  return 'done';
}
