// Weighs finished pages against scripts/budgets.mjs.
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
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

/**
 * @param {string} client dist/client, compressed already.
 * @param {string} file   a page in it, e.g. `learn/x/index.html`.
 * @param {string} html
 * @returns {import('../budgets.mjs').Weight}
 */
export function weigh(client, file, html) {
  const { scripts, others } = firstViewAddresses(html);
  const sizes = scripts.map((address) => wireBytes(client, decodeURI(address.replace(/[?#].*/, ''))));
  return {
    htmlBytes: wireBytes(client, file),
    externalJsBytes: sizes.reduce((sum, size) => sum + size, 0),
    firstViewRequests: 1 + scripts.length + others.length,
  };
}

/** @param {string} client @param {string} file */
function wireBytes(client, file) {
  const plain = join(client, file);
  const packed = `${plain}.br`;
  if (existsSync(packed)) return statSync(packed).size;
  if (existsSync(plain)) return statSync(plain).size;
  throw new Error(`A page names ${file}, which the build did not write`);
}

/**
 * @param {string} address
 * @param {import('../budgets.mjs').Weight} weight
 * @param {readonly import('../budgets.mjs').Budget[]} budgets
 * @returns {string[]} one sentence for each limit passed.
 */
export function overBudget(address, weight, budgets) {
  return budgets
    .filter(({ pages }) => pages.test(address))
    .flatMap(({ kind, limits }) =>
      limits
        .filter(({ what, atMost }) => weight[what] > atMost)
        .map(({ what, atMost, why }) => `${address} (${kind}): ${what} ${weight[what]} > ${atMost}. ${why}`),
    );
}
