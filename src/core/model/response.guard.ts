import type { Response } from './response.ts';
import { isListOf, isMapOf, isName, isRecord, isRecordOf, isString } from './shape.ts';

/**
 * Has the value the shape of a response of any item type? Knows no item: ids are checked by `acceptsResponse`.
 * Accepts what `responseSchema` accepts.
 */
export function isResponse(value: unknown): value is Response {
  if (!isRecord(value)) return false;
  if (isRecordOf(value, ['optionId'])) return isName(value.optionId) || isTrueFalse(value);
  if (isRecordOf(value, ['optionIds'])) return isListOf(value.optionIds, isName);
  if (isRecordOf(value, ['bins'])) return isMapOf(value.bins, isName);
  if (isRecordOf(value, ['order'])) return isListOf(value.order, isName);
  if (isRecordOf(value, ['pairs'])) return isMapOf(value.pairs, isName);
  if (isRecordOf(value, ['text'])) return isString(value.text);
  if (isRecordOf(value, ['typed'])) return isString(value.typed);
  return isTrueFalse(value);
}

function isTrueFalse(value: unknown): boolean {
  return (
    isRecordOf(value, ['truth', 'reasonId']) &&
    (value.truth === undefined || typeof value.truth === 'boolean') &&
    (value.reasonId === undefined || isName(value.reasonId))
  );
}
