import type { KeyedCategorise } from '../../model/item.ts';
import type { ResponseOf, Scored } from '../../model/response.ts';
import { AnswerKeyError } from '../answer-key-error.ts';
import { hasId } from '../options.ts';
import { binOf, validateCategorise } from './validate-categorise.ts';

/**
 * Score cards sorted into bins: the share of cards that lie right.
 * @param response `{ bins: { card: bin } }`; `undefined` = never touched.
 * @returns `unready` with the reason, or `scored` with `possible` 1.
 * @throws {AnswerKeyError} when there is no card, or a card's bin is not among the bins.
 * @see assessment.md §2, CAT.
 */
export function scoreCategorise(response: ResponseOf<'CAT'> | undefined, item: KeyedCategorise): Scored {
  if (item.cards.length === 0) throw new AnswerKeyError(item.id, 'has no cards', 0, 'write 6 to 12 cards');
  for (const card of item.cards) {
    if (hasId(item.bins, card.bin)) continue;
    const bins = item.bins.map((bin) => bin.id).join(', ');
    throw new AnswerKeyError(
      item.id,
      `card ${card.id} names no bin of the item`,
      card.bin,
      `write one of ${bins}`,
    );
  }
  const reason = validateCategorise(response, item);
  if (reason) return { status: 'unready', reason };
  const right = item.cards.filter((card) => binOf(response, card.id) === card.bin).length;
  return { status: 'scored', earned: right / item.cards.length, possible: 1 };
}
