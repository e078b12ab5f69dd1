import { test } from 'vitest';

/** @param open an empty store each time. @returns a test of a contract: it gets such a store, which is closed after it. */
export const usingEach =
  <S extends { close(): Promise<unknown> }>(open: () => Promise<S>) =>
  (name: string, work: (store: S) => Promise<void>): void =>
    test(name, async () => {
      const store = await open();
      try {
        await work(store);
      } finally {
        await store.close();
      }
    });
