import { RESCORED_TYPES } from '#core/rescore/rescore.ts';
import type { FactCheckStore, PendingFacts, StoredFact } from '#server/port/fact-check-store.ts';
import { totals } from './check-totals.ts';
import { record } from './record-checks.ts';
import type { Database } from './schema.ts';
import { telling } from './trouble.ts';

/** Few enough that reading and judging them holds nobody up; many enough that a full record is through in minutes. */
const FACTS_PER_BATCH = 25;
const LEARNERS_PER_PAGE = 500;

export function createFactCheckRepository(db: Database): FactCheckStore {
  return {
    behind: (after) => telling(() => behind(db, after)),
    pending: (learnerId) => telling(() => pending(db, learnerId)),
    find: (learnerId, factIds) => telling(() => find(db, learnerId, factIds)),
    again: (which, checkedBy, before) =>
      telling(async () => {
        const ids = await (which === 'unchecked'
          ? uncheckedAgain(db, checkedBy, before)
          : setApartAgain(db, checkedBy, before));
        const [first] = ids;
        if (!first) return undefined;
        const { learnerId } = first;
        const own = ids.filter((one) => one.learnerId === learnerId).map(({ factId }) => factId);
        return { learnerId, facts: await find(db, learnerId, own) };
      }),
    record: (recording) =>
      telling(() => db.transaction().execute((transaction) => record(transaction, recording))),
    totals: () => telling(() => totals(db)),
  };
}

/** By pages over all learners: a column of its own to look for them by would cost every save. */
async function behind(db: Database, after: string) {
  const rows = await db
    .selectFrom('learner')
    .select(['id', 'fact_seq', 'checked_seq'])
    .where('id', '>', after)
    .orderBy('id')
    .limit(LEARNERS_PER_PAGE)
    .execute();
  const learnerIds = rows.filter((row) => row.checked_seq < row.fact_seq).map(({ id }) => id);
  const last = rows.length === LEARNERS_PER_PAGE ? rows.at(-1) : undefined;
  return { learnerIds, ...(last && { next: last.id }) };
}

async function pending(db: Database, learnerId: string): Promise<PendingFacts | undefined> {
  const learner = await db
    .selectFrom('learner')
    .select(['fact_seq', 'checked_seq'])
    .where('id', '=', learnerId)
    .executeTakeFirst();
  if (!learner || learner.checked_seq >= learner.fact_seq) return undefined;
  const rows = await db
    .selectFrom('fact')
    .select(['id', 'seq', 'type', 'body'])
    .where('learner_id', '=', learnerId)
    .where('seq', '>', learner.checked_seq)
    .where('seq', '<=', learner.fact_seq)
    .where('type', 'in', RESCORED_TYPES)
    .orderBy('seq')
    .limit(FACTS_PER_BATCH)
    .execute();
  // Whatever has a number up to the one read first was there to be read after it.
  const until = rows.length === FACTS_PER_BATCH ? (rows.at(-1)?.seq ?? 0) : learner.fact_seq;
  return { from: learner.checked_seq, until, facts: rows.map(({ id, body }) => ({ id, body })) };
}

async function find(
  db: Database,
  learnerId: string,
  factIds: readonly string[],
): Promise<readonly StoredFact[]> {
  if (factIds.length === 0) return [];
  return db
    .selectFrom('fact')
    .select(['id', 'body'])
    .where('learner_id', '=', learnerId)
    .where('id', 'in', factIds)
    .where('type', 'in', RESCORED_TYPES)
    .orderBy('seq')
    .execute();
}

const uncheckedAgain = (db: Database, checkedBy: string, before: number) =>
  db
    .selectFrom('unchecked_fact')
    .select(['learner_id as learnerId', 'fact_id as factId'])
    .where('checked_at', '<', before)
    .where('checked_by', '<>', checkedBy)
    .orderBy('checked_at')
    .limit(FACTS_PER_BATCH)
    .execute();

const setApartAgain = (db: Database, checkedBy: string, before: number) =>
  db
    .selectFrom('quarantine')
    .select(['learner_id as learnerId', 'fact_id as factId'])
    .where('reason', '=', 'score')
    .where('checked_at', '<', before)
    .where('checked_by', '<>', checkedBy)
    .orderBy('checked_at')
    .limit(FACTS_PER_BATCH)
    .execute();
