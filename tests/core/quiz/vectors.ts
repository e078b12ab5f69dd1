import { readdirSync, readFileSync } from 'node:fs';
import type { KeyedItem } from '#core/model/item.ts';
import type { UnreadyReason } from '#core/model/response.ts';

const folder = new URL('../../fixtures/vectors/', import.meta.url);

/** A table of scores made by hand from assessment.md; `earned` is a fraction of the one point, e.g. [5, 6]. */
export interface Vector {
  name: string;
  source: string;
  item: KeyedItem;
  cases: readonly {
    title: string;
    response?: unknown;
    earned?: [number, number];
    unready?: UnreadyReason;
    /** Tone and Chinese text of each line of feedback. */
    feedback?: [string, string][];
  }[];
}

export const vectors: Vector[] = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => ({ name: file, ...JSON.parse(readFileSync(new URL(file, folder), 'utf8')) }));

export function vectorItem<T extends KeyedItem['type']>(type: T): Extract<KeyedItem, { type: T }> {
  const found = vectors.find((vector) => vector.item.type === type);
  if (!found) throw new Error(`no vector of type ${type} in tests/fixtures/vectors`);
  return structuredClone(found.item) as Extract<KeyedItem, { type: T }>;
}
