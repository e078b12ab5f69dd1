/**
 * One line of localStorage: what was typed into a worksheet in the last moments before a page went. The record writes behind,
 * and a page that is going does not wait for it. Taken up once, by the page that opens the sheet next. Nothing here throws.
 */
const KEY = 'sanxiu.sheet';

/** @param key of the draft in the record. */
export function leaveLastWords(key: string, draft: object): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ key, ...draft }));
  } catch {
    // Storage is blocked or full: then what the record has stands.
  }
}

/** @returns what a page that went left of this draft, unchecked. */
export function takeLastWords(key: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const line = JSON.parse(localStorage.getItem(KEY) ?? 'null') as Record<string, unknown> | null;
    if (line?.key !== key) return undefined;
    localStorage.removeItem(KEY);
    return line;
  } catch {
    return undefined;
  }
}

/** With everything else. */
export function forgetLastWords(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // It was not to be had in the first place.
  }
}
