import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type DeviceRecord, openRecord } from '#client/record/record.ts';
import type { FactDraft } from '#client/record/record-types.ts';
import { DeviceSync } from '#client/sync/device-sync.ts';
import { forgetOthers, syncRows } from '#client/sync/sync-rows.ts';
import type { Fact } from '#core/model/fact.ts';
import type { HttpReply } from '#core/sync/sync-answer.ts';
import { fact, type SmallServer, smallServer } from '../core/sync/world.ts';
import { failure, fakeDevice } from './faulty-storage.ts';

const opened: DeviceRecord[] = [];
let server: SmallServer;
/** What the network does to the next requests, in order; beyond them all is well. */
let luck: ('lost' | 'unheard' | number)[];
let sent: string[][];
let asked: number;
beforeEach(() => {
  server = smallServer();
  luck = [];
  sent = [];
  asked = 0;
});
afterEach(() => {
  for (const record of opened.splice(0)) record.close();
});

async function over(ask: () => HttpReply): Promise<HttpReply | undefined> {
  const next = luck.shift();
  if (typeof next === 'number') return { status: next, json: undefined };
  const reply = next === 'lost' ? undefined : ask();
  return next === 'unheard' ? undefined : reply;
}

const api = {
  pull(since: number) {
    asked += 1;
    return over(() => server.pull(since));
  },
  send(facts: readonly Fact[]) {
    sent.push(facts.map(({ id }) => id));
    return over(() => server.save(facts));
  },
};

async function phone(device = fakeDevice()) {
  const record = await openRecord({ now: () => 1_000, open: device.open, texts: device.texts });
  opened.push(record);
  const time = { at: 5_000 };
  const timers: { run: () => void; ms: number }[] = [];
  const switched = { isOn: true };
  const begin = (learnerId = 'l1') =>
    new DeviceSync({
      record,
      rows: syncRows(record, learnerId),
      api,
      pictures: () => Promise.reject(new Error('nobody here has pictures')),
      isOn: () => switched.isOn,
      now: () => time.at,
      random: () => 0,
      later(run, ms) {
        const timer = { run, ms };
        timers.push(timer);
        return () => void (timers.includes(timer) && timers.splice(timers.indexOf(timer), 1));
      },
    });
  return { device, record, begin, timers, time, switched };
}

const note = (id: string, text = id): FactDraft => ({
  type: 'reflection.saved',
  id,
  lessonId: 'l',
  blockId: 'b',
  text,
  language: 'zh',
});
const ids = (record: DeviceRecord) =>
  record
    .facts()
    .map(({ id }) => id)
    .sort();

describe('two phones', () => {
  test('end with the same record, and say that all is sent and when', async () => {
    const [a, b] = [await phone(), await phone()];
    await a.record.append([note('a1'), note('a2')]);
    await b.record.append([note('b1')]);
    const [syncA, syncB] = [a.begin(), b.begin()];
    await syncA.look();
    await syncB.look();
    await syncA.look();
    expect(ids(a.record)).toEqual(['a1', 'a2', 'b1']);
    expect(ids(b.record)).toEqual(['a1', 'a2', 'b1']);
    expect(syncA.view()).toMatchObject({ waiting: 0, syncedAt: 5_000, isWorking: false, problem: undefined });
    // What came from the server is not sent back.
    expect(sent).toEqual([['a1', 'a2'], ['b1']]);
  });

  test('the page opened again goes on where it was: nothing is sent or fetched twice', async () => {
    const a = await phone();
    await a.record.append([note('a1')]);
    await a.begin().look();
    const again = await phone(a.device);
    await again.record.append([note('a2')]);
    await again.begin().look();
    expect(sent).toEqual([['a1'], ['a2']]);
    // For another learner, whose copy is empty, nothing of it counts.
    server = smallServer();
    await again.begin('l2').look();
    expect(sent.at(-1)).toEqual(['a1', 'a2']);
    await forgetOthers(again.record, 'l2');
    const keys = (await a.device.rows('meta')).map(([key]) => key);
    expect(keys.filter((key) => key.startsWith('sync/l1'))).toEqual([]);
    expect(keys.filter((key) => key.startsWith('sync/l2/sent/'))).toHaveLength(2);
  });

  test('a body that contradicts stays on its phone, is named, and is not sent again', async () => {
    const a = await phone();
    server.put({ ...note('x', 'first'), id: 'x' });
    // Asked before the other one had sent it.
    await a.record.append([note('x', 'second'), note('y')]);
    const pull = api.pull;
    const sync = a.begin();
    api.pull = async () => ({ status: 200, json: { facts: [], seq: 1, more: false } });
    await sync.look();
    api.pull = pull;
    expect(sync.view().refused).toEqual([{ id: 'x', why: 'contradicts' }]);
    expect(sync.view().waiting).toBe(0);
    expect(server.kept.has('y')).toBe(true);
    expect(ids(a.record)).toEqual(['x', 'y']);
    const again = (await phone(a.device)).begin();
    await again.look();
    expect(again.view().refused).toEqual([{ id: 'x', why: 'contradicts' }]);
    expect(sent).toEqual([['x', 'y']]);
  });
});

describe('a network that comes and goes', () => {
  test('no answer: it waits, says so, tries again by itself, and a repeat does no harm', async () => {
    const a = await phone();
    await a.record.append([note('a1')]);
    luck = ['lost', 503];
    const sync = a.begin();
    await sync.look();
    expect(sync.view()).toMatchObject({ problem: 'offline', waiting: 1, syncedAt: undefined });
    expect(a.timers.map(({ ms }) => ms)).toEqual([1_000]);
    // Studying on does not bring the try forward.
    sync.changed();
    expect(a.timers).toHaveLength(1);
    a.timers.shift()?.run();
    await expect.poll(() => sync.view().problem).toBe('busy');
    expect(a.timers.map(({ ms }) => ms)).toEqual([2_000]);
    luck = ['unheard'];
    a.timers.shift()?.run();
    await expect.poll(() => a.timers.length).toBe(1);
    expect(sync.view().waiting).toBe(1);
    await sync.look();
    expect(sync.view()).toMatchObject({ waiting: 0, problem: undefined });
    expect([...server.kept.keys()]).toEqual(['a1']);
  });

  test('once a try by itself went well, what is written next goes soon, and a new failure waits as a first one', async () => {
    const a = await phone();
    await a.record.append([note('a1')]);
    const sync = a.begin();
    luck = ['lost', 'lost'];
    await sync.look();
    for (const ms of [1_000, 2_000]) {
      expect(a.timers.map((timer) => timer.ms)).toEqual([ms]);
      a.timers.shift()?.run();
      await expect.poll(() => sync.view().isWorking).toBe(false);
    }
    expect(sync.view()).toMatchObject({ waiting: 0, problem: undefined });
    await a.record.append([note('a2')]);
    sync.changed();
    expect(a.timers.map((timer) => timer.ms)).toEqual([800]);
    luck = ['lost'];
    a.timers.shift()?.run();
    await expect.poll(() => a.timers.map((timer) => timer.ms)).toEqual([1_000]);
  });

  test.each([
    [401, 'unknown'],
    [410, 'deleted'],
    [404, 'no-server'],
  ] as const)(
    '%i ends it until somebody looks again: nothing is tried in the background',
    async (status, why) => {
      const a = await phone();
      luck = [status];
      const sync = a.begin();
      await sync.look();
      expect(sync.view().problem).toBe(why);
      expect(a.timers).toEqual([]);
      await a.record.append([note('a1')]);
      sync.changed();
      await sync.farewell();
      expect(a.timers).toEqual([]);
      expect(sent).toEqual([]);
    },
  );

  test('a server set back by a backup: what it had refused or lost is sent again, also by the next page', async () => {
    const a = await phone();
    const sync = a.begin();
    await sync.look();
    server.put(fact('odds', 7));
    await a.record.write({ at: 1_000, facts: [fact('a1'), fact('odds')] });
    sync.changed();
    a.timers.shift()?.run();
    await expect.poll(() => sync.view()).toMatchObject({ waiting: 0, isWorking: false });
    expect(sync.view().refused).toEqual([{ id: 'odds', why: 'contradicts' }]);
    server = smallServer();
    await a.record.append([note('a2')]);
    // The page hears of it with what it sends next, and the network is gone before anything is sent again.
    const pull = api.pull;
    api.pull = async (since) => (server.kept.has('a2') ? undefined : pull(since));
    await sync.look();
    api.pull = pull;
    expect([...server.kept.keys()]).toEqual(['a2']);
    expect(sync.view()).toMatchObject({ waiting: 3, problem: 'offline', refused: [] });
    const again = await phone(a.device);
    const next = again.begin();
    await next.look();
    expect([...server.kept.keys()].sort()).toEqual(['a1', 'a2', 'odds']);
    expect(next.view()).toMatchObject({ waiting: 0, refused: [] });
  });

  test('facts of one moment go together, a little later', async () => {
    const a = await phone();
    const sync = a.begin();
    await sync.look();
    for (const id of ['a1', 'a2', 'a3']) {
      await a.record.append([note(id)]);
      sync.changed();
    }
    expect(a.timers).toHaveLength(1);
    a.timers.shift()?.run();
    await expect.poll(() => sync.view().waiting).toBe(0);
    expect(sent).toEqual([['a1', 'a2', 'a3']]);
  });

  test('a page that goes leaves behind what was not sent', async () => {
    const a = await phone();
    const sync = a.begin();
    await sync.look();
    await a.record.append([note('a1')]);
    await sync.farewell();
    expect([...server.kept.keys()]).toEqual(['a1']);
    expect(sync.view().waiting).toBe(0);
  });

  test('clocks that are wrong change nothing', async () => {
    const a = await phone();
    const facts = [0, 9e12, 1].map((at, index) => ({ ...note(`c${index}`), at }));
    await a.record.append(facts);
    const sync = a.begin();
    await sync.look();
    a.time.at = 0;
    await sync.look();
    expect(sync.view().waiting).toBe(0);
    expect([...server.kept.keys()].sort()).toEqual(['c0', 'c1', 'c2']);
  });
});

describe('turned off, deleted, full', () => {
  test('turned off in the middle of an answer, nothing of it is taken over', async () => {
    const a = await phone();
    server.put(fact('other'));
    const sync = a.begin();
    const pull = api.pull;
    api.pull = async (since) => {
      a.switched.isOn = false;
      return pull(since);
    };
    await sync.look();
    api.pull = pull;
    expect(ids(a.record)).toEqual([]);
    expect(asked).toBe(1);
    expect(sync.view().isWorking).toBe(false);
  });

  test('turned off while a page that goes leaves something behind, nothing is noted of it', async () => {
    const a = await phone();
    const sync = a.begin();
    await sync.look();
    await a.record.append([note('a1')]);
    const send = api.send;
    api.send = async (facts) => {
      a.switched.isOn = false;
      return send(facts);
    };
    await sync.farewell();
    api.send = send;
    expect(sent).toEqual([['a1']]);
    expect(sync.view().waiting).toBe(1);
  });

  test('what could not be kept on a full device is asked for again at the next visit', async () => {
    const [a, b] = [await phone(), await phone()];
    await a.record.append([note('a1')]);
    await a.begin().look();
    // Full for the fact alone: what is small still finds room.
    b.device.faults.onWrite = () => {
      delete b.device.faults.onWrite;
      failure('QuotaExceededError')();
    };
    await b.begin().look();
    expect(ids(b.record)).toEqual(['a1']); // in this page
    const again = await phone(b.device);
    expect(ids(again.record)).toEqual([]);
    await again.begin().look();
    expect(ids(again.record)).toEqual(['a1']);
  });
});
