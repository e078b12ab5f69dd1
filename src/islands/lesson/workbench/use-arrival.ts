import { useEffect, useRef } from 'react';

/**
 * Takes the focus to what a step led to, so that keyboard and screen reader go on there and it is in sight.
 * @param step when it changes after `arrive` was called, the element of `ref` is focused; it needs `tabIndex={-1}`.
 */
export function useArrival<E extends HTMLElement>(step: unknown) {
  const ref = useRef<E>(null);
  const called = useRef(false);
  useEffect(() => {
    if (!called.current) return;
    called.current = false;
    ref.current?.focus({ preventScroll: true });
    ref.current?.scrollIntoView({ block: 'nearest' });
  }, [step]);
  return {
    ref,
    arrive: () => {
      called.current = true;
    },
  };
}
