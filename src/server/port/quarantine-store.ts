import type { QuarantineItem } from '#core/admin/admin.ts';
import type { Actor } from './people-store.ts';

/** Which of them, as `list` gives it. */
export type QuarantineKey = Pick<QuarantineItem, 'learnerId' | 'factId' | 'digest'>;

/** Facts that were set aside because they contradict what was there, and those set apart for their score. */
export interface QuarantineStore {
  /** @returns at most `most`, newest first; bodies of those that are not their owner's alone. @throws {StoreError} */
  list(
    most: number,
    after?: QuarantineKey & Pick<QuarantineItem, 'receivedAt'>,
  ): Promise<readonly QuarantineItem[]>;
  /** Throw one away, and write down who did (`quarantine.dismissed`). @returns false when it is not there, or set apart for its score: that stays. */
  dismiss(key: QuarantineKey, by: Actor): Promise<boolean>;
}
