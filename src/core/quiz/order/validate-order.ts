import type { PublicOrder } from '../../model/item.ts';
import type { ResponseOf, UnreadyReason } from '../../model/response.ts';
import { isListOf, isName, isRecordOf } from '../../model/shape.ts';
import { hasId } from '../options.ts';

/** May this stand as a draft: `{ order }`, cards of the item, each at most once, the given card first. */
export function acceptsOrder(response: unknown, item: PublicOrder): response is ResponseOf<'ORD'> {
  if (!isRecordOf(response, ['order']) || !isListOf(response.order, isName)) return false;
  const { order } = response;
  if (new Set(order).size !== order.length || !order.every((id) => hasId(item.cards, id))) return false;
  return item.given === undefined || order.length === 0 || order[0] === item.given;
}

/** The card ids as placed, without ids the item does not have and without repeats. */
export function placedOf(response: ResponseOf<'ORD'> | undefined, item: PublicOrder): string[] {
  return [...new Set(response?.order.filter((id) => hasId(item.cards, id)))];
}

/** @returns why the response cannot be scored yet: cards have no place. */
export function validateOrder(
  response: ResponseOf<'ORD'> | undefined,
  item: PublicOrder,
): UnreadyReason | undefined {
  const placed = placedOf(response, item).length;
  if (placed === 0) return 'untouched';
  return placed < item.cards.length ? 'cards-left' : undefined;
}
