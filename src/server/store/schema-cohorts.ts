import type { AssignmentKind } from '#core/cohort/cohort.ts';

/** The tables of migrations 0005, 0011 and 0015. */
export interface CohortSchema {
  cohort: CohortRow;
  cohort_facilitator: CohortFacilitatorRow;
  enrolment: EnrolmentRow;
  assignment: AssignmentRow;
  share: ShareRow;
  standing_fold: StandingFoldRow;
}

export interface CohortRow {
  id: string;
  name: string;
  made_at: number;
  invite_code: string | null;
  invite_expires_at: number | null;
}

export interface CohortFacilitatorRow {
  cohort_id: string;
  learner_id: string;
}

export interface EnrolmentRow {
  cohort_id: string;
  learner_id: string;
  joined_at: number;
  told_version: number;
}

export interface AssignmentRow {
  id: string;
  cohort_id: string;
  kind: AssignmentKind;
  activity_id: string;
  set_at: number;
  due_at: number | null;
}

export interface ShareRow {
  learner_id: string;
  fact_id: string;
  cohort_id: string;
  shared_at: number;
}

export interface StandingFoldRow {
  learner_id: string;
  version: string;
  recounts: number;
  seq: number;
  fold: string;
}
