import type { KeyedScenario } from '../../model/item.ts';
import type { ResponseOf } from '../../model/response.ts';
import { findOption } from '../options.ts';

/**
 * Score a judgement: the credit of the chosen response, 1 best, 0.5 acceptable, 0 weak, never below 0.
 * The key was proven by `assertKey` when the item was loaded (build, server).
 * @param response `{ optionId }`, ready to be scored.
 * @returns the points earned, 0 to 1.
 * @see assessment.md §2, SCN.
 */
export function scoreScenario(response: ResponseOf<'SCN'>, item: KeyedScenario): number {
  return findOption(item.options, response.optionId)?.credit ?? 0;
}
