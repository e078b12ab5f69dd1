/**
 * Extra turnover a year from a better conversion rate.
 * @param visitsPerMonth groups that come in, > 0.
 * @param pointsRatio    rise of the rate, e.g. 0.02 for two points.
 * @param orderCny       average order, yuan.
 * @returns yuan of sales a year; sales, not profit.
 */
export const conversionSalesCny = (visitsPerMonth: number, pointsRatio: number, orderCny: number): number =>
  visitsPerMonth * pointsRatio * orderCny * 12;

/**
 * What stays of turnover after the goods and the costs that grow with it.
 * @param salesCny      yuan; negative when sales are lost.
 * @param marginRatio   gross margin, 0 to 1.
 * @param variableRatio cost that moves with sales (commission, freight), 0 to 1, of sales.
 * @returns yuan, in the period of `salesCny`.
 */
export const contributionCny = (salesCny: number, marginRatio: number, variableRatio: number): number =>
  salesCny * (marginRatio - variableRatio);

/**
 * What a buyer keeps of a lower purchase price when part of it runs on into the selling price.
 * @param cutRatio  cut of the purchase price, > 0, e.g. 0.02.
 * @param fallRatio fall of the selling price that followed, 0 to `cutRatio`, e.g. 0.014.
 * @returns share kept, 0 to 1.
 * @throws {RangeError} when the cut is not above 0.
 */
export function keptRatio(cutRatio: number, fallRatio: number): number {
  if (!(cutRatio > 0)) throw new RangeError(`keptRatio: the cut must be above 0, got ${cutRatio}`);
  return (cutRatio - fallRatio) / cutRatio;
}

/**
 * A gain that grows in a straight line of steps: some months count only in part.
 * @param yearlyCny   full effect, yuan a year.
 * @param rampMonths  months at the start with part of the effect, 0 to 12.
 * @param effectRatio part of the effect in those months, 0 to 1.
 * @returns yuan in the first twelve months.
 */
export const firstYearCny = (yearlyCny: number, rampMonths: number, effectRatio: number): number =>
  (yearlyCny * (12 - rampMonths + rampMonths * effectRatio)) / 12;
