import type { Refusal, Settling } from '#server/port/outbox-store.ts';
import type { Actor } from '#server/port/people-store.ts';
import { writeAct } from './audit-writing.ts';
import { holdBack } from './held-facts.ts';
import type { Database } from './schema.ts';

/** Of one act; a thousand learners' rows are locked no longer than a save may wait. */
const SENT_AGAIN_AT_MOST = 1_000;

/** @param db a transaction. In the order of ids, as saves take their locks, so that the two cannot wait for each other. */
export async function settle(
  db: Database,
  settlings: readonly Settling[],
  refusals: readonly Refusal[],
  at: number,
): Promise<void> {
  for (const settling of settlings.toSorted((a, b) => (a.learnerId < b.learnerId ? -1 : 1))) {
    const { learnerId, from, to, held = [], released = [] } = settling;
    // The lock that verdicts take too, see `holdBack`; also where the cursor stays.
    const { numUpdatedRows } = await db
      .updateTable('learner')
      .set({ forwarded_seq: to })
      .where('id', '=', learnerId)
      .where('forwarded_seq', '=', from)
      .executeTakeFirstOrThrow();
    if (Number(numUpdatedRows) === 0) continue;
    await holdBack(
      db,
      learnerId,
      held.map(({ factId }) => factId),
    );
    if (released.length)
      await db
        .deleteFrom('outbox_held')
        .where('learner_id', '=', learnerId)
        .where('fact_id', 'in', released)
        .execute();
    await refuse(
      db,
      refusals.filter((refusal) => refusal.learnerId === learnerId),
      at,
    );
  }
}

async function refuse(db: Database, refusals: readonly Refusal[], at: number): Promise<void> {
  if (refusals.length === 0) return;
  await db
    .insertInto('outbox_refusal')
    .values(
      refusals.map(({ learnerId, factId, status }) => ({
        learner_id: learnerId,
        fact_id: factId,
        status,
        refused_at: at,
      })),
    )
    .onConflict((conflict) => conflict.columns(['learner_id', 'fact_id']).doNothing())
    .execute();
}

/** @param db a transaction. @returns as `OutboxStore.sendAgain`. */
export async function sendAgain(db: Database, by: Actor): Promise<number> {
  const found = await db
    .selectFrom('outbox_refusal')
    .select(['learner_id', 'fact_id'])
    .orderBy('learner_id')
    .orderBy('fact_id')
    .limit(SENT_AGAIN_AT_MOST)
    .execute();
  let count = 0;
  for (const [learnerId, own] of Map.groupBy(found, ({ learner_id }) => learner_id)) {
    await db
      .updateTable('learner')
      .set((eb) => ({ forwarded_seq: eb.ref('forwarded_seq') }))
      .where('id', '=', learnerId)
      .execute();
    // What is still there: somebody may have asked at the same moment, or left.
    const gone = await db
      .deleteFrom('outbox_refusal')
      .where('learner_id', '=', learnerId)
      .where(
        'fact_id',
        'in',
        own.map(({ fact_id }) => fact_id),
      )
      .returning('fact_id')
      .execute();
    await holdBack(
      db,
      learnerId,
      gone.map(({ fact_id }) => fact_id),
    );
    count += gone.length;
  }
  if (count > 0) await writeAct(db, by, { act: 'statements.sent-again', detail: { count } });
  return count;
}
