/** Somebody who studies, as the server knows them. */
export interface Learner {
  /** Ours and for ever: facts, attempts and certificates refer to it, whatever the way of signing in. A UUID. */
  id: string;
  nickname: string;
  /** Epoch ms, UTC, by the server's clock. */
  createdAt: number;
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
  /** Keep a new learner. @returns the session generation in force. */
  add(learner: Learner): Promise<Session>;
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
}
