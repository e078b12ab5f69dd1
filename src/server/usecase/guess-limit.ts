import type { Clock } from '#server/port/clock.ts';
import type { GuessCount, GuessCountStore, GuessName } from '#server/port/guess-count-store.ts';
import { createAttemptLimit } from './attempt-limit.ts';
import { GUESS_SPAN_MS, type GuessRules } from './guess-rules.ts';
import { createTurns } from './turns.ts';

export interface GuessPlan {
  counts: GuessCountStore;
  nameOf: GuessName;
  clock: Clock;
}

/** What is guessed at, where that is known, and who asks; no address where it says nothing, as behind a proxy on the same machine. */
export interface Guess {
  account?: string;
  address: string | undefined;
}

export type Guessed<T> = { status: 'too-many'; waitMs: number } | { status: 'tried'; found: T };

/** Looked at once by one process: so many may pass the limit for each further process, and no more. */
const AT_ONCE = 8;

/**
 * Bounds guessing. Only wrong guesses are written, so who knows the password or has the code is never counted and costs one
 * read. What is being looked at counts as wrong until it is known: one process never goes past a limit, and at its very edge
 * may stop a few short. Of several processes each sees what the others have written.
 */
export function createGuessLimit({ counts, nameOf, clock }: GuessPlan, rules: GuessRules) {
  const inTurn = createTurns(AT_ONCE, rules.line);
  const flying = new Map<string, number>();
  const fly = (names: readonly Named[], by: 1 | -1) => {
    for (const { name } of names) {
      const next = (flying.get(name) ?? 0) + by;
      if (next) flying.set(name, next);
      else flying.delete(name);
    }
  };
  // A disk that takes no writes must not open the door: what could not be written is counted here.
  const unwritten = createAttemptLimit({ clock, most: Number.POSITIVE_INFINITY, spanMs: GUESS_SPAN_MS });

  async function waitMs(names: readonly Named[]): Promise<number> {
    const before = names.map(({ name }) => (flying.get(name) ?? 0) + unwritten.countOf(name));
    fly(names, 1);
    const at = clock.now();
    const rows = await counts.read(
      names.map(({ name }) => name),
      at,
    );
    return longest(names, rows, at, (index) => before[index] ?? 0);
  }

  async function countWrong(names: readonly Named[]): Promise<number> {
    const at = clock.now();
    const all = names.map(({ name }) => name);
    try {
      const rows = await counts.add(all, { at, endsAt: at + GUESS_SPAN_MS });
      // Others may have filled it meanwhile: then nobody is told that this one was wrong. It is in the count itself.
      return longest(names, rows, at, () => -1);
    } catch (error) {
      for (const name of all) unwritten.count(name);
      throw error;
    }
  }

  return {
    /**
     * @param look finds out; may throw, then nothing is counted.
     * @returns too-many: it was not looked at, or was wrong beyond the limit; how long to wait, in ms.
     * @throws {CrowdedError} when too many wait for their turn. @throws {StoreError}
     */
    attempt<T>(guess: Guess, look: () => Promise<T>, isWrong: (found: T) => boolean): Promise<Guessed<T>> {
      const names = namesOf(guess, rules, nameOf);
      return inTurn(async () => {
        try {
          const wait = await waitMs(names);
          if (wait) return { status: 'too-many', waitMs: wait };
          const found = await look();
          const over = isWrong(found) ? await countWrong(names) : 0;
          return over ? { status: 'too-many', waitMs: over } : { status: 'tried', found };
        } finally {
          fly(names, -1);
        }
      });
    },
  };
}

export type GuessLimit = ReturnType<typeof createGuessLimit>;

interface Named {
  name: string;
  most: number;
}

function namesOf({ account, address }: Guess, rules: GuessRules, nameOf: GuessName): Named[] {
  const { kind, byAll, byAddress, byAccount, byBoth } = rules;
  const named = (scope: string, what: string, most: number | undefined): Named[] =>
    most === undefined ? [] : [{ name: nameOf(`${kind}.${scope}.${what}`), most }];
  return [
    ...named('all', '', byAll),
    ...(address === undefined ? [] : named('address', address, byAddress)),
    ...(account === undefined ? [] : named('account', account, byAccount)),
    ...(account === undefined || address === undefined ? [] : named('both', `${address} ${account}`, byBoth)),
  ];
}

/** @param beside what counts besides what is kept, by the index of the name. @returns ms; 0: none is at its limit. */
function longest(
  names: readonly Named[],
  rows: readonly GuessCount[],
  at: number,
  beside: (index: number) => number,
): number {
  const kept = new Map(rows.map((row) => [row.name, row]));
  const waits = names.map(({ name, most }, index) => {
    const { count = 0, endsAt = at + GUESS_SPAN_MS } = kept.get(name) ?? {};
    return count + beside(index) >= most ? endsAt - at : 0;
  });
  return Math.max(...waits);
}
