import { useEffect, useRef, useState } from 'react';

export type Pace = 'normal' | 'slow' | 'off';

/** Half speed gives a slow reader the same words on the same clock. */
const SPEED: Record<Pace, number> = { normal: 1, slow: 0.5, off: 0 };
const TICK_MS = 200;

/** A clock that counts up while it runs. @returns seconds on the clock, which at half speed are half of those passed. */
export function useClock(pace: Pace) {
  const [startedAt, setStartedAt] = useState<number>();
  const [seconds, setSeconds] = useState(0);
  const speed = useRef(SPEED[pace]);
  speed.current = SPEED[pace];
  useEffect(() => {
    if (startedAt === undefined) return undefined;
    let last = startedAt;
    const timer = setInterval(() => {
      const now = performance.now();
      const passed = ((now - last) / 1000) * speed.current;
      last = now;
      setSeconds((before) => before + passed);
    }, TICK_MS);
    return () => clearInterval(timer);
  }, [startedAt]);
  return { seconds, running: startedAt !== undefined, start: () => setStartedAt(performance.now()) };
}

export type Moment = 'started' | 'half' | 'lastTen' | 'over';

/** @returns what should be said about the clock by now; the last of these that has come. */
export function momentOf(seconds: number, limit: number): Moment {
  if (seconds >= limit) return 'over';
  if (seconds >= limit - 10) return 'lastTen';
  return seconds >= limit / 2 ? 'half' : 'started';
}
