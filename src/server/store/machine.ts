import { statfs } from 'node:fs/promises';
import type { Machine } from '#server/port/machine.ts';
import type { Store } from './open-store.ts';

/** @param dataDir a folder on the disk that is looked at. */
export function createMachine(plan: {
  release: string;
  dataDir: string;
  store: Pick<Store, 'kind' | 'size'>;
}): Machine {
  const { release, dataDir, store } = plan;
  return {
    release,
    engine: store.kind,
    databaseBytes: store.size,
    disk: async () => {
      const found = await statfs(dataDir).catch(() => undefined);
      // What is free for this account: the system keeps some for root.
      return found && { freeBytes: found.bavail * found.bsize, totalBytes: found.blocks * found.bsize };
    },
  };
}
