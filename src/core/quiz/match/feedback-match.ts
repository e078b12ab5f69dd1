import type { KeyedMatch } from '../../model/item.ts';
import type { FeedbackLine, ResponseOf } from '../../model/response.ts';
import { extensionLine, optionLine } from '../feedback-line.ts';
import { partnerOf } from './validate-match.ts';

/** One line per left side with another partner; with every pair right, the extension. */
export function feedbackMatch(response: ResponseOf<'MAT'>, item: KeyedMatch): FeedbackLine[] {
  const astray = item.left.filter((left) => partnerOf(response, left.id) !== left.match);
  if (astray.length === 0) return [extensionLine(item.extension)];
  return astray.map((left) => optionLine(false, left.feedback, left.text));
}
