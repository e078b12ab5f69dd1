import { type RecordStorage, STORES, type StoreName, type Stores } from './storage.ts';

type Maps = Record<StoreName, Map<string, unknown>>;

const mapsOf = (make: (store: StoreName) => Map<string, unknown>) =>
  Object.fromEntries(STORES.map((store) => [store, make(store)])) as Maps;

function storesOver(maps: Maps): Stores {
  return {
    get: async (store, key) => maps[store].get(key),
    put: async (store, key, value) => maps[store].set(key, value),
    remove: async (store, key) => maps[store].delete(key),
    clear: async (store) => maps[store].clear(),
    entries: async (store) => [...maps[store]],
  };
}

/** Maps in place of a database: gone with the page. One transaction after the other; a failed one leaves no trace. */
export function memoryStorage(): RecordStorage {
  let kept = mapsOf(() => new Map());
  let last: Promise<unknown> = Promise.resolve();
  return {
    transact(_access, work) {
      const done = last.then(async () => {
        const draft = mapsOf((store) => new Map(kept[store]));
        const value = await work(storesOver(draft));
        kept = draft;
        return value;
      });
      last = done.catch(() => {});
      return done;
    },
    close() {},
  };
}
