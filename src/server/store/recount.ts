import type { Database } from './schema.ts';

/**
 * Some facts of a learner that were looked at before count otherwise now: what is kept of them is right no longer.
 * @param db a transaction that holds the learner's row, or takes it here.
 * @param upTo facts with a higher number were not looked at before; their first verdict changes nothing.
 */
export async function recount(
  db: Database,
  learnerId: string,
  factIds: readonly string[],
  upTo = Number.MAX_SAFE_INTEGER,
): Promise<void> {
  if (factIds.length === 0) return;
  await db
    .updateTable('learner')
    .set(({ eb }) => ({ recounts: eb('recounts', '+', 1) }))
    .where('id', '=', learnerId)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('fact')
          .select('fact.id')
          .where('fact.learner_id', '=', learnerId)
          .where('fact.id', 'in', factIds)
          .where('fact.seq', '<=', upTo),
      ),
    )
    .execute();
}

/** Which of these facts count nowhere, although they were looked at. */
export async function notCounting(
  db: Database,
  learnerId: string,
  ids: readonly string[],
): Promise<Set<string>> {
  const unchecked = await db
    .selectFrom('unchecked_fact')
    .select('fact_id')
    .where('learner_id', '=', learnerId)
    .where('fact_id', 'in', ids)
    .execute();
  const apart = await db
    .selectFrom('quarantine')
    .select('fact_id')
    .where('learner_id', '=', learnerId)
    .where('reason', '=', 'score')
    .where('fact_id', 'in', ids)
    .execute();
  return new Set([...unchecked, ...apart].map(({ fact_id }) => fact_id));
}
