import type { KeyedCategorise } from '../../model/item.ts';
import type { ResponseOf, Scored } from '../../model/response.ts';
import { binOf, validateCategorise } from './validate-categorise.ts';

/**
 * Score cards sorted into bins: the share of cards that lie right.
 * The key was proven by `assertKey` when the item was loaded (build, server).
 * @param response `{ bins: { card: bin } }`; `undefined` = never touched.
 * @returns `unready` with the reason, or `scored` with `possible` 1.
 * @see assessment.md §2, CAT.
 */
export function scoreCategorise(response: ResponseOf<'CAT'> | undefined, item: KeyedCategorise): Scored {
  const reason = validateCategorise(response, item);
  if (reason) return { status: 'unready', reason };
  const right = item.cards.filter((card) => binOf(response, card.id) === card.bin).length;
  return { status: 'scored', earned: right / item.cards.length, possible: 1 };
}
