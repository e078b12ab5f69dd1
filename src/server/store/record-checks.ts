import { createHash } from 'node:crypto';
import type { Difference } from '#core/rescore/verdict.ts';
import type { Recording } from '#server/port/fact-check-store.ts';
import { markDue } from './held-facts.ts';
import { notCounting, recount } from './recount.ts';
import type { Database } from './schema.ts';

/** Characters: what a made-up fact names may be as long as a request. */
const NEEDS_LENGTH = 200;
const DIFFERENCES_LENGTH = 4_000;

/** @param db a transaction. @returns as `FactCheckStore.record`. */
export async function record(db: Database, recording: Recording): Promise<number | undefined> {
  const { learnerId, judged } = recording;
  if (!(await takeTurn(db, recording))) return undefined;
  const ids = judged.map(({ factId }) => factId);
  if (ids.length === 0) return 0;
  const differing = judged.flatMap(({ factId, verdict }) =>
    verdict.status === 'differs' ? [{ factId, differences: verdict.differences }] : [],
  );
  const others = ids.filter((id) => !differing.some(({ factId }) => factId === id));
  const before = await notCounting(db, learnerId, ids);
  await db
    .deleteFrom('unchecked_fact')
    .where('learner_id', '=', learnerId)
    .where('fact_id', 'in', ids)
    .execute();
  if (others.length)
    await db
      .deleteFrom('quarantine')
      .where('learner_id', '=', learnerId)
      .where('reason', '=', 'score')
      .where('fact_id', 'in', others)
      .execute();
  await leaveUnchecked(db, recording);
  const fresh = await setApart(db, recording, differing);
  await markDue(db, learnerId, ids);
  const after = await notCounting(db, learnerId, ids);
  await recount(db, learnerId, [...before.symmetricDifference(after)], recording.cursor?.from);
  return fresh;
}

/**
 * Move the learner's cursor from where it stood when the facts were read. That takes the lock on the row which deleting the
 * learner takes first, too: nothing is written for somebody who is gone.
 */
async function takeTurn(db: Database, { learnerId, cursor }: Recording): Promise<boolean> {
  const row = db.updateTable('learner').where('id', '=', learnerId);
  const moved = cursor
    ? row.set({ checked_seq: cursor.until }).where('checked_seq', '=', cursor.from)
    : row.set((eb) => ({ checked_seq: eb.ref('checked_seq') }));
  const { numUpdatedRows } = await moved.executeTakeFirstOrThrow();
  return Number(numUpdatedRows) === 1;
}

/** A fact that is not there any more leaves nothing, as in `setApart`. */
async function leaveUnchecked(db: Database, { learnerId, judged, at, checkedBy }: Recording): Promise<void> {
  const needs = new Map(
    judged.flatMap(({ factId, verdict }) =>
      verdict.status === 'unknown' ? [[factId, storable(verdict.needs)]] : [],
    ),
  );
  if (needs.size === 0) return;
  const facts = await db
    .selectFrom('fact')
    .select(['id', 'received_at'])
    .where('learner_id', '=', learnerId)
    .where('id', 'in', [...needs.keys()])
    .execute();
  const rows = facts.map(({ id, received_at }) => ({
    learner_id: learnerId,
    fact_id: id,
    needs: needs.get(id) ?? '',
    checked_by: checkedBy,
    checked_at: at,
    received_at,
  }));
  if (rows.length) await db.insertInto('unchecked_fact').values(rows).execute();
}

/** The fact stays among the learner's facts, a copy with the reason lies in quarantine. @returns how many are new there. */
async function setApart(
  db: Database,
  { learnerId, at, checkedBy }: Recording,
  differing: readonly { factId: string; differences: readonly Difference[] }[],
): Promise<number> {
  if (differing.length === 0) return 0;
  const byId = new Map(differing.map(({ factId, differences }) => [factId, differences]));
  const before = await db
    .selectFrom('quarantine')
    .select('fact_id')
    .where('learner_id', '=', learnerId)
    .where('reason', '=', 'score')
    .where('fact_id', 'in', [...byId.keys()])
    .execute();
  const facts = await db
    .selectFrom('fact')
    .select(['id', 'received_at', 'is_private', 'body'])
    .where('learner_id', '=', learnerId)
    .where('id', 'in', [...byId.keys()])
    .execute();
  for (const { id, received_at, is_private, body } of facts) {
    const found = {
      reason: 'score',
      differences: shortened(byId.get(id) ?? []),
      checked_by: checkedBy,
      checked_at: at,
    };
    const digest = createHash('sha256').update(body).digest('hex');
    await db
      .insertInto('quarantine')
      .values({ learner_id: learnerId, fact_id: id, digest, received_at, is_private, body, ...found })
      .onConflict((conflict) => conflict.columns(['learner_id', 'fact_id', 'digest']).doUpdateSet(found))
      .execute();
  }
  return facts.length - before.length;
}

/** PostgreSQL takes no NUL; the rest is for people's eyes. */
const storable = (needs: string): string =>
  needs
    .slice(0, NEEDS_LENGTH)
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
    .replace(/[\x00-\x1f\x7f]/g, '\u{fffd}');

/** JSON escapes what no text column takes. Long values are left out, the names of the fields stay. */
function shortened(differences: readonly Difference[]): string {
  const whole = JSON.stringify(differences);
  if (whole.length <= DIFFERENCES_LENGTH) return whole;
  return JSON.stringify(differences.map(({ field }) => ({ field, expected: null, given: null })));
}
