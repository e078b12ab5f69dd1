/** On which day somebody was last here. */
export interface PresenceStore {
  /** Raise the last day of all of these to `day` (see `dayNumber`); it never goes back. @throws {StoreError} */
  note(learnerIds: readonly string[], day: number): Promise<void>;
}
