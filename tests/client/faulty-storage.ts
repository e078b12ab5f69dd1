import { memoryStorage } from '#client/record/memory-storage.ts';
import type { OpenDatabase } from '#client/record/open-storage.ts';
import type { RecordStorage, StoreName } from '#client/record/storage.ts';

/** A browser's databases by name, with faults to switch on. Several records over one device are several tabs. */
export function fakeDevice() {
  const databases = new Map<string, RecordStorage>();
  const texts = new Map<string, string>();
  const faults: { onOpen?: (name: string) => void; onWrite?: () => void; afterWrite?: () => void } = {};

  const open: OpenDatabase = async (name) => {
    faults.onOpen?.(name);
    const kept = databases.get(name) ?? memoryStorage();
    databases.set(name, kept);
    return {
      async transact(access, work) {
        if (access !== 'read') faults.onWrite?.();
        const value = await kept.transact(access, work);
        if (access !== 'read') faults.afterWrite?.();
        return value;
      },
      close() {},
    };
  };

  return {
    open,
    faults,
    databases,
    texts: {
      getItem: (key: string) => texts.get(key) ?? null,
      setItem: (key: string, value: string) => void texts.set(key, value),
      removeItem: (key: string) => void texts.delete(key),
    },
    /** What lies in a store of the record's first database. */
    rows: (store: StoreName, name = 'sanxiu-local') =>
      databases.get(name)?.transact('read', (stores) => stores.entries(store)) ?? Promise.resolve([]),
    put: (store: StoreName, key: string, value: unknown, name = 'sanxiu-local') =>
      open(name, () => {}).then((storage) =>
        storage.transact('write', (stores) => stores.put(store, key, value)),
      ),
  };
}

export const failure = (name: string) => () => {
  throw new DOMException('made by the test', name);
};
