// Fault 2: PostgreSQL's own disk is full while four devices save through the built server.
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { accountToRunAs, startPostgres } from '../../tests/contract/postgres.ts';
import { startBuilt } from './built-server.mjs';
import { caller, idsOf, note } from './device.mjs';
import { mount, unmount } from './small-disk.mjs';

const DEVICES = 4;
const REFUSALS = 40;

/** @returns {Promise<number>} how many failed; 0 with a line about it where nothing can be mounted. */
export async function fillPostgres() {
  console.log('\nPostgreSQL’s own disk is full (tmpfs), four devices save');
  return (
    (await onSmallDisk('its tables', '16m', '256m', [200, 507], besideItsLog)) +
    (await onSmallDisk('all of it', '96m', '512m', [200, 503, 507], wholly))
  );
}

/**
 * @typedef {object} Small a database on a disk that fills up.
 * @property {string} databaseUrl
 * @property {import('../../tests/contract/postgres.ts').Postgres} postgres
 */

/** The tables alone on it: a statement fails, PostgreSQL goes on. @param {string} disk @returns {Promise<Small>} */
async function besideItsLog(disk) {
  const { uid, gid } = accountToRunAs();
  if (uid !== undefined) chownSync(disk, uid, gid ?? uid);
  const postgres = await startPostgres();
  const admin = await postgres.database();
  const client = new pg.Client({ connectionString: admin });
  await client.connect();
  await client.query(`create tablespace small location '${disk}'`);
  await client.query('create database small tablespace small');
  await client.end();
  return { postgres, databaseUrl: admin.replace(/\/t\d+\?/, '/small?') };
}

/** Its log too: PostgreSQL ends itself when that cannot grow. @param {string} disk @returns {Promise<Small>} */
async function wholly(disk) {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = disk;
  try {
    const postgres = await startPostgres();
    return { postgres, databaseUrl: await postgres.database() };
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

/** @param {string} name @param {string} size @param {string} larger @param {number[]} allowed answers. @param {(disk: string) => Promise<Small>} make */
async function onSmallDisk(name, size, larger, allowed, make) {
  const [disk, dataDir] = ['sx-pgd-', 'sx-pgs-'].map((prefix) => mkdtempSync(join(tmpdir(), prefix)));
  if (!disk || !dataDir || !mount(disk, size)) {
    console.log('  not tried: nothing can be mounted here (Linux, as root)');
    return 0;
  }
  spaceForAll(disk);
  const { postgres, databaseUrl } = await make(disk);
  const { child, port } = await startBuilt({ ...process.env, DATA_DIR: dataDir, DATABASE_URL: databaseUrl });
  try {
    const found = await fill(port, allowed, async () => {
      if (!mount(disk, larger, 'remount,')) throw new Error('no room could be made');
      // What a service manager does: it starts a PostgreSQL that has ended.
      if (!(await answers(databaseUrl))) await postgres.up();
    });
    const problem = found.problem ?? (child.exitCode === null ? undefined : 'the server ended');
    const { kept, statuses } = found;
    console.log(
      `  ${problem ? 'FAIL' : 'pass'}  ${name}: ${problem ?? 'nothing acknowledged lost, goes on without a restart'} (${kept} facts acknowledged; answers ${statuses})`,
    );
    return problem ? 1 : 0;
  } finally {
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    await gone;
    await postgres.stop().catch(() => {});
    unmount(disk);
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** The account of PostgreSQL makes its folder in it. @param {string} disk */
function spaceForAll(disk) {
  const { uid, gid } = accountToRunAs();
  if (uid !== undefined) chownSync(disk, uid, gid ?? uid);
}

/** @param {string} connectionString */
async function answers(connectionString) {
  for (let tries = 0; tries < 20; tries += 1) {
    const client = new pg.Client({ connectionString, connectionTimeoutMillis: 2_000 });
    client.on('error', () => {});
    const isUp = await client.connect().then(
      () => true,
      () => false,
    );
    await client.end().catch(() => {});
    if (isUp) return true;
    await pause(100);
  }
  return false;
}

/** @param {number} port @param {number[]} allowed @param {() => Promise<void>} makeRoom */
async function fill(port, allowed, makeRoom) {
  const call = caller(port);
  const devices = await Promise.all(
    Array.from({ length: DEVICES }, async () => {
      const joined = await call('/api/learner', { nickname: '小红' });
      return { cookie: String(joined.headers.get('set-cookie')).split(';')[0] ?? '', kept: new Set() };
    }),
  );
  const state = { isOver: false, refused: 0, since: 0, statuses: new Set(), untold: '' };
  const writers = devices.map((device, index) => write(call, device, index, state));
  const told = () => ({
    kept: devices.reduce((sum, { kept }) => sum + kept.size, 0),
    statuses: [...state.statuses].sort().join(', '),
  });
  const end = async (/** @type {string | undefined} */ problem) => {
    state.isOver = true;
    await Promise.all(writers);
    return { problem, ...told() };
  };
  if (!(await until(() => state.refused >= REFUSALS))) return end('the disk did not fill up');
  for (const path of ['/', '/healthz'])
    if ((await call(path, undefined)).status !== 200) return end(`${path} does not answer meanwhile`);
  await makeRoom();
  state.since = 0;
  if (!(await until(() => state.since >= REFUSALS))) return end('saving does not go on once there is room');
  await end(undefined);
  const strange = [...state.statuses].filter((status) => !allowed.includes(Number(status)));
  if (strange.length) return end(`answers ${strange}`);
  if (state.untold) return end(`a refusal without a sentence: ${state.untold}`);
  for (const { cookie, kept } of devices) {
    const there = await idsOf(call, cookie);
    const lost = [...kept].filter((id) => !there.has(id));
    if (lost.length) return end(`acknowledged and lost: ${lost.slice(0, 5).join(' ')}`);
  }
  return end(undefined);
}

/**
 * Save until it is over, in bodies that do not compress.
 * @param {ReturnType<typeof caller>} call @param {{ cookie: string, kept: Set<unknown> }} device @param {number} name
 * @param {{ isOver: boolean, refused: number, since: number, statuses: Set<unknown>, untold: string }} state
 */
async function write(call, { cookie, kept }, name, state) {
  for (let index = 0; !state.isOver; index += 1) {
    const id = `${name}-${index}`;
    const reply = await call('/api/facts', { facts: [note(id, noise())] }, cookie);
    state.statuses.add(reply.status);
    if (reply.status === 200) {
      kept.add(id);
      state.since += 1;
      continue;
    }
    state.refused += 1;
    const said = await reply.text();
    if (!/[\u4e00-\u9fff]{4}/.test(said)) state.untold = said.slice(0, 200);
    await pause(50);
  }
}

/** Nothing in it that the database could make shorter. */
const noise = () => randomBytes(9_000).toString('base64');

/** @param {() => boolean} isSo @returns {Promise<boolean>} false after a minute and a half. */
async function until(isSo) {
  for (let tries = 0; tries < 900; tries += 1) {
    if (isSo()) return true;
    await pause(100);
  }
  return false;
}
