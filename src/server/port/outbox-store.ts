import type { OutboxStatus } from '#core/admin/admin.ts';
import type { Actor } from './people-store.ts';

/** A fact that others than its owner may read, with whose it is: not private and, where it claims points, confirmed. */
export interface PublicFact {
  learnerId: string;
  id: string;
  /** Its number among its learner's. */
  seq: number;
  /** When the server got it, epoch ms UTC. */
  receivedAt: number;
  /** JSON. */
  body: string;
}

/** A fact that is to be forwarded. */
export interface WaitingFact extends PublicFact {
  /** It did not count when the cursor passed it, and does now. */
  isHeld?: true;
}

/** A learner's facts are settled from one number of theirs up to another. */
export interface Settling {
  learnerId: string;
  from: number;
  /** As `from` where only facts that were held back are settled. */
  to: number;
  /** Facts between the two that do not count: not yet judged, or set apart. They are kept in mind until they do. */
  held?: readonly { factId: string; seq: number }[];
  /** Ids of facts that were held back and are settled now. */
  released?: readonly string[];
}

/** What waits to be forwarded. Read anew for each try: whoever was deleted meanwhile is not in it. */
export interface OutboxBatch {
  /** First those held back so far; then by learner, in the order in which they reached the server. */
  facts: readonly WaitingFact[];
  /** What is settled with the last of these facts of each learner. There may be some without any: private ones are passed over. */
  settlings: readonly Settling[];
}

/** A fact whose statement the LRS does not want; it is not sent again. */
export interface Refusal {
  learnerId: string;
  factId: string;
  /** What the LRS answered; 0 = this release cannot read the fact. */
  status: number;
}

/** Who forwards. Of several processes one does it; the others watch its beat. */
export interface Lease {
  /** A process; '' = nobody. */
  holder: string;
  beat: number;
}

/** Counting goes no further: on SQLite everybody waits for it. */
export const COUNTED_AT_MOST = 10_000;

/** What is to be forwarded, and how far that is. Every call throws `StoreError` when the store cannot do it now. */
export interface OutboxStore {
  /**
   * What to forward next. Nothing is changed by asking.
   * @param most facts at most, 1 or more.
   * @returns no settlings when nothing waits.
   */
  next(most: number): Promise<OutboxBatch>;
  /**
   * Note what became of a batch, in one go; a learner who is gone, or whose cursor another process moved, is passed over.
   * @param settlings at most one of each learner.
   * @param refusals facts within `settlings`.
   */
  settle(settlings: readonly Settling[], refusals: readonly Refusal[], at: number): Promise<void>;
  /**
   * Let refused facts wait again, a thousand at most, and write down who asked (`statements.sent-again`).
   * @returns how many; 0 = none was refused, and nothing was written down.
   */
  sendAgain(by: Actor): Promise<number>;
  /** @param outcome without `failure` it went well. @param at epoch ms, UTC. */
  note(outcome: { failure?: string; isPaused?: boolean }, at: number): Promise<void>;
  state(): Promise<OutboxStatus>;
  lease(): Promise<Lease>;
  /**
   * Take or keep the lease, if it is still as it was seen.
   * @returns as it is now; undefined when somebody else was first.
   */
  take(holder: string, seen: Lease): Promise<Lease | undefined>;
  /**
   * Facts that others may read, all learners', in an order that stays: as reports count them. One that is confirmed later
   * comes to stand where it belongs, also behind a page that was read.
   * @param since epoch ms: only those the server got then or later.
   * @param after where the page before ended; undefined = from the beginning.
   * @param most  rows looked at; the page may hold fewer, or none, and yet not be the last.
   */
  list(since: number, after: FactPlace | undefined, most: number): Promise<PublicFactPage>;
}

export interface FactPlace {
  learnerId: string;
  seq: number;
}

export interface PublicFactPage {
  facts: readonly PublicFact[];
  /** Where to go on; absent at the end. */
  next?: FactPlace;
}
