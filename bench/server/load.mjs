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

/**
 * @typedef {object} LoadFigures
 * @property {number} perSecond
 * @property {number} p50Ms
 * @property {number} p99Ms
 * @property {number} maxMs
 * @property {number} requests
 * @property {number} serverUs CPU time of the server for one request.
 * @property {number} databaseUs the same of PostgreSQL; 0 where SQLite is part of the server.
 * @property {number} loadUs the same of this generator.
 */

// Put together by hand: the generator's own work must not take the core that the server needs.
const BEFORE = '","v":1,"at":';
const AFTER =
  ',"deviceId":"0193a4d2-1111-7000-8000-000000000001","language":"zh","type":"item.responded",' +
  '"attemptId":"0193a4d2-2222-7000-8000-000000000002","context":"lesson","lessonId":"m2-fab-pitch",' +
  '"itemId":"m2-fab-pitch-i07","itemRevision":"a878c1d2e3f4","objective":"m2-fab-pitch-o2","round":"first","ordinal":3,' +
  '"response":{"optionIds":["a","c","d"]},"score":{"earned":1,"possible":2},"confidence":"fairly","elapsedMs":18230}';

/** A fact as the check makes them, of usual size, ASCII only. @param {string} id @param {number} at */
export const factText = (id, at) => `{"id":"${id}${BEFORE}${at}${AFTER}`;

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
  const done = { count: 0 };
  const cpu = cpuBetween(plan, countFrom, until, done);
  await Promise.all(
    plan.cookies.map((cookie, index) => send(plan, cookie, index, countFrom, until, took, done)),
  );
  const spent = await cpu;
  took.sort((a, b) => a - b);
  const at = (/** @type {number} */ share) =>
    took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? Number.NaN;
  return {
    perSecond: took.length / (plan.forMs / 1000),
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    maxMs: at(1),
    requests: took.length,
    serverUs: spent.server,
    databaseUs: spent.database,
    loadUs: spent.own,
  };
}

/**
 * CPU time for one request between two moments, µs: what else the machine does lengthens it far less than the wall's time. 0
 * from a server that does not tell (the product). On a busy machine the moments come late, so requests are counted by them.
 * @param {LoadPlan} plan @param {number} from @param {number} until @param {{ count: number }} done
 */
async function cpuBetween({ port }, from, until, done) {
  const read = async (/** @type {number} */ at) => {
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, at - performance.now())));
    const told = await fetch(`http://127.0.0.1:${port}/api/cpu`);
    const { user, system } = process.cpuUsage();
    const { count } = done;
    return { ...(told.ok ? await told.json() : { server: 0, database: 0 }), own: user + system, count };
  };
  const before = await read(from);
  const after = await read(until);
  const each = (/** @type {'server' | 'database' | 'own'} */ of) =>
    (after[of] - before[of]) / (after.count - before.count);
  return { server: each('server'), database: each('database'), own: each('own') };
}

/**
 * @param {LoadPlan} plan @param {string} cookie @param {number} index @param {number} countFrom @param {number} until
 * @param {number[]} took @param {{ count: number }} done
 * @returns {Promise<void>}
 */
function send(plan, cookie, index, countFrom, until, took, done) {
  const at = Date.now();
  const nextId = attemptIds(index);
  const host = `HTTP/1.1\r\nHost: 127.0.0.1:${plan.port}\r\n`;
  const get = `GET ${plan.path} ${host}\r\n`;
  const head = `POST ${plan.path} ${host}Sec-Fetch-Site: same-origin\r\nContent-Type: application/json\r\nCookie: ${cookie}\r\nContent-Length: `;
  const next = () => {
    if (plan.factsPerRequest === 0) return get;
    let facts = factText(nextId(), at);
    for (let more = 1; more < plan.factsPerRequest; more += 1) facts += `,${factText(nextId(), at)}`;
    return `${head}${facts.length + 12}\r\n\r\n{"facts":[${facts}]}`;
  };
  return new Promise((resolve, reject) => {
    const socket = connect(plan.port, '127.0.0.1');
    socket.setNoDelay(true);
    let sentAt = 0;
    let held = '';
    const write = () => {
      const request = next();
      sentAt = performance.now();
      socket.write(request, 'latin1');
    };
    socket.on('connect', write);
    socket.on('error', reject);
    socket.on('close', () => resolve());
    socket.on('data', (chunk) => {
      held += chunk.latin1Slice(0, chunk.length);
      const head = held.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = held.indexOf('content-length: ');
      const end =
        length < 0 ? Number.NaN : head + 4 + Number.parseInt(held.slice(length + 16, length + 24), 10);
      // Astro sends in chunks.
      if (length < 0 ? !held.endsWith('0\r\n\r\n') : held.length < end) return;
      const now = performance.now();
      if (!held.startsWith('HTTP/1.1 200') || held.includes('"refused":[{'))
        return reject(
          new Error(`unexpected answer: ${held.slice(0, 200)} … ${held.slice(head, head + 300)}`),
        );
      held = '';
      done.count += 1;
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
