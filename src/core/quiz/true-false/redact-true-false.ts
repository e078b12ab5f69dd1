import type { KeyedTrueFalse, PublicTrueFalse } from '../../model/item.ts';
import { redactBase, redactOption } from '../options.ts';

/** What may be seen before scoring; fields are picked, so a new field stays hidden until it is added here. */
export function redactTrueFalse(item: KeyedTrueFalse): PublicTrueFalse {
  return { ...redactBase(item), reasons: item.reasons.map(redactOption) };
}
