import { type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { Role } from '#core/account/role.ts';
import { dayNumber, type Person } from '#core/admin/admin.ts';
import type { Actor, Census, PeopleStore, Place } from '#server/port/people-store.ts';
import type { AccountNames } from './account-names.ts';
import { writeAct } from './audit-writing.ts';
import { remove, setRole } from './learner-repository.ts';
import type { Database, Schema } from './schema.ts';
import { telling } from './trouble.ts';

const FACTS_PER_PAGE = 500;
/** Accounts looked at for one search; who types no more than a letter sees the first of them. */
const ACCOUNTS_AT_MOST = 200;

/** @param names where accounts are kept; without, nobody has a username. */
export function createPeopleRepository(db: Database, names?: AccountNames): PeopleStore {
  return {
    page: (asked) => telling(() => page(db, names, asked)),
    find: (learnerId) =>
      telling(async () => {
        const row = await people(db).where('learner.id', '=', learnerId).executeTakeFirst();
        return row && (await withNames([row], names))[0];
      }),
    names: (ids) =>
      telling(async () => {
        if (ids.length === 0) return {};
        const rows = await db
          .selectFrom('learner')
          .select(['id', 'nickname'])
          .where('id', 'in', [...ids])
          .execute();
        return Object.fromEntries(rows.map(({ id, nickname }) => [id, nickname]));
      }),
    census: () => telling(() => census(db)),
    setRole: (learnerId, role, by) =>
      telling(() => db.transaction().execute((inside) => changeRole(inside, learnerId, role, by))),
    remove: (learnerId, by) =>
      telling(() => db.transaction().execute((inside) => removeBy(inside, learnerId, by))),
    facts: (learnerId, since) => telling(() => factsOf(db, learnerId, since)),
    privateFacts: (learnerId) =>
      telling(async () => {
        const { count } = await db
          .selectFrom('fact')
          .select(({ fn }) => fn.countAll<number>().as('count'))
          .where('learner_id', '=', learnerId)
          .where('is_private', '=', 1)
          .executeTakeFirstOrThrow();
        return Number(count);
      }),
  };
}

const people = (db: Database) =>
  db
    .selectFrom('learner')
    .select([
      'learner.id',
      'nickname',
      'role',
      'created_at as createdAt',
      'last_seen_day as lastDay',
      'auth_user_id as account',
    ])
    .select(({ selectFrom, fn }) =>
      selectFrom('fact')
        .whereRef('fact.learner_id', '=', 'learner.id')
        .select(fn.countAll<number>().as('count'))
        .as('facts'),
    );

type Row = Awaited<ReturnType<ReturnType<typeof people>['executeTakeFirstOrThrow']>>;

async function page(
  db: Database,
  names: AccountNames | undefined,
  { text, after, most }: { text: string; after?: Place; most: number },
): Promise<Person[]> {
  let query = people(db);
  if (text) {
    const accounts = names ? await names.idsFor(text, ACCOUNTS_AT_MOST) : [];
    query = query.where((eb) => eb.or(beginsSo(eb, text, accounts)));
  }
  if (after)
    query = query.where(({ eb, or, and }) =>
      or([
        eb('created_at', '<', after.at),
        and([eb('created_at', '=', after.at), eb('learner.id', '<', after.id)]),
      ]),
    );
  const rows = await query.orderBy('created_at', 'desc').orderBy('learner.id', 'desc').limit(most).execute();
  return withNames(rows, names);
}

/** `like` minds case in one engine and not in the other, and has signs of its own; parts of texts are the same in both. */
function beginsSo(eb: ExpressionBuilder<Schema, 'learner'>, text: string, accounts: readonly string[]) {
  const length = [...text].length;
  const begins = (column: 'nickname' | 'learner.id') =>
    sql<SqlBool>`lower(substr(${sql.ref(column)}, 1, ${sql.lit(length)})) = lower(cast(${text} as text))`;
  return [
    begins('nickname'),
    begins('learner.id'),
    ...(accounts.length ? [eb('auth_user_id', 'in', [...accounts])] : []),
  ];
}

async function withNames(rows: readonly Row[], names: AccountNames | undefined): Promise<Person[]> {
  const accounts = rows.flatMap(({ account }) => account ?? []);
  const found = names && accounts.length ? await names.namesOf(accounts) : {};
  return rows.map(({ account, lastDay, facts, ...row }) => {
    const username = account === null ? undefined : found[account];
    return {
      ...row,
      lastSeenDay: lastDay ?? dayNumber(row.createdAt),
      facts: Number(facts),
      isClaimed: account !== null,
      ...(username !== undefined && { username }),
    };
  });
}

async function census(db: Database): Promise<Census> {
  const roles = await db
    .selectFrom('learner')
    .select(({ fn }) => ['role', fn.countAll<number>().as('count')] as const)
    .groupBy('role')
    .execute();
  const of = (role: Role) => Number(roles.find((one) => one.role === role)?.count ?? 0);
  const { given } = await db
    .selectFrom('learner')
    .select(({ fn }) => fn.sum<number | null>('fact_seq').as('given'))
    .executeTakeFirstOrThrow();
  const aside = await db
    .selectFrom('quarantine')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('reason', '<>', 'score')
    .executeTakeFirstOrThrow();
  const open = await db
    .selectFrom('mistake_report')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('done_at', 'is', null)
    .executeTakeFirstOrThrow();
  return {
    people: { learner: of('learner'), facilitator: of('facilitator'), admin: of('admin') },
    // By the numbers given out: counting a million facts would hold up every save on SQLite for a tenth of a second.
    facts: Number(given ?? 0),
    quarantined: Number(aside.count),
    openMistakes: Number(open.count),
  };
}

const roleOf = (db: Database, learnerId: string) =>
  db
    .selectFrom('learner')
    .select(['role', 'session_generation as generation'])
    .where('id', '=', learnerId)
    .executeTakeFirst();

async function changeRole(db: Database, learnerId: string, role: Role, by: Actor) {
  const before = await roleOf(db, learnerId);
  if (before?.role === role) return 'same';
  const done = await setRole(db, learnerId, role);
  if (done === 'done' && before) {
    const detail = { from: before.role, to: role };
    await writeAct(db, by, { act: 'role.changed', subjectId: learnerId, detail });
  }
  return done;
}

async function removeBy(db: Database, learnerId: string, by: Actor) {
  // Lowered first: that waits for whoever else gives or takes roles, and keeps the last admin.
  const lowered = await setRole(db, learnerId, 'learner');
  if (lowered !== 'done') return lowered;
  const found = await roleOf(db, learnerId);
  const isDone = found && (await remove(db, { learnerId, generation: found.generation }, by.at));
  if (!isDone) return 'unknown';
  await writeAct(db, by, { act: 'learner.deleted', subjectId: learnerId });
  return 'done';
}

async function factsOf(db: Database, learnerId: string, since: number) {
  const rows = await db
    .selectFrom('fact')
    .select(['seq', 'body'])
    .where('learner_id', '=', learnerId)
    .where('seq', '>', since)
    .where('is_private', '=', 0)
    .orderBy('seq')
    .limit(FACTS_PER_PAGE + 1)
    .execute();
  const here = rows.slice(0, FACTS_PER_PAGE);
  return {
    bodies: here.map(({ body }) => body),
    seq: here.at(-1)?.seq ?? since,
    more: rows.length > FACTS_PER_PAGE,
  };
}
