import type { PublicHot } from '../../model/item.ts';
import type { ResponseOf, UnreadyReason } from '../../model/response.ts';
import { acceptsMultiple, type Choice, validateMultiple } from '../multiple/validate-multiple.ts';

/** The spots one can choose, as the options of a multiple choice: however they are drawn, they work like these. */
export function asChoice({ spots, choose }: PublicHot): Choice {
  const options = spots.filter((spot) => !spot.still);
  return choose === undefined ? { options } : { options, choose };
}

/** May this stand as a draft: `{ optionIds }`, spots of the item that can be chosen, any number of them. */
export function acceptsHot(response: unknown, item: PublicHot): response is ResponseOf<'HOT'> {
  return acceptsMultiple(response, asChoice(item));
}

/** @returns why the response cannot be scored yet: too few or too many where the item says how many. */
export function validateHot(
  response: ResponseOf<'HOT'> | undefined,
  item: PublicHot,
): UnreadyReason | undefined {
  return validateMultiple(response, asChoice(item));
}
