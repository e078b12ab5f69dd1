// A disk that is really full: the built server on a tmpfs of some megabytes. Mounting takes root on Linux.
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBuilt } from './built-server.mjs';
import { caller, idsOf, note } from './device.mjs';
import { mount, unmount } from './small-disk.mjs';

const NOTE = '先听后说，'.repeat(2_000);

/** @returns {Promise<number>} how many failed; 0 with a line about it where nothing can be mounted. */
export async function fillDisk() {
  console.log('\nA full disk, 4 MB of tmpfs');
  const dataDir = mkdtempSync(join(tmpdir(), 'sanxiu-full-'));
  if (!mount(dataDir, '4m')) {
    rmSync(dataDir, { recursive: true });
    console.log('  not tried: nothing can be mounted here (Linux, as root)');
    return 0;
  }
  const { child, port } = await startBuilt({ ...process.env, DATA_DIR: dataDir, DATABASE_URL: '' });
  try {
    const problem = await fill(port, () => mount(dataDir, '32m', 'remount,'));
    console.log(
      problem ? `  FAIL  ${problem}` : '  pass  507, nothing acknowledged lost, goes on once there is room',
    );
    return problem ? 1 : 0;
  } finally {
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    await gone;
    unmount(dataDir);
  }
}

/** @param {number} port @param {() => boolean} makeRoom @returns {Promise<string | undefined>} what went wrong. */
async function fill(port, makeRoom) {
  const call = caller(port);
  const joined = await call('/api/learner', { nickname: '小红' });
  const cookie = String(joined.headers.get('set-cookie')).split(';')[0] ?? '';
  const save = (/** @type {string} */ id) => call('/api/facts', { facts: [note(id, NOTE)] }, cookie);
  /** @type {string[]} */
  const kept = [];
  let status = 200;
  for (let index = 0; status === 200 && index < 500; index += 1) {
    status = (await save(`n${index}`)).status;
    if (status === 200) kept.push(`n${index}`);
  }
  if (status !== 507) return `the disk is full and the answer is ${status}`;
  if (kept.length < 10) return `only ${kept.length} facts fitted; this says nothing`;
  if (!(await isThere(call, kept, cookie)))
    return 'facts that were acknowledged are gone while the disk is full';
  if (!makeRoom()) return 'no room could be made';
  const again = await save('after');
  if (again.status !== 200) return `there is room again and the answer is ${again.status}`;
  return (await isThere(call, [...kept, 'after'], cookie))
    ? undefined
    : 'facts that were acknowledged are gone';
}

/** @param {ReturnType<typeof caller>} call @param {string[]} ids @param {string} cookie */
async function isThere(call, ids, cookie) {
  const there = await idsOf(call, cookie);
  return ids.length === there.size && ids.every((id) => there.has(id));
}
