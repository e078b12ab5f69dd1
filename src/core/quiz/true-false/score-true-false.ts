import type { KeyedTrueFalse } from '../../model/item.ts';
import type { ResponseOf } from '../../model/response.ts';
import { findOption } from '../options.ts';

/**
 * Score a judged statement with its reason: 0.5 for the judgement and 0.5 for the reason, each on its own.
 * The key was proven by `assertKey` when the item was loaded (build, server).
 * @param response `{ truth, reasonId }`, ready to be scored.
 * @returns the points earned, 0 to 1.
 * @see assessment.md §2, TF.
 */
export function scoreTrueFalse(response: ResponseOf<'TF'>, item: KeyedTrueFalse): number {
  const judged = response.truth === item.truth ? 0.5 : 0;
  const reasoned = findOption(item.reasons, response.reasonId)?.correct ? 0.5 : 0;
  return judged + reasoned;
}
