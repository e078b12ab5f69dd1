import {
  isCount,
  isFiniteNumber,
  isListOf,
  isName,
  isOneOf,
  isRecord,
  isString,
  isTime,
} from '../model/shape.ts';
import { isAssignment } from './cohort-answer.ts';
import type { Report, ReportMember } from './report.ts';
import type { LessonStanding, Outline, ScenarioStanding, Standing } from './standing.ts';

const isIded = (value: unknown): value is { id: string } => isRecord(value) && isName(value.id);

const isOutlineLesson = (value: unknown): value is Outline['lessons'][number] =>
  isRecord(value) && isName(value.id) && isListOf(value.objectives, isIded);

const isOptional = (value: unknown, is: (given: unknown) => boolean): boolean =>
  value === undefined || is(value);

const isPercent = (value: unknown): value is number | null => value === null || isFiniteNumber(value);

const isLesson = (value: unknown): value is LessonStanding | null =>
  value === null ||
  (isRecord(value) &&
    isString(value.state) &&
    isOneOf(value.state, ['open', 'tried', 'completed']) &&
    isOptional(value.first, isFiniteNumber) &&
    isOptional(value.best, isFiniteNumber) &&
    isOptional(value.completedAt, isTime) &&
    isOptional(value.passedAt, isTime) &&
    isListOf(value.mastery, isPercent));

const isScenario = (value: unknown): value is ScenarioStanding | null =>
  value === null ||
  (isRecord(value) &&
    isCount(value.runs) &&
    isOptional(value.first, isFiniteNumber) &&
    isFiniteNumber(value.best) &&
    isOptional(value.passedAt, isTime) &&
    isListOf(value.codes, isString));

/** @param outline what the lists have to be as long as. */
function isStanding(value: unknown, outline: Outline): value is Standing {
  if (!isRecord(value)) return false;
  const { lessons, scenarios, lastAt } = value;
  return (
    isListOf(lessons, isLesson) &&
    lessons.length === outline.lessons.length &&
    isListOf(scenarios, isScenario) &&
    scenarios.length === outline.scenarios.length &&
    isOptional(lastAt, isTime)
  );
}

const isMember = (value: unknown, outline: Outline): value is ReportMember =>
  isRecord(value) &&
  isName(value.learnerId) &&
  isString(value.nickname) &&
  isTime(value.joinedAt) &&
  isStanding(value.standing, outline);

/** Read the answer to `GET /api/cohorts/:cohortId/report`; undefined when it is not of its shape. */
export function readReport(json: unknown): Report | undefined {
  if (!isRecord(json) || !isTime(json.at) || !isRecord(json.outline)) return undefined;
  const { lessons, scenarios } = json.outline;
  if (!isListOf(lessons, isOutlineLesson) || !isListOf(scenarios, isIded)) return undefined;
  const outline: Outline = { lessons, scenarios };
  const { at, assignments, members } = json;
  const isWhole =
    isListOf(assignments, isAssignment) &&
    isListOf(members, (one): one is ReportMember => isMember(one, outline));
  return isWhole ? { at, outline, assignments, members } : undefined;
}
