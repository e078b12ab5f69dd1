/** What became of a fact when it was scored anew. */
export type Verdict =
  /** It is as the same core makes it from the same content. */
  | { status: 'confirmed' }
  /** It cannot be judged yet; once `needs` is there, it can. */
  | { status: 'unknown'; needs: Need }
  /** It is otherwise than the core makes it; never empty. */
  | { status: 'differs'; differences: readonly Difference[] };

/**
 * What is missing, as one text for a column: a revision nobody here has, another engine, facts of the attempt that have not
 * come (or will not), a rule for this kind of attempt, or a release that does not fail at this fact.
 */
export type Need =
  | `item ${string} ${string}`
  | `scenario ${string} ${string}`
  | `engine ${string}`
  | `attempt ${string}`
  | `rule ${string}`
  | 'release';

/** One field that is not as it must be. JSON-safe, and never a text that the learner wrote. */
export interface Difference {
  field: string;
  expected: unknown;
  given: unknown;
}

export const CONFIRMED: Verdict = { status: 'confirmed' };

export const unknown = (needs: Need): Verdict => ({ status: 'unknown', needs });

/** @returns confirmed where nothing differs. */
export const judged = (differences: readonly (Difference | false)[]): Verdict => {
  const found = differences.filter((one): one is Difference => one !== false);
  return found.length ? { status: 'differs', differences: found } : CONFIRMED;
};

/** @returns false where both are the same: points within 1e-9, everything else exactly. */
export function compare(field: string, expected: unknown, given: unknown): Difference | false {
  return isSame(expected, given) ? false : { field, expected, given };
}

function isSame(expected: unknown, given: unknown): boolean {
  if (typeof expected === 'number' && typeof given === 'number') return Math.abs(expected - given) <= 1e-9;
  if (Array.isArray(expected) && Array.isArray(given))
    return expected.length === given.length && expected.every((one, index) => isSame(one, given[index]));
  return expected === given;
}
