import type { KeyedSingle } from '../../model/item.ts';
import type { ResponseOf, Scored } from '../../model/response.ts';
import { AnswerKeyError } from '../answer-key-error.ts';
import { findOption } from '../options.ts';
import { validateSingle } from './validate-single.ts';

/**
 * Score a single choice: 1 for the key, else 0.
 * @param response `{ optionId }`; `undefined` = never touched.
 * @returns `unready` with the reason, or `scored` with `possible` 1.
 * @throws {AnswerKeyError} unless exactly one option is correct.
 * @see assessment.md §2, S.
 */
export function scoreSingle(response: ResponseOf<'S'> | undefined, item: KeyedSingle): Scored {
  const keys = item.options.filter((option) => option.correct).map((option) => option.id);
  if (keys.length !== 1) {
    throw new AnswerKeyError(
      item.id,
      'needs exactly one correct option',
      keys,
      'mark one option correct: true',
    );
  }
  const reason = validateSingle(response, item);
  if (reason) return { status: 'unready', reason };
  const chosen = findOption(item.options, response?.optionId);
  return { status: 'scored', earned: chosen?.correct ? 1 : 0, possible: 1 };
}
