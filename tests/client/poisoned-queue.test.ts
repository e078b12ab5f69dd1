/** Fault 10 on the device: one bad fact among good ones. The rest goes on; the bad one stays, is told, and is not tried for ever. */
import { afterEach, describe, expect, test } from 'vitest';
import { copyRecord } from '#client/account/move-record.ts';
import { memoryStorage } from '#client/record/memory-storage.ts';
import { type DeviceRecord, openRecord } from '#client/record/record.ts';
import { DeviceSync } from '#client/sync/device-sync.ts';
import { syncRows } from '#client/sync/sync-rows.ts';
import type { Fact } from '#core/model/fact.ts';
import type { HttpReply } from '#core/sync/sync-answer.ts';
import { fact, smallServer } from '../core/sync/world.ts';
import { fakeDevice } from './faulty-storage.ts';

const opened: DeviceRecord[] = [];
afterEach(() => {
  for (const record of opened.splice(0)) record.close();
});

/** @param turnsBack the status with which a batch is refused as a whole, if it is. */
async function phone(
  device: ReturnType<typeof fakeDevice>,
  turnsBack: (facts: readonly Fact[]) => number | undefined = () => undefined,
) {
  const record = await openRecord({ now: () => 1_000, open: device.open, texts: device.texts });
  opened.push(record);
  const server = smallServer(100);
  const sent: string[][] = [];
  const timers: (() => void)[] = [];
  const sync = new DeviceSync({
    record,
    rows: syncRows(record, 'l1'),
    api: {
      pull: async (since) => server.pull(since),
      async send(facts): Promise<HttpReply> {
        sent.push(facts.map(({ id }) => id));
        const status = turnsBack(facts);
        return status === undefined ? server.save(facts) : { status, json: undefined };
      },
    },
    pictures: () => Promise.reject(new Error('nobody here has pictures')),
    isOn: () => true,
    now: () => 5_000,
    random: () => 0,
    later(run) {
      timers.push(run);
      return () => {};
    },
  });
  return { record, server, sent, sync, timers, kept: () => [...server.kept.keys()].sort() };
}

/** A device on which these facts lie. */
async function laden(...facts: readonly (Fact | [key: string, row: unknown])[]) {
  const device = fakeDevice();
  for (const one of facts) {
    const [key, row] = Array.isArray(one) ? one : [one.id, one];
    await device.put('facts', key, row);
  }
  return device;
}

const sheet = (id: string, fields: unknown): [string, unknown] => [
  id,
  {
    ...{ v: 1, id, at: 1_000, deviceId: 'd', language: 'zh', type: 'worksheet.saved' },
    ...{ worksheetId: 't-01', worksheetRevision: 'r', documentId: 'x', blobIds: [], fields },
  },
];
const endless = () => {
  const one: Record<string, unknown> = {};
  one.self = one;
  return one;
};

describe('a damaged row', () => {
  test.each([
    ['a row that is no fact', ['bad', { id: 'bad', type: 'nonsense' }]],
    ['a fact under another id', ['bad', fact('other')]],
    ['half a fact', ['bad', { id: 'bad', v: 1, type: 'lesson.opened' }]],
    ['nothing', ['bad', null]],
    ['a number of any length', ['bad', { id: 'bad', n: 10n ** 40n }]],
    ['something that holds itself', ['bad', endless()]],
    ['a sheet that holds itself', sheet('bad', endless())],
    ['a sheet with a number of any length', sheet('bad', { a: [{ b: 1n }] })],
    ['a sheet with what JSON does not have', sheet('bad', { a: new Map(), b: Number.NaN })],
  ] as [string, [string, unknown]][])('%s: set aside and said, the others are sent', async (_, row) => {
    const device = await laden(fact('a'), row, fact('z'));
    const { record, sync, kept } = await phone(device);
    expect(record.health()).toMatchObject({ state: 'kept', setAside: 1 });
    await sync.look();
    expect(kept()).toEqual(['a', 'z']);
    expect(sync.view()).toMatchObject({ waiting: 0, problem: undefined, refused: [] });
    // Not lost: it lies in quarantine as it was.
    expect((await device.rows('quarantine')).map(([, value]) => value)).toMatchObject([{ value: row[1] }]);
    expect((await device.rows('facts')).map(([key]) => key)).toEqual(['a', 'z']);
  });

  test('it goes along when the record moves to an account', async () => {
    const device = await laden(fact('a'), ['bad', { id: 'bad', n: 1n }]);
    const into = memoryStorage();
    const from = await device.open('sanxiu-local', () => {});
    expect([...(await copyRecord(from, into, 9))]).toEqual(['a', 'bad']);
    const aside = await into.transact('read', (stores) => stores.entries('quarantine'));
    expect(aside.map(([, value]) => value)).toMatchObject([{ key: 'bad', value: { id: 'bad', n: 1n } }]);
  });
});

describe('a fact that is refused for ever', () => {
  const many = Array.from({ length: 40 }, (_, n) => fact(`f${String(n).padStart(2, '0')}`));
  const sizesOf = ({ sent }: { sent: readonly string[][] }) => sent.map((facts) => facts.length);
  const holds = (id: string) => (facts: readonly Fact[]) => facts.some((one) => one.id === id);

  test.each([
    [400, 0],
    [403, 0],
    [422, 0],
    [500, 2],
  ])(
    'each batch with it answered %i: found by halves after %i tries, set aside, told, not sent again',
    async (status, tries) => {
      const device = await laden(...many);
      const isBad = holds('f17');
      const one = await phone(device, (facts) => (isBad(facts) ? status : undefined));
      await one.sync.look();
      for (let tried = 0; tried < tries; tried += 1) {
        expect(one.sync.view()).toMatchObject({ problem: 'busy', refused: [] });
        one.timers.shift()?.();
        await expect.poll(() => one.sync.view().isWorking).toBe(false);
      }
      expect(one.kept()).toEqual(many.map(({ id }) => id).filter((id) => id !== 'f17'));
      expect(one.sync.view()).toMatchObject({
        ...{ waiting: 0, problem: undefined },
        refused: [{ id: 'f17', why: 'turned-back' }],
      });
      expect(one.record.facts().length).toBe(40);
      // f17 is refused alone, f18 is taken, f17 is refused once more; then what is left goes in one.
      const halves = [40, 20, 10, 10, 5, 5, 3, 2, 2, 1, 1, 1, 21];
      expect(sizesOf(one)).toEqual([...Array(tries).fill(40), ...halves]);
      const asked = one.sent.length;
      await one.sync.look();
      const again = await phone(device, (facts) => (isBad(facts) ? status : undefined));
      await again.sync.look();
      expect([one.sent.length, again.sent]).toEqual([asked, []]);
      expect(again.sync.view().refused).toEqual([{ id: 'f17', why: 'turned-back' }]);
    },
  );

  test('everything is refused: believed after a few halves, nothing is set aside, and later all of it goes', async () => {
    const device = await laden(...many);
    const one = await phone(device, () => 403);
    await one.sync.look();
    expect(one.sync.view()).toMatchObject({ problem: 'outdated', waiting: 40, refused: [] });
    expect(one.sent.length).toBeLessThanOrEqual(11);
    const asked = one.sent.length;
    await one.sync.look();
    expect(one.sent.length).toBe(asked + 1); // not looked for again in this page
    expect(one.sent.at(-1)).toHaveLength(40);
    const later = await phone(device);
    await later.sync.look();
    expect(later.kept().length).toBe(40);
  });

  test('everything sent is refused, and what others sent is fetched in between: that clears nobody', async () => {
    let isAsked = false;
    const device = await laden(...many);
    const one = await phone(device, (facts) => {
      if (facts.length === 1 && !isAsked) {
        isAsked = true;
        void one.sync.look(); // the learner presses the button while the first one is under way alone
      }
      return 403;
    });
    await one.sync.look();
    expect(isAsked).toBe(true);
    expect(one.sync.view()).toMatchObject({ problem: 'outdated', waiting: 40, refused: [] });
  });

  test('three of them, two side by side: all are found', async () => {
    const device = await laden(...many);
    const bad = ['f03', 'f30', 'f31'];
    const one = await phone(device, (facts) => (bad.some((id) => holds(id)(facts)) ? 400 : undefined));
    await one.sync.look();
    expect(
      one.sync
        .view()
        .refused.map(({ id }) => id)
        .sort(),
    ).toEqual(bad);
    expect(one.kept().length).toBe(37);
    // To f03; from f05 on to f30 and f31, which are tried once more one after the other; the rest.
    expect(sizesOf(one)).toEqual([
      ...[40, 20, 10, 5, 3, 3, 2, 1, 1, 1],
      ...[35, 18, 17, 9, 5, 5, 3, 2, 2, 1, 1, 1, 1, 1],
      7,
    ]);
  });

  test('four side by side are found; five are taken for a server that refuses everything, and wait', async () => {
    const firstOnes = (count: number) => many.slice(0, count).map(({ id }) => id);
    const withBad = async (count: number) => {
      const bad = firstOnes(count);
      const one = await phone(await laden(...many), (facts) =>
        facts.some(({ id }) => bad.includes(id)) ? 400 : undefined,
      );
      await one.sync.look();
      return one.sync.view();
    };
    const four = await withBad(4);
    expect(four).toMatchObject({ problem: undefined, waiting: 0 });
    expect(four.refused.map(({ id }) => id).sort()).toEqual(firstOnes(4));
    expect(await withBad(5)).toMatchObject({ problem: 'outdated', waiting: 40, refused: [] });
  });

  test('the only one there is: it waits, and is set aside once another one goes through', async () => {
    const device = await laden(fact('bad'));
    const one = await phone(device, (facts) => (holds('bad')(facts) ? 400 : undefined));
    await one.sync.look();
    expect(one.sync.view()).toMatchObject({ problem: 'outdated', waiting: 1, refused: [] });
    // In the same page too.
    const sibling = await phone(await laden(fact('bad')), (facts) => (holds('bad')(facts) ? 400 : undefined));
    await sibling.sync.look();
    await sibling.record.write({ at: 1_000, facts: [fact('good')] });
    await sibling.sync.look();
    expect(sibling.sync.view().refused).toEqual([{ id: 'bad', why: 'turned-back' }]);
    await device.put('facts', 'good', fact('good'));
    const later = await phone(device, (facts) => (holds('bad')(facts) ? 400 : undefined));
    await later.sync.look();
    expect(later.kept()).toEqual(['good']);
    expect(later.sync.view().refused).toEqual([{ id: 'bad', why: 'turned-back' }]);
  });

  test('the only one that is not on the server yet: those sent before say nothing of it, it waits', async () => {
    const one = await phone(await laden(fact('sent')), (facts) => (holds('bad')(facts) ? 400 : undefined));
    await one.sync.look();
    await one.record.write({ at: 1_000, facts: [fact('bad')] });
    await one.sync.look();
    expect(one.kept()).toEqual(['sent']);
    expect(one.sync.view()).toMatchObject({ problem: 'outdated', waiting: 1, refused: [] });
  });

  test('a fault that ends just after a good fact was refused alone: that one is sent once more, nothing is set aside', async () => {
    const device = await laden(...many);
    let isOver = false;
    const one = await phone(device, (facts) => {
      if (isOver) return undefined;
      isOver = facts.length === 1; // the last one it refuses
      return 403;
    });
    await one.sync.look();
    expect(one.kept()).toEqual(many.map(({ id }) => id));
    expect(one.sync.view()).toMatchObject({ problem: undefined, waiting: 0, refused: [] });
    // f00 refused, f01 and then f00 taken, and all the others in one.
    expect(sizesOf(one)).toEqual([40, 20, 10, 5, 3, 2, 1, 1, 1, 38]);
  });

  test('too large: given up without asking, the others go', async () => {
    const device = await laden(fact('a'), sheet('large', { text: '字'.repeat(90_000) }), fact('z'));
    const { sync, kept, sent } = await phone(device);
    await sync.look();
    expect(kept()).toEqual(['a', 'z']);
    expect(sync.view().refused).toEqual([{ id: 'large', why: 'too-large' }]);
    expect(sent.flat()).not.toContain('large');
  });
});
