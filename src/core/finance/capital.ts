/** A year as money counts it: days of interest and of receivables are counted against 365. */
const YEAR_DAYS = 365;

/**
 * What it costs to have money tied up for a year.
 * @param tiedCny   yuan tied up in stock or receivables.
 * @param rateRatio price of money a year, e.g. 0.06.
 * @returns yuan a year. Setting money free saves only this; the money itself is no gain.
 */
export const capitalCostCny = (tiedCny: number, rateRatio: number): number => tiedCny * rateRatio;

/**
 * How often stock is sold in a year.
 * @param cogsCny  cost of goods sold, yuan a year.
 * @param stockCny average stock at cost, yuan, > 0.
 * @throws {RangeError} when there is no stock.
 */
export function stockTurns(cogsCny: number, stockCny: number): number {
  if (!(stockCny > 0)) throw new RangeError(`stockTurns: stock must be above 0, got ${stockCny}`);
  return cogsCny / stockCny;
}

/** @returns days that stock lies on average; see `stockTurns`. */
export const stockDays = (cogsCny: number, stockCny: number): number =>
  YEAR_DAYS / stockTurns(cogsCny, stockCny);

/**
 * Loss by ageing and breakage that a smaller and fresher stock saves.
 * @param before stock at cost (yuan) and yearly loss as a share of it.
 * @param after  the same afterwards; both change, so the two losses are subtracted, never the rates.
 * @returns yuan a year.
 */
export const lossSavedCny = (
  before: { stockCny: number; lossRatio: number },
  after: { stockCny: number; lossRatio: number },
): number => before.stockCny * before.lossRatio - after.stockCny * after.lossRatio;

/**
 * What selling old stock below cost loses.
 * @param stockCny       at cost, yuan.
 * @param recoveredRatio share of the cost that comes back, 0 to 1.
 */
export const clearanceLossCny = (stockCny: number, recoveredRatio: number): number =>
  stockCny * (1 - recoveredRatio);

/**
 * Money that comes back once customers pay earlier.
 * @param salesCny yuan a year.
 * @param days     days earlier.
 * @returns yuan, once; the yearly gain is its `capitalCostCny`.
 */
export const receivablesFreedCny = (salesCny: number, days: number): number => (salesCny * days) / YEAR_DAYS;
