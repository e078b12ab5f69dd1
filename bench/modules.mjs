// Which modules the scripts of a page are made of: a second build of the site with source maps, read back.
import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { join } from 'node:path';
import { build } from 'astro';
import { compressFolder } from '../scripts/build/compress.mjs';
import { scriptsByTime } from '../scripts/build/weigh.mjs';

/**
 * Build the site with source maps into a folder of its own, compressed like the real one.
 * @param {string} root the clone.
 * @param {string} folder
 * @returns {Promise<string>} its client folder.
 */
export async function buildWithMaps(root, folder) {
  await build({
    root,
    outDir: join(folder, 'site'),
    cacheDir: join(folder, 'cache'),
    logLevel: 'error',
    vite: { build: { sourcemap: 'hidden' } },
  });
  const client = join(folder, 'site/client');
  await compressFolder(client, join(folder, 'packed'));
  return client;
}

/**
 * @typedef {object} Row
 * @property {string} chunk
 * @property {string} time   first: run on every visit · islands: when seen · later: when needed.
 * @property {string} module
 * @property {number} bytes  of the chunk's brotli, shared out by minified length: modules compress together.
 */

/**
 * @param {string} client
 * @param {string} html a page.
 * @returns {Row[]} one for each module in each chunk.
 */
export function moduleRows(client, html) {
  const { first, islands, later } = scriptsByTime(client, html);
  return Object.entries({ first, islands, later }).flatMap(([time, addresses]) =>
    addresses.flatMap((address) => chunkRows(client, address, time)),
  );
}

/** @param {string} client @param {string} address @param {string} time @returns {Row[]} */
function chunkRows(client, address, time) {
  const file = join(client, address);
  const chunk = address.replace(/^.*\//, '');
  const wire = readFileSync(existsSync(`${file}.br`) ? `${file}.br` : file).length;
  const code = readFileSync(file, 'utf8');
  if (!existsSync(`${file}.map`)) return [{ chunk, time, module: '(glue)', bytes: wire }];
  const lengths = lengthsByModule(code, new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8'))));
  return [...lengths].map(([module, length]) => ({
    chunk,
    time,
    module,
    bytes: (wire * length) / code.length,
  }));
}

/** @param {string} code @param {SourceMap} map @returns {Map<string, number>} characters of the code by source. */
function lengthsByModule(code, map) {
  /** @type {Map<string, number>} */
  const lengths = new Map();
  code.split('\n').forEach((line, lineNumber) => {
    for (let column = 0; column <= line.length; column += 1) {
      const entry = map.findEntry(lineNumber, column);
      const source = 'originalSource' in entry ? moduleName(entry.originalSource ?? '') : '(glue)';
      lengths.set(source, (lengths.get(source) ?? 0) + 1);
    }
  });
  return lengths;
}

/** Package files become the package's name, ours their path below src. @param {string} source */
function moduleName(source) {
  if (!source) return '(glue)';
  const inPackage = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source);
  if (inPackage) return inPackage[1] ?? source;
  return source.replace(/^.*?(?=src\/)/, '').replace(/\?.*/, '');
}

/** The same module in several chunks is one row. @param {Row[]} rows */
export function byModule(rows) {
  const groups = Map.groupBy(rows, (row) => row.module);
  return [...groups]
    .map(([module, own]) => ({ module, bytes: own.reduce((sum, row) => sum + row.bytes, 0) }))
    .toSorted((a, b) => b.bytes - a.bytes);
}

/** @param {Row[]} rows */
export function byChunk(rows) {
  const groups = Map.groupBy(rows, (row) => row.chunk);
  return [...groups]
    .map(([chunk, own]) => ({
      chunk,
      time: own[0]?.time ?? '',
      bytes: own.reduce((sum, row) => sum + row.bytes, 0),
      modules: own.length,
    }))
    .toSorted((a, b) => b.bytes - a.bytes);
}
