import type { PublicSingle } from '../../model/item.ts';
import type { ResponseOf, UnreadyReason } from '../../model/response.ts';
import { isRecordOf } from '../../model/shape.ts';
import { hasId } from '../options.ts';

/** May this stand as a draft: `{ optionId }`, one of the item's options. */
export function acceptsSingle(response: unknown, item: PublicSingle): response is ResponseOf<'S'> {
  return isRecordOf(response, ['optionId']) && hasId(item.options, response.optionId);
}

/** @returns why the response cannot be scored yet, or undefined when it can. */
export function validateSingle(
  response: ResponseOf<'S'> | undefined,
  item: PublicSingle,
): UnreadyReason | undefined {
  return hasId(item.options, response?.optionId) ? undefined : 'untouched';
}
