import type { DutyStore } from '#server/port/duty-store.ts';
import type { Database } from './schema.ts';
import { telling } from './trouble.ts';

const NEVER = -1;

export function createDutyRepository(db: Database): DutyStore {
  return {
    take: ({ name, holder, at, until }, day) =>
      telling(async () => {
        await db
          .insertInto('duty')
          .values({ name, done_day: NEVER, holder: '', held_until: 0 })
          .onConflict((conflict) => conflict.column('name').doNothing())
          .execute();
        const { numUpdatedRows } = await db
          .updateTable('duty')
          .set({ holder, held_until: until })
          .where('name', '=', name)
          .where('done_day', '<', day)
          .where('held_until', '<=', at)
          .executeTakeFirstOrThrow();
        return Number(numUpdatedRows) === 1;
      }),
    keep: ({ name, holder, until }) =>
      telling(async () => {
        const { numUpdatedRows } = await db
          .updateTable('duty')
          .set({ held_until: until })
          .where('name', '=', name)
          .where('holder', '=', holder)
          .executeTakeFirstOrThrow();
        return Number(numUpdatedRows) === 1;
      }),
    done: ({ name, holder }, day) =>
      telling(async () => {
        await db
          .updateTable('duty')
          .set({ done_day: day, held_until: 0 })
          .where('name', '=', name)
          .where('holder', '=', holder)
          .execute();
      }),
    doneDay: (name) =>
      telling(async () => {
        const row = await db
          .selectFrom('duty')
          .select('done_day')
          .where('name', '=', name)
          .where('done_day', '>', NEVER)
          .executeTakeFirst();
        return row?.done_day;
      }),
  };
}
