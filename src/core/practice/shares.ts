/** Whole shares of a hundred, by part; they always sum to exactly 100. */
export type Shares = Readonly<Record<string, number>>;

/** Where a share should lie, both ends included. */
export type Fits = Readonly<Record<string, readonly [from: number, to: number]>>;

/**
 * Whole shares in proportion to `weights` that sum to exactly `total`: each rounded down, what is left over goes one by
 * one to the largest fractions, earlier parts first.
 * @param weights ≥ 0; all 0 counts as all alike.
 * @see Hamilton's method of apportionment.
 */
function apportion(weights: readonly number[], total: number): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const exact = weights.map((weight) => (sum ? (total * weight) / sum : total / weights.length));
  const whole = exact.map(Math.floor);
  const over = total - whole.reduce((all, one) => all + one, 0);
  const first = exact
    .map((one, index) => ({ index, part: one - Math.floor(one) }))
    .sort((a, b) => b.part - a.part || a.index - b.index)
    .slice(0, over);
  for (const { index } of first) whole[index] = (whole[index] as number) + 1;
  return whole;
}

/** A hundred in equal shares, what is left over to the first parts. */
export function equalShares(ids: readonly string[]): Shares {
  return together(
    ids,
    apportion(
      ids.map(() => 1),
      100,
    ),
  );
}

/**
 * Give one part what is wanted; the others take what is over or give what is missing, in proportion to what they had.
 * @param from shares when the hand began to move: measured against these, a slider moved out and back leaves all as it was.
 * @param wanted 0 to 100; rounded, and held within.
 */
export function moveShare(from: Shares, id: string, wanted: number): Shares {
  const share = Math.min(100, Math.max(0, Math.round(wanted)));
  const others = Object.keys(from).filter((one) => one !== id);
  const moved = together(
    others,
    apportion(
      others.map((one) => from[one] as number),
      100 - share,
    ),
  );
  return Object.fromEntries(
    Object.keys(from).map((one) => [one, one === id ? share : (moved[one] as number)]),
  );
}

const together = (ids: readonly string[], values: readonly number[]): Shares =>
  Object.fromEntries(ids.map((id, index) => [id, values[index] as number]));

/** Parts that lie outside where they should, in the order of `fits`. */
export function outside(shares: Shares, fits: Fits): string[] {
  return Object.entries(fits)
    .filter(([id, [from, to]]) => (shares[id] ?? 0) < from || (shares[id] ?? 0) > to)
    .map(([id]) => id);
}

/** Are these the shares of just these parts? */
export function areShares(value: unknown, ids: readonly string[]): value is Shares {
  if (typeof value !== 'object' || value === null) return false;
  const shares = value as Shares;
  return (
    Object.keys(shares).length === ids.length &&
    ids.every((id) => Number.isInteger(shares[id]) && (shares[id] as number) >= 0) &&
    ids.reduce((sum, id) => sum + (shares[id] as number), 0) === 100
  );
}
