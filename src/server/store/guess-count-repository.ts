import type { GuessCount, GuessCountStore } from '#server/port/guess-count-store.ts';
import type { Database, GuessCountRow } from './schema.ts';
import { telling } from './trouble.ts';

export function createGuessCountRepository(db: Database): GuessCountStore {
  return {
    read: (names, at) =>
      telling(async () => {
        const rows = await db
          .selectFrom('guess_count')
          .selectAll()
          .where('name', 'in', names)
          .where('ends_at', '>', at)
          .execute();
        return rows.map(countOf);
      }),
    add: (names, span) => telling(() => add(db, names, span)),
    sweep: (at, most) =>
      telling(async () => {
        const over = db.selectFrom('guess_count').select('name').where('ends_at', '<=', at).limit(most);
        const { numDeletedRows } = await db
          .deleteFrom('guess_count')
          .where('name', 'in', over)
          // Asked again of the row itself: one that has just begun anew stays.
          .where('ends_at', '<=', at)
          .executeTakeFirstOrThrow();
        return Number(numDeletedRows);
      }),
  };
}

/** One statement; sorted, so that two at once take their rows in the same order and neither waits for the other. */
async function add(
  db: Database,
  names: readonly string[],
  { at, endsAt }: { at: number; endsAt: number },
): Promise<GuessCount[]> {
  const rows = await db
    .insertInto('guess_count')
    .values([...names].sort().map((name) => ({ name, count: 1, ends_at: endsAt })))
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet((eb) => ({
        count: eb
          .case()
          .when('guess_count.ends_at', '<=', at)
          .then(eb.ref('excluded.count'))
          .else(eb('guess_count.count', '+', eb.lit(1)))
          .end(),
        ends_at: eb
          .case()
          .when('guess_count.ends_at', '<=', at)
          .then(eb.ref('excluded.ends_at'))
          .else(eb.ref('guess_count.ends_at'))
          .end(),
      })),
    )
    .returningAll()
    .execute();
  return rows.map(countOf);
}

const countOf = ({ name, count, ends_at }: GuessCountRow): GuessCount => ({ name, count, endsAt: ends_at });
