import {
  COUNTED_AT_MOST,
  type OutboxBatch,
  type OutboxStore,
  type Refusal,
  type Settling,
} from '#server/port/outbox-store.ts';
import { isNotSetApart, listPublicFacts, publicFactOf } from './public-facts.ts';
import type { Database } from './schema.ts';
import { telling } from './trouble.ts';

export function createOutboxRepository(db: Database): OutboxStore {
  return {
    next: (most) => telling(() => next(db, most)),
    settle: (settlings, refusals, at) =>
      telling(() => db.transaction().execute((transaction) => settle(transaction, settlings, refusals, at))),
    note: ({ failure, isPaused = false }, at) =>
      telling(async () => {
        const told = failure === undefined ? { succeeded_at: at } : { failed_at: at, failure };
        await db
          .updateTable('outbox')
          .set({ ...told, is_paused: isPaused ? 1 : 0 })
          .execute();
      }),
    state: () => telling(() => stateOf(db)),
    lease: () => telling(() => db.selectFrom('outbox').select(['holder', 'beat']).executeTakeFirstOrThrow()),
    take: (holder, seen) =>
      telling(async () =>
        db
          .updateTable('outbox')
          .set({ holder, beat: seen.beat + 1 })
          .where('holder', '=', seen.holder)
          .where('beat', '=', seen.beat)
          .returning(['holder', 'beat'])
          .executeTakeFirst(),
      ),
    list: (since, after, most) => telling(() => listPublicFacts(db, since, after, most)),
  };
}

/**
 * First how far each learner's numbers go, then the facts: numbers are given and facts inserted in one commit, so whatever
 * has a number up to the one read first is there to be read after it, on PostgreSQL too.
 */
async function next(db: Database, most: number): Promise<OutboxBatch> {
  const learners = await db
    .selectFrom('learner')
    .select(['id', 'fact_seq', 'forwarded_seq'])
    .whereRef('fact_seq', '>', 'forwarded_seq')
    .limit(most)
    .execute();
  if (learners.length === 0) return { facts: [], settlings: [] };
  const rows = await waitingFacts(db)
    .select(['fact.learner_id', 'fact.id', 'fact.seq', 'fact.received_at', 'fact.body'])
    .where(
      'fact.learner_id',
      'in',
      learners.map(({ id }) => id),
    )
    .orderBy('fact.learner_id')
    .orderBy('fact.seq')
    .limit(most + 1)
    .execute();
  const page = rows.slice(0, most);
  const isCut = rows.length > most;
  const lastOf = new Map(page.map(({ learner_id, seq }) => [learner_id, seq]));
  const cutIn = isCut ? page.at(-1)?.learner_id : undefined;
  const settlings = learners.flatMap(({ id, fact_seq, forwarded_seq }): Settling[] => {
    const last = lastOf.get(id);
    // Of whom nothing is on a page that was cut, something may come after it.
    if (isCut && last === undefined) return [];
    const to = id === cutIn ? (last as number) : Math.max(fact_seq, last ?? 0);
    return [{ learnerId: id, from: forwarded_seq, to }];
  });
  return { facts: page.map(publicFactOf), settlings };
}

/** What is to be forwarded: nothing private, nothing found to be wrong, nothing settled under another name. */
const waitingFacts = (db: Database) =>
  db
    .selectFrom('learner')
    .innerJoin('fact', 'fact.learner_id', 'learner.id')
    .whereRef('fact.seq', '>', 'learner.forwarded_seq')
    .where('fact.is_private', '=', 0)
    .where(isNotSetApart)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('outbox_passed as passed')
            .select('passed.to_seq')
            .whereRef('passed.learner_id', '=', 'fact.learner_id')
            .whereRef('passed.from_seq', '<', 'fact.seq')
            .whereRef('passed.to_seq', '>=', 'fact.seq'),
        ),
      ),
    );

/** In the order of ids, as saves take their locks, so that the two cannot wait for each other. */
async function settle(
  db: Database,
  settlings: readonly Settling[],
  refusals: readonly Refusal[],
  at: number,
): Promise<void> {
  for (const { learnerId, from, to } of settlings.toSorted((a, b) => (a.learnerId < b.learnerId ? -1 : 1))) {
    const { numUpdatedRows } = await db
      .updateTable('learner')
      .set({ forwarded_seq: to })
      .where('id', '=', learnerId)
      .where('forwarded_seq', '=', from)
      .executeTakeFirstOrThrow();
    const own = refusals.filter((refusal) => refusal.learnerId === learnerId);
    if (Number(numUpdatedRows) === 0 || own.length === 0) continue;
    await db
      .insertInto('outbox_refusal')
      .values(
        own.map(({ factId, status }) => ({
          learner_id: learnerId,
          fact_id: factId,
          status,
          refused_at: at,
        })),
      )
      .onConflict((conflict) => conflict.columns(['learner_id', 'fact_id']).doNothing())
      .execute();
  }
}

async function stateOf(db: Database) {
  const row = await db.selectFrom('outbox').selectAll().executeTakeFirstOrThrow();
  const { refused } = await db
    .selectFrom('outbox_refusal')
    .select(({ fn }) => fn.countAll<number>().as('refused'))
    .executeTakeFirstOrThrow();
  const waiting = waitingFacts(db).select('fact.seq').limit(COUNTED_AT_MOST);
  const { pending } = await db
    .selectFrom(waiting.as('waiting'))
    .select(({ fn }) => fn.countAll<number>().as('pending'))
    .executeTakeFirstOrThrow();
  return {
    pending,
    refused,
    isPaused: row.is_paused === 1,
    ...(row.succeeded_at !== null && { succeededAt: row.succeeded_at }),
    ...(row.failed_at !== null && { failedAt: row.failed_at }),
    ...(row.failure !== null && { failure: row.failure }),
  };
}
