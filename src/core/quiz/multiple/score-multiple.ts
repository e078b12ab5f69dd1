import type { KeyedMultiple } from '../../model/item.ts';
import type { ResponseOf, Scored } from '../../model/response.ts';
import { AnswerKeyError } from '../answer-key-error.ts';
import { chosenOf, validateMultiple } from './validate-multiple.ts';

/**
 * Score a multiple choice: (hits − false picks) / keys, at least 0.
 * @param response `{ optionIds }`: order and repeats do not matter; `undefined` = never touched.
 * @returns `unready` with the reason, or `scored` with `possible` 1.
 * @throws {AnswerKeyError} when no option is correct, or `choose` is not the number of keys.
 * @see assessment.md §2, M.
 */
export function scoreMultiple(response: ResponseOf<'M'> | undefined, item: KeyedMultiple): Scored {
  const keys = new Set(item.options.filter((option) => option.correct).map((option) => option.id));
  if (keys.size === 0) {
    throw new AnswerKeyError(item.id, 'has no correct option', 0, 'mark the keys correct: true');
  }
  if (item.choose !== undefined && item.choose !== keys.size) {
    throw new AnswerKeyError(item.id, `has ${keys.size} keys`, item.choose, `write choose: ${keys.size}`);
  }
  const reason = validateMultiple(response, item);
  if (reason) return { status: 'unready', reason };
  const chosen = chosenOf(response, item);
  const hits = [...chosen].filter((id) => keys.has(id)).length;
  const falsePicks = chosen.size - hits;
  return { status: 'scored', earned: Math.max(0, (hits - falsePicks) / keys.size), possible: 1 };
}
