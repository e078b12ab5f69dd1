import type { ExpressionBuilder } from 'kysely';
import { parseFact } from '#core/model/fact.guard.ts';
import type { Fact } from '#core/model/fact.ts';
import type { Database, Schema } from './schema.ts';

/**
 * Condition on `fact`: may a cohort see it? The one place that decides, for every query whose facts are shown to somebody
 * else than their owner.
 */
const isShared = (eb: ExpressionBuilder<Schema, 'fact'>) => eb('fact.is_private', '=', 0);

/** Everything a learner shares with a cohort, in the order in which it reached the server. */
export async function sharedFactsOf(db: Database, learnerId: string): Promise<Fact[]> {
  const rows = await db
    .selectFrom('fact')
    .select('fact.body')
    .where('fact.learner_id', '=', learnerId)
    .where(isShared)
    .orderBy('fact.seq')
    .execute();
  return rows.flatMap(({ body }) => parseFact(JSON.parse(body)) ?? []);
}

/** What `sharedFactsOf` of a learner's row stands at. Another text = another answer. */
export const sharedMarkOf = ({ fact_seq }: { fact_seq: number }): string => String(fact_seq);
