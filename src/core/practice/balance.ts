/** What lies in one pan: the sum of the weights given to its cards; a card without weight weighs nothing. */
export function panWeight(
  cards: readonly { id: string; side: string }[],
  side: string,
  weights: Readonly<Record<string, number>>,
): number {
  return cards.filter((card) => card.side === side).reduce((sum, { id }) => sum + (weights[id] ?? 0), 0);
}

/** The beam leans no further than this, degrees. */
const MOST_LEAN = 12;

/**
 * How a beam leans: to the heavier side, in proportion to the difference, at most 12°.
 * @returns degrees, clockwise as SVG turns: below 0 = the left pan hangs lower. 0 where both weigh the same.
 */
export function beamLean(left: number, right: number): number {
  const whole = left + right;
  return whole ? Math.round(((right - left) / whole) * MOST_LEAN * 20) / 20 : 0;
}
