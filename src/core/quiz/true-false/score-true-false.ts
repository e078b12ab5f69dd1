import type { KeyedTrueFalse } from '../../model/item.ts';
import type { ResponseOf, Scored } from '../../model/response.ts';
import { findOption } from '../options.ts';
import { validateTrueFalse } from './validate-true-false.ts';

/**
 * Score a judged statement with its reason: 0.5 for the judgement and 0.5 for the reason, each on its own.
 * The key was proven by `assertKey` when the item was loaded (build, server).
 * @param response `{ truth, reasonId }`; `undefined` = never touched.
 * @returns `unready` with the reason, or `scored` with `possible` 1.
 * @see assessment.md §2, TF.
 */
export function scoreTrueFalse(response: ResponseOf<'TF'> | undefined, item: KeyedTrueFalse): Scored {
  const reason = validateTrueFalse(response, item);
  if (reason) return { status: 'unready', reason };
  const judged = response?.truth === item.truth ? 0.5 : 0;
  const reasoned = findOption(item.reasons, response?.reasonId)?.correct ? 0.5 : 0;
  return { status: 'scored', earned: judged + reasoned, possible: 1 };
}
