// The built server under kill -9, with SQLite and with a PostgreSQL of its own that crashes too.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { randomFrom } from '../../src/core/model/random.ts';
import { startPostgres } from '../../tests/contract/postgres.ts';
import { root } from '../run.mjs';
import { freePort } from '../serve-built.mjs';
import { killRounds } from './kill-server.mjs';

/** @param {number} rounds for each database. @returns {Promise<number>} how many failed. */
export async function killBoth(rounds) {
  const seed = process.env.SEED ?? String(Date.now());
  console.log(
    `\nkill -9 of the server while four devices save, ${rounds} rounds for each database, SEED=${seed}`,
  );
  const sqlite = await told('SQLite', rounds, seed);
  const postgres = await startPostgres();
  try {
    return sqlite + (await told('PostgreSQL', rounds, seed, await postgres.database(), postgres.crash));
  } finally {
    await postgres.stop();
  }
}

/** @param {string} name @param {number} rounds @param {string} seed @param {string} [databaseUrl] @param {() => Promise<void>} [crashDatabase] */
async function told(name, rounds, seed, databaseUrl = '', crashDatabase) {
  const dataDir = mkdtempSync(join(tmpdir(), 'sanxiu-kill-'));
  const start = () => startBuilt({ ...process.env, DATA_DIR: dataDir, DATABASE_URL: databaseUrl });
  const found = await killRounds({
    start,
    rounds,
    random: randomFrom(seed),
    ...(crashDatabase && { crashDatabase }),
  });
  rmSync(dataDir, { recursive: true, force: true });
  const { acknowledged, pictures, lost, twice, strange, slowestStartMs } = found;
  const isWhole = lost.length + twice.length + strange.length === 0;
  console.log(
    `  ${isWhole ? 'pass' : 'FAIL'}  ${name}: ${acknowledged.toLocaleString('en')} facts and ${pictures} pictures acknowledged, ${lost.length} lost, ${twice.length} twice, ${strange.length} strange; slowest start ${Math.round(slowestStartMs)} ms`,
  );
  return isWhole ? 0 : 1;
}

/** @param {NodeJS.ProcessEnv} env @returns once it answers. */
export async function startBuilt(env) {
  const port = await freePort();
  const child = spawn('node', ['dist/main.mjs'], {
    cwd: root,
    env: { ...env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  while (child.exitCode === null) {
    const answers = await fetch(`http://localhost:${port}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (answers) return { child, port };
    await pause(20);
  }
  throw new Error('dist/main.mjs ended instead of answering; what it said stands above');
}
