import type { Signed } from '#server/port/account-store.ts';
import { LEARNER_COLUMNS, learnerOf } from './learner-repository.ts';
import type { Database } from './schema.ts';

/** What of a learner's row says who they are, which sessions are in force and which account is theirs. */
export const learnerRow = (db: Database) =>
  db.selectFrom('learner').select([...LEARNER_COLUMNS, 'session_generation']);

/** @returns whose account it is; undefined while it is nobody's. */
export async function ownerOf(db: Database, userId: string): Promise<Signed | undefined> {
  const row = await learnerRow(db).where('auth_user_id', '=', userId).executeTakeFirst();
  return (
    row && { learner: learnerOf(row), session: { learnerId: row.id, generation: row.session_generation } }
  );
}
