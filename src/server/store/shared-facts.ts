import { parseFact } from '#core/model/fact.guard.ts';
import type { Fact } from '#core/model/fact.ts';
import { countsInReports } from './checked-facts.ts';
import type { Database } from './schema.ts';

/** Everything a learner shares with a cohort, not private and, where it claims points, confirmed; in the order in which it reached the server. */
export async function sharedFactsOf(db: Database, learnerId: string): Promise<Fact[]> {
  const rows = await db
    .selectFrom('fact')
    .select('fact.body')
    .where('fact.learner_id', '=', learnerId)
    .where(countsInReports)
    .orderBy('fact.seq')
    .execute();
  return rows.flatMap(({ body }) => parseFact(JSON.parse(body)) ?? []);
}

/**
 * What `sharedFactsOf` of a learner stands at: another text = another answer. Besides new facts it changes with what has been
 * checked, what cannot be judged yet and what was set apart.
 */
export const sharedMarkOf = ({ fact_seq, checked_seq, unchecked, set_apart }: SharedMark): string =>
  [fact_seq, checked_seq, unchecked ?? 0, set_apart ?? 0].join('.');

export interface SharedMark {
  fact_seq: number;
  checked_seq: number;
  unchecked: number | null;
  set_apart: number | null;
}
