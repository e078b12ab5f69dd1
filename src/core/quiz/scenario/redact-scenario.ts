import type { KeyedScenario, PublicScenario } from '../../model/item.ts';
import { redactBase, redactOption } from '../options.ts';

/** What may be seen before scoring; fields are picked, so a new field stays hidden until it is added here. */
export function redactScenario(item: KeyedScenario): PublicScenario {
  return { ...redactBase(item), options: item.options.map(redactOption) };
}
