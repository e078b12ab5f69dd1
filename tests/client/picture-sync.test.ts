import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { StoredBlob } from '#client/record/blobs.ts';
import { type DeviceRecord, openRecord } from '#client/record/record.ts';
import { DeviceSync } from '#client/sync/device-sync.ts';
import { pictureRows } from '#client/sync/picture-rows.ts';
import { PictureSync } from '#client/sync/picture-sync.ts';
import { forgetOthers, syncRows } from '#client/sync/sync-rows.ts';
import type { Fact } from '#core/model/fact.ts';
import { DAY_MS } from '#core/sync/picture-plan.ts';
import { pictureBytes, pictureId, saved } from '../contract/pictures.ts';
import { type PictureServer, pictureServer } from '../core/sync/picture-world.ts';
import { failure, fakeDevice } from './faulty-storage.ts';

const opened: DeviceRecord[] = [];
let server: PictureServer;
/** What becomes of the next requests for pictures, in order; beyond them all is well. */
let luck: ('lost' | 'unheard' | number)[];
let order: string[];
beforeEach(() => {
  server = pictureServer();
  luck = [];
  order = [];
});
afterEach(() => {
  for (const record of opened.splice(0)) record.close();
});

async function over<T extends { status: number }>(ask: () => T) {
  const next = luck.shift();
  if (typeof next === 'number') return { status: next, json: undefined };
  const reply = next === 'lost' ? undefined : ask();
  return next === 'unheard' ? undefined : reply;
}
const facts = {
  pull: async (since: number) => server.facts.pull(since),
  async send(list: readonly Fact[]) {
    order.push(...list.map(({ id }) => id));
    return server.facts.save(list);
  },
};
const pictures = {
  send(id: string, { bytes }: StoredBlob) {
    order.push(`put ${id}`);
    return over(() => server.put(id, bytes));
  },
  fetch(id: string) {
    order.push(`get ${id}`);
    return over(() => server.get(id));
  },
};
const [A, B] = [pictureId(1), pictureId(2)] as [string, string];
const photo = (seed: number): StoredBlob => ({ v: 1, type: 'image/jpeg', bytes: pictureBytes(seed, 60) });

async function phone(device = fakeDevice()) {
  const record = await openRecord({ now: () => 1_000, open: device.open, texts: device.texts });
  opened.push(record);
  const time = { at: 5_000 };
  const timers: { run: () => void; ms: number }[] = [];
  const switched = { isOn: true, opens: 0 };
  const begin = (learnerId = 'l1') => {
    const shared = { record, isOn: () => switched.isOn, now: () => time.at, random: () => 0 };
    return new DeviceSync({
      ...shared,
      rows: syncRows(record, learnerId),
      api: facts,
      pictures() {
        switched.opens += 1;
        return PictureSync.open({ ...shared, rows: pictureRows(record, learnerId), api: pictures });
      },
      later(run, ms) {
        const timer = { run, ms };
        timers.push(timer);
        return () => void (timers.includes(timer) && timers.splice(timers.indexOf(timer), 1));
      },
    });
  };
  const photograph = async (factId: string, id: string, seed = 1) => {
    await record.blobs.keep([[id, photo(seed)]]);
    await record.write({ at: 1_000, facts: [saved(factId, id)] });
  };
  return { device, record, begin, timers, time, switched, photograph };
}

describe('two phones', () => {
  test('the second one gets the first one’s picture, byte by byte; it goes after its fact, and once', async () => {
    const [a, b] = [await phone(), await phone()];
    await a.photograph('s1', A);
    const syncA = a.begin();
    await syncA.look();
    expect(order).toEqual(['s1', `put ${A}`]);
    expect(syncA.view()).toMatchObject({
      waiting: 0,
      picturesWaiting: 0,
      problem: undefined,
      isWorking: false,
    });
    const syncB = b.begin();
    await syncB.look();
    expect(await b.record.blobs.get(A)).toEqual(photo(1));
    // At later visits of either nothing goes over the network any more.
    order = [];
    for (const { device } of [a, b]) await (await phone(device)).begin().look();
    expect(order).toEqual([]);
  });

  test('whoever has no pictures fetches no code for them', async () => {
    const a = await phone();
    await a.record.write({ at: 1_000, facts: [saved('s1')] });
    await a.begin().look();
    expect(a.switched.opens).toBe(0);
  });

  test('a fact that the server refuses does not bring its picture along', async () => {
    const a = await phone();
    server.facts.put({ ...saved('s1'), documentId: 'another' } as never);
    await a.photograph('s1', A);
    const pull = facts.pull;
    facts.pull = async () => ({ status: 200, json: { facts: [], seq: 1, more: false } });
    await a.begin().look();
    facts.pull = pull;
    expect(order).toEqual(['s1']);
  });
});

describe('a network that comes and goes', () => {
  test('pictures wait and try again by themselves; facts do not wait for them', async () => {
    const a = await phone();
    await a.photograph('s1', A);
    luck = ['lost', 503];
    const sync = a.begin();
    await sync.look();
    expect(sync.view()).toMatchObject({
      problem: 'offline',
      waiting: 0,
      picturesWaiting: 1,
      syncedAt: 5_000,
    });
    expect(a.timers.map(({ ms }) => ms)).toEqual([1_000]);
    // Something written meanwhile goes at once, and the picture keeps its time.
    await a.record.write({ at: 1_000, facts: [saved('s2')] });
    sync.changed();
    expect(a.timers.map(({ ms }) => ms)).toEqual([800]);
    a.time.at += 800;
    a.timers.shift()?.run();
    await expect.poll(() => a.timers.map(({ ms }) => ms)).toEqual([200]);
    expect(order).toEqual(['s1', `put ${A}`, 's2']);
    a.time.at += 200;
    a.timers.shift()?.run();
    await expect.poll(() => a.timers.map(({ ms }) => ms)).toEqual([2_000]);
    expect(sync.view().problem).toBe('busy');
    luck = ['unheard'];
    // Somebody comes back: now, not in two seconds. The answer is lost, the repeat does no harm.
    await sync.look();
    expect(a.timers.map(({ ms }) => ms)).toContain(1_000);
    await sync.look();
    expect(sync.view()).toMatchObject({ problem: undefined, picturesWaiting: 0 });
    expect([...server.pictures.keys()]).toEqual([A]);
  });

  test('one that is nowhere yet is asked for again later, and comes at once when somebody looks at it', async () => {
    const [a, b] = [await phone(), await phone()];
    await a.photograph('s1', A);
    luck = ['lost'];
    await a.begin().look();
    const sync = b.begin();
    await sync.look();
    expect(sync.view()).toMatchObject({ picturesWaiting: 1, problem: undefined });
    await sync.look();
    expect(order.filter((one) => one.startsWith('get'))).toHaveLength(1);
    await a.begin().look();
    order = [];
    expect(await Promise.all([sync.want(A), sync.want(A)])).toEqual(['here', 'here']);
    expect(order).toEqual([`get ${A}`]);
    expect(await b.record.blobs.get(A)).toEqual(photo(1));
    expect(sync.view().picturesWaiting).toBe(0);
    expect(await sync.want(B)).toBe('absent');
    luck = ['lost'];
    expect(await sync.want(B)).toBe('offline');
  });

  test.each([
    [409, 'contradicts'],
    [413, 'too-large'],
    [415, 'unknown-shape'],
  ] as const)(
    'refused with %i it is told, stays here and is not sent again; the others go on',
    async (status, why) => {
      const a = await phone();
      await a.photograph('s1', A);
      await a.photograph('s2', B, 2);
      luck = [status];
      const sync = a.begin();
      await sync.look();
      expect([...(sync.view().pictures?.marks ?? [])]).toEqual([
        [A, { is: 'refused', why }],
        [B, { is: 'settled' }],
      ]);
      expect(await a.record.blobs.get(A)).toEqual(photo(1));
      order = [];
      const again = (await phone(a.device)).begin();
      await again.look();
      expect(order).toEqual([]);
      expect(again.view().pictures?.marks.get(A)).toEqual({ is: 'refused', why });
    },
  );

  test.each([
    [401, 'unknown'],
    [410, 'deleted'],
  ] as const)('%i ends it, as for facts', async (status, why) => {
    const a = await phone();
    await a.photograph('s1', A);
    luck = [status];
    const sync = a.begin();
    await sync.look();
    expect(sync.view().problem).toBe(why);
    expect(a.timers).toEqual([]);
  });

  test('a full quota is remembered over visits and tried again after a day', async () => {
    server = pictureServer(0);
    const a = await phone();
    await a.photograph('s1', A);
    const sync = a.begin();
    await sync.look();
    expect(sync.view()).toMatchObject({
      problem: undefined,
      picturesWaiting: 1,
      pictures: { fullUntil: 5_000 + DAY_MS },
    });
    const again = await phone(a.device);
    await again.begin().look();
    expect(server.sent).toEqual([A]);
    server.room.quota = 1;
    again.time.at = 5_000 + DAY_MS;
    const later = again.begin();
    await later.look();
    expect([...server.pictures.keys()]).toEqual([A]);
    expect(later.view().pictures?.fullUntil).toBe(0);
  });
});

describe('turned off, deleted, full, set back', () => {
  test('turned off in the middle of an answer, nothing of it is taken over', async () => {
    const [a, b] = [await phone(), await phone()];
    await a.photograph('s1', A);
    await a.begin().look();
    const fetch = pictures.fetch;
    pictures.fetch = async (id) => {
      b.switched.isOn = false;
      return fetch(id);
    };
    await b.begin().look();
    pictures.fetch = fetch;
    expect(await b.record.blobs.get(A)).toBeUndefined();
  });

  test('no room on this device: the picture is in this page, and is fetched again another time', async () => {
    const [a, b] = [await phone(), await phone()];
    await a.photograph('s1', A);
    await a.begin().look();
    const sync = b.begin();
    const keep = b.record.blobs.keep.bind(b.record.blobs);
    b.record.blobs.keep = async (entries) => {
      b.device.faults.onWrite = failure('QuotaExceededError');
      const done = await keep(entries);
      delete b.device.faults.onWrite;
      return done;
    };
    await sync.look();
    expect(await b.record.blobs.get(A)).toEqual(photo(1));
    expect(sync.view().pictures?.marks.get(A)).toMatchObject({ is: 'put-off' });
    const again = await phone(b.device);
    again.time.at += DAY_MS;
    await again.begin().look();
    expect((await b.device.rows('blobs')).map(([id]) => id)).toEqual([A]);
  });

  test('a server set back by a backup gets the picture again', async () => {
    const a = await phone();
    await a.photograph('s1', A);
    const sync = a.begin();
    await sync.look();
    server = pictureServer();
    await a.record.write({ at: 1_000, facts: [saved('s2')] });
    await sync.look();
    await sync.look();
    expect([...server.pictures.keys()]).toEqual([A]);
    expect([...server.facts.kept.keys()].sort()).toEqual(['s1', 's2']);
  });

  test('joining another copy, nothing noted for the former one counts', async () => {
    const a = await phone();
    await a.photograph('s1', A);
    await a.begin('l1').look();
    await forgetOthers(a.record, 'l2');
    server = pictureServer();
    await a.begin('l2').look();
    expect([...server.pictures.keys()]).toEqual([A]);
    expect((await a.device.rows('meta')).filter(([key]) => key.startsWith('sync/l1'))).toEqual([]);
  });
});
