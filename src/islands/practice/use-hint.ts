import { useEffect, useState } from 'react';

/** A hint is there after this long, in seconds. */
export const HINT_AFTER = 20;
const KEY = 'sanxiu.hint';

/** Does this learner want hints at once? A convenience of the device; losing it loses nothing. */
export function readsHintsAtOnce(): boolean {
  try {
    return localStorage.getItem(KEY) === 'now';
  } catch {
    return false;
  }
}

export function keepHintsAtOnce(atOnce: boolean): void {
  try {
    if (atOnce) localStorage.setItem(KEY, 'now');
    else localStorage.removeItem(KEY);
  } catch {
    // Storage is blocked: the choice holds for this page.
  }
}

/**
 * Seconds left before a hint may be shown, in steps of five; 0 = now.
 * @param shown changes with the line to answer.
 */
export function useHintWait(shown: unknown, atOnce: boolean): number {
  const [left, setLeft] = useState(HINT_AFTER);
  useEffect(() => {
    setLeft(HINT_AFTER);
    const timer = setInterval(() => setLeft((now) => Math.max(0, now - 5)), 5000);
    return () => clearInterval(timer);
  }, [shown]);
  return atOnce ? 0 : left;
}
