import type { KeyedMatch } from '../../model/item.ts';
import type { ResponseOf } from '../../model/response.ts';
import { partnerOf } from './validate-match.ts';

/**
 * Score matched pairs: the share of left sides with their own partner.
 * The key was proven by `assertKey` when the item was loaded (build, server).
 * @param response `{ pairs: { left: right } }`, ready to be scored.
 * @returns the points earned, 0 to 1.
 * @see assessment.md §2, MAT.
 */
export function scoreMatch(response: ResponseOf<'MAT'>, item: KeyedMatch): number {
  const matched = item.left.filter((left) => partnerOf(response, left.id) === left.match).length;
  return matched / item.left.length;
}
