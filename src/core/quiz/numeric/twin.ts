import type { KeyedItem } from '../../model/item.ts';
import { hashSeed } from '../../model/random.ts';

/**
 * A numeric item with the figures of one attempt: one of its twins, decided by the attempt's seed and the item's id.
 * @param turn 0 where the item counts, 1 where it comes back: then with the next figures.
 * @returns any other item as it is.
 */
export function drawTwin(item: KeyedItem, seed: string, turn: number): KeyedItem {
  if (item.type !== 'NUM' || !item.twins) return item;
  return { ...item, ...item.twins[(hashSeed(`${seed}/${item.id}`) + turn) % item.twins.length] };
}
