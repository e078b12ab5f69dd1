import type { KeyedSingle } from '../../model/item.ts';
import type { ResponseOf, Scored } from '../../model/response.ts';
import { findOption } from '../options.ts';
import { validateSingle } from './validate-single.ts';

/**
 * Score a single choice: 1 for the key, else 0.
 * The key was proven by `assertKey` when the item was loaded (build, server).
 * @param response `{ optionId }`; `undefined` = never touched.
 * @returns `unready` with the reason, or `scored` with `possible` 1.
 * @see assessment.md §2, S.
 */
export function scoreSingle(response: ResponseOf<'S'> | undefined, item: KeyedSingle): Scored {
  const reason = validateSingle(response, item);
  if (reason) return { status: 'unready', reason };
  const chosen = findOption(item.options, response?.optionId);
  return { status: 'scored', earned: chosen?.correct ? 1 : 0, possible: 1 };
}
