import { type DeviceRecord, openRecord } from './record.ts';
import { syncsTo } from './sync-mark.ts';

let own: Promise<DeviceRecord> | undefined;

/** The record of whoever uses this browser: one per page, opened at first use, shared by all its islands. Never rejects. */
export function ownRecord(): Promise<DeviceRecord> {
  own ??= openRecord({ now: Date.now }).then((record) => {
    // Only who has turned it on fetches this, and nothing waits for it.
    if (syncsTo()) import('../sync/own-sync.ts').then(({ startSync }) => startSync(record)).catch(() => {});
    return record;
  });
  return own;
}
