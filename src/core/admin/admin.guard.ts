import { isRole } from '../account/role.ts';
import { isCount, isListOf, isMapOf, isOneOf, isRecord, isString } from '../model/shape.ts';
import type { Difference } from '../rescore/verdict.ts';
import type {
  AuditItem,
  AuditPage,
  CheckStatus,
  OutboxStatus,
  Overview,
  PeoplePage,
  Person,
  QuarantineItem,
  QuarantinePage,
  ReportedMistake,
  RetentionView,
} from './admin.ts';

const isMaybe = <T>(value: unknown, is: (value: unknown) => value is T): value is T | undefined =>
  value === undefined || is(value);
const isFlag = (value: unknown): value is boolean => typeof value === 'boolean';

const isPerson = (value: unknown): value is Person =>
  isRecord(value) &&
  isString(value.id) &&
  isString(value.nickname) &&
  isRole(value.role) &&
  isCount(value.createdAt) &&
  isCount(value.lastSeenDay) &&
  isCount(value.facts) &&
  isFlag(value.isClaimed) &&
  isMaybe(value.username, isString);

const isPeoplePage = (value: unknown): value is PeoplePage =>
  isRecord(value) && isListOf(value.people, isPerson) && isMaybe(value.next, isString);

const isOutbox = (value: unknown): value is OutboxStatus =>
  isRecord(value) &&
  isCount(value.pending) &&
  isCount(value.held) &&
  isCount(value.refused) &&
  isFlag(value.isPaused) &&
  isMaybe(value.succeededAt, isCount) &&
  isMaybe(value.failedAt, isCount) &&
  isMaybe(value.failure, isString);

const isChecks = (value: unknown): value is CheckStatus =>
  isRecord(value) &&
  isCount(value.behind) &&
  isCount(value.unchecked) &&
  isMaybe(value.uncheckedSince, isCount) &&
  isCount(value.setApart) &&
  isMaybe(value.setApartSince, isCount);

const isDisk = (value: unknown): value is NonNullable<Overview['disk']> =>
  isRecord(value) && isCount(value.freeBytes) && isCount(value.totalBytes);

const isPeople = (value: unknown): value is Overview['people'] =>
  isRecord(value) && isCount(value.learner) && isCount(value.facilitator) && isCount(value.admin);

const isOverview = (value: unknown): value is Overview =>
  isRecord(value) &&
  isString(value.release) &&
  isOneOf(value.engine, ['sqlite', 'postgres'] as const) &&
  isCount(value.at) &&
  isMaybe(value.disk, isDisk) &&
  isCount(value.databaseBytes) &&
  isMaybe(value.backupAt, isCount) &&
  isPeople(value.people) &&
  isCount(value.facts) &&
  isCount(value.quarantined) &&
  isCount(value.openMistakes) &&
  isChecks(value.checks) &&
  isMaybe(value.outbox, isOutbox);

const isRetention = (value: unknown): value is RetentionView =>
  isRecord(value) &&
  (value.learnerDays === null || isCount(value.learnerDays)) &&
  isCount(value.auditDays) &&
  isCount(value.mistakeDays) &&
  isCount(value.concerned) &&
  isMaybe(value.changedAt, isCount) &&
  isMaybe(value.sweptDay, isCount);

const isShort = (value: unknown): value is string | number | boolean =>
  isString(value) || typeof value === 'number' || isFlag(value);

const isAuditItem = (value: unknown): value is AuditItem =>
  isRecord(value) &&
  isString(value.id) &&
  isCount(value.at) &&
  isString(value.actorId) &&
  isString(value.act) &&
  isMaybe(value.subjectId, isString) &&
  isMapOf(value.detail, isShort);

const isAuditPage = (value: unknown): value is AuditPage =>
  isRecord(value) &&
  isListOf(value.entries, isAuditItem) &&
  isMapOf(value.names, isString) &&
  isMaybe(value.next, isString);

const isDifferences = (value: unknown): value is Difference[] =>
  isListOf(value, (one): one is Difference => isRecord(one) && isString(one.field));

const isAside = (value: unknown): value is QuarantineItem =>
  isRecord(value) &&
  ['learnerId', 'nickname', 'factId', 'digest', 'reason'].every((key) => isString(value[key])) &&
  isCount(value.receivedAt) &&
  isFlag(value.isPrivate) &&
  isMaybe(value.body, isString) &&
  isMaybe(value.stands, isString) &&
  isMaybe(value.differences, isDifferences);

const isQuarantinePage = (value: unknown): value is QuarantinePage =>
  isRecord(value) && isListOf(value.items, isAside) && isMaybe(value.next, isString);

const isReport = (value: unknown): value is ReportedMistake =>
  isRecord(value) &&
  ['id', 'where', 'words'].every((key) => isString(value[key])) &&
  isOneOf(value.language, ['zh', 'en'] as const) &&
  isMaybe(value.revision, isString) &&
  isCount(value.receivedAt) &&
  isMaybe(value.doneAt, isCount);

const isReports = (value: unknown): value is { reports: ReportedMistake[] } =>
  isRecord(value) && isListOf(value.reports, isReport);

const isOnePerson = (value: unknown): value is { person: Person } =>
  isRecord(value) && isPerson(value.person);

const isCode = (value: unknown): value is { recoveryCode: string } =>
  isRecord(value) && isString(value.recoveryCode);

const isSentAgain = (value: unknown): value is { count: number } => isRecord(value) && isCount(value.count);

const isAnything = (value: unknown): value is unknown => value !== undefined;

/** What the server's answers to `/admin` have to look like, by what was asked for. */
export const ADMIN_GUARDS = {
  overview: isOverview,
  people: isPeoplePage,
  person: isOnePerson,
  recoveryCode: isCode,
  retention: isRetention,
  audit: isAuditPage,
  quarantine: isQuarantinePage,
  reports: isReports,
  sentAgain: isSentAgain,
  anything: isAnything,
};
