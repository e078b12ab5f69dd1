// `npm run bench:server`: what a save costs, on SQLite and on a PostgreSQL of its own, from the disk up. Prints the budgets of
// the save path as ratios within this run; asserts nothing: what else the machine does shows in every figure.
//
// How it is compared. What a budget lays beside each other takes turns in short rounds, and the ratio is the median of the
// rounds' own ratios, so that a busy neighbour meets both sides. The empty endpoint (server/steps.ts) is the same request to
// its last byte: POST, the same head and cookie, the same body read to its end, through the same listener (host, origin, type,
// request id, security headers), an answer as long as a save's, from the same generator over as many connections. It differs
// only in what lies behind the route. The generator is a process of its own and needs about as much CPU as the empty
// endpoint: on two cores it has the second one, and PostgreSQL shares it. The last table says what a save's time is made of,
// in CPU time of the server, which a busy machine lengthens less than the wall's; lines add up from step to step.
// Options: --seconds 3 --rounds 3 --only sqlite,postgres
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  fdatasyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { root, run } from '../scripts/run.mjs';
import { freePort } from '../scripts/serve-built.mjs';
import { isFresh } from '../scripts/stamp.mjs';
import { startPostgres } from '../tests/contract/postgres.ts';
import { showBudgets, showFloor } from './server/show.mjs';
import { ms } from './table.mjs';

const CONNECTIONS = 64;
/** Routes of server/steps.ts, each doing more than the one before. */
const STEPS = /** @type {const} */ (['empty', 'cookie', 'parse', 'check']);
const { values: options } = parseArgs({
  options: {
    seconds: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '3' },
    only: { type: 'string', default: 'sqlite,postgres' },
  },
});
const forMs = Number(options.seconds) * 1000;
const rounds = Number(options.rounds);
if (!isFresh(root) && (await run('node', ['scripts/build.mjs']))) process.exit(1);
const results = join(root, 'bench/results');
mkdirSync(results, { recursive: true });
// In the clone, not in /tmp, which is memory on some machines.
const folder = mkdtempSync(join(results, 'server-'));
/** @type {Record<string, unknown>} */
const found = { date: new Date().toISOString(), node: process.version, cpus: cpus().length };
try {
  found.fdatasyncPerSecond = diskRate();
  console.log(
    `The disk syncs ${ms(Number(found.fdatasyncPerSecond))} times a second (4 KiB, fdatasync), ${cpus().length} cores.`,
  );
  found.product = await product();
  if (options.only.includes('sqlite')) found.sqlite = await engine('SQLite');
  if (options.only.includes('postgres')) {
    const postgres = await startPostgres();
    found.postgres = await engine('PostgreSQL', () => postgres.database());
    await postgres.stop();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const file = join(results, `server-${String(found.date).replace(/[:.]/g, '-')}.json`);
writeFileSync(file, `${JSON.stringify(found, null, 1)}\n`);
console.log(`\nAll figures: ${file.slice(root.length)}`);

/** @returns {number} */
function diskRate() {
  const handle = openSync(join(folder, 'sync'), 'w');
  const block = Buffer.alloc(4096, 1);
  const until = performance.now() + 2_000;
  let count = 0;
  while (performance.now() < until) {
    writeSync(handle, block, 0, block.length, count * block.length);
    fdatasyncSync(handle);
    count += 1;
  }
  closeSync(handle);
  return count / 2;
}

/** The built product: from start to first answer, memory at rest, and an on-demand route of Astro's that does nothing. */
async function product() {
  const port = await freePort();
  const begun = performance.now();
  const env = { ...process.env, PORT: String(port), DATA_DIR: join(folder, 'product'), DATABASE_URL: '' };
  const child = spawn('node', ['dist/main.mjs'], { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] });
  while (
    !(await fetch(`http://127.0.0.1:${port}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    ))
  )
    await pause(10);
  const startMs = performance.now() - begun;
  await pause(2_000);
  const status = process.platform === 'linux' ? readFileSync(`/proc/${child.pid}/status`, 'utf8') : '';
  const idleMB = Number(/VmRSS:\s*(\d+)/.exec(status)?.[1]) / 1000;
  const astro = await send(port, '/healthz', Array(CONNECTIONS).fill(''), 0);
  child.kill('SIGTERM');
  await once(child, 'exit');
  console.log(
    `\nThe product: answers ${ms(startMs)} ms after its start (budget 3,000), rests at ${ms(idleMB)} MB (budget 200).`,
  );
  console.log(`An empty route through Astro, ${CONNECTIONS} connections: ${ms(astro.perSecond)} requests/s.`);
  return { startMs, idleMB, astro };
}

/** @param {string} name @param {() => Promise<string>} [database] */
async function engine(name, database) {
  const env = async (/** @type {string} */ part) => ({
    ...process.env,
    DATA_DIR: mkdtempSync(join(folder, `${part}-`)),
    DATABASE_URL: database ? await database() : '',
  });
  const inProcess = await linesOf('bench/server/in-process.ts', {
    ...(await env('in')),
    FOR_MS: String(forMs / 2),
    ROUNDS: String(rounds * 2),
    CALLERS: String(CONNECTIONS),
  }).then(async ({ first, gone }) => {
    const turns = JSON.parse(await first);
    await gone;
    return turns;
  });
  const { child, first, gone } = await linesOf('bench/server/process.ts', {
    ...(await env('http')),
    LEARNERS: String(CONNECTIONS),
  });
  const { port, cookies } = JSON.parse(await first);
  /** @type {import('./server/show.mjs').Turns} */
  const many = { empty: [], cookie: [], parse: [], check: [], save: [] };
  /** @type {{ raw: Figures[], save: Figures[] }} */
  const one = { raw: [], save: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const step of STEPS) many[step].push(await send(port, `/api/${step}`, cookies, 1));
    many.save.push(await send(port, '/api/facts', cookies, 1));
    one.raw.push(await send(port, '/api/raw', cookies.slice(0, 1), 1));
    one.save.push(await send(port, '/api/facts', cookies.slice(0, 1), 1));
  }
  const sync = await send(port, '/api/facts', cookies.slice(0, 1), 50);
  child.kill('SIGTERM');
  await gone;
  const all = { inProcess, many, one, sync };
  const disk = Number(found.fdatasyncPerSecond);
  const astro = /** @type {{ astro: Figures }} */ (found.product).astro.perSecond;
  showBudgets(name, { ...all, disk, astro });
  showFloor(name, all);
  return all;
}

/** @typedef {import('./server/load.mjs').LoadFigures} Figures */

/** @param {number} port @param {string} path @param {readonly string[]} cookies @param {number} factsPerRequest @returns {Promise<Figures>} */
async function send(port, path, cookies, factsPerRequest) {
  const child = spawn('node', ['bench/server/load.mjs'], { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(JSON.stringify({ port, path, cookies, factsPerRequest, warmUpMs: 1_000, forMs }));
  let text = '';
  for await (const chunk of child.stdout) text += chunk;
  return JSON.parse(text);
}

/** @param {string} script @param {NodeJS.ProcessEnv} env */
async function linesOf(script, env) {
  const child = spawn('node', [script], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
  process.once('exit', () => child.kill('SIGKILL'));
  const first = once(createInterface({ input: child.stdout }), 'line').then(([line]) => String(line));
  return { child, first, gone: once(child, 'exit') };
}
