import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeyedItem } from '#core/model/item.ts';
import type { PublishedWritten } from '#core/simulator/figures/draw-scenario.ts';
import type { ItemSource } from '#server/port/item-source.ts';

/** What `scripts/build/revisions.mjs` wrote. */
interface Index {
  edition: string;
  passPoints: readonly number[];
  /** Id → its revisions. */
  items: Readonly<Record<string, readonly string[]>>;
  scenarios: Readonly<Record<string, readonly string[]>>;
}

/** A role-play takes some hundred kB of memory; runs of one come together. */
const SCENARIOS_IN_MEMORY = 4;

/**
 * Revisions from the folder the build wrote. Nothing is read before it is asked for; a name from a fact is never a path, it
 * is looked up in the index first.
 * @param folder `dist/revisions`.
 * @returns functions that reject when the folder cannot be read: a broken build.
 */
export function createBuiltItems(folder: string): ItemSource {
  const index = once(() => readJson<Index>(join(folder, 'index.json')));
  const lessons = new Map<string, Promise<Map<string, KeyedItem>>>();
  const scenarios = new Map<string, Promise<PublishedWritten<string>>>();

  const itemsOf = (lesson: string) => {
    const read = lessons.get(lesson) ?? readItems(join(folder, 'items', `${lesson}.json`));
    lessons.set(
      lesson,
      forgetting(read, () => lessons.delete(lesson)),
    );
    return read;
  };
  const scenarioOf = (name: string) => {
    const read = scenarios.get(name) ?? readJson(join(folder, 'scenarios', `${name}.json`));
    scenarios.delete(name); // the last one asked for stands last
    scenarios.set(
      name,
      forgetting(read, () => scenarios.delete(name)),
    );
    const [oldest] = scenarios.keys();
    if (scenarios.size > SCENARIOS_IN_MEMORY && oldest !== undefined) scenarios.delete(oldest);
    return read;
  };
  return {
    edition: async () => (await index()).edition,
    passPoints: async () => (await index()).passPoints,
    async item(id, revision) {
      if (!has((await index()).items, id, revision)) return undefined;
      return (await itemsOf(id.slice(0, id.indexOf('.')))).get(`${id} ${revision}`);
    },
    async scenario(id, revision) {
      if (!has((await index()).scenarios, id, revision)) return undefined;
      return scenarioOf(`${id}.${revision}`);
    },
  };
}

const has = (names: Index['items'], id: string, revision: string): boolean =>
  Object.hasOwn(names, id) && names[id]?.includes(revision) === true;

async function readItems(path: string): Promise<Map<string, KeyedItem>> {
  const items = await readJson<KeyedItem[]>(path);
  return new Map(items.map((item) => [`${item.id} ${item.revision}`, item]));
}

const readJson = async <T>(path: string): Promise<T> => JSON.parse(await readFile(path, 'utf8')) as T;

/** A failure is not kept: the next call tries again. */
function forgetting<T>(read: Promise<T>, forget: () => void): Promise<T> {
  read.catch(forget);
  return read;
}

function once<T>(read: () => Promise<T>): () => Promise<T> {
  let kept: Promise<T> | undefined;
  return () => {
    kept ??= forgetting(read(), () => {
      kept = undefined;
    });
    return kept;
  };
}
