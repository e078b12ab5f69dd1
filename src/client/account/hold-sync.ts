import { tied } from '#core/account/shelf.ts';
import { readOwner } from '../record/owner.ts';
import { readSyncMark, SYNC_MARK } from '../record/sync-mark.ts';
import { restartSync } from '../sync/own-sync.ts';
import { ask, learnerIn } from '../sync/sync-api.ts';
import { loadShelf, saveShelf } from './shelf-store.ts';

/**
 * Nothing of the open record may be sent while somebody signs in: the moment the server knows another learner here, it would
 * go to their copy. To be called before each way of signing in; `releaseSync` goes back when it came to nothing.
 */
export async function holdSync(): Promise<void> {
  const mark = readSyncMark();
  if (mark === undefined) return;
  const shelf = loadShelf();
  if (mark !== 'off') {
    saveShelf({ ...shelf, held: mark });
    localStorage.setItem(SYNC_MARK, 'off');
    restartSync();
    return;
  }
  // Turned off by an earlier release, which did not note for whom it had been on.
  const owner = readOwner();
  if (shelf.ties[owner]) return;
  const learner = learnerIn(await ask('GET', '/api/learner'));
  if (learner)
    saveShelf(tied(shelf, owner, { learnerId: learner.id, nickname: learner.nickname, isClaimed: false }));
}

/** Nobody has signed in after all: go on sending, if the open record is still the one it was held for. */
export function releaseSync(): void {
  const { held, ...shelf } = loadShelf();
  if (held === undefined) return;
  if (shelf.ties[readOwner()]?.learnerId !== held) {
    saveShelf(shelf);
    return;
  }
  try {
    localStorage.setItem(SYNC_MARK, held);
  } catch {
    return;
  }
  saveShelf(shelf);
  restartSync();
}
