import { readFold, writeFold } from '#core/cohort/fold-json.ts';
import { foldedStanding } from '#core/cohort/folded-standing.ts';
import type { Outline } from '#core/cohort/standing.ts';
import { addFact, emptyFold, FOLD_VERSION, type StandingFold } from '#core/cohort/standing-fold.ts';
import { parseFact } from '#core/model/fact.guard.ts';
import type { CohortStore, Leader, SharedRange } from '#server/port/cohort-store.ts';
import type { FoldPlace, FoldStore } from '#server/port/fold-store.ts';
import { createBreath } from './breathe.ts';

/** A fold has some 30 kB when the whole course is done: so many are read at a time. */
const LEARNERS_PER_READ = 20;
const NEW_FACTS = 50;
/** Characters. A learner who made up thousands of names is folded from the facts each time. */
const FOLD_LENGTH = 1_000_000;
/** Others wait this long at most while a class is folded. */
export const SLICE_MS = 8;

export interface FoldMembersPlan {
  cohorts: Pick<CohortStore, 'sharedFacts'>;
  folds: FoldStore;
  outline: Outline;
  /** A fold is written again once so many facts are new: fewer are read faster than a fold is written. For tests. */
  newFacts?: number;
  /** As `createBreath` has it. For tests. */
  nowMs?: () => number;
}

/**
 * Where members of a cohort stand, from the folds that are kept and the facts since; what is new goes into the fold that is
 * kept, for the next time and for other processes.
 * @returns a function that tells `onStanding` each member's standing as JSON; members who have left meanwhile are passed over.
 *          It throws what the stores throw.
 */
export function createFoldMembers({ cohorts, folds, outline, newFacts = NEW_FACTS, nowMs }: FoldMembersPlan) {
  return async (
    leader: Leader,
    cohortId: string,
    learnerIds: readonly string[],
    onStanding: (learnerId: string, json: string) => void,
  ): Promise<void> => {
    const breathe = createBreath(SLICE_MS, nowMs);
    /** Add the facts of a range. @returns undefined when the learner is no member any more. */
    const add = async (fold: StandingFold, learnerId: string, range: SharedRange) => {
      const added = { count: 0, areAllKnown: true };
      for (let since: number | undefined = range.since; since !== undefined && since < range.until; ) {
        const page = await cohorts.sharedFacts(leader, cohortId, learnerId, { ...range, since });
        if (!page) return undefined;
        for (const body of page.bodies) {
          const fact = parseFact(JSON.parse(body));
          if (fact) addFact(fold, fact);
          else added.areAllKnown = false;
          await breathe();
        }
        added.count += page.bodies.length;
        since = page.next;
        await breathe();
      }
      return added;
    };
    const standing = async ({ learnerId, factSeq, checkedSeq, recounts, fold: kept }: FoldPlace) => {
      const known = kept && readFold(kept.json);
      const fold = known ?? emptyFold();
      const since = known ? kept.seq : 0;
      // What is kept ends where the check of scores stands: facts beyond may begin to count later, out of turn.
      const fresh = await add(fold, learnerId, { since, until: checkedSeq });
      if (!fresh) return undefined;
      // A fact that only another release knows would be missing from the fold when that one goes on with it.
      if (fresh.count >= newFacts && fresh.areAllKnown)
        await keep({ learnerId, recounts, seq: checkedSeq }, fold);
      const rest = await add(fold, learnerId, { since: checkedSeq, until: factSeq });
      return rest && JSON.stringify(foldedStanding(fold, outline));
    };
    const keep = async (place: { learnerId: string; recounts: number; seq: number }, fold: StandingFold) => {
      const json = writeFold(fold);
      if (json.length <= FOLD_LENGTH) await folds.keep({ ...place, version: FOLD_VERSION, json });
    };
    for (let from = 0; from < learnerIds.length; from += LEARNERS_PER_READ) {
      const some = learnerIds.slice(from, from + LEARNERS_PER_READ);
      for (const place of await folds.find(some, FOLD_VERSION)) {
        const json = await standing(place);
        if (json !== undefined) onStanding(place.learnerId, json);
        await breathe();
      }
    }
  };
}
