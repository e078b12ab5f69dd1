import type { KeyedScenario } from '../../model/item.ts';
import type { ResponseOf, Scored } from '../../model/response.ts';
import { AnswerKeyError } from '../answer-key-error.ts';
import { findOption } from '../options.ts';
import { validateScenario } from './validate-scenario.ts';

/**
 * Score a judgement: the credit of the chosen response, 1 best, 0.5 acceptable, 0 weak, never below 0.
 * @param response `{ optionId }`; `undefined` = never touched.
 * @returns `unready` with the reason, or `scored` with `possible` 1.
 * @throws {AnswerKeyError} unless exactly one option has credit 1, or when a credit is outside 0 to 1.
 * @see assessment.md §2, SCN.
 */
export function scoreScenario(response: ResponseOf<'SCN'> | undefined, item: KeyedScenario): Scored {
  for (const { id, credit } of item.options) {
    if (credit >= 0 && credit <= 1) continue;
    throw new AnswerKeyError(
      item.id,
      `option ${id} has a credit outside 0 to 1`,
      credit,
      'write 1, 0.5 or 0',
    );
  }
  const best = item.options.filter((option) => option.credit === 1).map((option) => option.id);
  if (best.length !== 1) {
    throw new AnswerKeyError(item.id, 'needs exactly one best option', best, 'give credit 1 to one option');
  }
  const reason = validateScenario(response, item);
  if (reason) return { status: 'unready', reason };
  const credit = findOption(item.options, response?.optionId)?.credit ?? 0;
  return { status: 'scored', earned: credit, possible: 1 };
}
