import { COHORTS_AT_MOST, type CohortHead } from '#core/cohort/cohort.ts';
import type { CohortStore, Leader } from '#server/port/cohort-store.ts';
import { assignmentsOf, cohortsOf, facilitatorsOf, invitationOf, leads } from './cohort-rows.ts';
import { createCohortThings } from './cohort-things.ts';
import { createEnrolmentRepository } from './enrolment-repository.ts';
import type { Database } from './schema.ts';
import { createShareRepository } from './share-repository.ts';
import { telling } from './trouble.ts';

/** An admin sees everybody's classes; whoever leads them has `COHORTS_AT_MOST`. */
const LISTED_AT_MOST = 1_000;

export function createCohortRepository(db: Database): CohortStore {
  return {
    ...createCohortThings(db),
    ...createEnrolmentRepository(db),
    ...createShareRepository(db),
    make: (leader, cohort) =>
      telling(() => db.transaction().execute((transaction) => make(transaction, leader, cohort))),
    list: (leader) => telling(() => list(db, leader)),
    find: (leader, cohortId) =>
      telling(async () => {
        const row = await headsOf(db, leader).where('cohort.id', '=', cohortId).executeTakeFirst();
        if (!row) return undefined;
        const facilitators = await facilitatorsOf(db, [cohortId]);
        const assignments = await assignmentsOf(db, [cohortId]);
        return {
          ...headOf(row),
          ...invitationOf(row),
          facilitators: facilitators.get(cohortId) ?? [],
          assignments: assignments.get(cohortId) ?? [],
        };
      }),
    rename: (leader, cohortId, name) => change(db, leader, cohortId, { name }),
    invite: (leader, cohortId, invitation) =>
      change(db, leader, cohortId, {
        invite_code: invitation?.code ?? null,
        invite_expires_at: invitation?.expiresAt ?? null,
      }),
    remove: (leader, cohortId) =>
      telling(() =>
        db.transaction().execute(async (transaction) => {
          if (!(await leads(transaction, leader, cohortId))) return false;
          for (const table of ['assignment', 'enrolment', 'share', 'cohort_facilitator'] as const)
            await transaction.deleteFrom(table).where('cohort_id', '=', cohortId).execute();
          await transaction.deleteFrom('cohort').where('id', '=', cohortId).execute();
          return true;
        }),
      ),
  };
}

async function make(
  db: Database,
  leader: Leader,
  { id, name, at, invitation }: Parameters<CohortStore['make']>[1],
): Promise<boolean> {
  const { led } = await db
    .selectFrom('cohort_facilitator')
    .select(({ fn }) => fn.countAll<number>().as('led'))
    .where('learner_id', '=', leader.id)
    .executeTakeFirstOrThrow();
  if (led >= COHORTS_AT_MOST) return false;
  const { code, expiresAt } = invitation;
  await db
    .insertInto('cohort')
    .values({ id, name, made_at: at, invite_code: code, invite_expires_at: expiresAt })
    .execute();
  await db.insertInto('cohort_facilitator').values({ cohort_id: id, learner_id: leader.id }).execute();
  return true;
}

/** Rows of the cohorts somebody leads, with how many learners are in each. */
const headsOf = (db: Database, leader: Leader) =>
  cohortsOf(db, leader)
    .selectAll('cohort')
    .select(({ selectFrom }) =>
      selectFrom('enrolment')
        .select(({ fn }) => fn.countAll<number>().as('members'))
        .whereRef('enrolment.cohort_id', '=', 'cohort.id')
        .as('members'),
    );

const headOf = (row: { id: string; name: string; made_at: number; members: number | null }): CohortHead => ({
  id: row.id,
  name: row.name,
  madeAt: row.made_at,
  members: row.members ?? 0,
});

async function list(db: Database, leader: Leader): Promise<CohortHead[]> {
  const rows = await headsOf(db, leader)
    .orderBy('cohort.made_at', 'desc')
    .orderBy('cohort.id', 'desc')
    .limit(LISTED_AT_MOST)
    .execute();
  return rows.map(headOf);
}

const change = (
  db: Database,
  leader: Leader,
  cohortId: string,
  to: { name: string } | { invite_code: string | null; invite_expires_at: number | null },
): Promise<boolean> =>
  telling(async () => {
    const own = cohortsOf(db, leader).select('cohort.id').where('cohort.id', '=', cohortId);
    const { numUpdatedRows } = await db
      .updateTable('cohort')
      .set(to)
      .where('id', 'in', own)
      .executeTakeFirstOrThrow();
    return Number(numUpdatedRows) > 0;
  });
