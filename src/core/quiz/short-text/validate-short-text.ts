import type { PublicShortText } from '../../model/item.ts';
import type { ResponseOf, UnreadyReason } from '../../model/response.ts';
import { isRecordOf } from '../../model/shape.ts';

/** May this stand as a draft: `{ text }`, also while it is too long, so that the learner can shorten it. */
export function acceptsShortText(response: unknown, _item: PublicShortText): response is ResponseOf<'TXT'> {
  return isRecordOf(response, ['text']) && typeof response.text === 'string';
}

/** Length as a person counts it: code points, without blanks before and after. */
export function lengthOf(text: string): number {
  return [...text.trim()].length;
}

/** @returns why the response cannot be scored yet: nothing written, or more than `maxLength` characters. */
export function validateShortText(
  response: ResponseOf<'TXT'> | undefined,
  item: PublicShortText,
): UnreadyReason | undefined {
  if (response === undefined) return 'untouched';
  const length = lengthOf(response.text);
  if (length === 0) return 'text-empty';
  return length > item.maxLength ? 'text-too-long' : undefined;
}
