import type { KeyedMatch } from '../../model/item.ts';
import type { ResponseOf, Scored } from '../../model/response.ts';
import { AnswerKeyError } from '../answer-key-error.ts';
import { hasId } from '../options.ts';
import { partnerOf, validateMatch } from './validate-match.ts';

/**
 * Score matched pairs: the share of left sides with their own partner.
 * @param response `{ pairs: { left: right } }`; `undefined` = never touched.
 * @returns `unready` with the reason, or `scored` with `possible` 1.
 * @throws {AnswerKeyError} when there is no left side, or one's match is not among the right sides.
 * @see assessment.md §2, MAT.
 */
export function scoreMatch(response: ResponseOf<'MAT'> | undefined, item: KeyedMatch): Scored {
  if (item.left.length === 0) throw new AnswerKeyError(item.id, 'has no left side', 0, 'write 4 to 6 pairs');
  for (const left of item.left) {
    if (hasId(item.right, left.match)) continue;
    const right = item.right.map((side) => side.id).join(', ');
    throw new AnswerKeyError(
      item.id,
      `${left.id} matches no right side`,
      left.match,
      `write one of ${right}`,
    );
  }
  const reason = validateMatch(response, item);
  if (reason) return { status: 'unready', reason };
  const matched = item.left.filter((left) => partnerOf(response, left.id) === left.match).length;
  return { status: 'scored', earned: matched / item.left.length, possible: 1 };
}
