import type { KeyedItem, PublicItem } from '../model/item.ts';
import { publicItem } from './item-types.ts';

/** Every key a public item may have, at any depth. Anything else is taken for a part of the answer key. */
const PUBLIC_KEYS: ReadonlySet<string> = new Set([
  ...['id', 'revision', 'lessonId', 'objective', 'bloom', 'status', 'stem', 'block', 'parallelOf', 'type'],
  ...['text', 'zh', 'en', 'options', 'choose', 'reasons', 'bins', 'cards', 'given', 'left', 'right'],
  ...['maxLength', 'unit', 'case', 'figures', 'label'],
  ...['scene', 'caption', 'picture', 'src', 'width', 'height', 'spots', 'minutes', 'by', 'area', 'still'],
]);

/**
 * An item without its key.
 * @throws {Error} when anything of the key is left (see `assertRedacted`).
 */
export function redactItem(item: KeyedItem): PublicItem {
  const redacted = publicItem(item);
  assertRedacted(redacted);
  return redacted;
}

/**
 * Look at a redacted item again, whole, and refuse it when anything of the key is left: a field that is not on the
 * list of public ones (correct, credit, feedback, truth, bin, match, elements …), or an order that tells the key.
 * @throws {Error} naming the item and the path.
 */
export function assertRedacted(item: PublicItem): void {
  const leak = findLeak(item, '') ?? findTellingOrder(item);
  if (leak !== undefined) {
    throw new Error(
      `${item.id}: ${leak} would show the answer key; pick only public fields in the item type's redact`,
    );
  }
}

function findLeak(value: unknown, path: string): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, member] of Object.entries(value)) {
    const here = path === '' ? key : `${path}.${key}`;
    if (!Array.isArray(value) && !PUBLIC_KEYS.has(key)) return here;
    const leak = findLeak(member, here);
    if (leak !== undefined) return leak;
  }
  return undefined;
}

function findTellingOrder(item: PublicItem): string | undefined {
  if (item.type === 'ORD' && !isSorted(item.cards)) return 'the order of cards';
  if (item.type === 'MAT' && !isSorted(item.right)) return 'the order of right';
  return undefined;
}

function isSorted(options: readonly { id: string }[]): boolean {
  return options.every(({ id }, index) => index === 0 || (options[index - 1]?.id ?? '') <= id);
}
