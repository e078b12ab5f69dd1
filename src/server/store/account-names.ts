import { type SqlBool, sql } from 'kysely';
import type { Database } from './schema.ts';

/** Usernames, which live with the accounts. */
export interface AccountNames {
  /** @returns usernames by `learner.auth_user_id`. */
  namesOf(authUserIds: readonly string[]): Promise<Record<string, string>>;
  /** @returns `auth_user_id` of at most `most` whose username begins so, case aside. */
  idsFor(beginning: string, most: number): Promise<readonly string[]>;
}

export function createAccountNames(db: Database): AccountNames {
  return {
    namesOf: async (authUserIds) => {
      const rows = await db
        .selectFrom('auth_user')
        .select(['id', 'username', 'displayUsername'])
        .where('id', 'in', [...authUserIds])
        .execute();
      return Object.fromEntries(
        rows.flatMap(({ id, username, displayUsername }) => {
          const name = displayUsername ?? username;
          return name === null ? [] : [[id, name]];
        }),
      );
    },
    idsFor: async (beginning, most) => {
      const length = sql.lit([...beginning].length);
      const rows = await db
        .selectFrom('auth_user')
        .select('id')
        .where(sql<SqlBool>`substr(username, 1, ${length}) = lower(cast(${beginning} as text))`)
        .limit(most)
        .execute();
      return rows.map(({ id }) => id);
    },
  };
}
