import { userIdOf } from '#server/port/password-accounts.ts';
import type { Database } from './schema.ts';

/**
 * Delete everything by which a learner signs in, an account begun but never claimed too.
 * @param userId of the account they have claimed, if any.
 */
export async function removeAccount(db: Database, learnerId: string, userId: string | null): Promise<void> {
  const users = [userIdOf(learnerId), ...(userId === null ? [] : [userId])];
  await db.deleteFrom('passkey').where('user_id', 'in', users).execute();
  await db.deleteFrom('recovery_code').where('user_id', 'in', users).execute();
  // Not left to the tables' own foreign keys: SQLite minds them only where a handle says so.
  await db.deleteFrom('auth_session').where('userId', 'in', users).execute();
  await db.deleteFrom('auth_account').where('userId', 'in', users).execute();
  await db.deleteFrom('auth_user').where('id', 'in', users).execute();
  await db.deleteFrom('admin_link').where('used_by', '=', learnerId).execute();
}
