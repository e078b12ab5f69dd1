import type { KeyedSingle } from '../../model/item.ts';
import type { ResponseOf } from '../../model/response.ts';
import { findOption } from '../options.ts';

/**
 * Score a single choice: 1 for the key, else 0.
 * The key was proven by `assertKey` when the item was loaded (build, server).
 * @param response `{ optionId }`, ready to be scored.
 * @returns the points earned, 0 to 1.
 * @see assessment.md §2, S.
 */
export function scoreSingle(response: ResponseOf<'S'>, item: KeyedSingle): number {
  return findOption(item.options, response.optionId)?.correct ? 1 : 0;
}
