// Weighs finished pages against scripts/budgets.mjs.
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { importReader, islandScripts, reach } from './chunks.mjs';
import { readElements } from './html.mjs';

/**
 * What the HTML itself makes a browser fetch before scrolling, besides the page: addresses, each once.
 * Lazy images and everything an island loads later are not in it.
 * @param {string} html
 * @returns {{ scripts: string[], others: string[] }}
 */
export function firstViewAddresses(html) {
  /** @type {Set<string>} */
  const scripts = new Set();
  /** @type {Set<string>} */
  const others = new Set();
  for (const { name, attributes } of readElements(html)) {
    const src = attributes.get('src') ?? '';
    const href = attributes.get('href') ?? '';
    const rel = (attributes.get('rel') ?? '').toLowerCase().split(/\s+/);
    const preloadsScript = rel.includes('preload') && attributes.get('as') === 'script';
    if (name === 'script' && src) scripts.add(src);
    if (name === 'link' && (rel.includes('modulepreload') || preloadsScript)) scripts.add(href);
    if (name === 'link' && !preloadsScript && rel.some((one) => FETCHED.has(one))) others.add(href);
    if (name === 'img' && src && attributes.get('loading') !== 'lazy') others.add(src);
    if ((name === 'image' || name === 'use') && href && !href.startsWith('#'))
      others.add(href.replace(/#.*/, ''));
  }
  const remote = (/** @type {Set<string>} */ set) =>
    [...set].filter((one) => one && !one.startsWith('data:'));
  return { scripts: remote(scripts), others: remote(others) };
}

const FETCHED = new Set(['stylesheet', 'preload', 'icon', 'manifest', 'apple-touch-icon']);

/** Scripts of the HTML with everything they import at once. @param {string} client @param {string} html */
function firstScripts(client, html) {
  const named = firstViewAddresses(html).scripts.map((one) => decodeURI(one.replace(/[?#].*/, '')));
  const imports = importReader(client);
  return reach(named, (address) => imports(address).now);
}

/** @param {string} client @param {readonly string[]} addresses */
const sum = (client, addresses) =>
  addresses.reduce((total, address) => total + wireBytes(client, address), 0);

/**
 * What a visit costs before scrolling.
 * @param {string} client dist/client, compressed already.
 * @param {string} file   a page in it, e.g. `learn/x/index.html`.
 * @param {string} html
 * @returns {import('../budgets.mjs').FirstWeight}
 */
export function weigh(client, file, html) {
  const scripts = firstScripts(client, html);
  return {
    htmlBytes: wireBytes(client, file),
    externalJsBytes: sum(client, scripts),
    firstViewRequests: 1 + scripts.length + firstViewAddresses(html).others.length,
  };
}

/** Comes only where somebody has turned syncing on, on whatever page; weighed for itself (FILE_BUDGETS). */
const BY_CHOICE = /\/(own-sync|await-picture)\.[^/]*\.js$/;

/** As `importReader`, without what comes by choice. @param {string} client */
function usualImports(client) {
  const imports = importReader(client);
  return (/** @type {string} */ address) => {
    const { now, later } = imports(address);
    return { now, later: later.filter((one) => !BY_CHOICE.test(one)) };
  };
}

/**
 * The scripts of a page, each once, by when they come.
 * @param {string} client
 * @param {string} html
 */
export function scriptsByTime(client, html) {
  const imports = usualImports(client);
  const first = firstScripts(client, html);
  const eager = reach([...first, ...islandScripts(html)], (address) => imports(address).now);
  const islands = eager.filter((address) => !first.includes(address));
  const all = reach(eager, (address) => [...imports(address).now, ...imports(address).later]);
  /** By what an island imports when it needs it: the scripts that come with it. @type {Map<string, string[]>} */
  const views = new Map();
  for (const target of islands.flatMap((address) => imports(address).later)) {
    const brought = reach([target], (address) => imports(address).now);
    views.set(
      target,
      brought.filter((address) => !eager.includes(address)),
    );
  }
  return { first, islands, later: all.filter((address) => !eager.includes(address)), views };
}

/**
 * What a page costs once everything on it was used.
 * @param {string} client dist/client, compressed already.
 * @param {string} html
 * @returns {import('../budgets.mjs').UsedWeight}
 */
export function weighUsed(client, html) {
  const { first, islands, later, views } = scriptsByTime(client, html);
  const imports = importReader(client);
  const ofItems = reach(islandScripts(html, 'Check'), (address) => imports(address).now).flatMap(
    (address) => imports(address).later,
  );
  const itemViews = ofItems.map((target) => views.get(target) ?? []);
  return {
    checkJsBytes: sum(client, checkScripts(client, html)),
    usedJsBytes: sum(client, [...first, ...islands, ...later]),
    largestViewBytes: Math.max(0, ...itemViews.map((view) => sum(client, view))),
  };
}

/**
 * What a learner loads who comes for the check alone: the page's own scripts with what they fetch, the check's island
 * with its renderer, and the board of one sorting item.
 * @param {string} client @param {string} html
 */
function checkScripts(client, html) {
  const imports = importReader(client);
  const now = (/** @type {string} */ address) => imports(address).now;
  const page = firstScripts(client, html);
  const own = page.flatMap((address) => imports(address).later);
  const island = reach(islandScripts(html, 'Check'), now);
  const sorting = island.flatMap((address) => imports(address).later).filter((one) => /Categorise/.test(one));
  return reach([...page, ...own, ...island, ...sorting], now);
}

/**
 * The scripts of a page as lines for the screen, the largest first.
 * @param {string} client @param {string} html
 */
export function scriptTable(client, html) {
  const { first, islands, later } = scriptsByTime(client, html);
  const rows = Object.entries({ first, islands, later }).flatMap(([time, addresses]) =>
    addresses.map((address) => ({ time, address, bytes: wireBytes(client, address) })),
  );
  const line = (/** @type {number} */ bytes, /** @type {string} */ text) =>
    `${bytes.toLocaleString('en').padStart(8)}  ${text}`;
  const total = rows.reduce((all, { bytes }) => all + bytes, 0);
  return [
    ...rows
      .toSorted((a, b) => b.bytes - a.bytes)
      .map(({ time, address, bytes }) => line(bytes, `${time.padEnd(8)} ${address.replace('/_astro/', '')}`)),
    line(total, 'all'),
  ];
}

/** @param {string} client @param {string} file */
function wireBytes(client, file) {
  const plain = join(client, file);
  const packed = `${plain}.br`;
  if (existsSync(packed)) return statSync(packed).size;
  if (existsSync(plain)) return statSync(plain).size;
  throw new Error(`A page needs ${file}, which the build did not write`);
}

/**
 * @param {string} address
 * @param {Partial<import('../budgets.mjs').Weight>} weight what was not weighed is not judged.
 * @param {readonly import('../budgets.mjs').Budget[]} budgets
 * @returns {string[]} one sentence for each limit passed.
 */
export function overBudget(address, weight, budgets) {
  return budgets
    .filter(({ pages }) => pages.test(address))
    .flatMap(({ kind, limits }) =>
      limits
        .filter(({ what, atMost }) => (weight[what] ?? 0) > atMost)
        .map(({ what, atMost, why }) => `${address} (${kind}): ${what} ${weight[what]} > ${atMost}. ${why}`),
    );
}
