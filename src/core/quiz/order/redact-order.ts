import type { KeyedOrder, PublicOrder } from '../../model/item.ts';
import { redactBase, redactSorted } from '../options.ts';

/** What may be seen before scoring: the cards sorted by id, as the authored order is the key. */
export function redactOrder(item: KeyedOrder): PublicOrder {
  const picked = { ...redactBase(item), cards: redactSorted(item.cards) };
  return item.given === undefined ? picked : { ...picked, given: item.given };
}
