import { COHORTS_AT_MOST, type Enrolment, MEMBERS_AT_MOST } from '#core/cohort/cohort.ts';
import type { CohortStore, EnrolOutcome } from '#server/port/cohort-store.ts';
import type { Session } from '#server/port/learner-store.ts';
import { assignmentsOf, facilitatorsOf } from './cohort-rows.ts';
import { isKnown, unenrol } from './enrolment-rows.ts';
import { lockLearner } from './lock-learner.ts';
import type { Database } from './schema.ts';
import { telling } from './trouble.ts';

type Enrolments = Pick<CohortStore, 'invitation' | 'enrol' | 'enrolments' | 'leave'>;

/** The learner's side: what a code opens, joining, the own places, leaving. */
export function createEnrolmentRepository(db: Database): Enrolments {
  return {
    invitation: (code, at) =>
      telling(async () => {
        const row = await openedBy(db, code, at);
        if (!row) return undefined;
        const facilitators = (await facilitatorsOf(db, [row.id])).get(row.id) ?? [];
        return {
          name: row.name,
          facilitators: facilitators.map(({ nickname }) => nickname),
          expiresAt: row.invite_expires_at ?? at,
        };
      }),
    enrol: (session, entry) =>
      telling(() => db.transaction().execute((transaction) => enrol(transaction, session, entry))),
    enrolments: (session) =>
      telling(async () => ((await isKnown(db, session)) ? enrolmentsOf(db, session.learnerId) : undefined)),
    leave: (session, cohortId) =>
      telling(async () => {
        if (!(await isKnown(db, session))) return false;
        return unenrol(db, cohortId, session.learnerId);
      }),
  };
}

const openedBy = (db: Database, code: string, at: number) =>
  db
    .selectFrom('cohort')
    .select(['id', 'name', 'invite_expires_at'])
    .where('invite_code', '=', code)
    .where('invite_expires_at', '>', at)
    .executeTakeFirst();

async function enrol(
  db: Database,
  session: Session,
  { code, at, told }: Parameters<CohortStore['enrol']>[1],
): Promise<EnrolOutcome> {
  // First: a deletion that comes at the same moment waits here, or has gone before.
  if (!(await lockLearner(db, session))) return { status: 'unknown-learner' };
  const { learnerId } = session;
  const cohort = await openedBy(db, code, at);
  if (!cohort) return { status: 'wrong' };
  const own = await enrolmentsOf(db, learnerId);
  const known = own.find(({ cohortId }) => cohortId === cohort.id);
  if (!known && (own.length >= COHORTS_AT_MOST || (await isFull(db, cohort.id)))) return { status: 'full' };
  await db
    .insertInto('enrolment')
    .values({ cohort_id: cohort.id, learner_id: learnerId, joined_at: at, told_version: told })
    // Who joins again has been told again.
    .onConflict((conflict) =>
      conflict.columns(['cohort_id', 'learner_id']).doUpdateSet({ told_version: told }),
    )
    .execute();
  const enrolment = (await enrolmentsOf(db, learnerId)).find(({ cohortId }) => cohortId === cohort.id);
  return enrolment ? { status: known ? 'known' : 'joined', enrolment } : { status: 'wrong' };
}

async function isFull(db: Database, cohortId: string): Promise<boolean> {
  const { members } = await db
    .selectFrom('enrolment')
    .select(({ fn }) => fn.countAll<number>().as('members'))
    .where('cohort_id', '=', cohortId)
    .executeTakeFirstOrThrow();
  return members >= MEMBERS_AT_MOST;
}

async function enrolmentsOf(db: Database, learnerId: string): Promise<Enrolment[]> {
  const rows = await db
    .selectFrom('enrolment')
    .innerJoin('cohort', 'cohort.id', 'enrolment.cohort_id')
    .select(['cohort.id', 'cohort.name', 'enrolment.joined_at', 'enrolment.told_version'])
    .where('enrolment.learner_id', '=', learnerId)
    .orderBy('enrolment.joined_at')
    .orderBy('cohort.id')
    .execute();
  const ids = rows.map(({ id }) => id);
  const facilitators = await facilitatorsOf(db, ids);
  const assignments = await assignmentsOf(db, ids);
  return rows.map(({ id, name, joined_at, told_version }) => ({
    cohortId: id,
    name,
    facilitators: (facilitators.get(id) ?? []).map(({ nickname }) => nickname),
    joinedAt: joined_at,
    told: told_version,
    assignments: assignments.get(id) ?? [],
  }));
}
