import type { Assignment, Invitation } from '#core/cohort/cohort.ts';
import type { Leader } from '#server/port/cohort-store.ts';
import type { Database } from './schema.ts';
import type { AssignmentRow, CohortRow } from './schema-cohorts.ts';

/** The cohorts that somebody leads: an admin all of them. Every query on behalf of a leader begins here. */
export function cohortsOf(db: Database, { id, role }: Leader) {
  const all = db.selectFrom('cohort');
  if (role === 'admin') return all;
  // From the leader's side, along their index: classes of others are not looked at.
  return all.where('cohort.id', 'in', (eb) =>
    eb
      .selectFrom('cohort_facilitator')
      .select('cohort_facilitator.cohort_id')
      .where('cohort_facilitator.learner_id', '=', id),
  );
}

/** Does the cohort exist, and is it theirs? */
export async function leads(db: Database, leader: Leader, cohortId: string): Promise<boolean> {
  const row = await cohortsOf(db, leader)
    .select('cohort.id')
    .where('cohort.id', '=', cohortId)
    .executeTakeFirst();
  return row !== undefined;
}

const assignmentOf = (row: Omit<AssignmentRow, 'cohort_id'>): Assignment => ({
  id: row.id,
  kind: row.kind,
  activityId: row.activity_id,
  setAt: row.set_at,
  ...(row.due_at !== null && { dueAt: row.due_at }),
});

export const invitationOf = ({
  invite_code,
  invite_expires_at,
}: Pick<CohortRow, 'invite_code' | 'invite_expires_at'>): { invitation?: Invitation } =>
  invite_code === null || invite_expires_at === null
    ? {}
    : { invitation: { code: invite_code, expiresAt: invite_expires_at } };

/** Nicknames of those who lead, by cohort, in the order of their ids. */
export async function facilitatorsOf(
  db: Database,
  cohortIds: readonly string[],
): Promise<Map<string, { learnerId: string; nickname: string }[]>> {
  const found = new Map(
    cohortIds.map((id) => [id, [] as { learnerId: string; nickname: string }[]] as const),
  );
  if (cohortIds.length === 0) return found;
  const rows = await db
    .selectFrom('cohort_facilitator')
    .innerJoin('learner', 'learner.id', 'cohort_facilitator.learner_id')
    .select(['cohort_facilitator.cohort_id', 'learner.id', 'learner.nickname'])
    .where('cohort_facilitator.cohort_id', 'in', cohortIds)
    .orderBy('learner.id')
    .execute();
  for (const { cohort_id, id, nickname } of rows) found.get(cohort_id)?.push({ learnerId: id, nickname });
  return found;
}

/** Assignments by cohort, first set first. */
export async function assignmentsOf(
  db: Database,
  cohortIds: readonly string[],
): Promise<Map<string, Assignment[]>> {
  const found = new Map(cohortIds.map((id) => [id, [] as Assignment[]] as const));
  if (cohortIds.length === 0) return found;
  const rows = await db
    .selectFrom('assignment')
    .selectAll()
    .where('cohort_id', 'in', cohortIds)
    .orderBy('set_at')
    .orderBy('id')
    .execute();
  for (const { cohort_id, ...row } of rows) found.get(cohort_id)?.push(assignmentOf(row));
  return found;
}
