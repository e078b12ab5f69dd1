/**
 * The save path without HTTP, in a process of its own: the use case with many callers, the same statements in groups of
 * that size with nothing around them, and these without waiting for the disk. They take turns, so that what else the machine
 * and the disk do at a moment meets all of them. Prints one line of JSON: for each the turns it had.
 * Environment: DATA_DIR, DATABASE_URL (optional), CALLERS, FOR_MS, ROUNDS.
 */
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Fact } from '#core/model/fact.ts';
import type { Engine, NewFactRow } from '#server/store/engine.ts';
import { createFactRepository } from '#server/store/fact-repository.ts';
import { createLearnerRepository } from '#server/store/learner-repository.ts';
import { migrate } from '#server/store/migrate.ts';
import { postgresEngine } from '#server/store/postgres-engine.ts';
import { sqliteEngine } from '#server/store/sqlite-engine.ts';
import { createSaveFacts } from '#server/usecase/save-facts.ts';
import { cpuSoFar } from './cpu.ts';
import { attemptIds, factText } from './load.mjs';

/** What one turn came to: facts a second, and CPU time for a fact in µs. */
export interface Turn {
  perSecond: number;
  cpuUs: number;
  databaseUs: number;
}

const { DATA_DIR = '', DATABASE_URL, CALLERS = '64', FOR_MS = '3000', ROUNDS = '3' } = process.env;
const callers = Number(CALLERS);
const forMs = Number(FOR_MS);
const engine = DATABASE_URL ? postgresEngine(DATABASE_URL) : sqliteEngine(join(DATA_DIR, 'bench.db'));
await migrate(engine.db, 'bench');
const learners = createLearnerRepository(engine.db);
const sessions = await Promise.all(
  Array.from({ length: callers }, (_, index) =>
    learners.add({ id: crypto.randomUUID(), nickname: `学员${index}`, createdAt: Date.now() }),
  ),
);
const nextIds = sessions.map((_, index) => attemptIds(index));
const nextText = (index: number) => factText((nextIds[index] as () => string)(), Date.now());

async function turn(width: number, step: (index: number) => Promise<number>): Promise<Turn> {
  let done = 0;
  const before = cpuSoFar(DATABASE_URL);
  const begun = performance.now();
  const until = begun + forMs;
  const one = async (index: number) => {
    while (performance.now() < until) {
      const more = await step(index); // not in one line: `done` would be read before the wait
      done += more;
    }
  };
  await Promise.all(Array.from({ length: width }, (_, index) => one(index)));
  const perSecond = done / ((performance.now() - begun) / 1000);
  const after = cpuSoFar(DATABASE_URL);
  return {
    perSecond,
    cpuUs: (after.server - before.server) / done,
    databaseUs: (after.database - before.database) / done,
  };
}

const save = createSaveFacts({ facts: createFactRepository(engine), clock: { now: Date.now } });
const useCase = () =>
  turn(callers, async (index) => {
    const session = sessions[index];
    const done = session && (await save(session, JSON.parse(`{"facts":[${nextText(index)}]}`)));
    if (done?.status !== 'saved' || done.stored !== 1) throw new Error(JSON.stringify(done));
    return 1;
  });

function rowFor(index: number): NewFactRow {
  const body = nextText(index);
  const { id, type, at, deviceId } = JSON.parse(body) as Fact;
  const learner_id = sessions[index]?.learnerId ?? '';
  return { learner_id, id, type, at, received_at: at, device_id: deviceId, is_private: 0, body };
}

const groupsOn = ({ claim }: Engine) =>
  turn(1, async () => {
    await claim(
      sessions.map(({ learnerId, generation }, index) => ({ learnerId, generation, rows: [rowFor(index)] })),
    );
    return callers;
  });

const withoutSync = DATABASE_URL && postgresEngine(`${DATABASE_URL}&options=-c%20synchronous_commit%3Doff`);

async function unsynced(): Promise<Turn> {
  if (withoutSync) return groupsOn(withoutSync);
  await sql`pragma synchronous = off`.execute(engine.db);
  const done = await groupsOn(engine);
  await sql`pragma synchronous = full`.execute(engine.db);
  return done;
}

const turns = { useCase: [] as Turn[], groups: [] as Turn[], unsynced: [] as Turn[] };
await useCase(); // warm up
await groupsOn(engine);
for (let round = 0; round < Number(ROUNDS); round += 1) {
  turns.useCase.push(await useCase());
  turns.groups.push(await groupsOn(engine));
  turns.unsynced.push(await unsynced());
}
if (withoutSync) await withoutSync.close();
await engine.close();
process.stdout.write(`${JSON.stringify(turns)}\n`);
