import type { CheckStatus } from '#core/admin/admin.ts';
import type { Database } from './schema.ts';

/** @returns as `FactCheckStore.totals`. */
export async function totals(db: Database): Promise<CheckStatus> {
  const { count: behind } = await db
    .selectFrom('learner')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .whereRef('checked_seq', '<', 'fact_seq')
    .executeTakeFirstOrThrow();
  const { count: unchecked } = await db
    .selectFrom('unchecked_fact')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  const { count: setApart } = await db
    .selectFrom('quarantine')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('reason', '=', 'score')
    .executeTakeFirstOrThrow();
  const oldestUnchecked = await db
    .selectFrom('unchecked_fact')
    .select('received_at')
    .orderBy('received_at')
    .limit(1)
    .executeTakeFirst();
  const oldestApart = await db
    .selectFrom('quarantine')
    .select('received_at')
    .where('reason', '=', 'score')
    .orderBy('received_at')
    .limit(1)
    .executeTakeFirst();
  return {
    behind,
    unchecked,
    ...(oldestUnchecked && { uncheckedSince: oldestUnchecked.received_at }),
    setApart,
    ...(oldestApart && { setApartSince: oldestApart.received_at }),
  };
}
