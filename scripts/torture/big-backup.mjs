// Fault 24 at size: a gigabyte is backed up and restored on a clean folder by the built commands, and is the same afterwards.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { root } from '../run.mjs';
import { startBuilt } from './built-server.mjs';

const BYTES = 1_000_000_000;
const BODY = 1_600; // two rows to a page

/** @returns {Promise<number>} how many failed. */
export async function backUpMuch() {
  console.log('\nA backup of 1 GB');
  mkdirSync(join(root, 'bench/results'), { recursive: true });
  // In the clone, not in /tmp, which is memory on some machines.
  const folder = mkdtempSync(join(root, 'bench/results/big-'));
  try {
    return await backUp(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} folder */
async function backUp(folder) {
  const [from, to] = [join(folder, 'from'), join(folder, 'to')];
  // The server makes the tables and the keys.
  const { child } = await startBuilt({ ...process.env, DATA_DIR: from, DATABASE_URL: '' });
  await new Promise((resolve) => child.once('exit', resolve) && child.kill('SIGTERM'));
  fill(join(from, 'sanxiu.db'));
  const data = join(folder, 'big.db');
  const backupMs = command(from, ['--backup', '--to', data]);
  const restoreMs = command(to, ['--restore', data]);
  const size = statSync(data).size;
  const isSame = digest(join(from, 'sanxiu.db')) === digest(join(to, 'sanxiu.db'));
  const seconds = (/** @type {number} */ ms) => `${(ms / 1000).toFixed(1)} s`;
  console.log(
    `  ${isSame ? 'pass' : 'FAIL'}  ${(size / 1e9).toFixed(2)} GB: backup ${seconds(backupMs)}, restore ${seconds(restoreMs)} (wanted: 300 s), ` +
      `${isSame ? 'every fact the same' : `facts differ; in the folder: ${readdirSync(to).join(' ')}`}`,
  );
  return isSame ? 0 : 1;
}

/** @param {string} file */
function fill(file) {
  const database = new DatabaseSync(file);
  const { columns } = /** @type {{ columns: string }} */ (
    database.prepare("select group_concat(name) as columns from pragma_table_info('fact')").get()
  );
  const learner =
    "insert into learner (id, nickname, created_at, session_generation, fact_seq) values ('l', '小红', 1, 1, ?)";
  const count = Math.ceil(BYTES / (BODY + 150));
  database.exec('begin');
  database.prepare(learner).run(count);
  const add = database.prepare(
    `insert into fact (learner_id, id, seq, type, at, received_at, device_id, is_private, body)
     values ('l', ?, ?, 'reflection.saved', 1, 1, 'd', 1, ?)`,
  );
  if (!columns.includes('is_private')) throw new Error(`the table of facts is another one now: ${columns}`);
  for (let seq = 1; seq <= count; seq += 1)
    add.run(`f${seq}`, seq, JSON.stringify({ id: `f${seq}`, text: 'x'.repeat(BODY) }));
  database.exec('commit');
  database.close();
}

/** @param {string} dataDir @param {string[]} args @returns {number} ms. */
function command(dataDir, args) {
  const begun = performance.now();
  const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '' };
  const { status, stderr } = spawnSync('node', ['dist/main.mjs', ...args], { cwd: root, env });
  if (status !== 0) throw new Error(`${args[0]}: ${stderr}`);
  return performance.now() - begun;
}

/** @param {string} file */
function digest(file) {
  const database = new DatabaseSync(file, { readOnly: true });
  const hash = createHash('sha256');
  for (const row of database.prepare('select id, seq, body from fact order by seq').iterate())
    hash.update(JSON.stringify(row));
  database.close();
  return hash.digest('hex');
}
