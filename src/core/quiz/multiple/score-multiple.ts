import type { KeyedMultiple } from '../../model/item.ts';
import type { ResponseOf, Scored } from '../../model/response.ts';
import { chosenOf, validateMultiple } from './validate-multiple.ts';

/**
 * Score a multiple choice: (hits − false picks) / keys, at least 0.
 * The key was proven by `assertKey` when the item was loaded (build, server).
 * @param response `{ optionIds }`: order and repeats do not matter; `undefined` = never touched.
 * @returns `unready` with the reason, or `scored` with `possible` 1.
 * @see assessment.md §2, M.
 */
export function scoreMultiple(response: ResponseOf<'M'> | undefined, item: KeyedMultiple): Scored {
  const keys = new Set(item.options.filter((option) => option.correct).map((option) => option.id));
  const reason = validateMultiple(response, item);
  if (reason) return { status: 'unready', reason };
  const chosen = chosenOf(response, item);
  const hits = [...chosen].filter((id) => keys.has(id)).length;
  const falsePicks = chosen.size - hits;
  return { status: 'scored', earned: Math.max(0, (hits - falsePicks) / keys.size), possible: 1 };
}
