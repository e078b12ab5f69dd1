/**
 * How long a report takes: MEMBERS learners (500) with FACTS facts each (2,000), asked once with no fold kept, then after a
 * restart, then when nothing has changed, then after one member sent a fact. Prints ms. Run: `node bench/cohort-report.ts` after a build;
 * DATABASE_URL for PostgreSQL.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Outline } from '#core/cohort/standing.ts';
import type { Fact } from '#core/model/fact.ts';
import { openStore } from '#server/store/open-store.ts';
import { createReportCohort } from '#server/usecase/report-cohort.ts';

const members = Number(process.env.MEMBERS ?? 500);
const each = Number(process.env.FACTS ?? 2_000);
const outline: Outline = JSON.parse(readFileSync(new URL('../dist/outline.json', import.meta.url), 'utf8'));
const dataDir = mkdtempSync(join(tmpdir(), 'sanxiu-bench-report-'));
const { DATABASE_URL: databaseUrl } = process.env;
const store = await openStore({ dataDir, ...(databaseUrl && { databaseUrl }) });
const leader = { id: `leader-${process.pid}`, role: 'admin' } as const;
const at = Date.now();
const cohortId = `cohort-${process.pid}`;
const code = `C${process.pid}`;
await store.learners.add({ id: leader.id, nickname: '讲师', createdAt: at });
await store.cohorts.make(leader, {
  id: cohortId,
  name: '大班',
  at,
  invitation: { code, expiresAt: at + 1e9 },
});

const base = { v: 1, deviceId: 'device', language: 'zh' } as const;
/** One fact of a learner who goes through the course again and again. */
function factAt(learner: number, index: number): Fact {
  const place = index % outline.lessons.length;
  const { id: lessonId, objectives } = outline.lessons[place] as Outline['lessons'][number];
  const common = { ...base, id: `${learner}-${index}`, at: at - (each - index) * 60_000 };
  const attemptId = `try-${learner}-${index}`;
  if (index % 10 === 0) {
    const outcome = { earned: 2 + (index % 4), possible: 5, passed: index % 4 > 1 };
    const more = { activityId: lessonId, activityRevision: 'r', seed: 's', startedAt: at, outcome };
    return { ...common, type: 'attempt.submitted', attemptId, context: 'lesson', ...more };
  }
  return {
    ...common,
    type: 'item.responded',
    attemptId,
    context: 'lesson',
    lessonId,
    itemId: `${lessonId}.q${index % 12}`,
    itemRevision: 'i',
    objective: objectives[index % objectives.length]?.id ?? 'O1',
    round: 'first',
    ordinal: 1,
    response: { optionId: 'a' },
    score: { earned: index % 3 ? 1 : 0, possible: 1 },
    confidence: 'sure',
    elapsedMs: 30_000,
  };
}

for (let learner = 0; learner < members; learner += 1) {
  const id = `m${process.pid}-${learner}`;
  const session = await store.learners.add({ id, nickname: `学员${learner}`, createdAt: at });
  const facts = Array.from({ length: each }, (_, index) => factAt(learner, index));
  for (let from = 0; from < each; from += 500)
    await store.facts.append({ session, receivedAt: at, facts: facts.slice(from, from + 500) });
  await store.cohorts.enrol(session, { code, at: at + learner, told: 1 });
}

// As the background check leaves them.
await store.db.updateTable('learner').set({ checked_seq: each }).execute();

/** As a process begins: with nothing in memory. */
const start = () =>
  createReportCohort({ cohorts: store.cohorts, folds: store.folds, outline, clock: { now: Date.now } });
let report = start();
/** The longest time for which nothing else was let in, and the processor time of the longest slice: on a busy machine less. */
async function timed(name: string): Promise<void> {
  const longest = { hold: 0, cpu: 0 };
  let last = { at: performance.now(), cpu: process.cpuUsage() };
  const watch = setInterval(() => {
    const { user, system } = process.cpuUsage(last.cpu);
    longest.hold = Math.max(longest.hold, performance.now() - last.at);
    longest.cpu = Math.max(longest.cpu, (user + system) / 1000);
    last = { at: performance.now(), cpu: process.cpuUsage() };
  }, 1);
  const begin = performance.now();
  const json = await report(leader, cohortId);
  const ms = performance.now() - begin;
  // So that what was held at the end is seen, too.
  await new Promise((resolve) => setTimeout(resolve, 3));
  clearInterval(watch);
  const size = ((json?.length ?? 0) / 1e6).toFixed(2);
  console.log(
    `${name}: ${ms.toFixed(0)} ms, ${size} MB, longest hold ${longest.hold.toFixed(0)} ms (${longest.cpu.toFixed(0)} ms of processor time)`,
  );
}
console.log(`${store.kind}, ${members} members × ${each} facts`);
await timed('no fold kept yet, as after an update that folds otherwise');
report = start();
await timed('restarted, folds kept');
for (let round = 1; round <= 3; round += 1) await timed(`nothing changed, round ${round}`);
const session = { learnerId: `m${process.pid}-0`, generation: 1 };
await store.facts.append({ session, receivedAt: at, facts: [factAt(0, each + 1)] });
await timed('one member sent a fact');
console.log(`memory ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`);
await store.close();
rmSync(dataDir, { recursive: true, force: true });
