import type { KeyedMatch, PublicMatch } from '../../model/item.ts';
import { redactBase, redactOption, redactSorted } from '../options.ts';

/** What may be seen before scoring: the right sides sorted by id, as authors write them beside their partners. */
export function redactMatch(item: KeyedMatch): PublicMatch {
  return {
    ...redactBase(item),
    left: item.left.map(redactOption),
    right: redactSorted(item.right),
  };
}
