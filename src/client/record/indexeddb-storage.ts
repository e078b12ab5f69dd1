import { openDB } from 'idb';
import { type RecordStorage, STORES, type StoreName, type Stores } from './storage.ts';

/** Raise it with a branch in `upgrade`; an older release that meets a higher one goes on in memory. */
const SCHEMA = 1;

type Database = Awaited<ReturnType<typeof openDB>>;
type Transaction = ReturnType<typeof begin>;

function begin(database: Database, mode: IDBTransactionMode, durability: 'strict' | 'relaxed') {
  return database.transaction<StoreName[], 'readwrite'>([...STORES], mode as 'readwrite', { durability });
}

function storesIn(transaction: Transaction): Stores {
  const at = (store: StoreName) => transaction.objectStore(store);
  return {
    get: (store, key) => at(store).get(key),
    put: (store, key, value) => at(store).put(value, key),
    remove: (store, key) => at(store).delete(key),
    clear: (store) => at(store).clear(),
    async entries(store) {
      const [keys, values] = await Promise.all([at(store).getAllKeys(), at(store).getAll()]);
      return keys.map((key, index) => [String(key), values[index]] as const);
    },
  };
}

async function finish<T>(transaction: Transaction, work: (stores: Stores) => Promise<T>): Promise<T> {
  const done = transaction.done;
  done.catch(() => {});
  try {
    const value = await work(storesIn(transaction));
    await done;
    return value;
  } catch (error) {
    try {
      transaction.abort();
    } catch {
      // It ended by itself.
    }
    throw transaction.error ?? error;
  }
}

/**
 * Open the database, made if absent.
 * @param onLost the browser closed the connection, or a newer release asked for the database: open again before the next use.
 * @throws what IndexedDB gives: SecurityError, UnknownError, VersionError (a newer release wrote it), QuotaExceededError;
 *         ReferenceError where there is no IndexedDB; NotFoundError when a store is missing, which no release of ours causes.
 */
export async function openIndexedDb(name: string, onLost: () => void): Promise<RecordStorage> {
  const database = await openDB(name, SCHEMA, {
    upgrade(fresh, _from, _to, transaction) {
      for (const store of STORES) fresh.createObjectStore(store);
      transaction.objectStore('facts').createIndex('at', 'at');
    },
    blocking: () => {
      database.close();
      onLost();
    },
    terminated: onLost,
  });
  if (STORES.some((store) => !database.objectStoreNames.contains(store))) {
    database.close();
    throw new DOMException(`database "${name}" lacks one of its stores; it is set aside`, 'NotFoundError');
  }
  return {
    transact: async (access, work) =>
      finish(
        begin(
          database,
          access === 'read' ? 'readonly' : 'readwrite',
          access === 'write-through' ? 'strict' : 'relaxed',
        ),
        work,
      ),
    close: () => database.close(),
  };
}
