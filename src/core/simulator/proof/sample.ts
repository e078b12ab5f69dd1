/** Means of many runs, and when enough have been played. */

export interface Sample {
  /** Runs. */
  n: number;
  mean: number;
  /** Standard error of the mean; 0 when every case was counted. */
  error: number;
  /** Runs that pass; of a counted space, their expected number among `n`. */
  passes: number;
}

/** Share that passes, 0–1. */
export function passRatio({ n, passes }: Sample): number {
  return n === 0 ? 0 : passes / n;
}

/** How many runs, and how much doubt may then be left. */
export interface Step {
  runs: number;
  /** A mean is clear when it is this many standard errors inside its limit. */
  errors: number;
  /** A share of passes is clear when chance would give so few this seldom, 0–1, if the true share were at its limit. */
  doubt: number;
}

/**
 * Play until it is clear, step by step.
 * @param score   of one run; `draw` names its draws: 0, 1, 2 …
 * @param steps   runs ascending; after the last one the sample is taken as it is.
 * @param isClear is the verdict beyond the doubt of this step?
 */
export function sampleUntil(
  score: (draw: number) => number,
  passing: number,
  steps: readonly Step[],
  isClear: (sample: Sample, step: Step) => boolean,
): Sample {
  const scores: number[] = [];
  let sample = sampleOf(scores, passing);
  for (const step of steps) {
    while (scores.length < step.runs) scores.push(score(scores.length));
    sample = sampleOf(scores, passing);
    if (isClear(sample, step)) break;
  }
  return sample;
}

function sampleOf(scores: readonly number[], passing: number): Sample {
  const n = scores.length;
  const mean = scores.reduce((sum, one) => sum + one, 0) / Math.max(1, n);
  const square = scores.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  const error = n > 1 ? Math.sqrt(square / (n - 1) / n) : 0;
  return { n, mean, error, passes: scores.filter((one) => one >= passing).length };
}

/**
 * Probability of at most `passes` passes in `n` runs when the true share is `ratio`: binomial, summed from below.
 * Small means that the true share is surely lower.
 */
export function atMost(passes: number, n: number, ratio: number): number {
  let term = (1 - ratio) ** n;
  let sum = term;
  for (let k = 1; k <= passes; k += 1) {
    term *= ((n - k + 1) / k) * (ratio / (1 - ratio));
    sum += term;
  }
  return sum;
}
