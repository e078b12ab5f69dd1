// Sends requests over raw sockets, each connection one at a time, as fast as the answers come. A process of its own, so
// that it does not share the server's thread. Standard input: a LoadPlan as JSON; standard output: what came of it.
import { connect } from 'node:net';
import { pathToFileURL } from 'node:url';
import { uuidv7 } from '../../src/client/record/ids.ts';

/**
 * @typedef {object} LoadPlan
 * @property {number} port
 * @property {string} path
 * @property {readonly string[]} cookies one connection for each.
 * @property {number} factsPerRequest 0 = a GET without a body.
 * @property {number} warmUpMs not counted.
 * @property {number} forMs
 */

/** @typedef {{ perSecond: number, p50Ms: number, p99Ms: number, maxMs: number, requests: number }} LoadFigures */

/** A fact as the check makes them, of usual size. @param {string} id @param {number} at */
export function factText(id, at) {
  return JSON.stringify({
    id,
    v: 1,
    at,
    deviceId: '0193a4d2-1111-7000-8000-000000000001',
    language: 'zh',
    type: 'item.responded',
    attemptId: '0193a4d2-2222-7000-8000-000000000002',
    context: 'lesson',
    lessonId: 'm2-fab-pitch',
    itemId: 'm2-fab-pitch-i07',
    itemRevision: 'a878c1d2e3f4',
    objective: 'm2-fab-pitch-o2',
    round: 'first',
    ordinal: 3,
    response: { optionIds: ['a', 'c', 'd'] },
    score: { earned: 1, possible: 2 },
    confidence: 'fairly',
    elapsedMs: 18_230,
  });
}

/**
 * Ids as the check makes them: facts of an attempt share the attempt's, and every ten to sixteen facts another one begins.
 * @param {number} index of the device. @returns {() => string}
 */
export function attemptIds(index) {
  let count = 0;
  let attempt = '';
  return () => {
    if (count % (10 + (index % 7)) === 0) attempt = uuidv7(Date.now());
    count += 1;
    return `${attempt}/${count}`;
  };
}

/** @param {LoadPlan} plan @returns {Promise<LoadFigures>} */
export async function load(plan) {
  const begun = performance.now();
  const countFrom = begun + plan.warmUpMs;
  const until = countFrom + plan.forMs;
  /** @type {number[]} */
  const took = [];
  await Promise.all(plan.cookies.map((cookie, index) => send(plan, cookie, index, countFrom, until, took)));
  took.sort((a, b) => a - b);
  const at = (/** @type {number} */ share) =>
    took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? Number.NaN;
  return {
    perSecond: took.length / (plan.forMs / 1000),
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    maxMs: at(1),
    requests: took.length,
  };
}

/**
 * @param {LoadPlan} plan @param {string} cookie @param {number} index @param {number} countFrom @param {number} until
 * @param {number[]} took
 * @returns {Promise<void>}
 */
function send(plan, cookie, index, countFrom, until, took) {
  const at = Date.now();
  const nextId = attemptIds(index);
  const next = () => {
    if (plan.factsPerRequest === 0)
      return `GET ${plan.path} HTTP/1.1\r\nHost: 127.0.0.1:${plan.port}\r\n\r\n`;
    const facts = Array.from({ length: plan.factsPerRequest }, () => factText(nextId(), at));
    const body = `{"facts":[${facts.join(',')}]}`;
    return `POST ${plan.path} HTTP/1.1\r\nHost: 127.0.0.1:${plan.port}\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/json\r\nCookie: ${cookie}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
  };
  return new Promise((resolve, reject) => {
    const socket = connect(plan.port, '127.0.0.1');
    socket.setNoDelay(true);
    let sentAt = 0;
    let held = '';
    const write = () => {
      const request = next();
      sentAt = performance.now();
      socket.write(request);
    };
    socket.on('connect', write);
    socket.on('error', reject);
    socket.on('close', () => resolve());
    socket.on('data', (chunk) => {
      held += chunk.latin1Slice(0, chunk.length);
      const head = held.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = /content-length: (\d+)/i.exec(held)?.[1];
      // Astro sends in chunks.
      if (length ? held.length < head + 4 + Number(length) : !held.endsWith('0\r\n\r\n')) return;
      const now = performance.now();
      if (!held.startsWith('HTTP/1.1 200') || held.includes('"refused":[{'))
        return reject(
          new Error(`unexpected answer: ${held.slice(0, 200)} … ${held.slice(head, head + 300)}`),
        );
      held = '';
      if (sentAt >= countFrom && now < until) took.push(now - sentAt);
      if (now >= until) socket.end();
      else write();
    });
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  let input = '';
  for await (const chunk of process.stdin) input += chunk;
  process.stdout.write(`${JSON.stringify(await load(JSON.parse(input)))}\n`);
}
