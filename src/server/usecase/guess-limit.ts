import type { Clock } from '#server/port/clock.ts';
import { createAttemptLimit } from './attempt-limit.ts';

const SPAN_MS = 600_000;
/** Wrong passwords for one account from one address: somebody who tries what it may have been. */
const BY_BOTH = 10;
/** For one account from everywhere. More than by one address, so that a stranger does not so easily lock its owner out. */
const BY_ACCOUNT = 100;
/** From one address for all accounts: a class of 120 behind it, each with two wrong ones, gets in. */
const BY_ADDRESS = 300;
/** From everywhere: what hashing so many takes leaves the server half of a core. */
const BY_ALL = 3_000;

/** Whose password it is about, and who asks; no address where it says nothing, as behind a proxy on the same machine. */
export interface Guess {
  account: string;
  address: string | undefined;
}

/**
 * Counts wrong passwords and codes. Each is counted before it is looked at and taken back when it was right, so that many
 * at once do not get past; who knows their password is never counted.
 */
export function createGuessLimit(clock: Clock) {
  const limit = (most: number) => createAttemptLimit({ clock, most, spanMs: SPAN_MS });
  const [byBoth, byAccount, byAddress, byAll] = [BY_BOTH, BY_ACCOUNT, BY_ADDRESS, BY_ALL].map(limit) as [
    ReturnType<typeof limit>,
    ReturnType<typeof limit>,
    ReturnType<typeof limit>,
    ReturnType<typeof limit>,
  ];
  const namesOf = ({ account, address }: Guess) =>
    [
      [byAll, ''],
      [byAccount, account],
      ...(address === undefined
        ? []
        : ([
            [byAddress, address],
            [byBoth, `${address} ${account}`],
          ] as const)),
    ] as const;
  return {
    /** @returns how long to wait, ms; 0 = the guess was counted and may be looked at. */
    begin(guess: Guess): number {
      const names = namesOf(guess);
      const waitMs = Math.max(...names.map(([one, name]) => one.waitMs(name)));
      if (waitMs === 0) for (const [one, name] of names) one.count(name);
      return waitMs;
    },
    /** It was right, or could not be looked at. */
    takeBack(guess: Guess): void {
      for (const [one, name] of namesOf(guess)) one.uncount(name);
    },
  };
}

export type GuessLimit = ReturnType<typeof createGuessLimit>;
