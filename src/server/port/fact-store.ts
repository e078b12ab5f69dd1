import type { Fact } from '#core/model/fact.ts';
import type { Session } from './learner-store.ts';

/** Facts of one learner from one request. */
export interface FactBatch {
  session: Session;
  /** When the server got them, epoch ms UTC; `fact.at` stays what the device said. */
  receivedAt: number;
  facts: readonly Fact[];
}

export type AppendOutcome =
  /** The learner is gone, or the session is ended. */
  | { status: 'unknown-learner' }
  | {
      status: 'appended';
      /** Facts that were not there before. */
      stored: number;
      /** Facts that were there already, the same. */
      known: number;
      /** Places in the batch whose id was there with another body; these lie in quarantine, the first body stands. */
      conflicts: readonly number[];
      /**
       * The learner's sequence before and after this batch. A device whose cursor is `before` has missed nothing and may
       * go on from `seq`. Numbers of facts that were known already are skipped.
       */
      before: number;
      seq: number;
    };

export interface FactPage {
  /** Facts as JSON texts, in the order in which they reached the server. */
  bodies: readonly string[];
  /** The cursor to go on from. */
  seq: number;
  more: boolean;
}

/** Facts, append-only: a set per learner. Every call names whose they are, so nobody reaches another one's. */
export interface FactStore {
  /**
   * Add facts by set-union: any order, any repeats, from any number of devices at once. When it resolves, what is
   * counted as stored or known is durable.
   * @throws {StoreError} when the store cannot take them now; nothing of the batch need be there then.
   */
  append(batch: FactBatch): Promise<AppendOutcome>;
  /**
   * The learner's own facts after a cursor.
   * @param since 0 = from the beginning.
   * @returns undefined when the learner is gone or the session is ended.
   * @throws {StoreError} when the store cannot be read now.
   */
  pull(session: Session, since: number): Promise<FactPage | undefined>;
}
