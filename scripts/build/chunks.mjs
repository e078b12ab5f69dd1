// Which built scripts a page can come to load, read from its HTML and from the finished chunks.
import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { readElements } from './html.mjs';

// In minified code: from"./a.js", import"./a.js", import(`./a.js`).
const STATIC = /\b(?:from|import)\s*["'`](\.{0,2}\/[^"'`\s]+\.m?js)["'`]/g;
const DYNAMIC = /\bimport\(\s*["'`](\.{0,2}\/[^"'`\s]+\.m?js)["'`]/g;
const ISLAND_URLS = ['component-url', 'renderer-url', 'before-hydration-url'];

/**
 * @param {string} code    one built chunk.
 * @param {string} address its own, e.g. `/_astro/Check.abc.js`.
 * @returns {{ now: string[], later: string[] }} addresses that come with it, and those it imports when it needs them.
 */
export function importsOf(code, address) {
  const found = (/** @type {RegExp} */ pattern) => {
    const targets = [...code.matchAll(pattern)].map((match) => match[1] ?? '');
    return [...new Set(targets.map((target) => posix.resolve(posix.dirname(address), target)))];
  };
  return { now: found(STATIC), later: found(DYNAMIC) };
}

/**
 * @param {string} client dist/client.
 * @returns {(address: string) => ReturnType<typeof importsOf>} reads each chunk once.
 * @throws {Error} when the build did not write the chunk.
 */
export function importReader(client) {
  /** @type {Map<string, ReturnType<typeof importsOf>>} */
  const known = new Map();
  return (address) => {
    const file = join(client, address);
    if (!existsSync(file)) throw new Error(`A page needs ${address}, which the build did not write`);
    const found = known.get(address) ?? importsOf(readFileSync(file, 'utf8'), address);
    known.set(address, found);
    return found;
  };
}

/**
 * Everything reached from some addresses, these included, in the order found.
 * @param {readonly string[]} starts
 * @param {(address: string) => readonly string[]} next
 */
export function reach(starts, next) {
  const reached = new Set(starts);
  for (const one of reached) for (const other of next(one)) reached.add(other); // a Set grows while it is walked
  return [...reached];
}

/**
 * Scripts that the islands of a page name.
 * @param {string} html
 * @param {string} [component] of this island only.
 */
export function islandScripts(html, component) {
  const islands = readElements(html).filter(
    ({ name, attributes }) =>
      name === 'astro-island' && (!component || attributes.get('component-export') === component),
  );
  const urls = islands.flatMap(({ attributes }) => ISLAND_URLS.map((key) => attributes.get(key)));
  return [...new Set(urls.filter((url) => url !== undefined).map((url) => decodeURI(url)))];
}
