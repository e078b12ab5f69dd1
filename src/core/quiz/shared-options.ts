import type { Text } from '../model/text.ts';

/** An item as far as extended matching looks at it. */
export interface SharingItem {
  type: string;
  options?: readonly { text: Text; correct?: boolean; credit?: number }[];
}

/** Types whose options can stand under two stems. */
const SHARING_TYPES = ['S', 'M', 'SCN'];

/**
 * Extended matching: do two items show the same options and have different keys?
 * @returns what is wrong and what to write; undefined when nothing is.
 */
export function sharedOptionsProblem(item: SharingItem, other: SharingItem): string | undefined {
  if (item.type !== other.type || !SHARING_TYPES.includes(item.type)) {
    return `is of type ${other.type}, this one of ${item.type}; both must be S, M or SCN`;
  }
  const [own, others] = [textsOf(item), textsOf(other)];
  const odd = own.find((text) => !others.includes(text)) ?? others.find((text) => !own.includes(text));
  if (odd)
    return `has not the same options: "${odd}" stands in one of them only; copy zh and en letter by letter`;
  if (keysOf(item) === keysOf(other))
    return 'has the same key; change the stem so that another option is right';
  return undefined;
}

const textOf = ({ zh, en }: Text) => `${zh} / ${en}`;

const textsOf = ({ options = [] }: SharingItem) => options.map(({ text }) => textOf(text));

/** The texts of the right options, in one order for both items. */
function keysOf({ options = [] }: SharingItem): string {
  const right = options.filter(({ correct, credit }) => correct || credit === 1);
  return right
    .map(({ text }) => textOf(text))
    .sort()
    .join('\n');
}
