import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { randomFrom } from '#core/model/random.ts';
import { killRounds } from '../../scripts/torture/kill-server.mjs';
import { skipsPostgres, startPostgres } from '../contract/postgres.ts';

/** Fault 1. The whole count: `npm run torture -- --only server`. A failing run is repeated with SEED=<the one printed>. */
const ROUNDS = 5;
const root = fileURLToPath(new URL('../..', import.meta.url));
const ending: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ending.splice(0).reverse()) await end();
});

function server(databaseUrl?: string) {
  const dataDir = mkdtempSync(join(tmpdir(), 'sanxiu-kill-'));
  ending.push(() => rmSync(dataDir, { recursive: true, force: true }));
  const env = { ...process.env, DATA_DIR: dataDir, ...(databaseUrl && { DATABASE_URL: databaseUrl }) };
  const start = async () => {
    const child = spawn(process.execPath, ['bench/server/process.ts'], {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    ending.push(() => child.kill('SIGKILL'));
    const [line] = await once(createInterface({ input: child.stdout }), 'line');
    return { child, port: Number(JSON.parse(line).port) };
  };
  return { start, dataDir };
}

function randomness(name: string) {
  const seed = process.env.SEED ?? `${name} ${Date.now()}`;
  console.log(`kill -9, ${ROUNDS} rounds, SEED="${seed}"`);
  return { seed, random: randomFrom(seed) };
}

test('SQLite: whatever moment the server is killed at, no acknowledged fact or picture is lost and none is there twice', async () => {
  const { start, dataDir } = server();
  const { seed, random } = randomness('sqlite');
  const found = await killRounds({ start, rounds: ROUNDS, random });
  expect(found, `seed ${seed}`).toMatchObject({ lost: [], twice: [], strange: [] });
  expect(found.acknowledged).toBeGreaterThan(100);
  expect(found.pictures).toBeGreaterThan(5);
  const file = new DatabaseSync(join(dataDir, 'sanxiu.db'));
  expect(file.prepare('pragma integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
  file.close();
}, 120_000);

test.skipIf(skipsPostgres)(
  'PostgreSQL: the same, with the database crashing too',
  async () => {
    const postgres = await startPostgres();
    ending.push(() => postgres.stop());
    const { start } = server(await postgres.database());
    const { seed, random } = randomness('postgres');
    const found = await killRounds({ start, crashDatabase: postgres.crash, rounds: ROUNDS, random });
    expect(found, `seed ${seed}`).toMatchObject({ lost: [], twice: [], strange: [] });
    expect(found.acknowledged).toBeGreaterThan(100);
    expect(found.pictures).toBeGreaterThan(5);
  },
  120_000,
);
