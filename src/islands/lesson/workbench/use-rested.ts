import { useEffect, useState } from 'react';

/** A value once it has stood still, so that a screen reader hears the end of a movement and not every step of it. */
export function useRested<T>(value: T, restMs = 1000): T | undefined {
  const [rested, setRested] = useState<T>();
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), restMs);
    return () => clearTimeout(timer);
  }, [value, restMs]);
  return rested;
}
