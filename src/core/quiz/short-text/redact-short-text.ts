import type { KeyedShortText, PublicShortText } from '../../model/item.ts';
import { redactBase } from '../options.ts';

/** What may be seen before scoring; fields are picked, so a new field stays hidden until it is added here. */
export function redactShortText(item: KeyedShortText): PublicShortText {
  return { ...redactBase(item), maxLength: item.maxLength };
}
