import type { PublicMultiple } from '../../model/item.ts';
import type { ResponseOf, UnreadyReason } from '../../model/response.ts';
import { isListOf, isName, isRecordOf } from '../../model/shape.ts';
import { hasId } from '../options.ts';

/** What choosing several of a list needs; a drawing with spots has it too. */
export type Choice = Pick<PublicMultiple, 'options' | 'choose'>;

/** May this stand as a draft: `{ optionIds }`, options of the item, any number of them. */
export function acceptsMultiple(response: unknown, item: Choice): response is ResponseOf<'M'> {
  return (
    isRecordOf(response, ['optionIds']) &&
    isListOf(response.optionIds, isName) &&
    response.optionIds.every((id) => hasId(item.options, id))
  );
}

/** The options chosen, each once, without ids the item does not have. */
export function chosenOf(response: ResponseOf<'M'> | undefined, item: Choice): Set<string> {
  return new Set(response?.optionIds.filter((id) => hasId(item.options, id)));
}

/** @returns why the response cannot be scored yet: too few or too many where the item says how many. */
export function validateMultiple(
  response: ResponseOf<'M'> | undefined,
  item: Choice,
): UnreadyReason | undefined {
  const { size } = chosenOf(response, item);
  if (size === 0) return 'untouched';
  if (item.choose !== undefined && size < item.choose) return 'choose-more';
  if (item.choose !== undefined && size > item.choose) return 'choose-fewer';
  return undefined;
}
