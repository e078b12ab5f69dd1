import type { TransferCodeStore } from '#server/port/transfer-code-store.ts';
import { learnerOf } from './learner-repository.ts';
import type { Database } from './schema.ts';
import { telling } from './trouble.ts';

export function createTransferCodeRepository(db: Database): TransferCodeStore {
  return {
    put: ({ learnerId, generation }, { hash, at, expiresAt }) =>
      telling(async () => {
        await db.deleteFrom('transfer_code').where('expires_at', '<=', at).execute();
        const { numInsertedOrUpdatedRows } = await db
          .insertInto('transfer_code')
          .columns(['learner_id', 'code_hash', 'expires_at'])
          .expression(
            db
              .selectFrom('learner')
              .select(({ val, ref }) => [
                ref('id').as('learner_id'),
                val(hash).as('code_hash'),
                val(expiresAt).as('expires_at'),
              ])
              .where('id', '=', learnerId)
              .where('session_generation', '=', generation),
          )
          .onConflict((conflict) =>
            conflict.column('learner_id').doUpdateSet({ code_hash: hash, expires_at: expiresAt }),
          )
          .executeTakeFirstOrThrow();
        return Number(numInsertedOrUpdatedRows) > 0;
      }),
    take: (hash, at) =>
      telling(async () => {
        const taken = await db
          .deleteFrom('transfer_code')
          .where('code_hash', '=', hash)
          .where('expires_at', '>', at)
          .returning('learner_id')
          .executeTakeFirst();
        if (!taken) return undefined;
        const row = await db
          .selectFrom('learner')
          .selectAll()
          .where('id', '=', taken.learner_id)
          .executeTakeFirst();
        return (
          row && {
            learner: learnerOf(row),
            session: { learnerId: row.id, generation: row.session_generation },
          }
        );
      }),
  };
}
