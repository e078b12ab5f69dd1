import type { SharedPage, SharedRange } from '#server/port/cohort-store.ts';
import { countsInReports } from './checked-facts.ts';
import type { Database } from './schema.ts';

/** Few enough that reading them holds nobody up, also where each is as long as the longest honest run. */
const FACTS_PER_PAGE = 100;

/** @returns as `CohortStore.sharedFacts`. */
export async function sharedFactsOf(
  db: Database,
  learnerId: string,
  { since, until }: SharedRange,
): Promise<SharedPage> {
  const rows = await db
    .selectFrom('fact')
    .select(['fact.seq', 'fact.body'])
    .where('fact.learner_id', '=', learnerId)
    .where('fact.seq', '>', since)
    .where('fact.seq', '<=', until)
    .where(countsInReports)
    .orderBy('fact.seq')
    .limit(FACTS_PER_PAGE)
    .execute();
  const last = rows.length === FACTS_PER_PAGE ? rows.at(-1) : undefined;
  return { bodies: rows.map(({ body }) => body), ...(last && { next: last.seq }) };
}

/**
 * What the facts that a learner shares stand at: another text = others. Besides new facts it changes with what has been
 * checked, and when facts looked at before begin or cease to count.
 */
export const sharedMarkOf = ({ fact_seq, checked_seq, recounts }: SharedMark): string =>
  [fact_seq, checked_seq, recounts].join('.');

export type SharedMark = Record<'fact_seq' | 'checked_seq' | 'recounts', number>;
