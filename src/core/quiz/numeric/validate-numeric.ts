import type { PublicNumeric } from '../../model/item.ts';
import type { ResponseOf, UnreadyReason } from '../../model/response.ts';
import { isRecordOf } from '../../model/shape.ts';
import { readNumber } from './read-number.ts';

/** May this stand as a draft: `{ typed }`, also while it is no number yet. */
export function acceptsNumeric(response: unknown, _item: PublicNumeric): response is ResponseOf<'NUM'> {
  return isRecordOf(response, ['typed']) && typeof response.typed === 'string';
}

/** @returns why the response cannot be scored yet: nothing typed, or nothing that reads as one number. */
export function validateNumeric(
  response: ResponseOf<'NUM'> | undefined,
  item: PublicNumeric,
): UnreadyReason | undefined {
  if (!response?.typed.trim()) return 'untouched';
  return readNumber(response.typed, item.unit) === undefined ? 'not-a-number' : undefined;
}
