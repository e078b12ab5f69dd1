import { beforeEach, expect, test } from 'vitest';
import { copyRecord, moveRecord } from '#client/account/move-record.ts';
import { onlyHere, removeSent } from '#client/account/sent-rows.ts';
import { memoryStorage } from '#client/record/memory-storage.ts';
import type { RecordStorage, StoreName } from '#client/record/storage.ts';
import { fact } from '../../core/sync/world.ts';

let from: RecordStorage;
let into: RecordStorage;
beforeEach(() => {
  from = memoryStorage();
  into = memoryStorage();
});

const put = (storage: RecordStorage, store: StoreName, key: string, value: unknown) =>
  storage.transact('write', (stores) => stores.put(store, key, value));
const keys = (storage: RecordStorage, store: StoreName) =>
  storage.transact('read', async (stores) => (await stores.entries(store)).map(([key]) => key).sort());
const meta = (storage: RecordStorage, key: string) =>
  storage.transact('read', (stores) => stores.get('meta', key));
const open = {
  v: 1,
  machine: 'quiz@1',
  seq: 3,
  lessonId: 'm1-a',
  savedAt: 5,
  snapshot: { status: 'active' },
};
const picture = { v: 1, type: 'image/png', bytes: new Uint8Array([1]) };
const plan = (between = async () => {}) => ({ at: 9, newDeviceId: 'new-device', between });

test('everything goes over, nothing there is overwritten, and nothing stays behind', async () => {
  await put(from, 'facts', 'a', fact('a'));
  await put(from, 'facts', 'b', fact('b', 2));
  await put(from, 'facts', 'bad', { id: 'bad' });
  await put(from, 'snapshots', 'check:m1-a', open);
  await put(from, 'snapshots', 'check:m1-b', { ...open, seq: 1 });
  await put(from, 'blobs', 'p1', picture);
  await put(from, 'quarantine', 'q', { reason: 'refused' });
  await put(from, 'meta', 'deviceId', 'this-phone');
  await put(from, 'meta', 'sync/U/sent/a', 1);
  await put(into, 'facts', 'b', fact('b', 1));
  await put(into, 'snapshots', 'check:m1-b', { ...open, seq: 7 });
  await put(into, 'meta', 'deviceId', 'other');

  expect(await moveRecord(from, into, plan())).toBe(true);
  expect(await keys(into, 'facts')).toEqual(['a', 'b']);
  // Another body under a known id: the one that lay there stays, the other is set aside; so is what is no fact.
  expect(await into.transact('read', (stores) => stores.get('facts', 'b'))).toEqual(fact('b', 1));
  expect((await keys(into, 'quarantine')).map((key) => key.split(':').slice(0, 2).join(':'))).toEqual([
    'import:b',
    'import:bad',
    'q',
  ]);
  expect(await into.transact('read', (stores) => stores.get('snapshots', 'check:m1-b'))).toMatchObject({
    seq: 7,
  });
  expect(await keys(into, 'snapshots')).toEqual(['check:m1-a', 'check:m1-b']);
  expect(await keys(into, 'blobs')).toEqual(['p1']);
  expect(await meta(into, 'deviceId')).toBe('other');
  expect(await meta(into, 'sync/U/sent/a')).toBeUndefined();
  for (const store of ['facts', 'snapshots', 'blobs', 'quarantine'] as const)
    expect(await keys(from, store)).toEqual([]);
  expect(await meta(from, 'deviceId')).toBe('new-device');
});

test('a record that has just been made goes on as the same device', async () => {
  await put(from, 'facts', 'a', fact('a'));
  await put(from, 'meta', 'deviceId', 'this-phone');
  await put(into, 'meta', 'deviceId', 'just-made');
  await moveRecord(from, into, plan());
  expect(await meta(into, 'deviceId')).toBe('this-phone');
});

test('cut off between copy and end, both hold all of it, and doing it again completes', async () => {
  await put(from, 'facts', 'a', fact('a'));
  const cut = plan(async () => {
    throw new Error('the page went');
  });
  await expect(moveRecord(from, into, cut)).rejects.toThrow('the page went');
  expect(await keys(from, 'facts')).toEqual(['a']);
  expect(await keys(into, 'facts')).toEqual(['a']);
  await moveRecord(from, into, plan());
  await moveRecord(from, into, plan());
  expect(await keys(from, 'facts')).toEqual([]);
  expect(await keys(into, 'facts')).toEqual(['a']);
});

test('what another tab writes meanwhile goes over too', async () => {
  await put(from, 'facts', 'a', fact('a'));
  const late = plan(async () => {
    await put(from, 'facts', 'late', fact('late'));
  });
  expect(await moveRecord(from, into, late)).toBe(true);
  expect(await keys(into, 'facts')).toEqual(['a', 'late']);
  expect(await keys(from, 'facts')).toEqual([]);
});

test('a full device: nothing is copied, and nothing is lost', async () => {
  await put(from, 'facts', 'a', fact('a'));
  const full: RecordStorage = {
    ...into,
    transact: () => Promise.reject(new DOMException('full', 'QuotaExceededError')),
  };
  await expect(copyRecord(from, full, 9)).rejects.toThrow('full');
  await expect(moveRecord(from, full, plan())).rejects.toThrow('full');
  expect(await keys(from, 'facts')).toEqual(['a']);
});

test('a record is removed only when the server has all of it', async () => {
  await put(from, 'facts', 'a', fact('a'));
  await put(from, 'facts', 'b/1', fact('b/1'));
  await put(from, 'blobs', 'p1', picture);
  await put(from, 'snapshots', 'check:m1-a', open);
  await put(from, 'meta', 'sync/L/sent/a', 1);
  // Sent for somebody else, and refused: neither is on the server for this learner.
  await put(from, 'meta', 'sync/U/sent/b/1', 1);
  expect(await onlyHere(from, 'L')).toEqual({ facts: 1, pictures: 1, open: 1 });
  await put(from, 'meta', 'sync/L/sent/b/1', 1);
  await put(from, 'meta', 'sync/L/refused/b/1', { id: 'b/1', why: 'too-large' });
  expect(await onlyHere(from, 'L')).toEqual({ facts: 1, pictures: 1, open: 1 });
  expect(await removeSent(from, 'L', 'new')).toBe(false);
  expect(await keys(from, 'facts')).toEqual(['a', 'b/1']);
  await from.transact('write', (stores) => stores.remove('meta', 'sync/L/refused/b/1'));
  await put(from, 'meta', 'sync/L/picture/p1', { is: 'put-off', tries: 1, until: 3 });
  expect(await removeSent(from, 'L', 'new')).toBe(false);
  await put(from, 'meta', 'sync/L/picture/p1', { is: 'settled' });
  expect(await onlyHere(from, 'L')).toEqual({ facts: 0, pictures: 0, open: 1 });
  expect(await removeSent(from, 'L', 'new')).toBe(true);
  for (const store of ['facts', 'snapshots', 'blobs'] as const) expect(await keys(from, store)).toEqual([]);
  expect(await keys(from, 'meta')).toEqual(['deviceId']);
});
