import type { KeyedNumeric, PublicNumeric } from '../../model/item.ts';
import { redactBase } from '../options.ts';

/** What may be seen before scoring; fields are picked, so a new field stays hidden until it is added here. */
export function redactNumeric(item: KeyedNumeric): PublicNumeric {
  return { ...redactBase(item), unit: item.unit };
}
