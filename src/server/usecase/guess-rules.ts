/** How many wrong guesses of one kind are let through within `GUESS_SPAN_MS`. */
export interface GuessRules {
  /** Part of the names under which they are counted; never changed, never shared by two kinds. */
  kind: string;
  /** From everywhere. It also bounds the rows in the store: beyond it nothing is written. */
  byAll: number;
  byAddress: number;
  /** For one account, from everywhere. */
  byAccount?: number;
  /** For one account from one address. */
  byBoth?: number;
  /** How many may wait for their turn; further ones get a `CrowdedError`. */
  line: number;
}

export const GUESS_SPAN_MS = 600_000;

/** Passwords and recovery codes. */
export const PASSWORDS: GuessRules = {
  kind: 'password',
  // What hashing so many takes leaves the server half of a core.
  byAll: 3_000,
  // A class of 120 behind it, each with two wrong ones, gets in.
  byAddress: 300,
  // More than by one address, so that a stranger does not so easily lock its owner out.
  byAccount: 100,
  // Somebody who tries what it may have been.
  byBoth: 10,
  // Some seven seconds of work on one core.
  line: 200,
};

/** A hall of 600 that comes at once, three times over. */
const HALL_LINE = 2_000;

export const TRANSFER_CODES: GuessRules = {
  kind: 'transfer',
  // 144 spans a day × 3,000 guesses against 6.5 × 10^11 codes of which 500 are good at every moment: one hit in eight years
  // of attack without a pause.
  byAll: 3_000,
  // A classroom that mistypes shares one.
  byAddress: 100,
  line: HALL_LINE,
};

/** Names and numbers of other trainers, tried by one who wants to lead with them: only whoever leads a class may try. */
export const TRAINERS: GuessRules = {
  kind: 'trainer',
  byAll: 3_000,
  // A training centre shares one.
  byAddress: 100,
  // One who tries; mistyping is three or four.
  byAccount: 20,
  line: 200,
};

export const INVITATIONS: GuessRules = {
  kind: 'invitation',
  // The same against 1,000 open codes: one hit in four years, and what it opens is a place among learners who see nothing
  // of each other.
  byAll: 3_000,
  // A hall of 600 that mistypes shares one.
  byAddress: 300,
  line: HALL_LINE,
};
