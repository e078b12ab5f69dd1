import type { Share } from '#core/cohort/shares.ts';
import type { Fact } from '#core/model/fact.ts';
import type { Leader } from './cohort-store.ts';
import type { Session } from './learner-store.ts';

/** no-fact: nothing private of theirs has that id on the server · full: they share `SHARES_AT_MOST` with the cohort already. */
export type ShareOutcome = 'done' | 'not-enrolled' | 'no-fact' | 'full' | 'unknown-learner';

/**
 * Private facts that their owner lets one cohort read. All of them end with the place in the cohort, the cohort and the
 * learner. All functions throw `StoreError` when the store cannot do it now.
 */
export interface ShareStore {
  /** Once shared, sharing again changes nothing, also at the limit. When two learners become one, all of both stays shared. */
  share(session: Session, entry: { cohortId: string; factId: string; at: number }): Promise<ShareOutcome>;
  /** What was not shared is not shared afterwards either. */
  endShare(
    session: Session,
    entry: { cohortId: string; factId: string },
  ): Promise<Exclude<ShareOutcome, 'no-fact' | 'full'>>;
  /** The learner's own, newest first. */
  shares(session: Session, cohortId: string): Promise<readonly Share[] | 'not-enrolled' | 'unknown-learner'>;
  /** Of members, newest first, `SHARED_AT_MOST`. @returns undefined when the cohort is not there or not theirs. */
  sharedPrivate(leader: Leader, cohortId: string): Promise<readonly SharedPrivate[] | undefined>;
}

export interface SharedPrivate {
  learnerId: string;
  nickname: string;
  /** Epoch ms. */
  sharedAt: number;
  fact: Fact;
}
