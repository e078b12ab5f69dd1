import { openIndexedDb } from './indexeddb-storage.ts';
import type { RecordStorage, Row } from './storage.ts';

/** Why the record is in memory only. */
export type MemoryReason = 'blocked' | 'full' | 'corrupt' | 'too-new';

/** What a working storage holds at opening. */
export interface OpenedStorage {
  storage: RecordStorage;
  facts: readonly Row[];
  deviceId: string;
  /** An earlier database could not be read; it lies untouched beside this one. */
  former: boolean;
}

/** Opens a database by name; in tests something else. */
export type OpenDatabase = (name: string, onLost: () => void) => Promise<RecordStorage>;

/** The part of localStorage in use; every call may throw. */
export type TextStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const REASONS: Readonly<Record<string, MemoryReason>> = {
  QuotaExceededError: 'full',
  VersionError: 'too-new',
  SecurityError: 'blocked',
  ReferenceError: 'blocked',
  TypeError: 'blocked',
  TimeoutError: 'blocked',
  InvalidStateError: 'blocked',
};

/** The stable code for what IndexedDB threw; anything not foreseen is taken for damage. */
export function reasonOf(error: unknown): MemoryReason {
  return REASONS[(error as { name?: string } | null)?.name ?? ''] ?? 'corrupt';
}

export interface OpenStorage {
  owner: string;
  /** For a device that has no id yet. */
  newDeviceId: string;
  open?: OpenDatabase;
  texts?: TextStore | undefined;
  onLost: () => void;
  /** Longest wait for a database that never answers (another tab blocks it, a known fault of Safari), ms. */
  patienceMs?: number;
}

const markOf = (owner: string) => `sanxiu.db.${owner}`;

function readMark(texts: TextStore | undefined, owner: string): number {
  try {
    return Number(texts?.getItem(markOf(owner))) || 1;
  } catch {
    return 1;
  }
}

const databaseName = (owner: string, number: number) =>
  number === 1 ? `sanxiu-${owner}` : `sanxiu-${owner}-${number}`;

/**
 * Open the record's database and read what it holds. A database that is damaged as a whole is left untouched and a second
 * one is opened in its place, remembered in localStorage; only when that one works, so that an engine that is down for a
 * moment costs nothing.
 * @throws what the first database threw; `reasonOf` tells the code.
 */
export async function openStorage(options: OpenStorage): Promise<OpenedStorage> {
  const number = readMark(options.texts, options.owner);
  try {
    return await openNumber(options, number);
  } catch (error) {
    if (reasonOf(error) !== 'corrupt') throw error;
    try {
      return await openNumber(options, number);
    } catch {
      return await openNumber(options, number + 1).then(
        (opened) => remember(options, number + 1, opened),
        () => Promise.reject(error),
      );
    }
  }
}

function remember({ texts, owner }: OpenStorage, number: number, opened: OpenedStorage): OpenedStorage {
  try {
    texts?.setItem(markOf(owner), String(number));
  } catch {
    // The next page finds the way again.
  }
  return opened;
}

function openNumber(options: OpenStorage, number: number): Promise<OpenedStorage> {
  const { open = openIndexedDb, onLost, newDeviceId, patienceMs = 4000 } = options;
  let late = false;
  const opening = (async () => {
    const storage = await open(databaseName(options.owner, number), onLost);
    if (late) storage.close();
    const [facts, named] = await storage.transact('read', (stores) =>
      Promise.all([stores.entries('facts'), stores.get('meta', 'deviceId')]),
    );
    const deviceId = typeof named === 'string' ? named : await nameDevice(storage, newDeviceId);
    return { storage, facts, deviceId, former: number > 1 };
  })();
  opening.catch(() => {});
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      late = true;
      reject(new DOMException(`no answer from the database within ${patienceMs} ms`, 'TimeoutError'));
    }, patienceMs);
    opening.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** Two tabs opened at once agree on one id. A full device gets it later; what it holds can still be read. */
function nameDevice(storage: RecordStorage, newDeviceId: string): Promise<string> {
  return storage
    .transact('write', async (stores) => {
      const present = await stores.get('meta', 'deviceId');
      if (typeof present === 'string') return present;
      await stores.put('meta', 'deviceId', newDeviceId);
      return newDeviceId;
    })
    .catch(() => newDeviceId);
}

/** Best effort: remove former databases of this owner, and the mark; part of deleting everything. */
export function forgetFormer(owner: string, texts: TextStore | undefined): void {
  try {
    const number = readMark(texts, owner);
    for (let former = 1; former < number; former++) indexedDB.deleteDatabase(databaseName(owner, former));
  } catch {
    // Nothing to remove where there is no storage.
  }
}
