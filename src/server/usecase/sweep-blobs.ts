import type { BlobStore } from '#server/port/blob-store.ts';
import type { Clock } from '#server/port/clock.ts';
import { StoreError } from '#server/port/store-error.ts';

/** How long a picture may lie without a fact that names it: devices send the fact first, so a week is long. */
const UNNAMED_MS = 7 * 86_400_000;

/**
 * Remove pictures that came more than a week ago and that no fact names.
 * @returns a function that says how many went; 0 when the store cannot be asked now: the next time will do.
 */
export function createSweepBlobs({ blobs, clock }: { blobs: Pick<BlobStore, 'sweep'>; clock: Clock }) {
  return async (): Promise<number> => {
    try {
      return await blobs.sweep(clock.now() - UNNAMED_MS);
    } catch (error) {
      if (error instanceof StoreError) return 0;
      throw error;
    }
  };
}
