import type {
  Assignment,
  Cohort,
  CohortHead,
  Enrolment,
  Invitation,
  InvitationShown,
} from '#core/cohort/cohort.ts';
import type { Learner, Session } from './learner-store.ts';
import type { ShareStore } from './share-store.ts';

/** Who leads: a facilitator reaches the cohorts they lead, an admin all of them. */
export type Leader = Pick<Learner, 'id' | 'role'>;

export interface Member {
  learnerId: string;
  nickname: string;
  /** Epoch ms. */
  joinedAt: number;
  /** What the shared facts stand at: another text means that they have to be read again. */
  mark: string;
}

/** Numbers of facts: after `since`, up to `until`. */
export interface SharedRange {
  since: number;
  until: number;
}

/** Facts as JSON texts, in the order in which they reached the server; `next` = there may be more after it. */
export interface SharedPage {
  bodies: readonly string[];
  next?: number;
}

/** joined · known: was in it before · wrong: no such code, or it is over · full · unknown-learner. */
export type EnrolOutcome =
  | { status: 'joined' | 'known'; enrolment: Enrolment }
  | { status: 'wrong' | 'full' | 'unknown-learner' };

/**
 * Cohorts. Every call names who asks: for leaders `undefined` or `false` means that the cohort is not there or not theirs,
 * and which of the two is not told. All of them throw `StoreError` when the store cannot do it now.
 */
export interface CohortStore extends ShareStore {
  /** @returns false when the leader leads `COHORTS_AT_MOST` already; nothing was made then. */
  make(
    leader: Leader,
    cohort: { id: string; name: string; at: number; invitation: Invitation },
  ): Promise<boolean>;
  /** By time, newest first; of everybody's, for an admin, the newest thousand. */
  list(leader: Leader): Promise<readonly CohortHead[]>;
  find(leader: Leader, cohortId: string): Promise<Cohort | undefined>;
  rename(leader: Leader, cohortId: string, name: string): Promise<boolean>;
  /** With enrolments and assignments; what learners did stays theirs. */
  remove(leader: Leader, cohortId: string): Promise<boolean>;
  /** @param invitation undefined closes it. */
  invite(leader: Leader, cohortId: string, invitation: Invitation | undefined): Promise<boolean>;
  /** @returns unknown: nobody of that id who may lead. */
  addFacilitator(
    leader: Leader,
    cohortId: string,
    learnerId: string,
  ): Promise<'done' | 'missing' | 'unknown'>;
  hasMember(leader: Leader, cohortId: string, learnerId: string): Promise<boolean>;
  /** @returns false also when nobody of that id is in the cohort. */
  removeMember(leader: Leader, cohortId: string, learnerId: string): Promise<boolean>;
  /** The same thing set again keeps its id and takes the new day. @returns full: `ASSIGNMENTS_AT_MOST`. */
  assign(leader: Leader, cohortId: string, assignment: Assignment): Promise<'done' | 'missing' | 'full'>;
  unassign(leader: Leader, cohortId: string, assignmentId: string): Promise<boolean>;
  /** In the order in which they joined. */
  members(leader: Leader, cohortId: string): Promise<readonly Member[] | undefined>;
  /**
   * A page of what a member shares: facts that are not private and count. @returns undefined also when nobody of that id is
   * in the cohort.
   */
  sharedFacts(
    leader: Leader,
    cohortId: string,
    learnerId: string,
    range: SharedRange,
  ): Promise<SharedPage | undefined>;

  /** What the code opens, for anybody who has it. @param at epoch ms. */
  invitation(code: string, at: number): Promise<Omit<InvitationShown, 'kind' | 'told'> | undefined>;
  /** @param told which version of the sentence on what is shared was shown. */
  enrol(session: Session, entry: { code: string; at: number; told: number }): Promise<EnrolOutcome>;
  /** The learner's own, first joined first. @returns undefined when the learner is gone or the session is ended. */
  enrolments(session: Session): Promise<readonly Enrolment[] | undefined>;
  /** The cohort sees nothing of the learner any more; what they shared with it is shared no longer. @returns false when they were not in it. */
  leave(session: Session, cohortId: string): Promise<boolean>;
}
