/** What a report reads and keeps, where tests/contract/fold-history.contract.ts shows only that it is right. */
import { beforeEach, expect, test } from 'vitest';
import { readFold } from '#core/cohort/fold-json.ts';
import type { Outline } from '#core/cohort/standing.ts';
import { FOLD_VERSION } from '#core/cohort/standing-fold.ts';
import type { Fact } from '#core/model/fact.ts';
import type { Leader } from '#server/port/cohort-store.ts';
import type { Session } from '#server/port/learner-store.ts';
import { createFoldMembers } from '#server/usecase/fold-members.ts';
import { finished } from '../contract/facts.ts';
import { memoryStore } from '../contract/memory-store.ts';

const AT = 1_795_000_000_000;
const LEADER: Leader = { id: 'leader', role: 'admin' };
const outline: Outline = { lessons: [{ id: 'm2-fab-pitch', objectives: [] }], scenarios: [] };
let store: ReturnType<typeof memoryStore>;
let session: Session;
let read: { since: number; until: number }[];

beforeEach(async () => {
  store = memoryStore();
  read = [];
  session = await store.learners.add({ id: 'a', nickname: '小红', createdAt: AT });
  const invitation = { code: 'ABCDEFGH', expiresAt: AT + 1e9 };
  await store.cohorts.make(LEADER, { id: 'c', name: '一班', at: AT, invitation });
  await store.cohorts.enrol(session, { code: invitation.code, at: AT, told: 1 });
});

const append = (...facts: Fact[]) => store.facts.append({ session, receivedAt: AT, facts });
async function look(): Promise<void> {
  const pending = await store.factChecks.pending('a');
  if (pending)
    await store.factChecks.record({
      learnerId: 'a',
      judged: [],
      cursor: pending,
      at: AT,
      checkedBy: 'r',
    });
}
/** As a process that has just started makes it. */
async function report(): Promise<unknown> {
  const told: string[] = [];
  const fold = createFoldMembers({
    cohorts: {
      sharedFacts(leader, cohortId, learnerId, range) {
        read.push({ since: range.since, until: range.until });
        return store.cohorts.sharedFacts(leader, cohortId, learnerId, range);
      },
    },
    folds: store.folds,
    outline,
    newFacts: 2,
  });
  await fold(LEADER, 'c', ['a'], (_, json) => told.push(json));
  return JSON.parse(told[0] ?? 'null');
}
const keptFold = async () => (await store.folds.find(['a'], FOLD_VERSION))[0]?.fold;
const OPEN = { lessons: [{ state: 'open', mastery: [] }], scenarios: [], lastAt: AT };

test('after a restart only the facts since are read; few new ones are not worth writing', async () => {
  await append(finished('f1'), finished('f2'));
  await look();
  expect(await report()).toEqual(OPEN);
  expect(await keptFold()).toMatchObject({ seq: 2 });
  await append({ ...finished('f3'), at: AT + 5 });
  await look();
  read = [];
  expect(await report()).toEqual({ ...OPEN, lastAt: AT + 5 });
  expect(read).toEqual([{ since: 2, until: 3 }]);
  expect(await keptFold()).toMatchObject({ seq: 2 });
});

test('facts that nobody has looked at are shown where they claim nothing, and not kept', async () => {
  await append(finished('f1'), finished('f2'));
  expect(await report()).toEqual(OPEN);
  expect(await keptFold()).toBeUndefined();
});

test('with a fact that this release does not know nothing is kept: one that knows it reads it', async () => {
  const strange = { ...finished('f2'), type: 'dream.told' } as unknown as Fact;
  await append(finished('f1'), strange, finished('f3'));
  await look();
  expect(await report()).toEqual(OPEN);
  expect(await keptFold()).toBeUndefined();
});

test('an unreadable fold is made again from all facts, and mended', async () => {
  await append(finished('f1'), finished('f2'));
  await look();
  await store.folds.keep({ learnerId: 'a', version: FOLD_VERSION, recounts: 0, seq: 2, json: '{' });
  expect(await report()).toEqual(OPEN);
  expect(readFold((await keptFold())?.json ?? '')?.lastAt).toBe(AT);
});

test('who is no member any more is passed over', async () => {
  await append(finished('f1'));
  await store.cohorts.removeMember(LEADER, 'c', 'a');
  expect(await report()).toBeNull();
});
