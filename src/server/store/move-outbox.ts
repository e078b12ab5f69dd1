import { holdBack } from './held-facts.ts';
import type { Merge, MoveRows } from './merge-rows.ts';
import type { Database } from './schema.ts';

/**
 * Two learners become one: what was forwarded of the one who ends stays at the LRS under their number and is not sent again
 * under the other's; what still waited is. Runs after their facts were given numbers behind the other's, all at one offset.
 */
export const moveOutbox: MoveRows = async (db, { from, into }) => {
  const seqs = await db
    .selectFrom('learner')
    .select(['id', 'fact_seq', 'forwarded_seq'])
    .where('id', 'in', [from, into])
    .execute();
  const ends = seqs.find(({ id }) => id === from);
  const stays = seqs.find(({ id }) => id === into);
  if (!ends || !stays) return;
  const offset = stays.fact_seq - ends.fact_seq;
  await db
    .updateTable('outbox_passed')
    .set(({ eb }) => ({
      learner_id: into,
      from_seq: eb('from_seq', '+', offset),
      to_seq: eb('to_seq', '+', offset),
    }))
    .where('learner_id', '=', from)
    .execute();
  if (ends.forwarded_seq > 0)
    await db
      .insertInto('outbox_passed')
      .values({ learner_id: into, from_seq: offset, to_seq: offset + ends.forwarded_seq })
      .onConflict((conflict) =>
        conflict.columns(['learner_id', 'from_seq']).doUpdateSet({ to_seq: offset + ends.forwarded_seq }),
      )
      .execute();
  await moveHeld(db, { from, into }, offset);
  await db
    .deleteFrom('outbox_refusal')
    .where('learner_id', '=', from)
    .where('fact_id', 'in', db.selectFrom('outbox_refusal').select('fact_id').where('learner_id', '=', into))
    .execute();
  await db.updateTable('outbox_refusal').set({ learner_id: into }).where('learner_id', '=', from).execute();
};

/**
 * What was held back goes along with its fact, and is judged anew under its new number. Where a fact of the one who stays has
 * the id, the other did not come over: that one's own state holds.
 */
async function moveHeld(db: Database, { from, into }: Merge, offset: number): Promise<void> {
  const held = await db
    .deleteFrom('outbox_held')
    .where('learner_id', '=', from)
    .returning('fact_id')
    .execute();
  if (held.length === 0) return;
  const moved = await db
    .selectFrom('fact')
    .select('id')
    .where('learner_id', '=', into)
    .where('seq', '>', offset)
    .where(
      'id',
      'in',
      held.map(({ fact_id }) => fact_id),
    )
    .execute();
  await holdBack(
    db,
    into,
    moved.map(({ id }) => id),
  );
}
