import type { AccountStore } from '#server/port/account-store.ts';
import { ownerOf } from './owner.ts';
import type { Database } from './schema.ts';
import { telling } from './trouble.ts';

type RecoveryCalls = Pick<AccountStore, 'putRecoveryCode' | 'findByRecoveryCode' | 'takeRecoveryCode'>;

export function createRecoveryCalls(db: Database): RecoveryCalls {
  return {
    putRecoveryCode: (userId, code) =>
      telling(async () => {
        const user = await db
          .selectFrom('auth_user')
          .select('id')
          .where('id', '=', userId)
          .executeTakeFirst();
        if (user) await keepCode(db, userId, code);
        return user !== undefined;
      }),
    findByRecoveryCode: (hash) =>
      telling(async () => {
        const row = await db
          .selectFrom('recovery_code')
          .innerJoin('auth_user', 'auth_user.id', 'recovery_code.user_id')
          .select(['auth_user.id', 'auth_user.username'])
          .where('code_hash', '=', hash)
          .executeTakeFirst();
        return row && { userId: row.id, ...(row.username !== null && { username: row.username }) };
      }),
    takeRecoveryCode: (plan) =>
      telling(() => db.transaction().execute((transaction) => take(transaction, plan))),
  };
}

async function take(
  db: Database,
  { hash, nextHash, at }: Parameters<RecoveryCalls['takeRecoveryCode']>[0],
): ReturnType<RecoveryCalls['takeRecoveryCode']> {
  const code = await db
    .updateTable('recovery_code')
    .set({ code_hash: nextHash, created_at: at })
    .where('code_hash', '=', hash)
    .returning('user_id')
    .executeTakeFirst();
  if (!code) return undefined;
  await db
    .updateTable('learner')
    .set(({ eb }) => ({ session_generation: eb('session_generation', '+', 1) }))
    .where('auth_user_id', '=', code.user_id)
    .execute();
  const owner = await ownerOf(db, code.user_id);
  if (!owner) throw new Error('an account without a learner has a recovery code');
  return owner;
}

export async function keepCode(
  db: Database,
  userId: string,
  { hash, at }: { hash: string; at: number },
): Promise<void> {
  const kept = { code_hash: hash, created_at: at };
  await db
    .insertInto('recovery_code')
    .values({ user_id: userId, ...kept })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet(kept))
    .execute();
}
