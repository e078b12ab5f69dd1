import type { KeyedScenario } from '../../model/item.ts';
import type { ResponseOf, Scored } from '../../model/response.ts';
import { findOption } from '../options.ts';
import { validateScenario } from './validate-scenario.ts';

/**
 * Score a judgement: the credit of the chosen response, 1 best, 0.5 acceptable, 0 weak, never below 0.
 * The key was proven by `assertKey` when the item was loaded (build, server).
 * @param response `{ optionId }`; `undefined` = never touched.
 * @returns `unready` with the reason, or `scored` with `possible` 1.
 * @see assessment.md §2, SCN.
 */
export function scoreScenario(response: ResponseOf<'SCN'> | undefined, item: KeyedScenario): Scored {
  const reason = validateScenario(response, item);
  if (reason) return { status: 'unready', reason };
  const credit = findOption(item.options, response?.optionId)?.credit ?? 0;
  return { status: 'scored', earned: credit, possible: 1 };
}
