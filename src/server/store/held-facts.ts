import type { WaitingFact } from '#server/port/outbox-store.ts';
import { countsInReports } from './checked-facts.ts';
import { publicFactOf } from './public-facts.ts';
import type { Database } from './schema.ts';

/**
 * Facts that forwarding passed over because they did not count, and refused ones that are to be sent again. `is_due` says
 * that they count now. Whoever changes what counts calls `markDue` in the same transaction, after taking the lock on the
 * learner's row: then of a verdict and a passing cursor one always sees the other.
 */
export async function holdBack(db: Database, learnerId: string, factIds: readonly string[]): Promise<void> {
  if (factIds.length === 0) return;
  await db
    .insertInto('outbox_held')
    .values(factIds.map((fact_id) => ({ learner_id: learnerId, fact_id, is_due: 0 })))
    .onConflict((conflict) => conflict.columns(['learner_id', 'fact_id']).doNothing())
    .execute();
  await markDue(db, learnerId, factIds);
}

/** Look whether these count now; of those that were not held back nothing is done. */
export async function markDue(db: Database, learnerId: string, factIds: readonly string[]): Promise<void> {
  if (factIds.length === 0) return;
  await db
    .updateTable('outbox_held')
    .set((eb) => ({
      is_due: eb
        .case()
        .when(
          eb.exists(
            eb
              .selectFrom('fact')
              .select('fact.id')
              .whereRef('fact.learner_id', '=', 'outbox_held.learner_id')
              .whereRef('fact.id', '=', 'outbox_held.fact_id')
              .where(countsInReports),
          ),
        )
        .then(1)
        .else(0)
        .end(),
    }))
    .where('learner_id', '=', learnerId)
    .where('fact_id', 'in', factIds)
    .execute();
}

/** @returns at most `most` that count now, with how far their learner's cursor is. */
export async function dueFacts(
  db: Database,
  most: number,
): Promise<readonly { fact: WaitingFact; forwardedSeq: number }[]> {
  const rows = await db
    .selectFrom('outbox_held as held')
    .innerJoin('learner', 'learner.id', 'held.learner_id')
    .innerJoin('fact', (join) =>
      join.onRef('fact.id', '=', 'held.fact_id').onRef('fact.learner_id', '=', 'held.learner_id'),
    )
    .select([
      'fact.learner_id',
      'fact.id',
      'fact.seq',
      'fact.received_at',
      'fact.body',
      'learner.forwarded_seq',
    ])
    .where('held.is_due', '=', 1)
    .orderBy('held.learner_id')
    .orderBy('held.fact_id')
    .limit(most)
    .execute();
  return rows.map((row) => ({
    fact: { ...publicFactOf(row), isHeld: true },
    forwardedSeq: row.forwarded_seq,
  }));
}

/** @returns how many, counted no further than `most`. */
export async function countHeld(db: Database, isDue: 0 | 1, most: number): Promise<number> {
  const held = db.selectFrom('outbox_held').select('fact_id').where('is_due', '=', isDue).limit(most);
  const { held: count } = await db
    .selectFrom(held.as('some'))
    .select(({ fn }) => fn.countAll<number>().as('held'))
    .executeTakeFirstOrThrow();
  return count;
}
