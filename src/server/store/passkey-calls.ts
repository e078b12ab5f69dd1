import type { AccountStore, KeptPasskey } from '#server/port/account-store.ts';
import type { Session } from '#server/port/learner-store.ts';
import { lockLearner } from './lock-learner.ts';
import type { Database } from './schema.ts';
import type { PasskeyRow } from './schema-accounts.ts';
import { telling } from './trouble.ts';

type PasskeyCalls = Pick<AccountStore, 'passkeysOf' | 'findPasskey' | 'usePasskey' | 'removePasskey'>;

export function createPasskeyCalls(db: Database): PasskeyCalls {
  return {
    passkeysOf: (userId) => telling(async () => (await passkeysOf(db, userId)).map(passkeyOf)),
    findPasskey: (credentialId) =>
      telling(async () => {
        const row = await db
          .selectFrom('passkey')
          .selectAll()
          .where('credential_id', '=', credentialId)
          .executeTakeFirst();
        return row && { ...passkeyOf(row), userId: row.user_id };
      }),
    usePasskey: (use) => telling(() => db.transaction().execute((transaction) => note(transaction, use))),
    removePasskey: (session, passkeyId) =>
      telling(() => db.transaction().execute((transaction) => remove(transaction, session, passkeyId))),
  };
}

export const passkeysOf = (db: Database, userId: string) =>
  db
    .selectFrom('passkey')
    .selectAll()
    .where('user_id', '=', userId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();

const passkeyOf = (row: PasskeyRow): KeptPasskey => ({
  id: row.id,
  credentialId: row.credential_id,
  publicKey: row.public_key,
  counter: row.counter,
  transports: JSON.parse(row.transports),
  name: row.name,
  createdAt: row.created_at,
});

/** @returns false when the credential is another account's. */
export async function keepPasskey(db: Database, userId: string, passkey: KeptPasskey): Promise<boolean> {
  const { id, credentialId, publicKey, counter, transports, name, createdAt } = passkey;
  await db
    .insertInto('passkey')
    .values({
      id,
      user_id: userId,
      credential_id: credentialId,
      public_key: publicKey,
      counter,
      transports: JSON.stringify(transports),
      name,
      created_at: createdAt,
    })
    // Sent again after a lost answer it is there already.
    .onConflict((conflict) => conflict.column('credential_id').doNothing())
    .execute();
  const kept = await db
    .selectFrom('passkey')
    .select('user_id')
    .where('credential_id', '=', credentialId)
    .executeTakeFirst();
  return kept?.user_id === userId;
}

async function note(
  db: Database,
  { credentialId, counter, challenge, expiresAt, at }: Parameters<PasskeyCalls['usePasskey']>[0],
): Promise<boolean> {
  await db.deleteFrom('used_challenge').where('expires_at', '<=', at).execute();
  const used = await db
    .insertInto('used_challenge')
    .values({ challenge, expires_at: expiresAt })
    .onConflict((conflict) => conflict.column('challenge').doNothing())
    .returning('challenge')
    .executeTakeFirst();
  if (!used) return false;
  const { numUpdatedRows } = await db
    .updateTable('passkey')
    .set({ counter })
    .where('credential_id', '=', credentialId)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows) > 0;
}

async function remove(
  db: Database,
  session: Session,
  passkeyId: string,
): Promise<'removed' | 'last' | 'unknown'> {
  // So that of two who remove the last two at once one is refused.
  const learner = await lockLearner(db, session);
  const userId = learner?.auth_user_id;
  if (!userId) return 'unknown';
  const passkeys = await passkeysOf(db, userId);
  if (!passkeys.some(({ id }) => id === passkeyId)) return 'unknown';
  const other = await db
    .selectFrom('auth_account')
    .select('userId')
    .where('userId', '=', userId)
    .executeTakeFirst();
  if (passkeys.length === 1 && !other) return 'last';
  await db.deleteFrom('passkey').where('id', '=', passkeyId).where('user_id', '=', userId).execute();
  return 'removed';
}
