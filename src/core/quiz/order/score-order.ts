import type { KeyedOrder } from '../../model/item.ts';
import type { ResponseOf, Scored } from '../../model/response.ts';
import { AnswerKeyError } from '../answer-key-error.ts';
import { placedOf, validateOrder } from './validate-order.ts';

/**
 * Score an order: 1 − Kendall distance / number of pairs. The distance counts the pairs of cards that stand the other
 * way round; the given card is in no pair.
 * @param response `{ order }`, first to last, the given card included; `undefined` = never touched.
 * @returns `unready` with the reason, or `scored` with `possible` 1.
 * @throws {AnswerKeyError} when a card occurs twice, the given card is not the first, or fewer than two are free.
 * @see assessment.md §2, ORD; Kendall, "A New Measure of Rank Correlation", 1938.
 */
export function scoreOrder(response: ResponseOf<'ORD'> | undefined, item: KeyedOrder): Scored {
  checkKey(item);
  const reason = validateOrder(response, item);
  if (reason) return { status: 'unready', reason };
  const place = new Map(placedOf(response, item).map((id, index) => [id, index]));
  const free = freeOf(item);
  let pairs = 0;
  let turned = 0;
  free.forEach((earlier, index) => {
    for (const later of free.slice(index + 1)) {
      pairs += 1;
      if ((place.get(earlier) ?? 0) > (place.get(later) ?? 0)) turned += 1;
    }
  });
  return { status: 'scored', earned: 1 - turned / pairs, possible: 1 };
}

function freeOf(item: KeyedOrder): string[] {
  return item.cards.map((card) => card.id).filter((id) => id !== item.given);
}

function checkKey(item: KeyedOrder): void {
  const ids = item.cards.map((card) => card.id);
  if (new Set(ids).size !== ids.length) {
    throw new AnswerKeyError(item.id, 'has two cards with one id', ids, 'give each card an id of its own');
  }
  if (item.given !== undefined && item.given !== ids[0]) {
    throw new AnswerKeyError(
      item.id,
      'gives a card that is not the first',
      item.given,
      `write given: ${ids[0]}`,
    );
  }
  if (freeOf(item).length < 2) {
    throw new AnswerKeyError(item.id, 'has fewer than two cards to order', ids, 'write 4 to 7 cards');
  }
}
