import { isRecord } from '#core/model/shape.ts';
import { type RecordStorage, STORES, type Stores } from '../record/storage.ts';
import { isOpenSnapshot, parseStoredSnapshot } from '../record/stored-snapshot.ts';

/** What lies only on this device. */
export interface OnlyHere {
  facts: number;
  pictures: number;
  /** Checks, role-plays and sheets that are going on; these are never sent. */
  open: number;
}

/** @see `sync/sync-rows.ts` and `sync/picture-rows.ts` for the rows that say what was sent. */
async function onlyHereIn(stores: Stores, learnerId: string): Promise<OnlyHere> {
  const base = `sync/${learnerId}/`;
  const notes = new Map(await stores.entries('meta'));
  const isSent = (id: string) => notes.has(`${base}sent/${id}`) && !notes.has(`${base}refused/${id}`);
  const isPictureSent = (id: string) => {
    const mark = notes.get(`${base}picture/${id}`);
    return isRecord(mark) && mark.is === 'settled';
  };
  const facts = await stores.entries('facts');
  const pictures = await stores.entries('blobs');
  const snapshots = await stores.entries('snapshots');
  return {
    facts: facts.filter(([id]) => !isSent(id)).length,
    pictures: pictures.filter(([id]) => !isPictureSent(id)).length,
    open: snapshots.filter(([, value]) => {
      const row = parseStoredSnapshot(value);
      return row !== undefined && isOpenSnapshot(row);
    }).length,
  };
}

/** @throws what the engine throws. */
export const onlyHere = (storage: RecordStorage, learnerId: string): Promise<OnlyHere> =>
  storage.transact('read', (stores) => onlyHereIn(stores, learnerId));

/**
 * Remove a record from this device, if the server has all of its facts and pictures; decided and done in one transaction.
 * @returns false, and nothing is done, when something lies only here.
 * @throws what the engine throws.
 */
export function removeSent(storage: RecordStorage, learnerId: string, newDeviceId: string): Promise<boolean> {
  return storage.transact('write-through', async (stores) => {
    const { facts, pictures } = await onlyHereIn(stores, learnerId);
    if (facts > 0 || pictures > 0) return false;
    for (const store of STORES) await stores.clear(store);
    await stores.put('meta', 'deviceId', newDeviceId);
    return true;
  });
}
