import { pageOwner } from './record/owner.ts';

/**
 * One line of localStorage: what was typed into a worksheet in the last moments before a page went. The record writes behind,
 * and a page that is going does not wait for it. Taken up once, by the page that opens the sheet next. Nothing here throws.
 */
export const SHEET_KEY = 'sanxiu.sheet';

/** @param key of the draft in the record. */
export function leaveLastWords(key: string, draft: object): void {
  try {
    localStorage.setItem(SHEET_KEY, JSON.stringify({ key, owner: pageOwner, ...draft }));
  } catch {
    // Storage is blocked or full: then what the record has stands.
  }
}

export type LastWords = Readonly<Record<string, unknown>> & { key: string };

/** @returns what a page that went left, unchecked, whichever draft it is of; never another record's. */
export function lastWords(): LastWords | undefined {
  try {
    const line = JSON.parse(localStorage.getItem(SHEET_KEY) ?? 'null') as LastWords | null;
    return typeof line?.key === 'string' && (line.owner ?? 'local') === pageOwner ? line : undefined;
  } catch {
    return undefined;
  }
}

/** @returns what a page that went left of this draft, unchecked; it is gone from there then. */
export function takeLastWords(key: string): LastWords | undefined {
  const line = lastWords();
  if (line?.key !== key) return undefined;
  forgetLastWords();
  return line;
}

/** With everything else. */
export function forgetLastWords(): void {
  try {
    localStorage.removeItem(SHEET_KEY);
  } catch {
    // It was not to be had in the first place.
  }
}
