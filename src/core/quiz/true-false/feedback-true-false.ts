import type { KeyedTrueFalse } from '../../model/item.ts';
import type { FeedbackLine, ResponseOf } from '../../model/response.ts';
import { extensionLine, optionLine } from '../feedback-line.ts';
import { findOption } from '../options.ts';

/** One line on the judgement, one on the chosen reason; with both right, the extension too. */
export function feedbackTrueFalse(response: ResponseOf<'TF'>, item: KeyedTrueFalse): FeedbackLine[] {
  const reason = findOption(item.reasons, response.reasonId);
  if (response.truth === undefined || !reason) return [];
  const judged = response.truth === item.truth;
  const lines = [
    optionLine(judged, judged ? item.truthFeedback.right : item.truthFeedback.wrong),
    optionLine(reason.correct, reason.feedback, reason.text),
  ];
  return judged && reason.correct ? [...lines, extensionLine(item.extension)] : lines;
}
