import type { KeyedHot } from '../../model/item.ts';
import type { ResponseOf } from '../../model/response.ts';
import { type KeyedChoice, scoreMultiple } from '../multiple/score-multiple.ts';
import { asChoice } from './validate-hot.ts';

/**
 * Score spots chosen on a drawing: with one target 1 or 0, else (hits − false picks) / targets, at least 0.
 * The key was proven by `assertKey` when the item was loaded (build, server): one target means that one is chosen.
 * @param response `{ optionIds }`, ready to be scored: order and repeats do not matter.
 * @returns the points earned, 0 to 1.
 * @see assessment.md §2, HOT.
 */
export function scoreHot(response: ResponseOf<'HOT'>, item: KeyedHot): number {
  return scoreMultiple(response, asKeyedChoice(item));
}

/** The spots one can choose with their key, which each of them has (`assertKey`). */
export function asKeyedChoice(item: KeyedHot): KeyedChoice {
  return { ...(asChoice(item) as KeyedChoice), extension: item.extension };
}
