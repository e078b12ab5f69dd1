import type { KeyedHot } from '../../model/item.ts';
import type { FeedbackLine, ResponseOf } from '../../model/response.ts';
import { feedbackMultiple } from '../multiple/feedback-multiple.ts';
import { asKeyedChoice } from './score-hot.ts';

/** Each chosen spot's own feedback, in the drawing's order; with exactly the targets chosen, the extension too. */
export function feedbackHot(response: ResponseOf<'HOT'>, item: KeyedHot): FeedbackLine[] {
  return feedbackMultiple(response, asKeyedChoice(item));
}
