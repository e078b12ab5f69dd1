import type { Role } from '../account/role.ts';
import type { Language } from '../model/text.ts';
import type { Difference } from '../rescore/verdict.ts';

/** What travels between `/admin` and the server; the page checks the shapes on arrival (`admin.guard.ts`). */

/** Days since 1970-01-01, UTC. */
export const dayNumber = (at: number): number => Math.floor(at / 86_400_000);

/** One person as an admin sees them: who they are and how much there is, never what they wrote. */
export interface Person {
  id: string;
  nickname: string;
  role: Role;
  /** Epoch ms, UTC. */
  createdAt: number;
  /** The last day on which a device of theirs was served, see `dayNumber`. */
  lastSeenDay: number;
  facts: number;
  /** Can they sign in? Else their devices are all there is. */
  isClaimed: boolean;
  username?: string;
}

export interface PeoplePage {
  people: readonly Person[];
  /** Cursor of the next page; absent on the last one. */
  next?: string;
}

/** Where the forwarding to another system stands. No secrets, nothing of what a learner did. */
export interface OutboxStatus {
  /** Facts that can be forwarded and are not yet, counted up to some thousands; all of them where no LRS is set. */
  pending: number;
  /** Facts that were passed over because they do not count: not to be judged yet, or set apart. Counted as far. */
  held: number;
  /** Those the other side refused for good. */
  refused: number;
  /** It shut us out: see `failure`. It is tried again every quarter of an hour. */
  isPaused: boolean;
  /** Epoch ms, UTC. */
  succeededAt?: number;
  failedAt?: number;
  /** Of the last try that failed: a status (`401`), a code (`ECONNREFUSED`), or `no-lrs`. */
  failure?: string;
}

/** How far what devices claim was scored anew, for all learners together. */
export interface CheckStatus {
  /** Learners with facts nobody has come to look at yet; a matter of seconds. */
  behind: number;
  /** Facts that were looked at and cannot be judged by what is here: a revision nobody has, an attempt whose facts are not all here. */
  unchecked: number;
  /** When the server got the oldest of them, epoch ms UTC. */
  uncheckedSince?: number;
  /** Facts that claim what their own moves and responses do not give. */
  setApart: number;
  setApartSince?: number;
}

export interface Overview {
  release: string;
  engine: 'sqlite' | 'postgres';
  /** The server's clock, epoch ms UTC: ages are counted from it, not from the device's. */
  at: number;
  /** Of the disk with the data folder; absent where the system does not tell. */
  disk?: { freeBytes: number; totalBytes: number };
  databaseBytes: number;
  /** When the last whole backup was made, epoch ms UTC; absent: none is known. */
  backupAt?: number;
  people: Readonly<Record<Role, number>>;
  /** About: one that was sent twice counts twice. */
  facts: number;
  /** Facts that contradict what was there; those set apart for their score are in `checks`. */
  quarantined: number;
  openMistakes: number;
  checks: CheckStatus;
  /** Absent: no forwarding is set up. */
  outbox?: OutboxStatus;
}

/** How long things stay, days; null = for ever. */
export interface Retention {
  /** Learners not seen for so long are deleted; never facilitators or admins. */
  learnerDays: number | null;
  auditDays: number;
  /** Reports of mistakes, counted from when they were dealt with. */
  mistakeDays: number;
}

/** Smallest and largest number of days of each. */
export const RETENTION_LIMITS = {
  learnerDays: [30, 3650],
  auditDays: [180, 3650],
  mistakeDays: [30, 3650],
} as const satisfies Record<keyof Retention, readonly [number, number]>;

/** Three years of acts, a year of reports that were dealt with; learners for as long as they want. */
export const RETENTION_DEFAULTS: Retention = { learnerDays: null, auditDays: 1095, mistakeDays: 365 };

export interface RetentionView extends Retention {
  /** Learners that `learnerDays`, or the number asked about, would concern today. */
  concerned: number;
  /** When it was last changed, epoch ms UTC; absent: never. */
  changedAt?: number;
  /** The day of the last clearing, see `dayNumber`. */
  sweptDay?: number;
}

export interface AuditItem {
  id: string;
  at: number;
  actorId: string;
  act: string;
  subjectId?: string;
  detail: Readonly<Record<string, string | number | boolean>>;
}

export interface AuditPage {
  entries: readonly AuditItem[];
  /** Nicknames of those in it who are still there, by id. */
  names: Readonly<Record<string, string>>;
  next?: string;
}

export interface QuarantineItem {
  learnerId: string;
  nickname: string;
  factId: string;
  digest: string;
  reason: string;
  receivedAt: number;
  /** The owner's alone: neither body is told. */
  isPrivate: boolean;
  /** What was set aside and what stands in its place, as JSON texts. */
  body?: string;
  stands?: string;
  /** Of one that is set apart for its score: what was expected and what was given. */
  differences?: readonly Difference[];
}

export interface QuarantinePage {
  items: readonly QuarantineItem[];
  next?: string;
}

export interface ReportedMistake {
  id: string;
  /** A path of the site. */
  where: string;
  language: Language;
  revision?: string;
  words: string;
  receivedAt: number;
  doneAt?: number;
}
