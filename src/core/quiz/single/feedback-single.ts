import type { KeyedSingle } from '../../model/item.ts';
import type { FeedbackLine, ResponseOf } from '../../model/response.ts';
import { extensionLine, optionLine } from '../feedback-line.ts';
import { findOption } from '../options.ts';

/** The chosen option's own feedback; with the key chosen, the extension too. Never names the key otherwise. */
export function feedbackSingle(response: ResponseOf<'S'>, item: KeyedSingle): FeedbackLine[] {
  const chosen = findOption(item.options, response.optionId);
  if (!chosen) return [];
  const line = optionLine(chosen.correct, chosen.feedback);
  return chosen.correct ? [line, extensionLine(item.extension)] : [line];
}
