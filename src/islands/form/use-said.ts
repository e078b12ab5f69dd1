import { useCallback, useState } from 'react';

/** What came of an act, in words, and whether it was refused: what `Said` shows. `setSaid` stays the same function. */
export function useSaid() {
  const [{ said, isRefused }, setTold] = useState({ said: '', isRefused: false });
  /** @param isNot it was not done. */
  const setSaid = useCallback(
    (words: string, isNot = false) => setTold({ said: words, isRefused: isNot }),
    [],
  );
  return { said, isRefused, setSaid };
}
