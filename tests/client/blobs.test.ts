import { expect, test } from 'vitest';
import { type StoredBlob, unpackBlobs } from '#client/record/blobs.ts';
import { exportFrom, importInto } from '#client/record/merge.ts';
import { openRecord } from '#client/record/record.ts';
import { toFileText, transferOf } from '#client/record/transfer.ts';
import { sweepPictures } from '#islands/worksheet/sweep-pictures.ts';
import { failure, fakeDevice } from './faulty-storage.ts';

const picture = (...bytes: number[]): StoredBlob => ({
  v: 1,
  type: 'image/jpeg',
  bytes: new Uint8Array(bytes),
});
const tabOn = (device: ReturnType<typeof fakeDevice>) =>
  openRecord({ now: () => 1000, open: device.open, texts: device.texts });

test('a picture is there after a reload, and one under its id is never replaced', async () => {
  const device = fakeDevice();
  const before = await tabOn(device);
  expect(await before.blobs.keep([['a', picture(1)]])).toBe('kept');
  await before.blobs.keep([['a', picture(2)]]);
  const after = await tabOn(device);
  expect((await after.blobs.get('a'))?.bytes).toEqual(new Uint8Array([1]));
  expect(await after.blobs.get('b')).toBeUndefined();
});

test('a full device: the picture lives in this page, and is kept with the next one that finds room', async () => {
  const device = fakeDevice();
  const record = await tabOn(device);
  device.faults.onWrite = failure('QuotaExceededError');
  expect(await record.blobs.keep([['a', picture(1)]])).toBe('memory');
  expect((await record.blobs.get('a'))?.bytes).toEqual(new Uint8Array([1]));
  expect([...(await record.blobs.all()).keys()]).toEqual(['a']);
  delete device.faults.onWrite;
  expect(await record.blobs.keep([['b', picture(2)]])).toBe('kept');
  expect((await device.rows('blobs')).map(([id]) => id)).toEqual(['a', 'b']);
});

test('what was deleted is gone, in memory too', async () => {
  const device = fakeDevice();
  const record = await tabOn(device);
  await record.blobs.keep([['a', picture(1)]]);
  device.faults.onWrite = failure('QuotaExceededError');
  await record.blobs.keep([['b', picture(2)]]);
  delete device.faults.onWrite;
  expect(await record.deleteAll()).toBe('deleted');
  expect(await record.blobs.get('a')).toBeUndefined();
  expect(await record.blobs.get('b')).toBeUndefined();
  expect(await device.rows('blobs')).toEqual([]);
});

test('an export brings the pictures to another device', async () => {
  const from = await tabOn(fakeDevice());
  await from.blobs.keep([['a', picture(0, 255, 128)]]);
  const file = JSON.parse(toFileText(transferOf(await exportFrom(from), 1)));
  const to = await tabOn(fakeDevice());
  await importInto(to, file.facts, file.snapshots, file.blobs);
  expect(await to.blobs.get('a')).toEqual(picture(0, 255, 128));
});

test('what is no picture of ours is not taken in', () => {
  const ok = { type: 'image/png', data: 'iVBORw==' };
  expect(unpackBlobs({ ok }).map(([id]) => id)).toEqual(['ok']);
  for (const bad of [
    null,
    1,
    {},
    { ...ok, type: 'image/svg+xml' },
    { ...ok, type: 'text/html' },
    { ...ok, data: '' },
    { ...ok, data: '*' },
    { ...ok, data: btoa('x'.repeat(200_001)) },
  ])
    expect(unpackBlobs({ bad }), JSON.stringify(bad)?.slice(0, 60)).toEqual([]);
  expect(unpackBlobs(undefined)).toEqual([]);
});

test('a row that is no picture is none, and harms nothing', async () => {
  const device = fakeDevice();
  await device.put('blobs', 'torn', { v: 1, bytes: 'x' });
  const record = await tabOn(device);
  expect(await record.blobs.get('torn')).toBeUndefined();
  expect((await record.blobs.all()).size).toBe(0);
});

test('pictures that no version and no draft names are swept after a day', async () => {
  // UUIDv7: the first twelve digits are the time, ms. 1,000,000 = 0xf4240.
  const id = (last: string) =>
    `00000000-0000-7000-8000-00000000000${last}`.replace('00000000-0000', '0000000f-4240');
  const record = await tabOn(fakeDevice());
  await record.blobs.keep(['1', '2', '3'].map((last) => [id(last), picture(1)] as const));
  await record.append([
    {
      ...{ type: 'worksheet.saved', language: 'zh', worksheetId: 't-01', worksheetRevision: 'r' },
      ...{ documentId: 'd', fields: {}, blobIds: [id('1')] },
    } as const,
  ]);
  await record.commit({
    key: 'worksheet:t-01/d',
    expectedSeq: 0,
    snapshot: { machine: 'worksheet@1', lessonId: 't-01', snapshot: { fields: { picture: id('2') } } },
    facts: [],
  });
  await sweepPictures(record, 1_000_000 + 86_400_000);
  expect((await record.blobs.all()).size).toBe(3); // not yet a day
  await sweepPictures(record, 1_000_000 + 86_400_001);
  expect([...(await record.blobs.all()).keys()]).toEqual([id('1'), id('2')]);
});
