import { CrowdedError } from '#server/port/password-accounts.ts';

/**
 * Let a few at a time do what takes long, the others wait in line.
 * @param most at a time. @param line how many may wait; further ones get a `CrowdedError`.
 */
export function createTurns(most: number, line: number) {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= most) {
      if (waiting.length >= line) throw new CrowdedError('too many wait already');
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else running += 1;
    try {
      return await work();
    } finally {
      // The turn is handed on, or free.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
