import { applyChange, type Change } from '../record/change.ts';
import { sortRows } from '../record/sort-rows.ts';
import { type RecordStorage, type Row, STORES, type Stores } from '../record/storage.ts';
import { parseStoredSnapshot } from '../record/stored-snapshot.ts';

/**
 * Copy everything of one record into another: facts by id, attempts and pictures where none lies, rows that were set aside.
 * Nothing there is overwritten, and doing it again does no harm.
 * @param at epoch ms, UTC.
 * @returns the ids of the facts that lie in both now.
 * @throws what the engine throws; then the other record is as it was.
 */
export async function copyRecord(
  from: RecordStorage,
  into: RecordStorage,
  at: number,
): Promise<ReadonlySet<string>> {
  const read = await from.transact('read', async (stores) => ({
    facts: await stores.entries('facts'),
    snapshots: await stores.entries('snapshots'),
    blobs: await stores.entries('blobs'),
    quarantine: await stores.entries('quarantine'),
    deviceId: await stores.get('meta', 'deviceId'),
  }));
  await into.transact('write-through', async (stores) => {
    // A record that has just been made goes on as the same device: what was written here is not another device's.
    const isNew = (await stores.entries('facts')).length === 0;
    if (isNew && typeof read.deviceId === 'string') await stores.put('meta', 'deviceId', read.deviceId);
    await applyChange(stores, changeOf(read.facts, read.snapshots, at));
    await putMissing(stores, 'blobs', read.blobs);
    await putMissing(stores, 'quarantine', read.quarantine);
  });
  return new Set(read.facts.map(([key]) => key));
}

function changeOf(facts: readonly Row[], snapshots: readonly Row[], at: number): Change {
  const sorted = sortRows(facts);
  return {
    at,
    facts: sorted.facts,
    setAside: sorted.bad.map((row) => ({ ...row, from: 'import' })),
    newSnapshots: snapshots.flatMap(([key, value]) => {
      const row = parseStoredSnapshot(value);
      return row ? [{ key, row }] : [];
    }),
  };
}

async function putMissing(stores: Stores, store: 'blobs' | 'quarantine', rows: readonly Row[]) {
  for (const [key, value] of rows)
    if ((await stores.get(store, key)) === undefined) await stores.put(store, key, value);
}

/**
 * Empty a record whose facts all lie elsewhere, in one transaction.
 * @param isElsewhere asked of each fact's id.
 * @returns false, and nothing is done, when there is one more.
 */
export function emptyRecord(
  storage: RecordStorage,
  newDeviceId: string,
  isElsewhere: (id: string) => boolean,
): Promise<boolean> {
  return storage.transact('write-through', async (stores) => {
    for (const [key] of await stores.entries('facts')) if (!isElsewhere(key)) return false;
    for (const store of STORES) await stores.clear(store);
    await stores.put('meta', 'deviceId', newDeviceId);
    return true;
  });
}

/** Another tab may write while a record is moved: what comes late is copied as well. */
const TRIES = 5;

/**
 * Move everything of one record into another. Safe to do again after it was cut off anywhere.
 * @param between done once all of it lies in the other one, and before it goes here; throwing leaves both.
 * @returns false when another tab kept writing: then a part lies in both.
 * @throws what the engine or `between` throws.
 */
export async function moveRecord(
  from: RecordStorage,
  into: RecordStorage,
  { at, newDeviceId, between }: { at: number; newDeviceId: string; between: () => Promise<void> },
): Promise<boolean> {
  let copied = await copyRecord(from, into, at);
  await between();
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (await emptyRecord(from, newDeviceId, (id) => copied.has(id))) return true;
    copied = await copyRecord(from, into, at);
  }
  return false;
}
