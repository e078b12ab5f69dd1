import { pictureType } from '#core/blob/picture-type.ts';
import { isPictureId } from '#core/worksheet/values.ts';
import type { BlobQuota, BlobStore, PutOutcome } from '#server/port/blob-store.ts';
import type { Clock } from '#server/port/clock.ts';
import type { Session } from '#server/port/learner-store.ts';

const MB = 1_000_000;
/** Some 250 pictures as the device makes them. */
export const QUOTA_MB = 50;
/** Pictures of one learner: beyond that they are not what a sheet is for. */
const COUNT = 5_000;

/** no-id: not an id that a device makes · no-picture: neither JPEG, PNG nor WebP by what is in it. */
export type SaveBlobOutcome = PutOutcome | 'no-id' | 'no-picture';

export interface SaveBlobPlan {
  blobs: BlobStore;
  clock: Clock;
  /** What one learner's pictures may take, MB; 0: none are taken. */
  quotaMb?: number | undefined;
}

/**
 * Keep a learner's picture under the id that its facts name.
 * @returns a function that throws what `BlobStore.put` throws; then the same picture may be sent again.
 */
export function createSaveBlob({ blobs, clock, quotaMb = QUOTA_MB }: SaveBlobPlan) {
  const quota: BlobQuota = { bytes: quotaMb * MB, count: COUNT };
  return async (session: Session, id: string, bytes: Uint8Array): Promise<SaveBlobOutcome> => {
    if (!isPictureId(id)) return 'no-id';
    const type = pictureType(bytes);
    return type ? blobs.put(session, id, { type, bytes }, clock.now(), quota) : 'no-picture';
  };
}
