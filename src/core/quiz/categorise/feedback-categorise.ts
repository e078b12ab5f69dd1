import type { KeyedCategorise } from '../../model/item.ts';
import type { FeedbackLine, ResponseOf } from '../../model/response.ts';
import { extensionLine, optionLine } from '../feedback-line.ts';
import { binOf } from './validate-categorise.ts';

/** One line per card that lies elsewhere; with every card right, the extension. */
export function feedbackCategorise(response: ResponseOf<'CAT'>, item: KeyedCategorise): FeedbackLine[] {
  const astray = item.cards.filter((card) => binOf(response, card.id) !== card.bin);
  if (astray.length === 0) return [extensionLine(item.extension)];
  return astray.map((card) => optionLine(false, card.feedback, card.text));
}
