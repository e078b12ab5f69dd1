/**
 * One line in localStorage: the owner name of the record that is open on this device. Absent = `local`, the one that every
 * device begins with. Which name is whose is said by the shelf (`core/account/shelf.ts`).
 */
export const OWNER_LINE = 'sanxiu.owner';

/** @returns the owner name of the open record. */
export function readOwner(): string {
  try {
    return localStorage.getItem(OWNER_LINE) || 'local';
  } catch {
    return 'local';
  }
}

/** The record this page was opened with; another tab may have opened another one since. */
export const pageOwner = readOwner();

/** Is this page's record still the open one? If not, nothing of this page may be sent, and it has to be loaded again. */
export const isPageCurrent = (): boolean => readOwner() === pageOwner;
