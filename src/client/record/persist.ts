import type { TextStore } from './open-storage.ts';

const ASKED = 'sanxiu.persist';
let asked = false;

/**
 * Ask the browser, once per device, not to evict the record when space is short. Firefox shows a question, the others
 * decide alone; there is no such thing on plain http.
 */
export async function askToPersist(texts: TextStore | undefined): Promise<void> {
  if (asked) return;
  asked = true;
  try {
    if (!navigator.storage?.persist || texts?.getItem(ASKED)) return;
    texts?.setItem(ASKED, '1');
    await navigator.storage.persist();
  } catch {
    // The record is kept all the same, while there is space.
  }
}
