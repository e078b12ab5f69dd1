import type { Learner, Session } from './learner-store.ts';

/** Codes by which a second device joins a learner. A learner has one at a time; only a hash of it is ever here. */
export interface TransferCodeStore {
  /**
   * Keep a code in place of the learner's former one; codes that are over are cleared away.
   * @param code times in epoch ms, UTC.
   * @returns false when the learner is gone or the session is ended.
   */
  put(session: Session, code: { hash: string; at: number; expiresAt: number }): Promise<boolean>;
  /**
   * Use a code up: of several who ask at once one gets it.
   * @param at epoch ms, UTC.
   * @returns whose it was, with a session; undefined when there is no such code or it is over.
   */
  take(hash: string, at: number): Promise<{ learner: Learner; session: Session } | undefined>;
}

/** Makes transfer codes, and the hash under which one is kept. */
export interface TransferCodes {
  /** @returns eight signs, see `core/sync/transfer-code.ts`. */
  make(): string;
  /** @returns a text from which nobody finds the code without the server's key. */
  hash(code: string): string;
}
