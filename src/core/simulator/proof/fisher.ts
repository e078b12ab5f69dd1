/** Fisher's exact test for a table of two rows and two columns. */

const logFactorials: number[] = [0];

function logFactorial(n: number): number {
  for (let next = logFactorials.length; next <= n; next += 1)
    logFactorials.push((logFactorials[next - 1] ?? 0) + Math.log(next));
  return logFactorials[n] ?? 0;
}

/** ln of n over k. */
const logChoose = (n: number, k: number): number => logFactorial(n) - logFactorial(k) - logFactorial(n - k);

/** Probabilities that differ by rounding only are equal. */
const TOLERANCE = 1e-7;

/**
 * Two-sided p: how probable a split at least as uneven is, if the rows do not matter.
 * @param hits   with the feature in the first row, 0 … `size`.
 * @param size   of the first row.
 * @param others with the feature in the second row, 0 … `rest`.
 * @param rest   size of the second row.
 * @returns 0 < p ≤ 1.
 * @see Fisher 1935: sum over all tables of the same margins that are not more probable than this one.
 */
export function fisherExact(hits: number, size: number, others: number, rest: number): number {
  const total = hits + others;
  const whole = logChoose(size + rest, total);
  const probability = (k: number) => Math.exp(logChoose(size, k) + logChoose(rest, total - k) - whole);
  const seen = probability(hits) * (1 + TOLERANCE);
  let sum = 0;
  for (let k = Math.max(0, total - rest); k <= Math.min(size, total); k += 1) {
    const one = probability(k);
    if (one <= seen) sum += one;
  }
  return Math.min(1, sum);
}

/** The smallest p that any split of `total` hits could give. */
export function leastP(total: number, size: number, rest: number): number {
  const low = Math.max(0, total - rest);
  const high = Math.min(size, total);
  return Math.min(fisherExact(low, size, total - low, rest), fisherExact(high, size, total - high, rest));
}
