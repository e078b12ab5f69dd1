import type { AccountStore } from '#server/port/account-store.ts';
import type { Database } from './schema.ts';
import { telling } from './trouble.ts';

/** Who may lead classes, found by what another trainer types. */
export function createTrainerCalls(db: Database): Pick<AccountStore, 'findTrainer'> {
  // The role stands in the query: whoever has none is as absent as who does not exist, also by the clock.
  const trainers = () =>
    db.selectFrom('learner').select('learner.id').where('learner.role', 'in', ['facilitator', 'admin']);
  return {
    findTrainer: ({ id, username }) =>
      telling(async () => {
        const byNumber = await trainers().where('learner.id', '=', id).executeTakeFirst();
        if (byNumber || username === undefined) return byNumber?.id;
        const byName = await trainers()
          .innerJoin('auth_user', 'auth_user.id', 'learner.auth_user_id')
          .where('auth_user.username', '=', username)
          .executeTakeFirst();
        return byName?.id;
      }),
  };
}
