import type { Clock } from '#server/port/clock.ts';
import type { CohortStore, Leader, Member } from '#server/port/cohort-store.ts';
import { createFoldMembers, type FoldMembersPlan } from './fold-members.ts';

/** Learners whose standing is kept in memory: about 1 kB each. */
const KEPT_AT_MOST = 5_000;

export interface ReportCohortPlan extends FoldMembersPlan {
  cohorts: Pick<CohortStore, 'find' | 'members' | 'sharedFacts'>;
  clock: Clock;
}

/**
 * Make the report of a cohort (`core/cohort/report.ts`) as JSON. Where a member stands is kept in memory of this process until
 * something of theirs is new; then, and after a restart, it is made from the fold in the store and the facts since.
 * @returns a function; its answer is undefined when the cohort is missing or not the leader's. It throws what the stores throw.
 */
export function createReportCohort(plan: ReportCohortPlan) {
  const { cohorts, outline, clock } = plan;
  /** Learner → their standing as JSON. Whoever was asked for longest ago comes first. */
  const kept = new Map<string, { mark: string; json: string }>();
  const outlineJson = JSON.stringify(outline);
  const foldMembers = createFoldMembers(plan);

  function keep(learnerId: string, entry: { mark: string; json: string }): void {
    kept.delete(learnerId);
    if (kept.size >= KEPT_AT_MOST) kept.delete(kept.keys().next().value ?? '');
    kept.set(learnerId, entry);
  }

  /** Learner → standing; without those who have left meanwhile. */
  async function standings(leader: Leader, cohortId: string, members: readonly Member[]) {
    const found = new Map<string, string>();
    const changed = new Map<string, string>();
    for (const { learnerId, mark } of members) {
      const known = kept.get(learnerId);
      if (known?.mark !== mark) changed.set(learnerId, mark);
      else {
        keep(learnerId, known);
        found.set(learnerId, known.json);
      }
    }
    await foldMembers(leader, cohortId, [...changed.keys()], (learnerId, json) => {
      found.set(learnerId, json);
      // As it stood before the facts were read: what came meanwhile has changed the mark by the next time.
      keep(learnerId, { mark: changed.get(learnerId) ?? '', json });
    });
    return found;
  }

  return async (leader: Leader, cohortId: string): Promise<string | undefined> => {
    const cohort = await cohorts.find(leader, cohortId);
    const members = cohort && (await cohorts.members(leader, cohortId));
    if (!cohort || !members) return undefined;
    const found = await standings(leader, cohortId, members);
    const shown = members.flatMap(({ learnerId, nickname, joinedAt }) => {
      const json = found.get(learnerId);
      if (json === undefined) return [];
      return `${JSON.stringify({ learnerId, nickname, joinedAt }).slice(0, -1)},"standing":${json}}`;
    });
    const assignments = JSON.stringify(cohort.assignments);
    return `{"at":${clock.now()},"outline":${outlineJson},"assignments":${assignments},"members":[${shown.join(',')}]}`;
  };
}
