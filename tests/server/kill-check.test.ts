/** A server that dies between a save and the check of what was saved: nothing stays unlooked at, nothing is judged by half. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import type { Fact, FactOf } from '#core/model/fact.ts';
import { randomFrom } from '#core/model/random.ts';
import { openStore } from '#server/store/open-store.ts';
import { writeRevisions } from '../../scripts/build/revisions.mjs';
import { readCourse } from '../../scripts/read-course.mjs';
import { checks, scenarioNow } from '../contract/content.ts';
import { pullAll } from '../contract/facts.ts';
import { skipsPostgres, startPostgres } from '../contract/postgres.ts';
import { asExpert, factsOfCheck, factsOfRun } from '../core/rescore/honest.ts';

const ROUNDS = Number(process.env.ROUNDS ?? 5);
const BATCHES = 60;
const root = fileURLToPath(new URL('../..', import.meta.url));
const ending: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ending.splice(0).reverse()) await end();
});

const check = checks[0];
if (!check) throw new Error('no live lesson in content/');
const attempt = await factsOfCheck(check, { seed: 'kill', skill: 1 });
const [run] = await factsOfRun(scenarioNow('f-a'), { level: 2, seed: 'kill' }, asExpert());
const FORGED = 50;
const templates: Fact[] = [
  ...attempt,
  { ...(run as FactOf<'scenario.finished'>), id: `x/${FORGED}`, score: 99.5 },
];

async function rounds(name: string, databaseUrl?: string): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'sanxiu-check-'));
  ending.push(() => rmSync(dataDir, { recursive: true, force: true }));
  writeRevisions(readCourse(join(root, 'content')), dataDir);
  const seed = process.env.SEED ?? `${name} ${Date.now()}`;
  console.log(`kill -9 while checking, ${ROUNDS} rounds, SEED="${seed}"`);
  const random = randomFrom(seed);
  const start = (batches: number, from: number) => {
    const env = {
      ...process.env,
      ...{
        DATA_DIR: dataDir,
        BATCHES: String(batches),
        FROM: String(from),
        FACTS: JSON.stringify(templates),
      },
      ...(databaseUrl && { DATABASE_URL: databaseUrl }),
    };
    const child = spawn(process.execPath, ['tests/server/check-process.ts'], {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    ending.push(() => child.kill('SIGKILL'));
    return child;
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    const child = start(BATCHES, round);
    const killAt = 1 + Math.floor(random() * (BATCHES - 2));
    let saved = 0;
    for await (const line of createInterface({ input: child.stdout }))
      if (line === 'saved') {
        saved += 1;
        if (saved === killAt) break;
      }
    const gone = child.exitCode === null ? once(child, 'exit') : undefined;
    setTimeout(() => child.kill('SIGKILL'), random() * 20);
    await gone;
  }
  const last = start(0, ROUNDS);
  const [line] = await once(createInterface({ input: last.stdout }), 'line');
  expect(line, `seed ${seed}`).toBe('through');
  await (last.exitCode === null ? once(last, 'exit') : undefined);

  const store = await openStore({ dataDir, ...(databaseUrl && { databaseUrl }) });
  ending.push(() => store.close());
  const { bodies } = await pullAll(store.facts, { learnerId: 'l', generation: 1 });
  const all = bodies.map((body) => JSON.parse(body).id as string);
  expect(all.length).toBeGreaterThan(ROUNDS * templates.length);
  const forged = all.filter((id) => id.endsWith(`/${FORGED}`)).sort();
  const apart = (await store.admin.quarantine.list(10_000)).map(({ factId }) => factId).sort();
  expect(apart, `seed ${seed}`).toEqual(forged);
  const { facts } = await store.outbox.list(0, undefined, 100_000);
  const counted = facts.map(({ id }) => id).sort();
  expect(counted, `seed ${seed}`).toEqual(all.filter((id) => !forged.includes(id)).sort());
  expect(await store.factChecks.totals()).toMatchObject({ behind: 0, unchecked: 0 });
}

test('SQLite: whatever moment the server is killed at, each saved fact is judged in the end, once', async () => {
  await rounds('sqlite');
}, 240_000);

test.skipIf(skipsPostgres)(
  'PostgreSQL: the same',
  async () => {
    const postgres = await startPostgres();
    ending.push(() => postgres.stop());
    await rounds('postgres', await postgres.database());
  },
  240_000,
);
