/** What somebody with a role did to somebody or something else; never what they read. */
export interface AuditEntry {
  /** A UUID; the same one added twice is one entry. */
  id: string;
  /** Epoch ms, UTC, by the server's clock. */
  at: number;
  /** A learner's id, or `system` for what was done at the machine itself. */
  actorId: string;
  /** `thing.verb` in the past, e.g. `role.changed`, `cohort.made`, `member.removed`. */
  act: string;
  /** Whom or what it was done to: the id of a learner, a cohort … */
  subjectId?: string;
  /** Short values that explain it; no names, no responses, no codes. */
  detail: Readonly<Record<string, string | number | boolean>>;
}

export interface AuditLog {
  /** @throws {StoreError} when the store cannot take it now; then the act itself should not be done either. */
  add(entry: AuditEntry): Promise<void>;
  /**
   * @param before an entry to go on after, as the last one of the page before; absent = from the newest on.
   * @returns at most `most` entries, newest first. @throws {StoreError}
   */
  list(most: number, before?: Pick<AuditEntry, 'at' | 'id'>): Promise<readonly AuditEntry[]>;
}
