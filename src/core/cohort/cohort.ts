/** Learners who take the course together, as they travel between server and pages. Times are epoch ms, UTC. */

/** lesson: complete it · check: pass its check after it was set, once more if need be · scenario: pass the role-play. */
export const ASSIGNMENT_KINDS = ['lesson', 'check', 'scenario'] as const;
export type AssignmentKind = (typeof ASSIGNMENT_KINDS)[number];

export interface Assignment {
  id: string;
  kind: AssignmentKind;
  /** Id of a lesson (for `lesson` and `check`) or of a role-play. */
  activityId: string;
  setAt: number;
  /** Absent: whenever it suits. */
  dueAt?: number;
}

/** What an invitation shows to whoever has its code, before they join. */
export interface InvitationShown {
  /** What the code opens; workshop rooms will be another kind. */
  kind: 'cohort';
  name: string;
  /** Nicknames of those who lead it. */
  facilitators: readonly string[];
  expiresAt: number;
  /** Version of the sentence on what is shared (`TOLD_VERSION`). */
  told: number;
}

/** A cohort in the list of those who lead it. */
export interface CohortHead {
  id: string;
  name: string;
  madeAt: number;
  /** Learners in it. */
  members: number;
}

/** By which learners join; absent = closed. */
export interface Invitation {
  code: string;
  expiresAt: number;
}

/** A cohort as those who lead it see it. */
export interface Cohort extends CohortHead {
  invitation?: Invitation;
  facilitators: readonly { learnerId: string; nickname: string }[];
  assignments: readonly Assignment[];
}

/** A learner's own place in a cohort. */
export interface Enrolment {
  cohortId: string;
  name: string;
  facilitators: readonly string[];
  joinedAt: number;
  /** Which version of the sentence on what is shared they were shown. */
  told: number;
  assignments: readonly Assignment[];
}

/**
 * Version of what learners are told before they join (`shared` in src/i18n/cohorts.ts, in both languages). A change of what
 * is shared is a new version: whoever was told an older one has to be asked again before more of theirs is shown.
 */
export const TOLD_VERSION = 1;

/** An invitation ends by itself after so many days, unless it is set otherwise. */
export const INVITATION_DAYS = 90;
export const INVITATION_DAYS_AT_MOST = 365;
export const MEMBERS_AT_MOST = 2_000;
export const ASSIGNMENTS_AT_MOST = 200;
/** Cohorts that one facilitator leads, or one learner is in. */
export const COHORTS_AT_MOST = 200;
