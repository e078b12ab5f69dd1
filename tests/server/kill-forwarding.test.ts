/** Faults 1 and 11 of forwarding: real processes, killed while they send. A failing run is repeated with SEED=<the one printed>. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test, vi } from 'vitest';
import { randomFrom } from '#core/model/random.ts';
import { openStore, type Store } from '#server/store/open-store.ts';
import { stateFact } from '#server/usecase/state-fact.ts';
import { completed, finished, reflected } from '../contract/facts.ts';
import { skipsPostgres, startPostgres } from '../contract/postgres.ts';
import { temporaryFolders } from './data-folders.ts';
import { type LrsDouble, startLrs } from './lrs-double.ts';

const ROUNDS = 5;
const AT = 1_795_000_111_000;
const root = fileURLToPath(new URL('../..', import.meta.url));
const { folder, clear } = temporaryFolders();
const ending: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ending.splice(0).reverse()) await end();
  clear();
});

interface Place {
  dataDir: string;
  databaseUrl?: string;
}

async function start({ dataDir, databaseUrl }: Place, { endpoint, auth }: LrsDouble): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['tests/server/forward-process.ts'], {
    cwd: root,
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      ...(databaseUrl && { DATABASE_URL: databaseUrl }),
      LRS_ENDPOINT: endpoint,
      LRS_AUTH: auth,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  ending.push(() => child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  return child;
}

/**
 * Facts of one round: some are private, some claim points and are judged between rounds, so that the cursor passes them first.
 * @returns ids of the statements that are to come of them. */
async function study({ facts, learners }: Store, round: string, count: number): Promise<string[]> {
  const session = await learners.add({ id: `learner-${round}`, nickname: '小红', createdAt: AT });
  const done = Array.from({ length: count }, (_, index) =>
    index % 4 ? finished(`${round}-${index}`) : completed(`${round}-${index}`),
  );
  await facts.append({ session, receivedAt: AT, facts: [...done, reflected(`own-${round}`, '只给自己看')] });
  const { learnerId } = session;
  return done.flatMap((fact) => {
    const kept = { learnerId, id: fact.id, seq: 1, receivedAt: AT, body: JSON.stringify(fact) };
    return stateFact(kept, 'https://course.example.com')?.id ?? [];
  });
}

/** What was saved in rounds before is confirmed. */
async function judgeAll({ factChecks }: Store): Promise<void> {
  const { learnerIds } = await factChecks.behind('');
  for (const learnerId of learnerIds)
    for (let pending = await factChecks.pending(learnerId); pending; ) {
      const { from, until, facts } = pending;
      const judged = facts.map(({ id }) => ({ factId: id, verdict: { status: 'confirmed' as const } }));
      await factChecks.record({ learnerId, judged, cursor: { from, until }, at: AT, checkedBy: 'r1' });
      pending = await factChecks.pending(learnerId);
    }
}

/** The process dies at its nth request: before the LRS keeps it, or after and before the answer is read. */
function killAt(
  lrs: LrsDouble,
  child: ChildProcess,
  request: number,
  fault: 'cut' | 'silent',
): Promise<unknown> {
  const from = lrs.sizes.length;
  lrs.fault = (count) => {
    if (count < from + request) return undefined;
    child.kill('SIGKILL');
    return fault;
  };
  return once(child, 'exit');
}

function seeded(name: string) {
  const seed = process.env.SEED ?? `${name} ${Date.now()}`;
  console.log(`forwarding killed, ${ROUNDS} rounds, SEED="${seed}"`);
  return { seed, random: randomFrom(seed) };
}

const comesWhole = async (lrs: LrsDouble, expected: readonly string[], seed: string) => {
  lrs.fault = () => undefined;
  await vi.waitUntil(() => lrs.kept.size >= expected.length, { timeout: 50_000, interval: 50 });
  // Each lies there once, by its id; and nothing else does.
  expect([...lrs.kept.keys()].sort(), `SEED="${seed}"`).toEqual([...expected].sort());
};

test('SQLite: killed between sending and noting, again and again, and started anew: nothing lost, nothing twice', async () => {
  const lrs = await startLrs();
  ending.push(lrs.stop);
  const place = { dataDir: folder() };
  const { seed, random } = seeded('sqlite');
  const expected: string[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const store = await openStore(place);
    await judgeAll(store);
    expected.push(...(await study(store, `${round}`, 120)));
    await store.close();
    const child = await start(place, lrs);
    await killAt(lrs, child, 1 + Math.floor(random() * 3), random() < 0.7 ? 'silent' : 'cut');
  }
  lrs.fault = () => undefined;
  const passing = await start(place, lrs);
  // A quarter of the last round claims points and was not judged: the rest comes without it.
  await vi.waitUntil(() => lrs.kept.size >= expected.length - 30, { timeout: 50_000, interval: 50 });
  passing.kill('SIGTERM');
  await once(passing, 'exit');
  const before = await openStore(place);
  expect(await before.outbox.state()).toMatchObject({ pending: 0, held: 30 });
  await judgeAll(before);
  await before.close();
  const last = await start(place, lrs);
  await comesWhole(lrs, expected, seed);
  // A batch that was kept but not noted was sent again: there were more statements in requests than in the LRS.
  expect(lrs.sizes.reduce((sum, size) => sum + size, 0)).toBeGreaterThan(expected.length);
  last.kill('SIGTERM');
  expect(await once(last, 'exit')).toEqual([0, null]);
  const store = await openStore(place);
  expect(await store.outbox.state()).toMatchObject({ pending: 0, held: 0, refused: 0 });
  expect((await store.outbox.lease()).holder).toBe('');
  await store.close();
}, 120_000);

test.skipIf(skipsPostgres)(
  'PostgreSQL: two processes, one of them killed each time, while a third saves: nothing lost, nothing twice',
  async () => {
    const postgres = await startPostgres();
    ending.push(() => postgres.stop());
    const lrs = await startLrs();
    ending.push(lrs.stop);
    const place = { dataDir: folder(), databaseUrl: await postgres.database() };
    const store = await openStore(place);
    ending.push(() => store.close());
    const { seed, random } = seeded('postgres');
    const expected: string[] = [];
    let one = await start(place, lrs);
    let other = await start(place, lrs);
    for (let round = 0; round < ROUNDS; round += 1) {
      // `one` holds the lease: it was there first, or took over from the one that was killed.
      const gone = Promise.race([
        killAt(lrs, one, 1 + Math.floor(random() * 3), random() < 0.7 ? 'silent' : 'cut'),
        once(other, 'exit'),
      ]);
      expected.push(...(await study(store, `${round}`, 200)));
      const judging = judgeAll(store);
      await gone;
      await judging;
      lrs.fault = () => undefined;
      one = other;
      other = await start(place, lrs);
    }
    await comesWhole(lrs, expected, seed);
    await vi.waitUntil(async () => (await store.outbox.state()).pending === 0, { timeout: 10_000 });
    expect(await store.outbox.state()).toMatchObject({ held: 0, refused: 0 });
  },
  120_000,
);
