import { type AccountOutcome, refused } from '#core/account/account-refusal.ts';
import { spareOwner, untied } from '#core/account/shelf.ts';
import { uuidv7 } from '../record/ids.ts';
import { openStorage } from '../record/open-storage.ts';
import { readOwner } from '../record/owner.ts';
import { ask } from '../sync/sync-api.ts';
import { forgetLines } from './lines.ts';
import { type OnlyHere, onlyHere, removeSent } from './sent-rows.ts';
import { loadShelf, saveShelf } from './shelf-store.ts';
import { switchRecord } from './switch-record.ts';

/** keep: the record stays on this device for the next time · remove: it goes from this device, the server has it. */
export type SignOutChoice = 'keep' | 'remove';

const openOf = (owner: string) =>
  openStorage({ owner, newDeviceId: uuidv7(Date.now()), texts: localStorage, onLost: () => {} });

/** What of the open record lies only here. @returns undefined when the database does not answer. */
export async function readOnlyHere(learnerId: string): Promise<OnlyHere | undefined> {
  try {
    const { storage } = await openOf(readOwner());
    const found = await onlyHere(storage, learnerId);
    storage.close();
    return found;
  } catch {
    return undefined;
  }
}

/**
 * Sign out on this device: the session ends, and the record that was nobody's opens again. This page must be left then.
 * @returns `wasKept` when the record was to be removed and is still here, because something in it was not sent.
 */
export async function signOut(choice: SignOutChoice): Promise<AccountOutcome<{ wasKept: boolean }>> {
  const reply = await ask('DELETE', '/api/session', {});
  if (!reply) return refused('offline');
  if (reply.status >= 300) return refused('busy');
  const owner = readOwner();
  const shelf = loadShelf();
  const tie = shelf.ties[owner];
  const { held: _, arrival: __, isMoving: ___, ...rest } = shelf;
  const spare = spareOwner(rest);
  if (!switchRecord({ shelf: { ...rest, spare }, owner: spare })) return refused('no-storage');
  if (choice === 'keep' || !tie) return { status: 'done', value: { wasKept: true } };
  const isGone = await remove(owner, tie.learnerId);
  if (isGone) {
    forgetLines(owner);
    saveShelf(untied(loadShelf(), owner));
  }
  return { status: 'done', value: { wasKept: !isGone } };
}

/**
 * The open record was deleted on this device: an account's name is not to be anybody's, so the record of nobody opens.
 * @returns true when it did, and this page must be left.
 */
export function leaveDeleted(): boolean {
  const owner = readOwner();
  const shelf = untied(loadShelf(), owner);
  const spare = spareOwner(shelf);
  return spare !== owner && switchRecord({ shelf: { ...shelf, spare }, owner: spare });
}

async function remove(owner: string, learnerId: string): Promise<boolean> {
  try {
    const { storage } = await openOf(owner);
    const isGone = await removeSent(storage, learnerId, uuidv7(Date.now()));
    storage.close();
    return isGone;
  } catch {
    return false;
  }
}
