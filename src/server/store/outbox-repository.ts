import {
  COUNTED_AT_MOST,
  type OutboxBatch,
  type OutboxStore,
  type Settling,
} from '#server/port/outbox-store.ts';
import { countsAsColumn, countsInReports } from './checked-facts.ts';
import { countHeld, dueFacts } from './held-facts.ts';
import { listPublicFacts, publicFactOf } from './public-facts.ts';
import type { Database } from './schema.ts';
import { sendAgain, settle } from './settle-outbox.ts';
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
          // Each taking has a beat of its own: it says who holds, too.
          .where('beat', '=', seen.beat)
          .returning(['holder', 'beat'])
          .executeTakeFirst(),
      ),
    sendAgain: (by) => telling(() => db.transaction().execute((transaction) => sendAgain(transaction, by))),
    list: (since, after, most) => telling(() => listPublicFacts(db, since, after, most)),
  };
}

/** First what was held back and counts now, then what lies behind the cursors. */
async function next(db: Database, most: number): Promise<OutboxBatch> {
  const due = await dueFacts(db, most);
  const room = most - due.length;
  const behind = room > 0 ? await behindCursors(db, room) : { facts: [], settlings: [] };
  const known = new Set(behind.settlings.map(({ learnerId }) => learnerId));
  const others = new Map(
    due.flatMap(({ fact: { learnerId }, forwardedSeq }) =>
      known.has(learnerId) ? [] : [[learnerId, { learnerId, from: forwardedSeq, to: forwardedSeq }]],
    ),
  );
  return {
    facts: [...due.map(({ fact }) => fact), ...behind.facts],
    settlings: [...behind.settlings, ...others.values()],
  };
}

/**
 * First how far each learner's numbers go, then the facts: numbers are given and facts inserted in one commit, so whatever
 * has a number up to the one read first is there to be read after it, on PostgreSQL too. What counts is asked of each fact in
 * the same statement that reads it: one that does not is held back by this batch, whatever its verdict is by then.
 */
async function behindCursors(db: Database, most: number): Promise<OutboxBatch> {
  const learners = await db
    .selectFrom('learner')
    .select(['id', 'fact_seq', 'forwarded_seq'])
    .whereRef('fact_seq', '>', 'forwarded_seq')
    .limit(most)
    .execute();
  if (learners.length === 0) return { facts: [], settlings: [] };
  const rows = await unsettledFacts(db)
    .select(['fact.learner_id', 'fact.id', 'fact.seq', 'fact.received_at', 'fact.body'])
    .select(countsAsColumn)
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
  const byLearner = Map.groupBy(page, ({ learner_id }) => learner_id);
  const cutIn = isCut ? page.at(-1)?.learner_id : undefined;
  const settlings = learners.flatMap(({ id, fact_seq, forwarded_seq }): Settling[] => {
    const own = byLearner.get(id);
    const last = own?.at(-1)?.seq;
    // Of whom nothing is on a page that was cut, something may come after it.
    if (isCut && last === undefined) return [];
    const to = id === cutIn ? (last as number) : Math.max(fact_seq, last ?? 0);
    const held = own?.flatMap((row) => (row.counts ? [] : { factId: row.id, seq: row.seq })) ?? [];
    return [{ learnerId: id, from: forwarded_seq, to, ...(held.length && { held }) }];
  });
  return { facts: page.filter(({ counts }) => counts).map(publicFactOf), settlings };
}

/** What may be forwarded once it counts: nothing private, nothing settled under another name. */
const unsettledFacts = (db: Database) =>
  db
    .selectFrom('learner')
    .innerJoin('fact', 'fact.learner_id', 'learner.id')
    .whereRef('fact.seq', '>', 'learner.forwarded_seq')
    .where('fact.is_private', '=', 0)
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

async function stateOf(db: Database) {
  const row = await db.selectFrom('outbox').selectAll().executeTakeFirstOrThrow();
  const { refused } = await db
    .selectFrom('outbox_refusal')
    .select(({ fn }) => fn.countAll<number>().as('refused'))
    .executeTakeFirstOrThrow();
  const waiting = unsettledFacts(db).where(countsInReports).select('fact.seq').limit(COUNTED_AT_MOST);
  const { pending } = await db
    .selectFrom(waiting.as('waiting'))
    .select(({ fn }) => fn.countAll<number>().as('pending'))
    .executeTakeFirstOrThrow();
  const due = await countHeld(db, 1, COUNTED_AT_MOST);
  return {
    pending: Math.min(pending + due, COUNTED_AT_MOST),
    held: await countHeld(db, 0, COUNTED_AT_MOST),
    refused,
    isPaused: row.is_paused === 1,
    ...(row.succeeded_at !== null && { succeededAt: row.succeeded_at }),
    ...(row.failed_at !== null && { failedAt: row.failed_at }),
    ...(row.failure !== null && { failure: row.failure }),
  };
}
