import { useEffect, useRef } from 'react';

/**
 * Focus that stood on something that is gone goes on where its place was taken, not to the top of the page: nobody who works
 * by keyboard has to come all the way again.
 * @param change what is another value whenever something is put in the place of something else.
 * @returns for the heading of that place, which has `tabIndex={-1}`.
 */
export function useFocusKept<T extends HTMLElement>(change: unknown) {
  const target = useRef<T>(null);
  const before = useRef(change);
  useEffect(() => {
    if (before.current === change) return;
    before.current = change;
    if (document.activeElement === document.body) target.current?.focus({ preventScroll: true });
  }, [change]);
  return target;
}
