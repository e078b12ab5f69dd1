import { useEffect, useRef } from 'react';

/** So long after something new to choose is shown, a press still belongs to what was there before, ms. */
const SETTLE_MS = 400;

/**
 * Guards against the second half of a double tap, which would fall on what the first half brought up.
 * @param shown changes with what there is to choose.
 * @returns whether a press is meant for what is shown; one by keyboard (`detail` 0) always is.
 */
export function useArmed(shown: unknown): (press: { detail: number; timeStamp: number }) => boolean {
  const since = useRef(Number.NEGATIVE_INFINITY);
  const isFirst = useRef(true);
  useEffect(() => {
    if (!isFirst.current) since.current = performance.now();
    isFirst.current = false;
  }, [shown]);
  return ({ detail, timeStamp }) => detail === 0 || (detail === 1 && timeStamp - since.current > SETTLE_MS);
}
