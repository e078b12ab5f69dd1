import type { KeyedShortText } from '../../model/item.ts';
import type { FeedbackLine, ResponseOf } from '../../model/response.ts';
import { extensionLine, optionLine } from '../feedback-line.ts';
import { forbiddenWords, missingElements } from './score-short-text.ts';

/**
 * One line per forbidden word and per missing element, or the extension when there is none; then, always, the model
 * response and the questions to hold against the own sentence.
 */
export function feedbackShortText(response: ResponseOf<'TXT'>, item: KeyedShortText): FeedbackLine[] {
  const again = [
    ...forbiddenWords(response.text, item).map(({ word, feedback }) => optionLine(false, feedback, word)),
    ...missingElements(response.text, item).map(({ label, feedback }) => optionLine(false, feedback, label)),
  ];
  return [
    ...(again.length > 0 ? again : [extensionLine(item.extension)]),
    { tone: 'note', role: 'model', text: item.model },
    ...item.selfCheck.map((text): FeedbackLine => ({ tone: 'note', role: 'self-check', text })),
  ];
}
