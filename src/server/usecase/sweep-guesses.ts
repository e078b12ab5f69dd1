import type { Clock } from '#server/port/clock.ts';
import type { GuessCountStore } from '#server/port/guess-count-store.ts';
import { StoreError } from '#server/port/store-error.ts';

/** Rows of one statement: others save in between. */
const AT_ONCE = 500;

export interface SweepGuessesPlan {
  guessCounts: Pick<GuessCountStore, 'sweep'>;
  clock: Clock;
}

/**
 * Remove counts of guesses whose span is over.
 * @returns a function that says how many went; what a store that cannot be asked now still has, the next time finds.
 */
export function createSweepGuesses({ guessCounts, clock }: SweepGuessesPlan) {
  return async (): Promise<number> => {
    let total = 0;
    try {
      for (;;) {
        const count = await guessCounts.sweep(clock.now(), AT_ONCE);
        total += count;
        if (count < AT_ONCE) return total;
      }
    } catch (error) {
      if (error instanceof StoreError) return total;
      throw error;
    }
  };
}
