import type { KeyedOrder } from '../../model/item.ts';
import type { FeedbackLine, ResponseOf } from '../../model/response.ts';
import { extensionLine, optionLine } from '../feedback-line.ts';
import { placedOf } from './validate-order.ts';

/** One line per card that stands at another place; in the right order, the extension. */
export function feedbackOrder(response: ResponseOf<'ORD'>, item: KeyedOrder): FeedbackLine[] {
  const placed = placedOf(response, item);
  const astray = item.cards.filter((card, index) => placed[index] !== card.id);
  if (astray.length === 0) return [extensionLine(item.extension)];
  return astray.map((card) => optionLine(false, card.feedback, card.text));
}
