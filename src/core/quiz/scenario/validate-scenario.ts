import type { PublicScenario } from '../../model/item.ts';
import type { ResponseOf, UnreadyReason } from '../../model/response.ts';
import { isRecordOf } from '../../model/shape.ts';
import { hasId } from '../options.ts';

/** May this stand as a draft: `{ optionId }`, one of the item's options. */
export function acceptsScenario(response: unknown, item: PublicScenario): response is ResponseOf<'SCN'> {
  return isRecordOf(response, ['optionId']) && hasId(item.options, response.optionId);
}

/** @returns why the response cannot be scored yet, or undefined when it can. */
export function validateScenario(
  response: ResponseOf<'SCN'> | undefined,
  item: PublicScenario,
): UnreadyReason | undefined {
  return hasId(item.options, response?.optionId) ? undefined : 'untouched';
}
