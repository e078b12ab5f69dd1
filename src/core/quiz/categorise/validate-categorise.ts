import type { PublicCategorise } from '../../model/item.ts';
import type { ResponseOf, UnreadyReason } from '../../model/response.ts';
import { isMapOf, isName, isRecordOf } from '../../model/shape.ts';
import { hasId } from '../options.ts';

/** May this stand as a draft: `{ bins: { card: bin } }` with cards and bins of the item; cards may be missing. */
export function acceptsCategorise(response: unknown, item: PublicCategorise): response is ResponseOf<'CAT'> {
  return (
    isRecordOf(response, ['bins']) &&
    isMapOf(response.bins, isName) &&
    Object.entries(response.bins).every(([card, bin]) => hasId(item.cards, card) && hasId(item.bins, bin))
  );
}

/** The bin a card lies in; undefined while it lies in none. */
export function binOf(response: ResponseOf<'CAT'> | undefined, cardId: string): string | undefined {
  return response && Object.hasOwn(response.bins, cardId) ? response.bins[cardId] : undefined;
}

/** @returns why the response cannot be scored yet: cards lie in no bin. */
export function validateCategorise(
  response: ResponseOf<'CAT'> | undefined,
  item: PublicCategorise,
): UnreadyReason | undefined {
  const placed = item.cards.filter((card) => hasId(item.bins, binOf(response, card.id))).length;
  if (placed === 0) return 'untouched';
  return placed < item.cards.length ? 'cards-left' : undefined;
}
