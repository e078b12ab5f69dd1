import type { KeyedMatch } from '../../model/item.ts';
import type { ResponseOf, Scored } from '../../model/response.ts';
import { partnerOf, validateMatch } from './validate-match.ts';

/**
 * Score matched pairs: the share of left sides with their own partner.
 * The key was proven by `assertKey` when the item was loaded (build, server).
 * @param response `{ pairs: { left: right } }`; `undefined` = never touched.
 * @returns `unready` with the reason, or `scored` with `possible` 1.
 * @see assessment.md §2, MAT.
 */
export function scoreMatch(response: ResponseOf<'MAT'> | undefined, item: KeyedMatch): Scored {
  const reason = validateMatch(response, item);
  if (reason) return { status: 'unready', reason };
  const matched = item.left.filter((left) => partnerOf(response, left.id) === left.match).length;
  return { status: 'scored', earned: matched / item.left.length, possible: 1 };
}
