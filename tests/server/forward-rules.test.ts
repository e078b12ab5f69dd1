/** The numbers of forwarding: when it waits, warns, makes smaller requests, suspects a statement, and believes an LRS. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { Statement } from '#core/statement/statement.ts';
import type { LrsAnswer } from '#server/port/lrs.ts';
import { probe } from '#server/usecase/deliver-statements.ts';
import { createForwardStep, type ForwardWarning } from '#server/usecase/forward-statements.ts';
import { createLease } from '#server/usecase/hold-lease.ts';
import { finished } from '../contract/facts.ts';
import { memoryStore } from '../contract/memory-store.ts';

const AT = 1_795_000_111_000;
const TAKEN: LrsAnswer = { status: 'taken' };
const REFUSED: LrsAnswer = { status: 'refused', code: 400 };
const later = (failure: string): LrsAnswer => ({ status: 'later', failure });
const SHUT: LrsAnswer = { status: 'shut', failure: '401' };

let store: ReturnType<typeof memoryStore>;
let warnings: ForwardWarning[];
let sizes: number[];
let holds: number;
/** What the LRS says to each request, in order; beyond that it takes. */
let says: LrsAnswer[];
let always: (() => LrsAnswer) | undefined;
beforeEach(() => {
  store = memoryStore();
  [warnings, sizes, says, always, holds] = [[], [], [], undefined, 0];
});

async function forwarding(count: number) {
  const { outbox } = store;
  const session = await store.learners.add({ id: 'a', nickname: '小红', createdAt: AT });
  const facts = Array.from({ length: count }, (_, n) => finished(`f${n}`));
  await store.facts.append({ session, receivedAt: AT, facts });
  const step = createForwardStep({
    outbox,
    lrs: {
      async send(statements) {
        sizes.push(statements.length);
        return always?.() ?? says.shift() ?? TAKEN;
      },
    },
    lease: {
      async hold() {
        holds += 1;
        return true;
      },
      release: async () => {},
    },
    clock: { now: () => AT },
    origin: 'https://course.example.com',
    lookEveryMs: 5_000,
    random: () => 0,
    warn: (warning) => void warnings.push(warning),
  });
  const { signal } = new AbortController();
  return {
    step: () => step(signal),
    save: (id: string) => store.facts.append({ session, receivedAt: AT, facts: [finished(id)] }),
  };
}

test('requests get smaller from the fourth failure on, down to one; at the ninth the neighbour goes first', async () => {
  const { step } = await forwarding(60);
  always = () => later('500');
  for (let tries = 0; tries < 10; tries += 1) await step();
  expect(sizes).toEqual([50, 50, 50, 50, 25, 12, 6, 3, 1, 1, 1]);
});

test('what went well in between begins the waiting anew, also within one batch', async () => {
  const { step } = await forwarding(2);
  says = [later('503'), later('503'), REFUSED, TAKEN, later('503')];
  // Half of 2 s, half of 4 s; refused in one, the first of two is taken, then the LRS is overloaded: a first failure.
  expect([await step(), await step(), await step()]).toEqual([1_000, 2_000, 1_000]);
  says = [TAKEN];
  expect(await step()).toBe(0);
  expect(await store.outbox.state()).toMatchObject({ pending: 0 });
});

test('after a batch that went well the next failure is a first one', async () => {
  const { step, save } = await forwarding(1);
  says = [later('503'), later('503'), TAKEN, later('503')];
  for (const ms of [1_000, 2_000, 0]) expect(await step()).toBe(ms);
  await save('next');
  expect(await step()).toBe(1_000);
});

test('an LRS that shuts us out is told once, and told again when it does so after it let us in', async () => {
  const { step, save } = await forwarding(1);
  says = [SHUT, SHUT, TAKEN, SHUT];
  await step();
  await step();
  expect(warnings).toMatchObject([{ event: 'lrs.paused', failure: '401' }]);
  await step();
  await save('next');
  await step();
  expect(warnings).toMatchObject([{ event: 'lrs.paused' }, { event: 'lrs.paused', failure: '401' }]);
});

test.each([
  [10, { refused: 10, pending: 0, isPaused: false }],
  [11, { refused: 0, pending: 11, isPaused: true, failure: 'refuses-all' }],
])('%i refused in a row and none taken', async (count, state) => {
  const { step } = await forwarding(count);
  always = () => REFUSED;
  await step();
  expect(await store.outbox.state()).toMatchObject(state);
  // A refusal is no success.
  expect((await store.outbox.state()).succeededAt).toBeUndefined();
});

test('twelve that the LRS has otherwise (409) are no sign that it refuses everything', async () => {
  const { step } = await forwarding(12);
  always = () => ({ status: 'refused', code: 409 });
  await step();
  expect(await store.outbox.state()).toMatchObject({ refused: 12, pending: 0, isPaused: false });
});

test('a sign of life before each request: whoever watches sees a slow batch go on', async () => {
  const { step } = await forwarding(4);
  says = [REFUSED, REFUSED, TAKEN, TAKEN, TAKEN];
  await step();
  expect([sizes, holds]).toEqual([[4, 2, 1, 1, 2], 6]);
});

describe('suspecting a statement', () => {
  const two = ['first', 'second'].map((name) => ({ id: name, object: name }) as unknown as Statement);
  const probed = async (...answers: LrsAnswer[]) => {
    const asked: string[] = [];
    const done = await probe(two, async ([one]) => {
      asked.push(one?.id ?? '');
      return answers.shift() ?? TAKEN;
    });
    return { asked, done };
  };
  test.each<[string, LrsAnswer[], object]>([
    ['it went through after all', [TAKEN, TAKEN], { settled: 2, refused: [], hasTaken: true }],
    ['500', [TAKEN, later('500')], { settled: 2, refused: [{ index: 0, code: 500 }], hasTaken: true }],
    [
      'no answer in time',
      [TAKEN, later('timeout')],
      { settled: 2, refused: [{ index: 0, code: 504 }], hasTaken: true },
    ],
    ['refused', [TAKEN, REFUSED], { settled: 2, refused: [{ index: 0, code: 400 }], hasTaken: true }],
    ['an overload is nobody’s fault', [TAKEN, later('503')], { settled: 0, refused: [], stop: later('503') }],
    ['nor too many requests', [TAKEN, later('429')], { settled: 0, refused: [], stop: later('429') }],
    [
      'nor a lost network',
      [TAKEN, later('ECONNRESET')],
      { settled: 0, refused: [], stop: later('ECONNRESET') },
    ],
    ['nor a closed door', [TAKEN, SHUT], { settled: 0, refused: [], stop: SHUT }],
    ['the neighbour it was', [later('500'), TAKEN], { settled: 1, refused: [], hasTaken: true }],
    ['both', [later('500'), later('500')], { settled: 0, refused: [], hasTaken: false, stop: later('500') }],
  ])('%s', async (_, answers, expected) => {
    const { asked, done } = await probed(...answers);
    expect(asked).toEqual(['second', 'first']);
    expect(done).toMatchObject(expected);
  });
});

test('a lease that stands still for 90 s is taken, not a millisecond before', async () => {
  const time = { at: 0 };
  const { outbox } = store;
  const lease = (holder: string) => createLease({ outbox, holder, now: () => time.at, staleMs: 90_000 });
  const [one, two] = [lease('one'), lease('two')];
  expect([await one.hold(), await two.hold()]).toEqual([true, false]);
  time.at = 89_999;
  expect(await two.hold()).toBe(false);
  time.at = 90_000;
  expect(await two.hold()).toBe(true);
  // The first one wakes up: it has to stand back, and watches from now on.
  expect(await one.hold()).toBe(false);
  time.at = 179_999;
  expect(await one.hold()).toBe(false);
  time.at = 180_000;
  expect(await one.hold()).toBe(true);
});
