import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Fact } from '#core/model/fact.ts';
import { isPrivateFact } from '#core/model/private-fact.ts';
import { randomFrom } from '#core/model/random.ts';
import type { Verdict } from '#core/rescore/verdict.ts';
import type { Session } from '#server/port/learner-store.ts';
import { runForwarding } from '#server/usecase/run-forwarding.ts';
import { stateFact } from '#server/usecase/state-fact.ts';
import { completed, finished, reflected } from '../contract/facts.ts';
import { memoryStore } from '../contract/memory-store.ts';
import { LOOK_EVERY, ORIGIN, type Stepped, stepped } from './forwarding.ts';
import { type LrsDouble, startLrs } from './lrs-double.ts';

const AT = 1_795_000_111_000;
let lrs: LrsDouble;
let store: ReturnType<typeof memoryStore>;
let all: Map<string, Fact>;
beforeEach(async () => {
  lrs = await startLrs();
  store = memoryStore();
  all = new Map();
});
afterEach(() => lrs.stop());

const join = (id: string) => store.learners.add({ id, nickname: '小红', createdAt: AT });
async function save(session: Session, facts: readonly Fact[]): Promise<void> {
  await store.facts.append({ session, receivedAt: AT, facts });
  for (const fact of facts) if (!isPrivateFact(fact)) all.set(statementId(session.learnerId, fact), fact);
}
const NOBODYS = { holder: '', beat: 0 };
const statementId = (learnerId: string, fact: Fact) =>
  stateFact({ learnerId, id: fact.id, seq: 1, receivedAt: AT, body: JSON.stringify(fact) }, ORIGIN)?.id ?? '';
const numbered = (name: string, count: number) =>
  Array.from({ length: count }, (_, index) => finished(`${name}${index}`));
/** The LRS has what it should: each once (they lie by id), nothing lost, nothing private. */
const expectWhole = (but: readonly string[] = []) =>
  expect([...lrs.kept.keys()].sort()).toEqual([...all.keys()].filter((id) => !but.includes(id)).sort());

/** Judge what nobody has looked at of one learner. */
async function judge(learnerId: string, verdictOf: (id: string) => Verdict): Promise<void> {
  const pending = await store.factChecks.pending(learnerId);
  if (!pending) return;
  const { from, until, facts } = pending;
  const judged = facts.map(({ id }) => ({ factId: id, verdict: verdictOf(id) }));
  await store.factChecks.record({ learnerId, judged, cursor: { from, until }, at: 1, checkedBy: 'r1' });
}
/** Another release confirms all that was not. */
async function confirmRest(): Promise<void> {
  for (const which of ['unchecked', 'set-apart'] as const)
    for (;;) {
      const found = await store.factChecks.again(which, 'r2', 2);
      if (!found) break;
      const judged = found.facts.map(({ id }) => ({ factId: id, verdict: CONFIRMED }));
      await store.factChecks.record({ learnerId: found.learnerId, judged, at: 3, checkedBy: 'r2' });
    }
}
/** The LRS is well. Nine failures in a row and a 500 by chance look as if a statement were at fault: an admin asks once more. */
async function finish(): Promise<void> {
  const last = stepped(store.outbox, lrs, 'last', 0);
  await last.work();
  await store.outbox.sendAgain({ id: 'entry', at: AT, actorId: 'boss' });
  await last.work();
}
const CONFIRMED: Verdict = { status: 'confirmed' };
const UNKNOWN: Verdict = { status: 'unknown', needs: 'rule exam' };
const DIFFERS: Verdict = { status: 'differs', differences: [{ field: 'x', expected: 0, given: 1 }] };

async function settled(process: Stepped) {
  await process.work();
  return store.outbox.state();
}

test('what a class did reaches the LRS, at most fifty at a time, and nothing they wrote down for themselves', async () => {
  for (const learner of ['a', 'b', 'c'])
    await save(await join(learner), [...numbered(learner, 60), reflected(`own-${learner}`, '明天先问')]);
  const process = stepped(store.outbox, lrs);
  expect(await settled(process)).toMatchObject({ pending: 0, refused: 0, isPaused: false });
  expectWhole();
  expect(lrs.kept.size).toBe(180);
  expect(lrs.sizes).toEqual([50, 50, 50, 30]);
  expect(JSON.stringify([...lrs.kept.values()])).not.toMatch(/明天先问|小红/);
  // What comes later follows by itself.
  await save({ learnerId: 'b', generation: 1 }, [finished('later')]);
  await process.work();
  expectWhole();
});

describe('nothing is lost and nothing is there twice', () => {
  test.each([
    ['lost', 'the LRS kept it, and its answer was lost'],
    ['cut', 'the connection broke before'],
    [500, 'the LRS failed'],
    [503, 'the LRS was overloaded'],
    [429, 'the LRS wanted fewer requests'],
  ] as const)('%s: %s', async (fault, _why) => {
    await save(await join('a'), numbered('a', 120));
    lrs.fault = (request) => (request % 2 ? fault : undefined);
    const process = stepped(store.outbox, lrs);
    expect(await settled(process)).toMatchObject({ pending: 0, refused: 0 });
    expectWhole();
  });

  test('all of it in any order, while the class goes on; a failing run is repeated with SEED', async () => {
    const seed = process.env.SEED ?? `forward ${Date.now()}`;
    const random = randomFrom(seed);
    const sessions = await Promise.all(['a', 'b', 'c', 'd'].map(join));
    const faults = ['lost', 'cut', 500, 503, 429, undefined, undefined, undefined] as const;
    lrs.fault = () => faults[Math.floor(random() * faults.length)];
    let forwarder = stepped(store.outbox, lrs, 'first', 0);
    for (let round = 0; round < 40; round += 1) {
      for (const session of sessions)
        if (random() < 0.5)
          await save(session, [
            ...numbered(`${round}-`, Math.floor(random() * 30)),
            reflected(`own-${round}`, '只给自己看'),
          ]);
      await forwarder.work(1 + Math.floor(random() * 6));
      // Killed, and started again with nothing in its memory.
      if (random() < 0.2) forwarder = stepped(store.outbox, lrs, `after ${round}`, 0);
    }
    lrs.fault = () => undefined;
    await finish();
    expect(await store.outbox.state(), `SEED="${seed}"`).toMatchObject({ pending: 0, refused: 0 });
    expectWhole();
  });

  test('killed between sending and noting: the next process sends the same again, and it is there once', async () => {
    await save(await join('a'), numbered('a', 10));
    const { outbox } = store;
    const dying = { ...outbox, settle: () => Promise.reject(new Error('killed')) };
    await expect(stepped(dying, lrs).step()).rejects.toThrow('killed');
    expect(lrs.kept.size).toBe(10);
    await stepped(outbox, lrs, 'two', 0).work();
    expect(lrs.sizes).toEqual([10, 10]);
    expectWhole();
  });
});

describe('what claims points', () => {
  test('a claim that is set apart later has never been at the LRS; an honest one comes when it is judged', async () => {
    await save(await join('a'), [completed('forged'), completed('honest'), ...numbered('a', 5)]);
    const process = stepped(store.outbox, lrs);
    expect(await settled(process)).toMatchObject({ pending: 0, held: 2 });
    const claims = ['forged', 'honest'].map((id) => statementId('a', completed(id)));
    expectWhole(claims);
    await judge('a', (id) => (id === 'forged' ? DIFFERS : CONFIRMED));
    expect(await settled(process)).toMatchObject({ pending: 0, held: 1 });
    expectWhole(claims.slice(0, 1));
    // A release that judges otherwise makes up for it.
    await confirmRest();
    expect(await settled(process)).toMatchObject({ pending: 0, held: 0 });
    expectWhole();
    expect(lrs.sizes).toEqual([5, 1, 1]);
  });

  test('saved, judged and forwarded in any order, with faults and kills: each is there once, in the end; repeat with SEED', async () => {
    const seed = process.env.SEED ?? `claims ${Date.now()}`;
    const random = randomFrom(seed);
    const names = ['a', 'b', 'c', 'd'];
    const sessions = await Promise.all(names.map(join));
    const faults = ['lost', 'cut', 500, 503, undefined, undefined, undefined, undefined] as const;
    lrs.fault = () => faults[Math.floor(random() * faults.length)];
    const verdicts = [CONFIRMED, CONFIRMED, UNKNOWN, DIFFERS];
    const open = new Set<string>();
    const verdictFor = (learnerId: string) => (id: string) => {
      const verdict = verdicts[Math.floor(random() * verdicts.length)] as Verdict;
      if (verdict !== CONFIRMED) open.add(statementId(learnerId, completed(id)));
      return verdict;
    };
    let forwarder = stepped(store.outbox, lrs, 'first', 0);
    for (let round = 0; round < 40; round += 1) {
      for (const session of sessions) {
        const facts = Array.from({ length: Math.floor(random() * 12) }, (_, index) => {
          const id = `${round}-${index}`;
          return random() < 0.5 ? completed(id) : finished(id);
        });
        await save(session, [...facts, reflected(`own-${round}`, '只给自己看')]);
      }
      for (const name of names) if (random() < 0.4) await judge(name, verdictFor(name));
      await forwarder.work(1 + Math.floor(random() * 4));
      // Nothing that is not believed has ever got there.
      for (const id of open) expect(lrs.kept.has(id), `SEED="${seed}"`).toBe(false);
      if (random() < 0.2) forwarder = stepped(store.outbox, lrs, `after ${round}`, 0);
    }
    lrs.fault = () => undefined;
    for (const name of names) while (await store.factChecks.pending(name)) await judge(name, () => CONFIRMED);
    await confirmRest();
    await finish();
    expect(await store.outbox.state(), `SEED="${seed}"`).toMatchObject({ pending: 0, held: 0, refused: 0 });
    expectWhole();
  });

  test('one of those that come late is refused: it is named, the others and what is new go on', async () => {
    await save(await join('a'), [completed('c1'), completed('c2'), completed('c3')]);
    const process = stepped(store.outbox, lrs);
    expect(await settled(process)).toMatchObject({ pending: 0, held: 3 });
    await judge('a', () => CONFIRMED);
    await save({ learnerId: 'a', generation: 1 }, numbered('new', 3));
    const bad = statementId('a', completed('c2'));
    lrs.dislikes = ({ id }) => (id === bad ? 400 : undefined);
    expect(await settled(process)).toMatchObject({ pending: 0, held: 0, refused: 1 });
    expectWhole([bad]);
    // Asked for once more, after the LRS was mended.
    lrs.dislikes = () => undefined;
    expect(await store.outbox.sendAgain({ id: 'entry', at: AT, actorId: 'boss' })).toBe(1);
    expect(await settled(process)).toMatchObject({ pending: 0, refused: 0 });
    expectWhole();
  });

  test('cut off in the middle of late and new ones: the rest follows, none is lost', async () => {
    const claims = Array.from({ length: 30 }, (_, index) => completed(`c${index}`));
    await save(await join('a'), claims);
    const process = stepped(store.outbox, lrs);
    await process.work();
    await judge('a', () => CONFIRMED);
    await judge('a', () => CONFIRMED);
    await save({ learnerId: 'a', generation: 1 }, [...numbered('new', 10), completed('later')]);
    const stumble = statementId('a', finished('new4'));
    lrs.dislikes = ({ id }) => (id === stumble ? 422 : undefined);
    // Halves until it is found; then the network is gone for one request, in the middle.
    lrs.fault = (request) => (request === 4 ? 'cut' : undefined);
    await process.step();
    await judge('a', () => CONFIRMED);
    expect(await settled(process)).toMatchObject({ pending: 0, held: 0, refused: 1 });
    expectWhole([stumble]);
  });
});

describe('one bad statement', () => {
  const idAt = (index: number) => statementId('a', finished(`a${index}`));

  test.each([400, 409, 413, 422])(
    'refused with %i, it is found by halves, named, and costs the others nothing',
    async (status) => {
      await save(await join('a'), numbered('a', 50));
      const bad = [idAt(0), idAt(23), idAt(49)];
      lrs.dislikes = ({ id }) => (bad.includes(id) ? status : undefined);
      const process = stepped(store.outbox, lrs);
      expect(await settled(process)).toMatchObject({ pending: 0, refused: 3, isPaused: false });
      expectWhole(bad);
      expect(process.warnings).toEqual([{ event: 'statement.refused', count: 3 }]);
      // 50, then for each bad one a path of halves; far from one request for each statement.
      expect(lrs.sizes.length).toBeLessThan(35);
      // Final: it is not sent again, nor is anything else.
      const requests = lrs.sizes.length;
      await process.work();
      expect(lrs.sizes.length).toBe(requests);
    },
  );

  test('another statement under its id (409) stays as it is at the LRS', async () => {
    await save(await join('a'), numbered('a', 3));
    await stepped(store.outbox, lrs).work();
    const first = lrs.kept.get(idAt(1));
    const other = memoryStore();
    const session = await other.learners.add({ id: 'a', nickname: '小红', createdAt: AT });
    await other.facts.append({
      session,
      receivedAt: AT,
      facts: [finished('a0'), finished('a1', 5), finished('a2')],
    });
    await stepped(other.outbox, lrs).work();
    expect(await other.outbox.state()).toMatchObject({ pending: 0, refused: 1 });
    expect(lrs.kept.get(idAt(1))).toEqual(first);
  });

  test('one over which the LRS itself falls (500) is found after a while, and not before others were taken', async () => {
    await save(await join('a'), numbered('a', 20));
    lrs.fault = (_, statements) => (statements.some(({ id }) => id === idAt(7)) ? 500 : undefined);
    const process = stepped(store.outbox, lrs);
    expect(await settled(process)).toMatchObject({ pending: 0, refused: 1 });
    expectWhole([idAt(7)]);
  });

  test('an LRS that is down for a day costs no statement, the one it was to get first included', async () => {
    await save(await join('a'), numbered('a', 20));
    const process = stepped(store.outbox, lrs);
    const from = process.time.at;
    lrs.fault = () => 500;
    while (process.time.at < from + 86_400_000) await process.step();
    // Some five minutes apart by then, not in a storm.
    expect(lrs.sizes.length).toBeLessThan(900);
    lrs.fault = () => undefined;
    expect(await settled(process)).toMatchObject({ pending: 0, refused: 0 });
    expectWhole();
  });

  test('a fact this release cannot read is named and passed, not silently dropped', async () => {
    await save(await join('a'), numbered('a', 2));
    const { outbox } = store;
    const next: typeof outbox.next = async (most) => {
      const batch = await outbox.next(most);
      return {
        ...batch,
        facts: batch.facts.map((fact, index) => (index ? fact : { ...fact, body: '{"v":2}' })),
      };
    };
    await stepped({ ...outbox, next }, lrs).work();
    expect(await outbox.state()).toMatchObject({ pending: 0, refused: 1 });
    expectWhole([idAt(0)]);
  });
});

describe('where nobody lets us in', () => {
  test.each([401, 403, 404, 302, 'page'] as const)(
    '%s: a pause with one warning, nothing counts as sent, and it goes on when it is mended',
    async (fault) => {
      await save(await join('a'), numbered('a', 5));
      lrs.fault = () => fault;
      const process = stepped(store.outbox, lrs);
      expect([await process.step(), await process.step()]).toEqual([900_000, 900_000]);
      const failure = fault === 'page' ? 'no-lrs' : String(fault);
      expect(await store.outbox.state()).toMatchObject({ pending: 5, refused: 0, isPaused: true, failure });
      expect(process.warnings).toEqual([
        { event: 'lrs.paused', failure, remedy: expect.stringContaining('LRS_AUTH') },
      ]);
      lrs.fault = () => undefined;
      expect(await settled(process)).toMatchObject({
        pending: 0,
        isPaused: false,
        succeededAt: expect.any(Number),
      });
      expectWhole();
    },
  );

  test('an LRS that refuses everything is not to be believed: a pause, and all of it is sent later', async () => {
    await save(await join('a'), numbered('a', 50));
    lrs.dislikes = () => 400;
    const process = stepped(store.outbox, lrs);
    expect(await process.step()).toBe(900_000);
    expect(await store.outbox.state()).toMatchObject({ pending: 50, refused: 0, failure: 'refuses-all' });
    lrs.dislikes = () => undefined;
    expect(await settled(process)).toMatchObject({ pending: 0, refused: 0 });
    expectWhole();
  });

  test('Retry-After and a longer and longer wait, with jitter, are kept to', async () => {
    await save(await join('a'), numbered('a', 1));
    lrs.fault = () => 503;
    const process = stepped(store.outbox, lrs);
    const waits = [];
    for (let tries = 0; tries < 5; tries += 1) waits.push(await process.step());
    // Half of 2, 4, 8, 16, 32 s, and half of that again by a random of 0.5.
    expect(waits).toEqual([1_500, 3_000, 6_000, 12_000, 24_000]);
    expect(process.warnings).toMatchObject([{ event: 'lrs.unreachable', failure: '503' }]);
  });
});

describe('several processes', () => {
  test('one forwards, the other watches; when the first is killed the other goes on, when it ends well at once', async () => {
    await save(await join('a'), numbered('a', 60));
    const [one, two] = [stepped(store.outbox, lrs, 'one'), stepped(store.outbox, lrs, 'two')];
    await one.step();
    await two.step();
    expect(lrs.sizes).toEqual([50]);
    // As long as the first gives signs of life the second only looks.
    for (let beats = 0; beats < 40; beats += 1) {
      await one.step();
      expect(await two.step()).toBe(LOOK_EVERY);
    }
    await save({ learnerId: 'a', generation: 1 }, numbered('b', 5));
    // Killed: 90 s without a beat, by the clock of the one who waits.
    for (let steps = 0; steps < 17; steps += 1) await two.step();
    expect(lrs.kept.size).toBe(60);
    await two.work();
    await two.step();
    expectWhole();
    await save({ learnerId: 'a', generation: 1 }, numbered('c', 5));
    await two.plan.lease.release();
    await stepped(store.outbox, lrs, 'three').work();
    expectWhole();
  });

  test('both at once all the same, as after a long pause of one: no statement is lost, none is there twice', async () => {
    const sessions = await Promise.all(['a', 'b', 'c'].map(join));
    for (const session of sessions) await save(session, numbered(session.learnerId, 80));
    lrs.fault = (request) => (request % 3 === 0 ? 'lost' : undefined);
    const everybodys = { ...store.outbox, lease: async () => NOBODYS, take: async () => NOBODYS };
    const both = ['one', 'two'].map((holder) => stepped(everybodys, lrs, holder));
    await Promise.all(both.map((forwarder) => forwarder.work()));
    expect(await store.outbox.state()).toMatchObject({ pending: 0, refused: 0 });
    expectWhole();
  });
});

test('whoever deletes their copy is not forwarded afterwards, though the LRS did not answer before', async () => {
  const session = await join('a');
  await save(session, numbered('a', 5));
  await save(await join('b'), numbered('b', 5));
  lrs.fault = () => 'cut';
  const process = stepped(store.outbox, lrs);
  await process.step();
  await store.learners.remove(session, AT);
  for (const id of [...all.keys()]) if (all.get(id)?.id.startsWith('a')) all.delete(id);
  lrs.fault = () => undefined;
  await process.work();
  expect(lrs.kept.size).toBe(5);
  expectWhole();
});

test('stopping ends a request that hangs, gives the lease back, and loses nothing', async () => {
  await save(await join('a'), numbered('a', 5));
  lrs.fault = () => 'silent';
  const { plan } = stepped(store.outbox, lrs);
  const report = vi.fn();
  const forwarding = runForwarding(plan, report);
  await vi.waitUntil(() => lrs.sizes.length === 1);
  await forwarding.stop();
  expect((await store.outbox.lease()).holder).toBe('');
  expect(await store.outbox.state()).toEqual({ pending: 5, held: 0, refused: 0, isPaused: false });
  lrs.fault = () => undefined;
  await stepped(store.outbox, lrs, 'two').work();
  expectWhole();
  expect(report).not.toHaveBeenCalled();
});
