import type { PictureType } from '#core/blob/picture-type.ts';
import type { Session } from './learner-store.ts';

/** A picture as it is kept, byte by byte as it came. */
export interface Blob {
  type: PictureType;
  bytes: Uint8Array;
}

/** What one learner may keep here. */
export interface BlobQuota {
  bytes: number;
  /** Pictures: many tiny ones cost more than their bytes. */
  count: number;
}

/**
 * stored: it is there now · known: it was there already, the same · conflict: other bytes lie under its id, the first stand ·
 * full: with it the learner would be over the quota, nothing was kept · unknown-learner: gone, or the session is ended.
 */
export type PutOutcome = 'stored' | 'known' | 'conflict' | 'full' | 'unknown-learner';

/** Pictures that facts name by id. Never changed: another picture is another id. Every call names whose they are. */
export interface BlobStore {
  /**
   * Keep a picture. Of several that come at once for one learner all are counted.
   * @param receivedAt epoch ms, UTC, by the server's clock.
   * @throws {StoreError} when the store cannot take it now; then nothing was kept.
   */
  put(session: Session, id: string, blob: Blob, receivedAt: number, quota: BlobQuota): Promise<PutOutcome>;
  /** @returns undefined where this learner has none under the id. @throws {StoreError} */
  get(session: Session, id: string): Promise<Blob | 'unknown-learner' | undefined>;
  /**
   * Remove pictures received before a time that no fact of their learner names. Those that one names are remembered and not
   * looked for again: facts stay.
   * @returns how many were removed.
   * @throws {StoreError}
   */
  sweep(receivedBefore: number): Promise<number>;
}
