/**
 * The save path without HTTP, in a process of its own: the use case with many callers, the same statements in groups of
 * that size with nothing around them, and one durable insert after the other. Prints rates per second.
 * Environment: DATA_DIR, DATABASE_URL (optional), CALLERS, FOR_MS.
 */
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Fact } from '#core/model/fact.ts';
import type { NewFactRow } from '#server/store/engine.ts';
import { createFactRepository } from '#server/store/fact-repository.ts';
import { createLearnerRepository } from '#server/store/learner-repository.ts';
import { migrate } from '#server/store/migrate.ts';
import { postgresEngine } from '#server/store/postgres-engine.ts';
import { sqliteEngine } from '#server/store/sqlite-engine.ts';
import { createSaveFacts } from '#server/usecase/save-facts.ts';
import { attemptIds, factText } from './load.mjs';

const { DATA_DIR = '', DATABASE_URL, CALLERS = '64', FOR_MS = '3000' } = process.env;
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

/** @returns how often `step` was done per second. */
async function rate(width: number, step: (index: number) => Promise<number>): Promise<number> {
  let done = 0;
  const begun = performance.now();
  const until = begun + forMs;
  const one = async (index: number) => {
    while (performance.now() < until) {
      const more = await step(index); // not in one line: `done` would be read before the wait
      done += more;
    }
  };
  await Promise.all(Array.from({ length: width }, (_, index) => one(index)));
  return done / ((performance.now() - begun) / 1000);
}

const save = createSaveFacts({ facts: createFactRepository(engine), clock: { now: Date.now } });
const useCase = () =>
  rate(callers, async (index) => {
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

const groups = () =>
  rate(1, async () => {
    await engine.claim(
      sessions.map(({ learnerId, generation }, index) => ({ learnerId, generation, rows: [rowFor(index)] })),
    );
    return callers;
  });

let seq = 1e9;
const rawInsert = () =>
  rate(1, async () => {
    const { learner_id, id, type, at, received_at, device_id, is_private, body } = rowFor(0);
    seq += 1;
    await sql`insert into fact (learner_id, id, seq, type, at, received_at, device_id, is_private, body)
      values (${learner_id}, ${id}, ${seq}, ${type}, ${at}, ${received_at}, ${device_id}, ${is_private}, ${body})`.execute(
      engine.db,
    );
    return 1;
  });

await useCase(); // warm up
const figures = { useCase: await useCase(), groups: await groups(), rawInsert: await rawInsert() };
await engine.close();
process.stdout.write(`${JSON.stringify(figures)}\n`);
