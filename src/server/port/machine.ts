import type { OutboxStatus, Overview } from '#core/admin/admin.ts';
import type { Learner } from './learner-store.ts';

/** What the server runs on. */
export interface Machine {
  release: string;
  engine: Overview['engine'];
  /** Of the disk with the data folder; undefined where the system does not tell. */
  disk(): Promise<Overview['disk']>;
  /** @throws {StoreError} */
  databaseBytes(): Promise<number>;
}

/** An outbox as an admin sees it. */
export interface OutboxWatch {
  state(): Promise<OutboxStatus>;
}

/**
 * A way back for somebody who lost theirs, given by a facilitator or admin, and written down in the audit log by whoever
 * does it.
 * @returns a new code, to be shown once; unclaimed: they have no account to come back to.
 */
export type RecoveryReset = (
  actor: Pick<Learner, 'id' | 'role'>,
  learnerId: string,
) => Promise<{ status: 'unknown' | 'unclaimed' | 'forbidden' } | { status: 'reset'; recoveryCode: string }>;

/** Usernames, which live with the accounts. */
export interface AccountNames {
  /** @returns usernames by `learner.auth_user_id`. */
  namesOf(authUserIds: readonly string[]): Promise<Record<string, string>>;
  /** @returns `auth_user_id` of at most `most` whose username begins so, case aside. */
  idsFor(beginning: string, most: number): Promise<readonly string[]>;
}
