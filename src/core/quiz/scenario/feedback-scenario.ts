import type { KeyedScenario } from '../../model/item.ts';
import type { FeedbackLine, ResponseOf } from '../../model/response.ts';
import { extensionLine, optionLine } from '../feedback-line.ts';
import { findOption } from '../options.ts';

/** What the chosen response brings about; with the best one chosen, the extension too. */
export function feedbackScenario(response: ResponseOf<'SCN'>, item: KeyedScenario): FeedbackLine[] {
  const chosen = findOption(item.options, response.optionId);
  if (!chosen) return [];
  const best = chosen.credit === 1;
  const line = optionLine(best, chosen.feedback);
  return best ? [line, extensionLine(item.extension)] : [line];
}
