import { isCount, isListOf, isName, isOneOf, isRecord, isString, isTime } from '../model/shape.ts';
import {
  ASSIGNMENT_KINDS,
  type Assignment,
  type Cohort,
  type CohortHead,
  type Enrolment,
  type Invitation,
  type InvitationShown,
} from './cohort.ts';

/** Answers of the API on cohorts, narrowed; nothing of them is trusted. Each is undefined when it is not of its shape. */

export function readInvitationShown(json: unknown): InvitationShown | undefined {
  if (!isRecord(json) || json.kind !== 'cohort' || !isString(json.name)) return undefined;
  const { name, facilitators, expiresAt, told } = json;
  if (!isListOf(facilitators, isString) || !isTime(expiresAt) || !isCount(told)) return undefined;
  return { kind: 'cohort', name, facilitators, expiresAt, told };
}

export function isAssignment(value: unknown): value is Assignment {
  if (!isRecord(value)) return false;
  const { id, kind, activityId, setAt, dueAt } = value;
  const isDue = dueAt === undefined || isTime(dueAt);
  return (
    isName(id) &&
    isString(kind) &&
    isOneOf(kind, ASSIGNMENT_KINDS) &&
    isName(activityId) &&
    isTime(setAt) &&
    isDue
  );
}

export function isEnrolment(value: unknown): value is Enrolment {
  if (!isRecord(value)) return false;
  const { cohortId, name, facilitators, joinedAt, told, assignments } = value;
  return (
    isName(cohortId) &&
    isString(name) &&
    isListOf(facilitators, isString) &&
    isTime(joinedAt) &&
    isCount(told) &&
    isListOf(assignments, isAssignment)
  );
}

export const readEnrolments = (json: unknown): Enrolment[] | undefined =>
  isRecord(json) && isListOf(json.enrolments, isEnrolment) ? json.enrolments : undefined;

export function isCohortHead(value: unknown): value is CohortHead {
  if (!isRecord(value)) return false;
  const { id, name, madeAt, members } = value;
  return isName(id) && isString(name) && isTime(madeAt) && isCount(members);
}

export const readCohortHeads = (json: unknown): CohortHead[] | undefined =>
  isRecord(json) && isListOf(json.cohorts, isCohortHead) ? json.cohorts : undefined;

const isInvitation = (value: unknown): value is Invitation =>
  isRecord(value) && isName(value.code) && isTime(value.expiresAt);

const isFacilitator = (value: unknown): value is Cohort['facilitators'][number] =>
  isRecord(value) && isName(value.learnerId) && isString(value.nickname);

export function readCohort(json: unknown): Cohort | undefined {
  if (!isRecord(json)) return undefined;
  const { invitation, facilitators, assignments } = json;
  const isWhole =
    isCohortHead(json) &&
    (invitation === undefined || isInvitation(invitation)) &&
    isListOf(facilitators, isFacilitator) &&
    isListOf(assignments, isAssignment);
  return isWhole ? (json as unknown as Cohort) : undefined;
}
