import { readShelf, type Shelf, withMark } from '#core/account/shelf.ts';
import { readOwner } from '../record/owner.ts';
import { readSyncMark } from '../record/sync-mark.ts';

const SHELF_LINE = 'sanxiu.shelf';

/** The shelf as it is now, the open record by what its mark says. */
export const loadShelf = (): Shelf => withMark(stored(), readOwner(), readSyncMark());

/** @returns false where the browser lets nothing be stored. */
export function saveShelf(shelf: Shelf): boolean {
  try {
    localStorage.setItem(SHELF_LINE, JSON.stringify(shelf));
    return true;
  } catch {
    return false;
  }
}

function stored(): Shelf {
  try {
    return readShelf(JSON.parse(localStorage.getItem(SHELF_LINE) ?? 'null'));
  } catch {
    return readShelf(undefined);
  }
}
