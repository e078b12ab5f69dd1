import { reaches } from '#core/account/role.ts';
import { ASSIGNMENTS_AT_MOST, type Assignment } from '#core/cohort/cohort.ts';
import type { CohortStore } from '#server/port/cohort-store.ts';
import { leads } from './cohort-rows.ts';
import { isEnrolled, unenrol } from './enrolment-rows.ts';
import type { Database } from './schema.ts';
import { sharedFactsOf, sharedMarkOf } from './shared-facts.ts';
import { telling } from './trouble.ts';

type Things = Pick<
  CohortStore,
  'addFacilitator' | 'hasMember' | 'removeMember' | 'assign' | 'unassign' | 'members' | 'sharedFacts'
>;

/** What belongs to a cohort: who leads it, who is in it, what was set. */
export function createCohortThings(db: Database): Things {
  return {
    addFacilitator: (leader, cohortId, learnerId) =>
      telling(async () => {
        if (!(await leads(db, leader, cohortId))) return 'missing';
        const other = await db
          .selectFrom('learner')
          .select('role')
          .where('id', '=', learnerId)
          .executeTakeFirst();
        if (!other || !reaches(other.role, 'facilitator')) return 'unknown';
        await db
          .insertInto('cohort_facilitator')
          .values({ cohort_id: cohortId, learner_id: learnerId })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
        return 'done';
      }),
    hasMember: (leader, cohortId, learnerId) =>
      telling(async () => (await leads(db, leader, cohortId)) && (await isEnrolled(db, cohortId, learnerId))),
    removeMember: (leader, cohortId, learnerId) =>
      telling(async () => {
        if (!(await leads(db, leader, cohortId))) return false;
        return unenrol(db, cohortId, learnerId);
      }),
    assign: (leader, cohortId, assignment) =>
      telling(() =>
        db.transaction().execute(async (transaction) => {
          if (!(await leads(transaction, leader, cohortId))) return 'missing';
          return assign(transaction, cohortId, assignment);
        }),
      ),
    unassign: (leader, cohortId, assignmentId) =>
      telling(async () => {
        if (!(await leads(db, leader, cohortId))) return false;
        const { numDeletedRows } = await db
          .deleteFrom('assignment')
          .where('cohort_id', '=', cohortId)
          .where('id', '=', assignmentId)
          .executeTakeFirstOrThrow();
        return Number(numDeletedRows) > 0;
      }),
    members: (leader, cohortId) =>
      telling(async () => ((await leads(db, leader, cohortId)) ? membersOf(db, cohortId) : undefined)),
    sharedFacts: (leader, cohortId, learnerId, range) =>
      telling(async () => {
        if (!(await leads(db, leader, cohortId))) return undefined;
        return (await isEnrolled(db, cohortId, learnerId)) ? sharedFactsOf(db, learnerId, range) : undefined;
      }),
  };
}

async function assign(
  db: Database,
  cohortId: string,
  { id, kind, activityId, setAt, dueAt }: Assignment,
): Promise<'done' | 'full'> {
  const due_at = dueAt ?? null;
  const { numUpdatedRows } = await db
    .updateTable('assignment')
    .set({ due_at })
    .where('cohort_id', '=', cohortId)
    .where('kind', '=', kind)
    .where('activity_id', '=', activityId)
    .executeTakeFirstOrThrow();
  if (Number(numUpdatedRows) > 0) return 'done';
  const { set } = await db
    .selectFrom('assignment')
    .select(({ fn }) => fn.countAll<number>().as('set'))
    .where('cohort_id', '=', cohortId)
    .executeTakeFirstOrThrow();
  if (set >= ASSIGNMENTS_AT_MOST) return 'full';
  await db
    .insertInto('assignment')
    .values({ id, cohort_id: cohortId, kind, activity_id: activityId, set_at: setAt, due_at })
    // Two who lead set the same at once: one of them is enough.
    .onConflict((conflict) => conflict.columns(['cohort_id', 'kind', 'activity_id']).doUpdateSet({ due_at }))
    .execute();
  return 'done';
}

async function membersOf(db: Database, cohortId: string) {
  const rows = await db
    .selectFrom('enrolment')
    .innerJoin('learner', 'learner.id', 'enrolment.learner_id')
    .select([
      'learner.id',
      'learner.nickname',
      'learner.fact_seq',
      'learner.checked_seq',
      'learner.recounts',
      'enrolment.joined_at',
    ])
    .where('enrolment.cohort_id', '=', cohortId)
    .orderBy('enrolment.joined_at')
    .orderBy('learner.id')
    .execute();
  return rows.map((row) => ({
    learnerId: row.id,
    nickname: row.nickname,
    joinedAt: row.joined_at,
    mark: sharedMarkOf(row),
  }));
}
