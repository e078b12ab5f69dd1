import type { Fact } from '#core/model/fact.ts';
import type { CohortStore, Leader, SharedPage } from '#server/port/cohort-store.ts';

/** All that a cohort sees of a member, page by page. */
export async function sharedBy(cohorts: CohortStore, leader: Leader, cohortId: string, learnerId: string) {
  const facts: Fact[] = [];
  for (let since: number | undefined = 0; since !== undefined; ) {
    const range = { since, until: Number.MAX_SAFE_INTEGER };
    const page: SharedPage | undefined = await cohorts.sharedFacts(leader, cohortId, learnerId, range);
    if (!page) return undefined;
    facts.push(...page.bodies.map((body) => JSON.parse(body)));
    since = page.next;
  }
  return facts;
}
