import type { FeedbackLine, ResponseOf } from '../../model/response.ts';
import { extensionLine, optionLine } from '../feedback-line.ts';
import type { KeyedChoice } from './score-multiple.ts';
import { chosenOf } from './validate-multiple.ts';

/** Each chosen option's own feedback, in the item's order; with exactly the keys chosen, the extension too. */
export function feedbackMultiple(response: ResponseOf<'M'>, item: KeyedChoice): FeedbackLine[] {
  const chosen = chosenOf(response, item);
  const lines = item.options
    .filter((option) => chosen.has(option.id))
    .map((option) => optionLine(option.correct, option.feedback, option.text));
  const allRight = item.options.every((option) => option.correct === chosen.has(option.id));
  return allRight ? [...lines, extensionLine(item.extension)] : lines;
}
