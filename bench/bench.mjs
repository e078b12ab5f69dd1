// `npm run bench`: bytes and times of the lesson beside a plain Astro + React page of the same lesson, the scripts by
// chunk and module, Lighthouse's performance, and our server beside nginx. Prints; asserts nothing. Bytes are held by the
// build (scripts/budgets.mjs), times only read well as ratios of one run on one machine.
// Options: --runs 5 · --only pages,modules,lighthouse,http
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureChromium } from '../scripts/browser.mjs';
import { root, run } from '../scripts/run.mjs';
import { serveBuilt } from '../scripts/serve-built.mjs';
import { isFresh } from '../scripts/stamp.mjs';
import { isInstalled, load, serveByNginx } from './http-run.mjs';
import { lighthousePerformance } from './lighthouse-run.mjs';
import { buildWithMaps, byChunk, byModule, moduleRows } from './modules.mjs';
import { visit, visitCheck } from './page-run.mjs';
import { serveFolder } from './serve-folder.mjs';
import { kB, median, ms, ratio, table } from './table.mjs';

const LESSON = '/learn/m2-fab-pitch/';
const PARTS = ['pages', 'modules', 'lighthouse', 'http'];
const HTTP_ROUNDS = 3;
const results = join(root, 'bench/results');

/** @typedef {Exclude<keyof Awaited<ReturnType<typeof visit>> | 'usable' | 'judged', 'answered'>} Figure */
/** @type {[Figure, string, (value: number) => string][]} */
const FIGURES = [
  ['requests', 'requests, not scrolled', String],
  ['total', 'total', kB],
  ['html', 'html', kB],
  ['css', 'css', kB],
  ['js', 'js', kB],
  ['other', 'images and others', kB],
  ['jsUsed', 'js, read through and check used', kB],
  ['fcp', 'FCP', ms],
  ['lcp', 'LCP', ms],
  ['tbt', 'TBT', ms],
  ['cls', 'CLS', (value) => value.toFixed(3)],
  ['usable', 'check in view: a choice shows', ms],
  ['judged', 'check in view: feedback shows', ms],
];

const { values: options } = parseArgs({
  options: { runs: { type: 'string', default: '5' }, only: { type: 'string', default: PARTS.join() } },
});
const runs = Math.max(1, Number(options.runs) || 5);
const wanted = options.only.split(',');
const { path: chromium } = ensureChromium();

mkdirSync(results, { recursive: true });
if (!isFresh(root) && (await run('node', ['scripts/build.mjs']))) process.exit(1);
/** @type {Record<string, unknown>} */
const found = { date: new Date().toISOString(), node: process.version, runs };
const own = await serveBuilt();
try {
  if (wanted.includes('pages')) found.pages = await pages();
  if (wanted.includes('modules')) found.modules = await modules();
  if (wanted.includes('lighthouse')) found.lighthouse = await lighthouse();
  if (wanted.includes('http')) found.http = await http();
} finally {
  own.stop();
}
const file = join(results, `${String(found.date).replace(/[:.]/g, '-')}.json`);
writeFileSync(file, `${JSON.stringify(found, null, 1)}\n`);
console.log(`\nAll runs: ${file.slice(root.length)}`);

/** Cold visits, ours and the peer's in turn, so that what else the machine does hits both. */
async function pages() {
  if (await run('astro', ['build', '--root', 'bench/peer', '--silent'])) process.exit(1);
  const peer = await serveFolder(join(results, 'peer'));
  const sites = [
    { name: 'sanxiu', url: `${own.origin}${LESSON}`, reacted: '#check input:checked' },
    { name: 'peer', url: `${peer.origin}/`, reacted: '#check .option.chosen' },
  ];
  /** @type {Map<string, (import('./page-run.mjs').Visit & { usable: number, judged: number })[]>} */
  const visits = new Map(sites.map(({ name }) => [name, []]));
  for (let index = 1; index <= runs; index += 1)
    for (const { name, url, reacted } of sites) {
      process.stdout.write(`\rcold visits: ${index} of ${runs}, ${name}   `);
      const seen = await visit(chromium, url);
      visits.get(name)?.push({ ...seen, ...(await visitCheck(chromium, `${url}#check`, reacted)) });
    }
  peer.stop();
  console.log('\r');
  const [ours = [], theirs = []] = [...visits.values()];
  console.log(`Lesson, cold, throttled in the browser, median of ${runs}; kB on the wire with headers, ms.`);
  console.log('peer = the same text and five of its items as plain Astro + React + XState (bench/peer).\n');
  console.log(table([['', 'sanxiu', 'peer', 'ratio'], ...FIGURES.map((row) => line(row, ours, theirs))]));
  console.log(`\nAnswered for "js used": sanxiu ${ours[0]?.answered}; peer ${theirs[0]?.answered}.`);
  return Object.fromEntries(visits);
}

/** @param {(typeof FIGURES)[number]} figure @param {any[]} ours @param {any[]} theirs */
function line([key, name, write], ours, theirs) {
  const [a, b] = [median(ours.map((one) => one[key])), median(theirs.map((one) => one[key]))];
  return [name, write(a), write(b), ratio(a, b)];
}

/** What the lesson's scripts are made of. */
async function modules() {
  const client = await buildWithMaps(root, join(results, 'modules'));
  const rows = moduleRows(client, readFileSync(join(client, LESSON, 'index.html'), 'utf8'));
  const total = rows.reduce((sum, row) => sum + row.bytes, 0);
  const share = (/** @type {number} */ bytes) => `${((100 * bytes) / total).toFixed(1)} %`;
  console.log(`\nScripts of ${LESSON}, brotli. By chunk:\n`);
  const chunks = byChunk(rows).map((row) => [row.chunk, kB(row.bytes), String(row.modules), row.time]);
  console.log(table([['chunk', 'kB', 'modules', 'loaded'], ...chunks, ['all', kB(total), '', '']]));
  console.log('\nBy module (a chunk shared out by minified length):\n');
  const named = byModule(rows).map((row) => [row.module, (row.bytes / 1000).toFixed(2), share(row.bytes)]);
  console.log(table([['module', 'kB', 'share'], ...named]));
  return { chunks: byChunk(rows), modules: byModule(rows) };
}

/** Performance by Lighthouse's own mobile simulation; the other categories are asserted in tests/e2e. */
async function lighthouse() {
  const paths = ['/', LESSON, '/me/'].flatMap((path) => [path, `/en${path}`]);
  /** @type {Record<string, number>} */
  const scores = {};
  for (const path of paths) scores[path] = await lighthousePerformance(chromium, `${own.origin}${path}`);
  console.log('\nLighthouse performance, one run each:\n');
  console.log(
    table([['page', 'score'], ...Object.entries(scores).map(([path, score]) => [path, String(score)])]),
  );
  return scores;
}

/** Our server and nginx in turn. */
async function http() {
  console.log('\nThe lesson over HTTP, 32 connections, gzip:');
  if (!isInstalled('nginx'))
    return console.log('nginx is not installed here, so there is nothing to compare with.');
  const nginx = await serveByNginx(join(root, 'dist/client'));
  /** @type {{ ours: number[], nginx: number[] }} */
  const rates = { ours: [], nginx: [] };
  for (let round = 0; round < HTTP_ROUNDS; round += 1) {
    rates.ours.push(await load(`${own.origin.replace('localhost', '127.0.0.1')}${LESSON}`));
    rates.nginx.push(await load(`${nginx.origin}${LESSON}`));
  }
  nginx.stop();
  const [a, b] = [median(rates.ours), median(rates.nginx)];
  console.log(
    `\n${table([
      ['', 'requests/s', 'of nginx'],
      ['sanxiu', ms(a), ratio(a, b)],
      ['nginx', ms(b), '1'],
    ])}`,
  );
  return rates;
}
