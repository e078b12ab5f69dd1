import { type Outline, standingOf } from '#core/cohort/standing.ts';
import type { Clock } from '#server/port/clock.ts';
import type { CohortStore, Leader, Member } from '#server/port/cohort-store.ts';

/** Learners whose fold is kept: some 10 kB each when they have done the whole course. */
const KEPT_AT_MOST = 5_000;

export interface ReportCohortPlan {
  cohorts: Pick<CohortStore, 'find' | 'members' | 'sharedFacts'>;
  outline: Outline;
  clock: Clock;
}

/**
 * Make the report of a cohort (`core/cohort/report.ts`) as JSON. Each member's facts are folded once and kept, in memory of
 * this process, until something of theirs is new.
 * @returns a function; its answer is undefined when the cohort is missing or not the leader's. It throws what the store throws.
 */
export function createReportCohort({ cohorts, outline, clock }: ReportCohortPlan) {
  /** Learner → their standing as JSON. Whoever was asked for longest ago comes first. */
  const kept = new Map<string, { mark: string; json: string }>();
  const outlineJson = JSON.stringify(outline);

  function keep(learnerId: string, entry: { mark: string; json: string }): string {
    kept.delete(learnerId);
    if (kept.size >= KEPT_AT_MOST) kept.delete(kept.keys().next().value ?? '');
    kept.set(learnerId, entry);
    return entry.json;
  }

  /** @returns undefined when the learner has left meanwhile. */
  async function standing(leader: Leader, cohortId: string, member: Member): Promise<string | undefined> {
    const { learnerId, mark } = member;
    const known = kept.get(learnerId);
    if (known?.mark === mark) return keep(learnerId, known);
    const facts = await cohorts.sharedFacts(leader, cohortId, learnerId);
    if (!facts) return undefined;
    const json = JSON.stringify(standingOf(facts, outline));
    // A long record takes some ms to fold: others are let in between two of them.
    await new Promise((resolve) => setImmediate(resolve));
    return keep(learnerId, { mark, json });
  }

  return async (leader: Leader, cohortId: string): Promise<string | undefined> => {
    const cohort = await cohorts.find(leader, cohortId);
    const members = cohort && (await cohorts.members(leader, cohortId));
    if (!cohort || !members) return undefined;
    const shown: string[] = [];
    for (const member of members) {
      const json = await standing(leader, cohortId, member);
      if (json === undefined) continue;
      const { learnerId, nickname, joinedAt } = member;
      shown.push(`${JSON.stringify({ learnerId, nickname, joinedAt }).slice(0, -1)},"standing":${json}}`);
    }
    const assignments = JSON.stringify(cohort.assignments);
    return `{"at":${clock.now()},"outline":${outlineJson},"assignments":${assignments},"members":[${shown.join(',')}]}`;
  };
}
