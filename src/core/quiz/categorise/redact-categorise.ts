import type { KeyedCategorise, PublicCategorise } from '../../model/item.ts';
import { redactBase, redactOption } from '../options.ts';

/** What may be seen before scoring; fields are picked, so a new field stays hidden until it is added here. */
export function redactCategorise(item: KeyedCategorise): PublicCategorise {
  return {
    ...redactBase(item),
    bins: item.bins.map(redactOption),
    cards: item.cards.map(redactOption),
  };
}
