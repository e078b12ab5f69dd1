// What odd bodies cost the built server: memory, and how long answers take beside as many good requests.
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomFrom } from '../../src/core/model/random.ts';
import { bodyFrom, isOfPictures, pictureFrom, SAID } from '../../tests/server/odd-bodies.ts';
import { startBuilt } from './built-server.mjs';

/** Phones that ask at once. */
const CALLERS = 8;
/** A small heap: what is only waiting to be collected does not look like growth, and what is held ends the process. */
const HEAP = '--max-old-space-size=64';
/** MB that later rounds may add to what the first left; the heap breathes by some. */
const MOST_GROWTH_MB = 40;
/** Where one session can go on sending whatever it likes; the limits of guessing answer some with 429. */
const ROUTES = [
  ...['POST /api/facts', 'POST /api/facts', 'POST /api/facts', 'PUT /api/blobs/:blobId'],
  ...['POST /api/learner', 'POST /api/account', 'POST /api/enrolments', 'POST /api/mistakes'],
  ...['POST /api/transfer-code/redeem', 'POST /api/merge', 'POST /api/cohorts'],
];

/** @param {number} count bodies in each round. @returns {Promise<number>} how many failed. */
export async function sendOddBodies(count) {
  const seed = process.env.SEED ?? String(Date.now());
  console.log(
    `\n${count.toLocaleString('en')} odd bodies beside as many good requests, three times, SEED=${seed}`,
  );
  const dataDir = mkdtempSync(join(tmpdir(), 'sanxiu-odd-'));
  const { child, port } = await startBuilt({
    ...process.env,
    DATA_DIR: dataDir,
    DATABASE_URL: '',
    NODE_OPTIONS: HEAP,
  });
  const agent = new Agent({ keepAlive: true, maxSockets: CALLERS });
  try {
    return await compare({ port, agent, pid: child.pid ?? 0, count, random: randomFrom(seed) });
  } finally {
    agent.destroy();
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    await gone;
    rmSync(dataDir, { recursive: true });
  }
}

/** @typedef {{ method: string, path: string, type: string, body: string | Buffer }} Sent */

/** @param {{ port: number, agent: Agent, pid: number, count: number, random: () => number }} plan */
async function compare({ port, agent, pid, count, random }) {
  const joined = await send({ port, agent }, good('/api/learner', { nickname: '小红' }));
  const to = { port, agent, cookie: joined.cookie };
  let made = 0;
  const goodOne = () => good('/api/facts', { facts: [opened(`g${made++}`)] });
  const oddOne = () => odd(random);
  await round(to, count / 10, goodOne); // warm
  const megabytes = [memoryOf(pid)];
  let failed = 0;
  for (const name of ['first', 'second', 'third']) {
    const fine = await round(to, count, goodOne);
    const strange = await round(to, count, oddOne);
    megabytes.push(memoryOf(pid));
    failed += fine.faults + strange.faults;
    console.log(
      `  ${name} round: p99 of odd ones ${strange.p99.toFixed(1)} ms, of good ones ${fine.p99.toFixed(1)} ms (ratio ${(strange.p99 / fine.p99).toFixed(2)}); ${strange.faults} answered 5xx; memory ${megabytes.at(-1)} MB`,
    );
  }
  const [, first = 0] = megabytes;
  const isFlat = (megabytes.at(-1) ?? 0) - first <= MOST_GROWTH_MB;
  console.log(
    `  ${isFlat && failed === 0 ? 'pass' : 'FAIL'}  memory ${megabytes.join(' → ')} MB, ${failed} faults`,
  );
  return (isFlat ? 0 : 1) + (failed === 0 ? 0 : 1);
}

/** @param {{ port: number, agent: Agent, cookie: string }} to @param {number} count @param {() => Sent} next */
async function round(to, count, next) {
  /** @type {number[]} */
  const times = [];
  let faults = 0;
  let left = count;
  const caller = async () => {
    while (left-- > 0) {
      const begun = performance.now();
      const { status } = await send(to, next());
      times.push(performance.now() - begun);
      if (status >= 500) faults += 1;
    }
  };
  await Promise.all(Array.from({ length: CALLERS }, caller));
  times.sort((a, b) => a - b);
  return { p99: times[Math.floor(times.length * 0.99)] ?? 0, faults };
}

/** @param {string} path @param {object} value @returns {Sent} */
const good = (path, value) => ({
  ...{ method: 'POST', path, type: 'application/json' },
  body: JSON.stringify(value),
});

/** @param {() => number} random @returns {Sent} */
function odd(random) {
  const name = ROUTES[Math.floor(random() * ROUTES.length)] ?? '';
  const [method = '', path = ''] = name.split(' ');
  const isPicture = isOfPictures(name);
  return {
    method,
    path: path.replace(':blobId', '0190f3c2-7a1b-7c3d-8e4f-123456789abc'),
    type: (isPicture && SAID[Math.floor(random() * SAID.length)]) || 'application/json',
    body: isPicture ? pictureFrom(random) : bodyFrom(random),
  };
}

/** @param {string} id */
const opened = (id) => ({
  ...{ v: 1, id, at: 1_795_000_000_000, deviceId: 'd', language: 'zh', type: 'lesson.opened' },
  ...{ lessonId: 'm2-fab-pitch', lessonRevision: 'r1' },
});

/**
 * @param {{ port: number, agent: Agent, cookie?: string }} to @param {Sent} sent
 * @returns {Promise<{ status: number, cookie: string }>}
 */
function send({ port, agent, cookie = '' }, { method, path, type, body }) {
  return new Promise((resolve, reject) => {
    const headers = { 'sec-fetch-site': 'same-origin', 'content-type': type, ...(cookie && { cookie }) };
    const asking = request({ port, agent, method, path, headers }, (reply) => {
      const set = reply.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
      reply.resume().once('end', () => resolve({ status: reply.statusCode ?? 0, cookie: set }));
    });
    asking.once('error', reject);
    asking.end(body);
  });
}

/** @param {number} pid @returns MB that the process holds in memory; 0 where `ps` cannot say. */
const memoryOf = (pid) =>
  Math.round(Number(spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }).stdout) / 1024);
