import type { Retention } from '#core/admin/admin.ts';
import type { Actor } from './people-store.ts';

/** Kept settings, and what has grown older than they allow. Days as in `dayNumber`. */
export interface RetentionStore {
  /** @returns the defaults, without `changedAt`, while nobody has set anything. @throws {StoreError} */
  read(): Promise<Retention & { changedAt?: number }>;
  /** Keep it, and write down who did (`retention.changed`). */
  save(retention: Retention, by: Actor): Promise<void>;
  /** How many learners were last here before that day. Facilitators and admins never count. */
  concerned(beforeDay: number): Promise<number>;
  /** @returns ids of at most `most` of them. */
  expired(beforeDay: number, most: number): Promise<readonly string[]>;
  /**
   * Delete one of them as `LearnerStore.remove` does.
   * @param at epoch ms, UTC.
   * @returns false when they have been here since, have a role, or are gone; then nothing was deleted.
   */
  removeExpired(learnerId: string, beforeDay: number, at: number): Promise<boolean>;
  /** @returns how many of at most `most` entries older than `before` (epoch ms) were deleted. */
  removeAudit(before: number, most: number): Promise<number>;
  /** The same for reports that were dealt with before that time. */
  removeMistakes(before: number, most: number): Promise<number>;
  /** When a whole backup was made last, epoch ms UTC. */
  backupAt(): Promise<number | undefined>;
  noteBackup(at: number): Promise<void>;
}
