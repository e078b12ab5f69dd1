import type { Generated, Kysely } from 'kysely';
import type { Role } from '#core/account/role.ts';
import type { Language } from '#core/model/text.ts';
import type { AccountSchema } from './schema-accounts.ts';
import type { CohortSchema } from './schema-cohorts.ts';

/**
 * The tables, the same in SQLite and PostgreSQL: ids are texts made by us, times are epoch ms UTC, flags 0 or 1, JSON is
 * text. What each column is for stands with the migration that makes it.
 */
export interface Schema extends AccountSchema, CohortSchema {
  learner: LearnerRow;
  fact: FactRow;
  quarantine: QuarantineRow;
  unchecked_fact: UncheckedFactRow;
  transfer_code: TransferCodeRow;
  removed_learner: RemovedLearnerRow;
  mistake_report: MistakeRow;
  audit_entry: AuditRow;
  blob: BlobRow;
  outbox: OutboxRow;
  outbox_refusal: OutboxRefusalRow;
  outbox_passed: OutboxPassedRow;
  outbox_held: OutboxHeldRow;
  setting: SettingRow;
  duty: DutyRow;
  guess_count: GuessCountRow;
}

export interface LearnerRow {
  id: string;
  nickname: string;
  created_at: number;
  session_generation: number;
  fact_seq: number;
  checked_seq: Generated<number>;
  recounts: Generated<number>;
  role: Role;
  auth_user_id: string | null;
  forwarded_seq: Generated<number>;
  last_seen_day: number | null;
}

export interface FactRow {
  learner_id: string;
  id: string;
  seq: number;
  type: string;
  at: number;
  received_at: number;
  device_id: string;
  is_private: number;
  body: string;
}

export interface QuarantineRow {
  learner_id: string;
  fact_id: string;
  digest: string;
  reason: string;
  received_at: number;
  is_private: number;
  body: string;
  differences: string | null;
  checked_by: string | null;
  checked_at: number | null;
}

export interface UncheckedFactRow {
  learner_id: string;
  fact_id: string;
  needs: string;
  checked_by: string;
  checked_at: number;
  received_at: number;
}

export interface TransferCodeRow {
  learner_id: string;
  code_hash: string;
  expires_at: number;
}

export interface RemovedLearnerRow {
  id: string;
  removed_at: number;
  merged_into: string | null;
}

export interface MistakeRow {
  id: string;
  lesson_id: string;
  place_id: string | null;
  language: Language;
  revision: string | null;
  path: string | null;
  words: string;
  received_at: number;
  done_at: number | null;
}

export interface AuditRow {
  id: string;
  at: number;
  actor_id: string;
  act: string;
  subject_id: string | null;
  detail: string;
}

export interface BlobRow {
  learner_id: string;
  id: string;
  type: string;
  size: number;
  received_at: number;
  is_named: number;
  /** A Buffer from PostgreSQL, a bare array from SQLite. */
  bytes: Uint8Array;
}

export interface OutboxRow {
  id: number;
  holder: string;
  beat: number;
  succeeded_at: number | null;
  failed_at: number | null;
  failure: string | null;
  is_paused: number;
}

export interface OutboxPassedRow {
  learner_id: string;
  from_seq: number;
  to_seq: number;
}

export interface OutboxHeldRow {
  learner_id: string;
  fact_id: string;
  is_due: number;
}

export interface OutboxRefusalRow {
  learner_id: string;
  fact_id: string;
  status: number;
  refused_at: number;
}

export interface SettingRow {
  name: string;
  value: string;
  changed_at: number;
}

export interface DutyRow {
  name: string;
  done_day: number;
  holder: string;
  held_until: number;
}

export interface GuessCountRow {
  name: string;
  count: number;
  ends_at: number;
}

export type Database = Kysely<Schema>;
