import type { Cleared } from '#server/usecase/clear-old.ts';
import type { WarnLog } from './error-log.ts';

const FIRST_AFTER_MS = 60_000;
const EVERY_MS = 3_600_000;

export interface HousekeepingPlan {
  /** Does the day's clearing if nobody has yet. */
  clear: () => Promise<Cleared | undefined>;
  logWarning: WarnLog;
}

/**
 * Look every hour whether the day's clearing is still to be done. A failed one is told in the log and tried again.
 * @returns how to end it; resolves when nothing is under way any more.
 */
export function startHousekeeping({ clear, logWarning }: HousekeepingPlan): { stop(): Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  const look = () => {
    running = clear().then(
      () => {},
      () => logWarning({ event: 'clearing.failed', count: 1 }),
    );
  };
  const first = setTimeout(look, FIRST_AFTER_MS).unref();
  const then = setInterval(look, EVERY_MS).unref();
  return {
    stop() {
      clearTimeout(first);
      clearInterval(then);
      return running;
    },
  };
}
