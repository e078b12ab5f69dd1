// kill -9 at random moments while four devices save: what was acknowledged must be there after the next start, once.
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { note } from './device.mjs';
import { lostPictures, noPictures, sendPicture } from './kill-pictures.mjs';

const DEVICES = 4;
const LARGEST_BATCH = 20;

/** @typedef {ReturnType<typeof client>} Call */

/**
 * @typedef {object} Device
 * @property {string} cookie
 * @property {Set<string>} sent ids of facts.
 * @property {Set<string>} acknowledged
 * @property {import('./kill-pictures.mjs').SentPictures} pictures
 */

/**
 * @typedef {object} KillPlan
 * @property {() => Promise<{ child: import('node:child_process').ChildProcess, port: number }>} start resolves once it answers.
 * @property {() => Promise<void>} [crashDatabase] done in every second round too.
 * @property {number} rounds
 * @property {() => number} random in [0, 1); from a seed that is printed.
 */

/**
 * @param {KillPlan} plan
 * @returns {Promise<{ acknowledged: number, pictures: number, lost: string[], twice: string[], strange: string[], slowestStartMs: number }>}
 *   `strange`: there, but never sent by this device.
 */
export async function killRounds({ start, crashDatabase, rounds, random }) {
  /** @type {Device[]} */
  const devices = [];
  const found = {
    acknowledged: 0,
    pictures: 0,
    lost: /** @type {string[]} */ ([]),
    twice: /** @type {string[]} */ ([]),
    strange: /** @type {string[]} */ ([]),
    slowestStartMs: 0,
  };
  for (let round = 0; round <= rounds; round += 1) {
    const begun = performance.now();
    const { child, port } = await start();
    found.slowestStartMs = Math.max(found.slowestStartMs, performance.now() - begun);
    const call = client(port);
    while (devices.length < DEVICES)
      devices.push({
        cookie: await join(call),
        sent: new Set(),
        acknowledged: new Set(),
        pictures: noPictures(),
      });
    for (const device of devices) {
      await compare(call, device, found);
      found.lost.push(...(await lostPictures(call, device.cookie, device.pictures, round === rounds)));
    }
    const gone = once(child, 'exit');
    if (round < rounds) {
      const writers = devices.map((device, index) => write(call, device, `${round}-${index}`, random));
      await pause(60 + random() * 500);
      if (crashDatabase && round % 2) await crashDatabase();
      child.kill('SIGKILL');
      await Promise.all(writers);
    } else child.kill('SIGTERM');
    await gone;
    call.end();
  }
  for (const { acknowledged, pictures } of devices) {
    found.acknowledged += acknowledged.size;
    found.pictures += pictures.acknowledged.size;
  }
  return found;
}

/** Save until the server is gone. @param {Call} call @param {Device} device @param {string} name @param {() => number} random */
async function write(call, { cookie, sent, acknowledged, pictures }, name, random) {
  for (let batch = 0; ; batch += 1) {
    const size = 1 + Math.floor(random() * LARGEST_BATCH);
    const ids = Array.from({ length: size }, (_, index) => `${name}-${batch}/${index}`);
    for (const id of ids) sent.add(id);
    const reply = await call('POST', '/api/facts', cookie, { facts: ids.map(fact) }).catch(() => undefined);
    if (!reply) return;
    if (reply.status === 503)
      await pause(20); // the database is down; the server goes on
    else if (reply.status !== 200 || JSON.parse(reply.text).refused.length)
      throw new Error(`unexpected answer ${reply.status}: ${reply.text}`);
    else for (const id of ids) acknowledged.add(id);
    if (random() < 0.2 && !(await sendPicture(call, cookie, pictures, random))) return;
  }
}

/** @param {string} id */
const fact = (id) => note(id, `${id} ${'先听后说，'.repeat(20)}`);

/** @param {Call} call @param {Device} device @param {{ lost: string[], twice: string[], strange: string[] }} found */
async function compare(call, { cookie, sent, acknowledged }, found) {
  /** @type {Set<string>} */
  const there = new Set();
  for (let since = 0, more = true; more; ) {
    const reply = await call('GET', `/api/facts?since=${since}`, cookie);
    if (reply.status !== 200) throw new Error(`reading back: ${reply.status} ${reply.text}`);
    const page = JSON.parse(reply.text);
    for (const { id } of page.facts) {
      if (there.has(id)) found.twice.push(id);
      if (!sent.has(id)) found.strange.push(id);
      there.add(id);
    }
    since = page.seq;
    more = page.more;
  }
  for (const id of acknowledged) if (!there.has(id)) found.lost.push(id);
}

/** @param {Call} call */
async function join(call) {
  const reply = await call('POST', '/api/learner', '', { nickname: '小红' });
  const cookie = String(reply.headers['set-cookie']).split(';')[0];
  if (reply.status !== 201 || !cookie) throw new Error(`no learner: ${reply.status} ${reply.text}`);
  return cookie;
}

/** @param {number} port */
function client(port) {
  const agent = new Agent({ keepAlive: true });
  /**
   * @param {string} method @param {string} path @param {string} cookie @param {unknown} [sent] a Buffer goes as a JPEG.
   * @returns {Promise<{ status: number, headers: import('node:http').IncomingHttpHeaders, text: string, bytes: Buffer }>}
   */
  const call = (method, path, cookie, sent) =>
    new Promise((resolve, reject) => {
      const isPicture = Buffer.isBuffer(sent);
      const body = isPicture ? sent : Buffer.from(sent === undefined ? '' : JSON.stringify(sent));
      const headers = {
        host: `localhost:${port}`,
        'sec-fetch-site': 'same-origin',
        ...(cookie && { cookie }),
        ...(body.length > 0 && {
          'content-type': isPicture ? 'image/jpeg' : 'application/json',
          'content-length': body.length,
        }),
      };
      const req = request({ host: '127.0.0.1', port, path, method, headers, agent }, (res) => {
        /** @type {Buffer[]} */
        const chunks = [];
        res.on('data', (chunk) => chunks.push(chunk));
        res.on('error', reject);
        res.on('close', () => {
          const bytes = Buffer.concat(chunks);
          const { statusCode: status = 0, headers } = res;
          if (res.complete) resolve({ status, headers, text: bytes.toString(), bytes });
          else reject(new Error('cut'));
        });
      });
      req.on('error', reject);
      req.end(body);
    });
  return Object.assign(call, { end: () => agent.destroy() });
}
