import type { ItemBase, ItemType, PublicOption } from '../model/item.ts';
import type { CaseStem } from '../model/item-parts.ts';

/** What the item types share: looking into lists of options, and the fields every public item keeps. */

export function hasId(options: readonly PublicOption[], id: unknown): id is string {
  return options.some((option) => option.id === id);
}

export function findOption<O extends PublicOption>(
  options: readonly O[],
  id: string | undefined,
): O | undefined {
  return options.find((option) => option.id === id);
}

/** An option without anything that belongs to the key. */
export function redactOption({ id, text }: PublicOption): PublicOption {
  return { id, text };
}

/** Options without keys, in an order that tells nothing: by id. */
export function redactSorted(options: readonly PublicOption[]): PublicOption[] {
  return options.map(redactOption).sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** The fields that every item may show before scoring, picked one by one. */
export function redactBase<T extends ItemType>(item: ItemBase & { type: T }): ItemBase & { type: T } {
  const { id, revision, lessonId, objective, bloom, status, stem, block, parallelOf, type } = item;
  const base = { id, revision, lessonId, objective, bloom, status, stem, block, type };
  return { ...base, ...(parallelOf && { parallelOf }), ...(item.case && { case: redactCase(item.case) }) };
}

/** A case is told before its items are answered; nothing in it belongs to a key. */
function redactCase({ id, stem, figures }: CaseStem): CaseStem {
  return { id, stem, ...(figures && { figures: figures.map(({ label, text }) => ({ label, text })) }) };
}
