/** What the server makes of facts by scoring them anew, with real content and by the real queue. */
import { afterEach, expect, test } from 'vitest';
import type { Fact, FactOf } from '#core/model/fact.ts';
import type { FactCheckStore } from '#server/port/fact-check-store.ts';
import type { ItemSource } from '#server/port/item-source.ts';
import type { Session } from '#server/port/learner-store.ts';
import { StoreError } from '#server/port/store-error.ts';
import { createCheckFacts } from '#server/usecase/check-facts.ts';
import { type CheckQueue, createCheckQueue, noticedBy } from '#server/usecase/check-queue.ts';
import { checks, content, itemNow, memoryItems, revisionsOf, scenarioNow } from '../contract/content.ts';
import { idsOf, pullAll, reflected } from '../contract/facts.ts';
import { memoryStore } from '../contract/memory-store.ts';
import { asExpert, factsOfCheck, factsOfRun } from '../core/rescore/honest.ts';

const ending: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ending.splice(0).reverse()) await end();
});

const check = checks.find(({ lessonId }) => lessonId === 'm1-service-and-satisfaction') ?? checks[0];
if (!check) throw new Error('no live lesson in content/');
const honest = await factsOfCheck(check, { seed: 'server', skill: 1, attempts: 2 });
const [run] = (await factsOfRun(scenarioNow('d-a'), { level: 2, seed: 'fork-1' }, asExpert())) as [
  FactOf<'scenario.finished'>,
];

interface Server {
  store: ReturnType<typeof memoryStore>;
  session: Session;
  save: (...facts: readonly Fact[]) => Promise<unknown>;
  /** Look at all there is, under a release with these items. */
  checkAll: (items?: ItemSource, release?: string) => Promise<void>;
  /** Ids of facts that count, and of those set apart. */
  counted: () => Promise<string[]>;
  setApart: () => Promise<string[]>;
  told: number[];
}

let time = 1_795_000_200_000;
const clock = { now: () => (time += 1) };

async function server(): Promise<Server> {
  const store = memoryStore();
  const session = await store.learners.add({ id: 'l', nickname: '小红', createdAt: 1 });
  const told: number[] = [];
  return {
    store,
    session,
    told,
    save: (...facts) => store.facts.append({ session, receivedAt: 1_795_000_111_000, facts }),
    async checkAll(items = memoryItems(), release = 'r1') {
      const onSetApart = (count: number) => void told.push(count);
      const facts = createCheckFacts({ store: store.factChecks, items, clock, release, onSetApart });
      while (await facts.batch('l'));
      const before = clock.now();
      for (const which of ['unchecked', 'set-apart'] as const) while (await facts.again(which, before));
    },
    counted: async () => (await store.outbox.list(0, undefined, 500)).facts.map(({ id }) => id).sort(),
    setApart: async () => (await store.admin.quarantine.list(99)).map(({ factId }) => factId).sort(),
  };
}

const ids = (facts: readonly Fact[]) => facts.map(({ id }) => id).sort();

test('honest facts of two attempts and a run all count', async () => {
  const { save, checkAll, counted, setApart, told } = await server();
  await save(...honest, run, reflected('r', '先听后说'));
  await checkAll();
  expect(await counted()).toEqual(ids([...honest, run]));
  expect(await setApart()).toEqual([]);
  expect(told).toEqual([]);
});

test('a forged full score is set apart with all that rests on it; the learner’s own copy stays', async () => {
  const { save, checkAll, counted, setApart, told, store, session } = await server();
  // Two wrong responses that claim their point: three of five are right, and three do not pass.
  const forged = (await factsOfCheck(check, { seed: 'few', skill: 0 })).map((fact): Fact => {
    if (fact.type === 'item.responded') return { ...fact, score: { earned: 1, possible: 1 } };
    return fact.type === 'attempt.submitted'
      ? { ...fact, outcome: { earned: 5, possible: 5, passed: true } }
      : fact;
  });
  const submitted = forged.find((fact) => fact.type === 'attempt.submitted');
  if (!submitted) throw new Error('the attempt was not submitted');
  const { v, at, deviceId, language, attemptId, activityId, activityRevision } = submitted;
  const done: Fact = {
    ...{ id: `${attemptId}/16`, v, at, deviceId, language },
    ...{ type: 'lesson.completed', lessonId: activityId, lessonRevision: activityRevision, attemptId },
  };
  await save(...forged, done);
  await checkAll();
  const apart = await setApart();
  expect(apart).toContain(submitted.id);
  expect(apart).toContain(done.id);
  expect(await counted()).not.toContain(submitted.id);
  expect(told).toEqual([apart.length]);
  const found = (await store.admin.quarantine.list(99)).find(({ factId }) => factId === submitted.id);
  expect(found?.differences).toContainEqual({ field: 'outcome.passed', expected: false, given: true });
  expect(idsOf((await pullAll(store.facts, session)).bodies)).toEqual(ids([...forged, done]));
});

test('a forged score of a role-play is set apart', async () => {
  const { save, checkAll, counted, setApart } = await server();
  await save({
    ...run,
    id: 'forged/1',
    attemptId: 'forged',
    score: 100,
    passed: true,
    moves: run.moves.slice(0, 3),
  });
  await checkAll();
  expect(await setApart()).toEqual(['forged/1']);
  expect(await counted()).toEqual([]);
});

test('a revision nobody has is not checked yet, and is confirmed when a release brings it', async () => {
  const { save, checkAll, counted, setApart, store } = await server();
  const first = honest.find((fact) => fact.type === 'item.responded') as FactOf<'item.responded'>;
  const attempt = honest.filter((fact) => 'attemptId' in fact && fact.attemptId === first.attemptId);
  const missing = memoryItems([`${first.itemId} ${first.itemRevision}`]);
  await save(...attempt);
  await checkAll(missing);
  const resting = attempt.filter(({ type }) => type !== 'item.responded');
  expect(await setApart()).toEqual([]);
  expect(await store.factChecks.totals()).toMatchObject({ unchecked: 1 + resting.length });
  expect(await counted()).toEqual(
    ids(attempt.filter((fact) => fact !== first && fact.type === 'item.responded')),
  );
  // The same once more changes nothing; the release that has it confirms all.
  await checkAll(missing);
  expect(await store.factChecks.totals()).toMatchObject({ unchecked: 1 + resting.length });
  await checkAll(memoryItems(), 'r2');
  expect(await counted()).toEqual(ids(attempt));
  expect(await store.factChecks.totals()).toMatchObject({ unchecked: 0 });
});

test('a role-play on a former revision counts by the archive', async () => {
  const { save, checkAll, counted } = await server();
  const [former] = revisionsOf('d-b');
  const scenario = content.scenario('d-b', former ?? '');
  if (!scenario) throw new Error('d-b has no former revision in the archive');
  const facts = await factsOfRun(scenario, { level: 1, seed: 'fork-2' }, asExpert());
  await save(...facts);
  await checkAll(memoryItems([`d-b ${former}`]));
  expect(await counted()).toEqual([]);
  await checkAll(memoryItems());
  expect(await counted()).toEqual(ids(facts));
});

test('an attempt whose facts come one by one, the last first, is confirmed in the end', async () => {
  const { save, checkAll, counted, setApart } = await server();
  for (const fact of [...honest].reverse()) {
    await save(fact);
    await checkAll();
    expect(await setApart()).toEqual([]);
  }
  expect(await counted()).toEqual(ids(honest));
});

test('a release that judges otherwise takes back what a former one set apart by mistake', async () => {
  const { save, checkAll, counted, setApart } = await server();
  const wrongKey: ItemSource = {
    ...memoryItems(),
    edition: async () => 'a mistaken build',
    item: async (id) => {
      const item = itemNow(id);
      return { ...item, objective: 'O9' };
    },
  };
  await save(...honest);
  await checkAll(wrongKey);
  expect((await setApart()).length).toBeGreaterThan(0);
  await checkAll(memoryItems(), 'r2');
  expect(await setApart()).toEqual([]);
  expect(await counted()).toEqual(ids(honest));
});

test('facts made up to break the check break nothing and do not count', async () => {
  const { save, checkAll, counted, store } = await server();
  const first = honest.find((fact) => fact.type === 'item.responded') as FactOf<'item.responded'>;
  const odd = ['__proto__', '../../index', '\u0000', '\ud800', 'x'.repeat(100_000)];
  const facts = odd.flatMap((name, index): Fact[] => [
    { ...first, id: `odd/${index}a`, itemId: name, attemptId: name },
    { ...first, id: `odd/${index}b`, itemRevision: name },
    { ...run, id: `odd/${index}c`, scenarioId: name, seed: name },
    { ...run, id: `odd/${index}d`, seed: name, ending: name },
  ]);
  facts[3] = { ...run, id: 'odd/long', moves: Array.from({ length: 9_000 }, () => ({ type: 'run.leave' })) };
  await save(...facts);
  await checkAll();
  const counts = await counted();
  expect(counts).toEqual([]);
  // Runs under a seed of their own are played again; what is as long as a request is not looked at.
  expect(await store.factChecks.totals()).toMatchObject({ behind: 0, unchecked: 17, setApart: 3 });
});

// The queue

const times = { collectMs: 1, restMs: 0, sweepMs: 60_000, againMs: 5 };

function queueOn(
  factChecks: FactCheckStore,
  more: { times?: Partial<typeof times>; onError?: (error: unknown) => void } = {},
): CheckQueue {
  const facts = createCheckFacts({ store: factChecks, items: memoryItems(), clock, release: 'r1' });
  const onError = more.onError ?? ((error: unknown) => expect(error).toBeUndefined());
  const queue = createCheckQueue({
    checks: facts,
    store: factChecks,
    clock,
    onError,
    times: { ...times, ...more.times },
  });
  ending.push(() => queue.stop());
  return queue;
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 5));
}
const isThrough =
  ({ store }: Server) =>
  async () =>
    (await store.factChecks.totals()).behind === 0;

test('a save is answered first and looked at by itself afterwards', async () => {
  const own = await server();
  const queue = queueOn(own.store.factChecks);
  const facts = noticedBy(queue, own.store.facts);
  const done = await facts.append({ session: own.session, receivedAt: 1, facts: honest });
  expect(done).toMatchObject({ stored: honest.length });
  expect(await own.store.factChecks.totals()).toMatchObject({ behind: 1 });
  await until(isThrough(own));
  expect(await own.counted()).toEqual(ids(honest));
});

test('what a process left that died is found at the next start', async () => {
  const own = await server();
  await own.save(...honest, { ...run, score: 12 });
  queueOn(own.store.factChecks).start();
  await until(isThrough(own));
  expect(await own.setApart()).toEqual([run.id]);
});

test('a store that fails costs nothing: it goes on by itself', async () => {
  const own = await server();
  await own.save(...honest);
  let failures = 3;
  const seen: unknown[] = [];
  const flaky: FactCheckStore = {
    ...own.store.factChecks,
    record: async (recording) => {
      if (failures-- > 0) throw new StoreError('unavailable', new Error('gone'));
      return own.store.factChecks.record(recording);
    },
  };
  queueOn(flaky, { onError: (error) => seen.push(error) }).start();
  await until(isThrough(own));
  expect(seen).toHaveLength(3);
  expect(await own.counted()).toEqual(ids(honest));
});

test('one learner’s facts that break the work do not hold up those after them', async () => {
  const own = await server();
  const other = await own.store.learners.add({ id: 'z', nickname: '小明', createdAt: 1 });
  await own.save(...honest);
  await own.store.facts.append({ session: other, receivedAt: 1, facts: honest });
  const breaking: FactCheckStore = {
    ...own.store.factChecks,
    pending: async (learnerId) => {
      if (learnerId === 'l') throw new TypeError('our own mistake');
      return own.store.factChecks.pending(learnerId);
    },
  };
  const seen: unknown[] = [];
  queueOn(breaking, { onError: (error) => seen.push(error) }).start();
  await until(async () => (await own.store.factChecks.pending('z')) === undefined);
  expect(seen).toHaveLength(1);
});

test('several processes at once judge each fact once as much as one does', async () => {
  const own = await server();
  await own.save(...honest, { ...run, score: 12 });
  const queues = [1, 2, 3].map(() => queueOn(own.store.factChecks));
  for (const queue of queues) queue.start();
  await until(isThrough(own));
  for (const queue of queues) await queue.stop();
  expect(await own.setApart()).toEqual([run.id]);
  expect(await own.counted()).toEqual(ids(honest));
});

test('the event loop is given back between any two pieces of work, once the slice is used up', async () => {
  const own = await server();
  const runs = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => ({ ...run, id: `run-${n}/1`, attemptId: `run-${n}` }));
  await own.save(...runs);
  let turns = 0;
  let isOver = false;
  const turn = () => {
    turns += 1;
    if (!isOver) setImmediate(turn);
  };
  setImmediate(turn);
  const plan = { store: own.store.factChecks, items: memoryItems(), clock, release: 'r1' };
  await createCheckFacts({ ...plan, sliceMs: 0 }).batch('l');
  isOver = true;
  // Nine facts to read and nine runs to play.
  expect(turns).toBeGreaterThanOrEqual(18);
});
