/** Where nothing can be kept the page itself remembers. */
const kept = new Map<string, string>();

/** Keep something for as long as this tab is open, over a reload; nothing else can read it. */
export function keepForTab(key: string, value: string): void {
  kept.set(key, value);
  try {
    sessionStorage.setItem(key, value);
  } catch {
    // Only until this page goes.
  }
}

/** @returns what `keepForTab` kept under `key`; undefined when it did not. */
export function readForTab(key: string): string | undefined {
  try {
    return sessionStorage.getItem(key) ?? kept.get(key);
  } catch {
    return kept.get(key);
  }
}

/** What was kept under `key` is forgotten. */
export function dropForTab(key: string): void {
  kept.delete(key);
  try {
    sessionStorage.removeItem(key);
  } catch {
    // It was not there.
  }
}
