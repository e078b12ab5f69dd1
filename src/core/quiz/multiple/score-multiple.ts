import type { KeyedMultiple } from '../../model/item.ts';
import type { ResponseOf } from '../../model/response.ts';
import { chosenOf } from './validate-multiple.ts';

/** The same with its key. */
export type KeyedChoice = Pick<KeyedMultiple, 'options' | 'choose' | 'extension'>;

/**
 * Score a multiple choice: (hits − false picks) / keys, at least 0.
 * The key was proven by `assertKey` when the item was loaded (build, server).
 * @param response `{ optionIds }`, ready to be scored: order and repeats do not matter.
 * @returns the points earned, 0 to 1.
 * @see assessment.md §2, M.
 */
export function scoreMultiple(response: ResponseOf<'M'>, item: KeyedChoice): number {
  const keys = new Set(item.options.filter((option) => option.correct).map((option) => option.id));
  const chosen = chosenOf(response, item);
  const hits = [...chosen].filter((id) => keys.has(id)).length;
  const falsePicks = chosen.size - hits;
  return Math.max(0, (hits - falsePicks) / keys.size);
}
