import type { Shelf } from '#core/account/shelf.ts';
import { OWNER_LINE, readOwner } from '../record/owner.ts';
import { forgetSyncMark, SYNC_MARK } from '../record/sync-mark.ts';
import { carryLines, swapLines } from './lines.ts';
import { saveShelf } from './shelf-store.ts';

export interface SwitchPlan {
  /** The shelf once it is done. */
  shelf: Shelf;
  /** Owner name of the record to open. */
  owner: string;
  /** Whose copy it is sent to. */
  syncsTo?: string;
  /** What was in the open record is in the other one now. */
  isMoved?: boolean;
}

/**
 * Open another record on this device: other tabs load their pages again, and this page must be left. In an order that sends
 * nothing of one record to another's copy, whenever the page goes: first nobody sends, then the record changes, then it sends.
 * @returns false where the browser lets nothing be stored; then all is as before, but nothing is sent.
 */
export function switchRecord({ shelf, owner, syncsTo, isMoved = false }: SwitchPlan): boolean {
  const open = readOwner();
  forgetSyncMark();
  try {
    if (owner !== open) {
      localStorage.setItem(OWNER_LINE, owner);
      if (isMoved) carryLines(owner);
      else swapLines(open, owner);
    }
    if (syncsTo !== undefined) localStorage.setItem(SYNC_MARK, syncsTo);
    return saveShelf(shelf);
  } catch {
    return false;
  }
}
