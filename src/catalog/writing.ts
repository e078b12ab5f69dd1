import type { Interaction } from '#core/model/interaction.schema.ts';
import type { Language } from '#core/model/text.ts';
import { keptLabels } from '#core/practice/kept-labels.ts';

/** Blocks whose words go into the record. */
const WRITTEN_IN = new Set<Interaction['kind']>([
  'composer',
  'reflect',
  'rating',
  'grid',
  'checkin',
  'flip',
  'believable',
  'timer',
]);

/** Block id → its title, and names for the ids in what is written there. */
export type Writing = Readonly<Record<string, { title: string; labels: Readonly<Record<string, string>> }>>;

/** @param interactions of one lesson. @returns the blocks in which something is written that is kept. */
export const writingOf = (interactions: readonly Interaction[], language: Language): Writing =>
  Object.fromEntries(
    interactions
      .filter(({ kind }) => WRITTEN_IN.has(kind))
      .map((block) => [block.id, { title: block.title[language], labels: keptLabels(block, language) }]),
  );
