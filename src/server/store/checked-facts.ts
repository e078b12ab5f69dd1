import type { ExpressionBuilder } from 'kysely';
import { RESCORED_TYPES } from '#core/rescore/rescore.ts';
import type { Difference } from '#core/rescore/verdict.ts';
import type { CheckStanding, CountingPage, FactCheckStore, SetApart } from '#server/port/fact-check-store.ts';
import type { Database, Schema } from './schema.ts';

const FACTS_PER_PAGE = 200;

/**
 * Condition on `fact`, for every query whose facts are shown to somebody else than their owner: not private, not set apart
 * for its score, and, where it claims points, confirmed.
 * @example db.selectFrom('fact').where(countsInReports).select(…)
 */
export const countsInReports = (eb: ExpressionBuilder<Schema, 'fact'>) =>
  eb.and([
    eb('fact.is_private', '=', 0),
    eb.or([
      eb('fact.type', 'not in', RESCORED_TYPES),
      eb.and([
        eb.exists(
          eb
            .selectFrom('learner')
            .select('learner.id')
            .whereRef('learner.id', '=', 'fact.learner_id')
            .whereRef('learner.checked_seq', '>=', 'fact.seq'),
        ),
        eb.not(
          eb.exists(
            eb
              .selectFrom('unchecked_fact')
              .select('unchecked_fact.fact_id')
              .whereRef('unchecked_fact.learner_id', '=', 'fact.learner_id')
              .whereRef('unchecked_fact.fact_id', '=', 'fact.id'),
          ),
        ),
        eb.not(
          eb.exists(
            eb
              .selectFrom('quarantine')
              .select('quarantine.fact_id')
              .whereRef('quarantine.learner_id', '=', 'fact.learner_id')
              .whereRef('quarantine.fact_id', '=', 'fact.id')
              .where('quarantine.reason', '=', 'score'),
          ),
        ),
      ]),
    ]),
  ]);

/** @returns as `FactCheckStore.counting`. */
export async function counting(db: Database, learnerId: string, since: number): Promise<CountingPage> {
  const rows = await db
    .selectFrom('fact')
    .select(['fact.seq', 'fact.body'])
    .where('fact.learner_id', '=', learnerId)
    .where('fact.seq', '>', since)
    .where(countsInReports)
    .orderBy('fact.seq')
    .limit(FACTS_PER_PAGE + 1)
    .execute();
  const page = rows.slice(0, FACTS_PER_PAGE);
  const seq = page.at(-1)?.seq ?? since;
  return { bodies: page.map(({ body }) => body), seq, more: rows.length > FACTS_PER_PAGE };
}

/** How many facts of a `learner` row count nowhere: columns `unchecked` and `set_apart`. */
export const countsOfChecks = (eb: ExpressionBuilder<Schema, 'learner'>) =>
  [
    eb
      .selectFrom('unchecked_fact')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .whereRef('unchecked_fact.learner_id', '=', 'learner.id')
      .as('unchecked'),
    eb
      .selectFrom('quarantine')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .whereRef('quarantine.learner_id', '=', 'learner.id')
      .where('quarantine.reason', '=', 'score')
      .as('set_apart'),
  ] as const;

/** @returns as `FactCheckStore.standing`. */
export async function standing(db: Database, learnerIds: readonly string[]): Promise<CheckStanding[]> {
  if (learnerIds.length === 0) return [];
  const rows = await db
    .selectFrom('learner')
    .select((eb) => ['learner.id', 'learner.fact_seq', 'learner.checked_seq', ...countsOfChecks(eb)])
    .where('learner.id', 'in', learnerIds)
    .orderBy('learner.id')
    .execute();
  return rows.map(({ id, fact_seq, checked_seq, unchecked, set_apart }) => ({
    learnerId: id,
    isBehind: checked_seq < fact_seq,
    unchecked: unchecked ?? 0,
    setApart: set_apart ?? 0,
  }));
}

/** @returns as `FactCheckStore.listSetApart`. */
export async function listSetApart(
  db: Database,
  most: number,
  before?: Parameters<FactCheckStore['listSetApart']>[1],
): Promise<SetApart[]> {
  const all = db
    .selectFrom('quarantine')
    .select(['learner_id', 'fact_id', 'reason', 'received_at', 'differences']);
  const older =
    before &&
    all.where((eb) =>
      eb(
        eb.refTuple('received_at', 'fact_id', 'learner_id'),
        '<',
        eb.tuple(before.receivedAt, before.factId, before.learnerId),
      ),
    );
  const rows = await (older ?? all)
    .orderBy('received_at', 'desc')
    .orderBy('fact_id', 'desc')
    .orderBy('learner_id', 'desc')
    .limit(most)
    .execute();
  return rows.map((row) => ({
    learnerId: row.learner_id,
    factId: row.fact_id,
    reason: row.reason as SetApart['reason'],
    receivedAt: row.received_at,
    differences: JSON.parse(row.differences ?? '[]') as Difference[],
  }));
}

/** @returns as `FactCheckStore.totals`. */
export async function totals(db: Database) {
  const behind = await db
    .selectFrom('learner')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .whereRef('checked_seq', '<', 'fact_seq')
    .executeTakeFirstOrThrow();
  const unchecked = await db
    .selectFrom('unchecked_fact')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  const reasons = await db
    .selectFrom('quarantine')
    .select(['reason', ({ fn }) => fn.countAll<number>().as('count')])
    .groupBy('reason')
    .execute();
  const of = (reason: string) => reasons.find((one) => one.reason === reason)?.count ?? 0;
  return {
    behind: behind.count,
    unchecked: unchecked.count,
    conflict: of('conflict'),
    score: of('score'),
  };
}
