import { isPageCurrent } from './owner.ts';

/**
 * One line in localStorage that says whether this device sends its record: `<learner id>` while it does, `off` when it was
 * turned off here (the server still knows the device), absent before the first time and after deletion.
 */
export const SYNC_MARK = 'sanxiu.sync';

/** Beside it: what the learner's cohorts set them, as it was seen last (`client/cohort/assigned.ts`). */
export const ASSIGNED_MARK = 'sanxiu.assigned';

/** @returns the line; undefined where there is none, or no localStorage. */
export function readSyncMark(): string | undefined {
  try {
    return localStorage.getItem(SYNC_MARK) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Whose copy this page sends its record to; undefined = it sends nothing, or the mark is not about its record any more. */
export function syncsTo(): string | undefined {
  const mark = readSyncMark();
  return mark === 'off' || !isPageCurrent() ? undefined : mark;
}

/** Was anything set for a learner of this device? Says nothing of whose it is. */
export function hasAssigned(): boolean {
  try {
    return localStorage.getItem(ASSIGNED_MARK) !== null;
  } catch {
    return false;
  }
}

export function forgetSyncMark(): void {
  try {
    localStorage.removeItem(SYNC_MARK);
    localStorage.removeItem(ASSIGNED_MARK);
  } catch {
    // Then there was none.
  }
}
