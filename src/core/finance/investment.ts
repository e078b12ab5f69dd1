/** A proposal in figures, from the side of whom it is made to. */
export interface Proposal {
  /** Gains, yuan a year each. */
  driversCny: readonly number[];
  /** Costs that come every year, yuan each, as negative figures. */
  runningCny: readonly number[];
  /** Paid once, yuan each, as positive figures. */
  oneOffCny: readonly number[];
}

const sum = (figures: readonly number[]): number => figures.reduce((total, figure) => total + figure, 0);

/** @returns yuan a year: gains less yearly costs. What is paid once is not in it. */
export const netBenefitCny = (proposal: Pick<Proposal, 'driversCny' | 'runningCny'>): number =>
  sum(proposal.driversCny) + sum(proposal.runningCny);

/** @returns yuan paid once. */
export const outlayCny = (proposal: Pick<Proposal, 'oneOffCny'>): number => sum(proposal.oneOffCny);

/**
 * Months until what was paid once has come back, at an even pace.
 * @param oneOffCny yuan, ≥ 0.
 * @param netCny    net benefit, yuan a year.
 * @returns months; `undefined` when it never comes back (net benefit of 0 or less).
 */
export const paybackMonths = (oneOffCny: number, netCny: number): number | undefined =>
  netCny > 0 ? (oneOffCny / netCny) * 12 : undefined;

/**
 * Simple return of the first twelve months.
 * @returns (net − one-off) ÷ one-off, e.g. 1.3 for 130 %; `undefined` when nothing is paid once.
 */
export const roiRatio = (oneOffCny: number, netCny: number): number | undefined =>
  oneOffCny > 0 ? (netCny - oneOffCny) / oneOffCny : undefined;

/**
 * Growth of sales that just pays an outlay back within a number of months.
 * @param plan `oneOffCny` yuan once; `months` > 0; `runningCny` yearly cost, yuan, as a negative figure; `salesCny` yuan
 *             a year today; `keptRatio` what stays of a yuan of sales (margin less variable cost), > 0.
 * @returns ratio, e.g. 0.214 for 21.4 %.
 * @throws {RangeError} when nothing stays of sales, or there is no time.
 */
export function breakEvenUpliftRatio(plan: {
  oneOffCny: number;
  months: number;
  runningCny: number;
  salesCny: number;
  keptRatio: number;
}): number {
  const { oneOffCny, months, runningCny, salesCny, keptRatio } = plan;
  const keptCny = salesCny * keptRatio;
  if (!(keptCny > 0 && months > 0))
    throw new RangeError(
      `breakEvenUpliftRatio: sales × kept and months must be above 0, got ${keptCny}, ${months}`,
    );
  return ((oneOffCny / months) * 12 - runningCny) / keptCny;
}
