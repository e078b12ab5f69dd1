import type { Role } from '#core/account/role.ts';
import type { Person } from '#core/admin/admin.ts';
import type { AuditEntry } from './audit-log.ts';

/** Who acts and when, for the entry that is kept together with the act or not at all. */
export type Actor = Pick<AuditEntry, 'id' | 'at' | 'actorId'>;

/** A place in a list that goes from the newest to the oldest. */
export interface Place {
  at: number;
  id: string;
}

/** What an admin asks of the people as a whole. */
export interface Census {
  people: Record<Role, number>;
  /** About: one that was sent twice counts twice. */
  facts: number;
  /** Contradictions; those set apart for their score are counted with the checks. */
  quarantined: number;
  openMistakes: number;
}

/** Everybody the server knows, for admins. Whether who asks is one, the caller has made sure. */
export interface PeopleStore {
  /**
   * @param asked `text`: the beginning of a nickname, an id or a username, case aside; '' = everybody.
   * @returns at most `most`, who joined last first. @throws {StoreError}
   */
  page(asked: { text: string; after?: Place; most: number }): Promise<readonly Person[]>;
  find(learnerId: string): Promise<Person | undefined>;
  /** @returns nicknames by id, of those who are there. */
  names(ids: readonly string[]): Promise<Record<string, string>>;
  census(): Promise<Census>;
  /**
   * Give a role, and write down who did (`role.changed`). The last admin stays one.
   * @returns same: they had it; nothing was written down.
   */
  setRole(learnerId: string, role: Role, by: Actor): Promise<'done' | 'same' | 'unknown' | 'last-admin'>;
  /** Delete as `LearnerStore.remove` does, and write down who did (`learner.deleted`). */
  remove(learnerId: string, by: Actor): Promise<'done' | 'unknown' | 'last-admin'>;
  /**
   * What is not the owner's alone, for handing it to them.
   * @param since 0 = from the beginning.
   * @returns at most some hundred bodies as JSON texts; `seq` is where to go on; `more` whether there is more.
   */
  facts(learnerId: string, since: number): Promise<{ bodies: readonly string[]; seq: number; more: boolean }>;
  /** How many facts are the owner's alone. */
  privateFacts(learnerId: string): Promise<number>;
}
