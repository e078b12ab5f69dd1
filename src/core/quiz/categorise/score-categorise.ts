import type { KeyedCategorise } from '../../model/item.ts';
import type { ResponseOf } from '../../model/response.ts';
import { binOf } from './validate-categorise.ts';

/**
 * Score cards sorted into bins: the share of cards that lie right.
 * The key was proven by `assertKey` when the item was loaded (build, server).
 * @param response `{ bins: { card: bin } }`, ready to be scored.
 * @returns the points earned, 0 to 1.
 * @see assessment.md §2, CAT.
 */
export function scoreCategorise(response: ResponseOf<'CAT'>, item: KeyedCategorise): number {
  const right = item.cards.filter((card) => binOf(response, card.id) === card.bin).length;
  return right / item.cards.length;
}
