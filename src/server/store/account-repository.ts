import type { Account } from '#core/account/account.ts';
import type { AccountStore, ClaimPlan } from '#server/port/account-store.ts';
import type { Session } from '#server/port/learner-store.ts';
import { userIdOf } from '#server/port/password-accounts.ts';
import { learnerOf, newLearner } from './learner-repository.ts';
import { lockLearner } from './lock-learner.ts';
import { learnerRow, ownerOf } from './owner.ts';
import { createPasskeyCalls, keepPasskey, passkeysOf } from './passkey-calls.ts';
import { createRecoveryCalls, keepCode } from './recovery-calls.ts';
import { removeAccount } from './remove-account.ts';
import type { Database } from './schema.ts';
import { createTrainerCalls } from './trainer-calls.ts';
import { telling } from './trouble.ts';

export function createAccountRepository(db: Database): AccountStore {
  return {
    find: ({ learnerId, generation }) =>
      telling(async () => {
        const row = await learnerRow(db).where('id', '=', learnerId).executeTakeFirst();
        if (row?.session_generation !== generation) return undefined;
        const learner = learnerOf(row);
        const userId = row.auth_user_id;
        return userId === null ? { learner } : { learner, userId, account: await accountOf(db, userId) };
      }),
    findById: (learnerId) =>
      telling(async () => {
        const row = await learnerRow(db).where('id', '=', learnerId).executeTakeFirst();
        const userId = row?.auth_user_id;
        return row && { learner: learnerOf(row), ...(userId && { userId }) };
      }),
    ownerOf: (userId) => telling(() => ownerOf(db, userId)),
    claim: (session, plan) =>
      telling(() => db.transaction().execute((transaction) => claim(transaction, session, plan))),
    abandon: (learnerId) =>
      telling(() =>
        db.transaction().execute(async (transaction) => {
          if (!(await ownerOf(transaction, userIdOf(learnerId))))
            await removeAccount(transaction, learnerId, null);
        }),
      ),
    beginWith: (userId, learner) =>
      telling(async () => {
        await db
          .insertInto('learner')
          .values(newLearner(learner, userId))
          .onConflict((conflict) => conflict.column('auth_user_id').doNothing())
          .execute();
        const owner = await ownerOf(db, userId);
        if (!owner) throw new Error('the learner made just now is gone');
        return owner;
      }),
    endSessions: ({ learnerId, generation }) =>
      telling(async () => {
        const { numUpdatedRows } = await db
          .updateTable('learner')
          .set({ session_generation: generation + 1 })
          .where('id', '=', learnerId)
          .where('session_generation', '=', generation)
          .executeTakeFirstOrThrow();
        return Number(numUpdatedRows) === 0 ? undefined : { learnerId, generation: generation + 1 };
      }),
    ...createRecoveryCalls(db),
    ...createPasskeyCalls(db),
    ...createTrainerCalls(db),
  };
}

async function claim(
  db: Database,
  session: Session,
  plan: ClaimPlan,
): Promise<'claimed' | 'other' | 'unknown-learner'> {
  const { learnerId } = session;
  const { userId } = plan;
  // First, so that of two claims at once the second sees what the first has done.
  const locked = await lockLearner(db, session);
  if (!locked) return 'unknown-learner';
  if (locked.auth_user_id !== null && locked.auth_user_id !== userId) return 'other';
  const owner = await ownerOf(db, userId);
  if (owner && owner.learner.id !== learnerId) return 'other';
  if (plan.passkey && !(await keepPasskey(db, userId, plan.passkey))) return 'other';
  await db.updateTable('learner').set({ auth_user_id: userId }).where('id', '=', learnerId).execute();
  if (plan.codeHash) await keepCode(db, userId, { hash: plan.codeHash, at: plan.at });
  return 'claimed';
}

async function accountOf(db: Database, userId: string): Promise<Account> {
  const user = await db
    .selectFrom('auth_user')
    .select(['username', 'displayUsername'])
    .where('id', '=', userId)
    .executeTakeFirst();
  const accounts = await db
    .selectFrom('auth_account')
    .select(['providerId', 'password'])
    .where('userId', '=', userId)
    .execute();
  const code = await db
    .selectFrom('recovery_code')
    .select('user_id')
    .where('user_id', '=', userId)
    .executeTakeFirst();
  const passkeys = await passkeysOf(db, userId);
  const username = user?.displayUsername ?? user?.username;
  return {
    ...(username && { username }),
    passkeys: passkeys.map(({ id, name, created_at }) => ({ id, name, createdAt: created_at })),
    hasPassword: accounts.some(({ password }) => password !== null),
    hasRecoveryCode: code !== undefined,
    isCompany: accounts.some(({ providerId }) => providerId !== 'credential'),
  };
}
