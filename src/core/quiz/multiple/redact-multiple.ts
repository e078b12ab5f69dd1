import type { KeyedMultiple, PublicMultiple } from '../../model/item.ts';
import { redactBase, redactOption } from '../options.ts';

/** What may be seen before scoring; fields are picked, so a new field stays hidden until it is added here. */
export function redactMultiple(item: KeyedMultiple): PublicMultiple {
  const picked = { ...redactBase(item), options: item.options.map(redactOption) };
  return item.choose === undefined ? picked : { ...picked, choose: item.choose };
}
