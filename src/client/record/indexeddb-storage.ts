import { type Access, type RecordStorage, STORES, type StoreName, type Stores } from './storage.ts';

/** Raise it with a new store or index; an older release that meets a higher one goes on in memory. 2: pictures. */
const SCHEMA = 2;

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Resolves when everything is written; rejects when nothing is. */
function ending(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () =>
      reject(transaction.error ?? new DOMException('the transaction was aborted', 'AbortError'));
  });
}

function begin(database: IDBDatabase, access: Access): IDBTransaction {
  const durability = access === 'write-through' ? 'strict' : 'relaxed';
  return database.transaction(STORES, access === 'read' ? 'readonly' : 'readwrite', { durability });
}

function storesIn(transaction: IDBTransaction): Stores {
  const at = (store: StoreName) => transaction.objectStore(store);
  return {
    get: (store, key) => answer(at(store).get(key)),
    put: (store, key, value) => answer(at(store).put(value, key)),
    remove: (store, key) => answer(at(store).delete(key)),
    clear: (store) => answer(at(store).clear()),
    async entries(store) {
      const [keys, values] = await Promise.all([answer(at(store).getAllKeys()), answer(at(store).getAll())]);
      return keys.map((key, index) => [String(key), values[index]] as const);
    },
  };
}

async function finish<T>(transaction: IDBTransaction, work: (stores: Stores) => Promise<T>): Promise<T> {
  const done = ending(transaction);
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

function open(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name, SCHEMA);
  request.onupgradeneeded = () => {
    for (const store of STORES) {
      if (request.result.objectStoreNames.contains(store)) continue;
      const made = request.result.createObjectStore(store);
      if (store === 'facts') made.createIndex('at', 'at');
    }
  };
  // WebKit at times begins to open only when it is asked something else meanwhile. @see WebKit bug 226547
  const asking = setInterval(() => void indexedDB.databases?.().catch(() => {}), 100);
  return answer(request).finally(() => clearInterval(asking));
}

/**
 * Open the database, made if absent.
 * @param onLost the browser closed the connection, or a newer release asked for the database: open again before the next use.
 * @throws what IndexedDB gives: SecurityError, UnknownError, VersionError (a newer release wrote it), QuotaExceededError;
 *         ReferenceError where there is no IndexedDB; NotFoundError when a store is missing, which no release of ours causes.
 */
export async function openIndexedDb(name: string, onLost: () => void): Promise<RecordStorage> {
  const database = await open(name);
  database.onclose = onLost;
  database.onversionchange = () => {
    database.close();
    onLost();
  };
  if (STORES.some((store) => !database.objectStoreNames.contains(store))) {
    database.close();
    throw new DOMException(`database "${name}" lacks one of its stores; it is set aside`, 'NotFoundError');
  }
  return {
    transact: async (access, work) => finish(begin(database, access), work),
    close: () => database.close(),
  };
}
