import type { KeyedItem, PublicItem, PublicOption } from '../model/item.ts';
import { shuffle } from '../model/random.ts';
import { publicItem } from './item-types.ts';

/**
 * An item as it is shown: redacted, its options and cards in an order decided by the seed. Bins keep their order; the
 * given card of an order stands first; spots stand where the drawing has them; the free cards of an order never happen to stand in the right one.
 */
export function arrangeItem(item: KeyedItem, seed: string): PublicItem {
  const shown = publicItem(item);
  switch (shown.type) {
    case 'S':
    case 'M':
    case 'SCN':
      return { ...shown, options: shuffle(shown.options, seed) };
    case 'TF':
      return { ...shown, reasons: shuffle(shown.reasons, seed) };
    case 'CAT':
      return { ...shown, cards: shuffle(shown.cards, seed) };
    case 'ORD':
      return { ...shown, cards: arrangeCards(item, shown.cards, shown.given, seed) };
    case 'MAT':
      return {
        ...shown,
        left: shuffle(shown.left, `${seed}/left`),
        right: shuffle(shown.right, `${seed}/right`),
      };
    case 'NUM':
    case 'TXT':
    case 'HOT':
      return shown;
  }
}

function arrangeCards(
  item: KeyedItem,
  cards: readonly PublicOption[],
  given: string | undefined,
  seed: string,
): PublicOption[] {
  const free = shuffle(
    cards.filter((card) => card.id !== given),
    seed,
  );
  const right = item.type === 'ORD' ? item.cards.filter((card) => card.id !== given) : [];
  const isSolved = free.every((card, index) => card.id === right[index]?.id);
  if (isSolved) free.push(...free.splice(0, 1));
  return [...cards.filter((card) => card.id === given), ...free];
}
