import type { Mistake } from '#core/model/mistake.ts';
import type { Actor } from './people-store.ts';

/** A report in the inbox. */
export interface KeptMistake extends Mistake {
  /** Epoch ms, UTC, by the server's clock. */
  receivedAt: number;
  /** When it was dealt with; absent while it is open. */
  doneAt?: number;
}

/**
 * stored: it is in the inbox now · known: it was there already, the same · conflict: another report lies under its id, the
 * first one stands · full: too many are open, nothing was kept.
 */
export type AddOutcome = 'stored' | 'known' | 'conflict' | 'full';

/** Open reports kept at most: whoever sends nonsense cannot fill the disk. Several processes may go over it by a few. */
export const OPEN_AT_MOST = 1_000;

/** The inbox for mistakes in lessons. */
export interface MistakeStore {
  /** When it resolves to stored or known, the report is durable. @throws {StoreError} when the store cannot take it now. */
  add(mistake: Mistake, receivedAt: number): Promise<AddOutcome>;
  /** @returns newest first. @throws {StoreError} */
  list(which: 'open' | 'all'): Promise<readonly KeptMistake[]>;
  /**
   * Mark a report as dealt with.
   * @param at epoch ms, UTC.
   * @param by the admin who did: written down with it (`mistake.done`), both or neither. Absent for what is done at the
   *           machine itself, of which nothing is written down.
   * @returns known: it was marked before, and keeps that time · unknown: there is no such report.
   * @throws {StoreError}
   */
  markDone(id: string, at: number, by?: Actor): Promise<'done' | 'known' | 'unknown'>;
}
