import type { KeyedOrder } from '../../model/item.ts';
import type { ResponseOf } from '../../model/response.ts';
import { placedOf } from './validate-order.ts';

/**
 * Score an order: 1 − Kendall distance / number of pairs. The distance counts the pairs of cards that stand the other
 * way round; the given card is in no pair.
 * The key was proven by `assertKey` when the item was loaded (build, server).
 * @param response `{ order }`, first to last, the given card included, ready to be scored.
 * @returns the points earned, 0 to 1.
 * @see assessment.md §2, ORD; Kendall, "A New Measure of Rank Correlation", 1938.
 */
export function scoreOrder(response: ResponseOf<'ORD'>, item: KeyedOrder): number {
  const place = new Map(placedOf(response, item).map((id, index) => [id, index]));
  const free = freeCards(item);
  let pairs = 0;
  let turned = 0;
  free.forEach((earlier, index) => {
    for (const later of free.slice(index + 1)) {
      pairs += 1;
      if ((place.get(earlier) ?? 0) > (place.get(later) ?? 0)) turned += 1;
    }
  });
  return 1 - turned / pairs;
}

/** The ids of the cards the learner places, in the right order. */
export function freeCards(item: KeyedOrder): string[] {
  return item.cards.map((card) => card.id).filter((id) => id !== item.given);
}
