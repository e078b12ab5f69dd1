import type { KeyedItem } from '#core/model/item.ts';
import type { KeyedSpot } from '#core/model/item-parts.ts';
import type { Response, ResponseByType } from '#core/model/response.ts';
import { isRight } from '#core/quiz/numeric/score-numeric.ts';
import type { Mark } from './views/item-view.ts';

const mark = (right: boolean): Mark => (right ? 'right' : 'again');

/**
 * How each thing the learner chose or placed came out. Nothing is said of what was left alone: the others stay a
 * question until the learner has finished.
 * @returns by id of the option, card or spot; `typed` for a number; empty for a short text.
 */
export function marksOf(item: KeyedItem, response: Response): Record<string, Mark> {
  const marks: Record<string, Mark> = {};
  switch (item.type) {
    case 'S':
    case 'SCN':
    case 'M':
    case 'HOT': {
      const given = response as Partial<ResponseByType['S'] & ResponseByType['M']>;
      const chosen = given.optionIds ?? (given.optionId ? [given.optionId] : []);
      const options: readonly (KeyedSpot & { credit?: number })[] =
        item.type === 'HOT' ? item.spots : item.options;
      for (const { id, correct, credit } of options)
        if (chosen.includes(id)) marks[id] = mark(correct ?? credit === 1);
      return marks;
    }
    case 'TF': {
      const { truth, reasonId } = response as ResponseByType['TF'];
      if (truth !== undefined) marks[String(truth)] = mark(truth === item.truth);
      for (const reason of item.reasons) if (reason.id === reasonId) marks[reason.id] = mark(reason.correct);
      return marks;
    }
    case 'CAT': {
      const { bins } = response as ResponseByType['CAT'];
      for (const card of item.cards) marks[card.id] = mark(bins[card.id] === card.bin);
      return marks;
    }
    case 'MAT': {
      const { pairs } = response as ResponseByType['MAT'];
      for (const left of item.left) marks[left.id] = mark(pairs[left.id] === left.match);
      return marks;
    }
    case 'ORD': {
      const { order } = response as ResponseByType['ORD'];
      item.cards.forEach((card, index) => {
        marks[card.id] = mark(order[index] === card.id);
      });
      return marks;
    }
    case 'NUM':
      marks.typed = mark(isRight(response as ResponseByType['NUM'], item));
      return marks;
    case 'TXT':
      return marks;
  }
}
