import type { PublicMatch } from '../../model/item.ts';
import type { ResponseOf, UnreadyReason } from '../../model/response.ts';
import { isMapOf, isName, isRecordOf } from '../../model/shape.ts';
import { hasId } from '../options.ts';

/** May this stand as a draft: `{ pairs: { left: right } }` with sides of the item; pairs may be missing. */
export function acceptsMatch(response: unknown, item: PublicMatch): response is ResponseOf<'MAT'> {
  return (
    isRecordOf(response, ['pairs']) &&
    isMapOf(response.pairs, isName) &&
    Object.entries(response.pairs).every(
      ([left, right]) => hasId(item.left, left) && hasId(item.right, right),
    )
  );
}

/** The right side chosen for a left one; undefined while there is none. */
export function partnerOf(response: ResponseOf<'MAT'> | undefined, leftId: string): string | undefined {
  return response && Object.hasOwn(response.pairs, leftId) ? response.pairs[leftId] : undefined;
}

/** @returns why the response cannot be scored yet: left sides have no partner. */
export function validateMatch(
  response: ResponseOf<'MAT'> | undefined,
  item: PublicMatch,
): UnreadyReason | undefined {
  const paired = item.left.filter((left) => hasId(item.right, partnerOf(response, left.id))).length;
  if (paired === 0) return 'untouched';
  return paired < item.left.length ? 'pairs-left' : undefined;
}
