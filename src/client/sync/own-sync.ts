import type { DeviceRecord } from '../record/record.ts';
import { SYNC_MARK, syncsTo } from '../record/sync-mark.ts';
import { holdLease, type TabLease } from '../tab-lease.ts';
import { DeviceSync, type SyncView } from './device-sync.ts';
import type { WantedPicture } from './picture-sync.ts';
import { httpSyncApi } from './sync-api.ts';
import { syncRows } from './sync-rows.ts';

/** How often a page that is looked at asks what other devices sent, ms. */
const ASK_EVERY_MS = 120_000;

let record: DeviceRecord | undefined;
let sync: DeviceSync | undefined;
let lease: TabLease | undefined;
let hasLeft = false;
const listeners = new Set<() => void>();

const isHidden = () => document.visibilityState === 'hidden';
const tell = () => {
  for (const listener of listeners) listener();
};

/** Send and fetch for this page's record, as long as the mark says so. Called once or more; the page's events are heard once. */
export function startSync(own: DeviceRecord): void {
  if (!record) {
    record = own;
    listen(own);
  }
  restartSync();
}

/** The mark was changed: end what ran, begin what it says now. */
export function restartSync(): void {
  lease?.release();
  lease = undefined;
  end();
  const learnerId = syncsTo();
  if (!record || !learnerId) return;
  const held = holdLease('sync', (state) => {
    if (held !== lease) return;
    end();
    if (state === 'live') begin(learnerId);
  });
  lease = held;
  if (held.state === 'live') begin(learnerId);
  else void held.ready.then(() => held === lease && !isHidden() && held.takeOver());
}

function begin(learnerId: string): void {
  if (!record || sync) return;
  const own = lease;
  const kept = record;
  const isOn = () => syncsTo() === learnerId && lease === own && own?.state === 'live';
  sync = new DeviceSync({
    record: kept,
    rows: syncRows(kept, learnerId),
    api: httpSyncApi(learnerId),
    pictures: () =>
      import('./open-pictures.ts').then(({ openPictures }) => openPictures(kept, learnerId, isOn)),
    isOn,
    now: Date.now,
    random: Math.random,
    later(run, ms) {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  });
  sync.subscribe(tell);
  void sync.look();
}

function end(): void {
  sync?.stop();
  sync = undefined;
  tell();
}

/** The tab that is looked at is the one that sends. */
function come(): void {
  hasLeft = false;
  lease?.takeOver();
  void sync?.look();
}

function leave(): void {
  if (!hasLeft) void sync?.farewell();
  hasLeft = true;
}

function listen(own: DeviceRecord): void {
  own.subscribe(({ type }) => {
    if (type === 'deleted') restartSync();
    else if (type !== 'facts') return;
    else if (isHidden()) void sync?.farewell();
    else sync?.changed();
  });
  document.addEventListener('visibilitychange', () => (isHidden() ? leave() : come()));
  addEventListener('pagehide', () => {
    leave();
    lease?.release();
  });
  addEventListener('pageshow', ({ persisted }) => persisted && restartSync());
  addEventListener('online', () => void sync?.look());
  addEventListener('storage', ({ key }) => key === SYNC_MARK && restartSync());
  setInterval(() => isHidden() || sync?.look(), ASK_EVERY_MS);
}

/** What the syncing of this page shows; undefined while it is off, or another tab does it. */
export const syncView = (): SyncView | undefined => sync?.view();

/** @returns how to stop listening. */
export function onSync(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Fetch a picture that is on the screen now; undefined where another tab syncs, or none does. */
export const wantPicture = (id: string): Promise<WantedPicture> | undefined => sync?.want(id);

/** Ask and send now. */
export const syncNow = (): void => come();
