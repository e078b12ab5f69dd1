import { SHARED_AT_MOST, SHARES_AT_MOST } from '#core/cohort/shares.ts';
import { parseFact } from '#core/model/fact.guard.ts';
import type { Session } from '#server/port/learner-store.ts';
import type { SharedPrivate, ShareOutcome, ShareStore } from '#server/port/share-store.ts';
import { leads } from './cohort-rows.ts';
import { isEnrolled, isKnown } from './enrolment-rows.ts';
import type { Database } from './schema.ts';
import { telling } from './trouble.ts';

export function createShareRepository(db: Database): ShareStore {
  return {
    share: (session, entry) =>
      telling(() => db.transaction().execute((transaction) => share(transaction, session, entry))),
    endShare: (session, { cohortId, factId }) =>
      telling(async () => {
        const refused = await refusal(db, session, cohortId);
        if (refused) return refused;
        await db
          .deleteFrom('share')
          .where('learner_id', '=', session.learnerId)
          .where('fact_id', '=', factId)
          .where('cohort_id', '=', cohortId)
          .execute();
        return 'done';
      }),
    shares: (session, cohortId) =>
      telling(async () => {
        const refused = await refusal(db, session, cohortId);
        if (refused) return refused;
        const rows = await db
          .selectFrom('share')
          .select(['fact_id', 'shared_at'])
          .where('learner_id', '=', session.learnerId)
          .where('cohort_id', '=', cohortId)
          .orderBy('shared_at', 'desc')
          .orderBy('fact_id')
          .execute();
        return rows.map(({ fact_id, shared_at }) => ({ factId: fact_id, sharedAt: shared_at }));
      }),
    sharedPrivate: (leader, cohortId) =>
      telling(async () => ((await leads(db, leader, cohortId)) ? sharedWith(db, cohortId) : undefined)),
  };
}

/** Why somebody has nothing to do with what is shared with a cohort; undefined: they are in it. */
async function refusal(
  db: Database,
  session: Session,
  cohortId: string,
): Promise<'not-enrolled' | 'unknown-learner' | undefined> {
  if (!(await isKnown(db, session))) return 'unknown-learner';
  return (await isEnrolled(db, cohortId, session.learnerId)) ? undefined : 'not-enrolled';
}

async function share(
  db: Database,
  session: Session,
  { cohortId, factId, at }: Parameters<ShareStore['share']>[1],
): Promise<ShareOutcome> {
  if (!(await isKnown(db, session))) return 'unknown-learner';
  const { learnerId } = session;
  // Written to first: whoever leaves at the same moment waits here and then takes the share along, or has gone before. Two
  // devices that share at once wait here too, so the number below is the true one.
  const { numUpdatedRows } = await db
    .updateTable('enrolment')
    .set((eb) => ({ told_version: eb.ref('told_version') }))
    .where('cohort_id', '=', cohortId)
    .where('learner_id', '=', learnerId)
    .executeTakeFirstOrThrow();
  if (Number(numUpdatedRows) === 0) return 'not-enrolled';
  const fact = await db
    .selectFrom('fact')
    .select('id')
    .where('id', '=', factId)
    .where('learner_id', '=', learnerId)
    .where('is_private', '=', 1)
    .executeTakeFirst();
  if (!fact) return 'no-fact';
  const shared = await db
    .selectFrom('share')
    .select('fact_id')
    .where('learner_id', '=', learnerId)
    .where('cohort_id', '=', cohortId)
    .execute();
  if (shared.some(({ fact_id }) => fact_id === factId)) return 'done';
  if (shared.length >= SHARES_AT_MOST) return 'full';
  await db
    .insertInto('share')
    .values({ learner_id: learnerId, fact_id: factId, cohort_id: cohortId, shared_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return 'done';
}

/** The one query by which somebody else than the owner reads a private fact. */
async function sharedWith(db: Database, cohortId: string): Promise<SharedPrivate[]> {
  const rows = await db
    .selectFrom('share')
    .innerJoin('enrolment', (join) =>
      join
        .onRef('enrolment.cohort_id', '=', 'share.cohort_id')
        .onRef('enrolment.learner_id', '=', 'share.learner_id'),
    )
    .innerJoin('learner', 'learner.id', 'share.learner_id')
    .innerJoin('fact', (join) =>
      join.onRef('fact.id', '=', 'share.fact_id').onRef('fact.learner_id', '=', 'share.learner_id'),
    )
    .select(['share.learner_id', 'learner.nickname', 'share.shared_at', 'fact.body'])
    .where('share.cohort_id', '=', cohortId)
    .where('fact.is_private', '=', 1)
    .orderBy('share.shared_at', 'desc')
    .orderBy('share.learner_id')
    .orderBy('share.fact_id')
    .limit(SHARED_AT_MOST)
    .execute();
  return rows.flatMap(({ learner_id, nickname, shared_at, body }) => {
    const fact = parseFact(JSON.parse(body));
    return fact ? [{ learnerId: learner_id, nickname, sharedAt: shared_at, fact }] : [];
  });
}
