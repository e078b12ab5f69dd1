import type { KeyedNumeric } from '../../model/item.ts';
import type { FeedbackLine, ResponseOf } from '../../model/response.ts';
import { extensionLine, optionLine } from '../feedback-line.ts';
import { isRight, slipOf } from './score-numeric.ts';

/** The extension for the key; the slip's own line for a slip; the calculation for any other value. */
export function feedbackNumeric(response: ResponseOf<'NUM'>, item: KeyedNumeric): FeedbackLine[] {
  if (isRight(response, item)) return [extensionLine(item.extension)];
  return [optionLine(false, (slipOf(response, item) ?? item).feedback)];
}
