import { isPageCurrent, OWNER_LINE, pageOwner } from './owner.ts';
import { type DeviceRecord, openRecord } from './record.ts';
import { syncsTo } from './sync-mark.ts';

let own: Promise<DeviceRecord> | undefined;

/** The record of whoever uses this browser: one per page, opened at first use, shared by all its islands. Never rejects. */
export function ownRecord(): Promise<DeviceRecord> {
  own ??= open();
  return own;
}

function open(): Promise<DeviceRecord> {
  // Somebody signed in or out in another tab, or while this page lay in the browser's memory: it is another's page then.
  addEventListener('storage', ({ key }) => key === OWNER_LINE && !isPageCurrent() && location.reload());
  addEventListener('pageshow', () => isPageCurrent() || location.reload());
  return openRecord({ owner: pageOwner, now: Date.now }).then((record) => {
    // Only who has turned it on fetches this, and nothing waits for it.
    if (syncsTo()) import('../sync/own-sync.ts').then(({ startSync }) => startSync(record)).catch(() => {});
    return record;
  });
}
