import type { Role } from '#core/account/role.ts';

/** Somebody who studies, as the server knows them. */
export interface Learner {
  /** Ours and for ever: facts, attempts and certificates refer to it, whatever the way of signing in. A UUID. */
  id: string;
  nickname: string;
  /** Epoch ms, UTC, by the server's clock. */
  createdAt: number;
  role: Role;
  /** Can they sign in (by password, passkey or company)? Else their devices are all there is. */
  isClaimed: boolean;
}

/** Who asks, as a signed cookie says it; nothing has been looked up. */
export interface Session {
  learnerId: string;
  /**
   * Which generation of sessions it belongs to. The learner's row holds the one in force: raising it there ends all
   * sessions, and every statement that reads or writes for a learner compares it, so that costs no query of its own.
   */
  generation: number;
}

export interface LearnerStore {
  /** Keep a new learner, who is no more than that: role `learner`, not claimed. @returns the session generation in force. */
  add(learner: Pick<Learner, 'id' | 'nickname' | 'createdAt'>): Promise<Session>;
  /** @returns undefined when the learner is gone or the session is ended. */
  find(session: Session): Promise<Learner | undefined>;
  /**
   * Delete a learner with everything that is theirs, in one go. A tombstone stays: the id and the time, nothing else.
   * @param at epoch ms, UTC.
   * @returns false when the learner is gone or the session is ended; then nothing was deleted.
   */
  remove(session: Session, at: number): Promise<boolean>;
  /** Is there a tombstone under this id? */
  wasRemoved(learnerId: string): Promise<boolean>;
  /** Does the tombstone say that this learner went into another one? */
  wasMerged(learnerId: string): Promise<boolean>;
  /**
   * Give somebody another role. Who may do so is the caller's question. The last admin stays one.
   * @returns unknown: there is no such learner · last-admin: nobody else could give roles any more; nothing was changed.
   */
  setRole(learnerId: string, role: Role): Promise<'done' | 'unknown' | 'last-admin'>;
}
