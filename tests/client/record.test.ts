import { afterEach, expect, test } from 'vitest';
import { exportFrom, importInto } from '#client/record/merge.ts';
import { type DeviceRecord, openRecord } from '#client/record/record.ts';
import type { Commit, FactDraft } from '#client/record/record-types.ts';
import { failure, fakeDevice } from './faulty-storage.ts';

const opened: DeviceRecord[] = [];
afterEach(() => {
  for (const record of opened.splice(0)) record.close();
});

let clock = 1000;

async function tabOn(device: ReturnType<typeof fakeDevice>, owner = 'local') {
  clock = 1000;
  const record = await openRecord({ owner, now: () => clock, open: device.open, texts: device.texts });
  opened.push(record);
  return record;
}

const openedLesson = (lessonId: string): FactDraft => ({
  type: 'lesson.opened',
  lessonId,
  lessonRevision: 'r1',
  language: 'zh',
});
const commit = (expectedSeq: number, entries: unknown, facts: readonly FactDraft[] = []): Commit => ({
  key: 'check:a',
  expectedSeq,
  snapshot: { machine: 'quiz@1', lessonId: 'a', snapshot: { status: 'active', entries } },
  facts,
});
const lessons = (record: DeviceRecord) =>
  record.facts().map((fact) => (fact.type === 'lesson.opened' ? fact.lessonId : fact.type));
const entriesOf = async (record: DeviceRecord) =>
  ((await record.snapshot('check:a'))?.snapshot as { entries?: unknown } | undefined)?.entries;

test('a learner who reloads finds facts, the open attempt and the same device', async () => {
  const device = fakeDevice();
  const before = await tabOn(device);
  expect(await before.commit(commit(0, 'first item', [openedLesson('a')]))).toBe('kept');
  const after = await tabOn(device);
  expect(lessons(after)).toEqual(['a']);
  expect(await after.snapshot('check:a')).toEqual({
    v: 1,
    machine: 'quiz@1',
    seq: 1,
    lessonId: 'a',
    savedAt: 1000,
    snapshot: { status: 'active', entries: 'first item' },
  });
  expect(after.deviceId).toBe(before.deviceId);
});

test('a stale tab is refused: neither its snapshot nor its facts get in', async () => {
  const device = fakeDevice();
  const [live, stale] = [await tabOn(device), await tabOn(device)];
  await live.commit(commit(0, 'one'));
  await live.commit(commit(1, 'two'));
  expect(await stale.commit(commit(1, 'other two', [openedLesson('stale')]))).toBe('stale');
  expect(await entriesOf(stale)).toBe('two');
  expect(lessons(await tabOn(device))).toEqual([]);
});

test('an answer whose confirmation was lost with the connection is written once, not refused as stale', async () => {
  const device = fakeDevice();
  const record = await tabOn(device);
  device.faults.afterWrite = () => {
    device.faults.afterWrite = undefined;
    failure('UnknownError')();
  };
  expect(await record.commit(commit(0, 'one', [{ ...openedLesson('a'), id: 't/1' }]))).toBe('kept');
  expect(record.health().state).toBe('kept');
  expect(await device.rows('facts')).toHaveLength(1);
});

test('a fact brought twice is one fact; the same id with another body is set aside and the first one stays', async () => {
  const device = fakeDevice();
  const record = await tabOn(device);
  await record.append([{ ...openedLesson('a'), id: 'x' }]);
  const [fact] = record.facts();
  const other = { ...fact, lessonId: 'forged' };
  expect(await importInto(record, [fact, { ...fact, id: 'y' }, other, { id: 'z' }])).toEqual({
    added: 1,
    known: 1,
    setAside: 2,
    kept: true,
  });
  expect(lessons(record)).toEqual(['a', 'a']);
  await importInto(record, [other]);
  const aside = (await device.rows('quarantine')).map(([, row]) => (row as { reason: string }).reason);
  expect(aside.sort()).toEqual(['conflict', 'unreadable']);
});

test('one bad row costs the learner that row only, and it lies in quarantine', async () => {
  const device = fakeDevice();
  const before = await tabOn(device);
  await before.append([openedLesson('a'), openedLesson('b')]);
  await device.put('facts', 'bad', { id: 'bad', type: 'nonsense' });
  const after = await tabOn(device);
  expect(lessons(after)).toEqual(['a', 'b']);
  expect(after.health()).toMatchObject({ state: 'kept', setAside: 1 });
  expect(await device.rows('facts')).toHaveLength(2);
  expect(await device.rows('quarantine')).toHaveLength(1);
});

test('an unreadable attempt is set aside and the next one can be kept', async () => {
  const device = fakeDevice();
  await tabOn(device);
  await device.put('snapshots', 'check:a', 'not a snapshot');
  const record = await tabOn(device);
  expect(await record.snapshot('check:a')).toBeUndefined();
  expect(await record.commit(commit(0, 'new'))).toBe('kept');
  expect(await device.rows('quarantine')).toHaveLength(1);
});

test('with storage blocked learning goes on in memory, with the reason for the sentence', async () => {
  const device = fakeDevice();
  device.faults.onOpen = failure('SecurityError');
  const record = await tabOn(device);
  expect(record.health()).toEqual({ state: 'memory', reason: 'blocked', setAside: 0, former: false });
  expect(await record.commit(commit(0, 'one', [openedLesson('a')]))).toBe('memory');
  expect(await record.commit(commit(1, 'two'))).toBe('memory');
  expect(await record.commit(commit(1, 'stale two'))).toBe('stale');
  expect(await entriesOf(record)).toBe('two');
  expect((await exportFrom(record)).facts).toHaveLength(1);
});

test('a slow phone that was taken for a blocked one is tried again after half a minute, and loses nothing', async () => {
  const device = fakeDevice();
  device.faults.onOpen = failure('TimeoutError');
  const record = await tabOn(device);
  expect(await record.commit(commit(0, 'one', [openedLesson('a')]))).toBe('memory');
  device.faults.onOpen = undefined;
  clock += 29_000;
  expect(await record.commit(commit(1, 'two'))).toBe('memory');
  clock += 1_000;
  expect(await record.commit(commit(2, 'three'))).toBe('kept');
  expect(record.health().state).toBe('kept');
  const after = await tabOn(device);
  expect(lessons(after)).toEqual(['a']);
  expect(await entriesOf(after)).toBe('three');
});

test('a record written by a newer release is not touched', async () => {
  const device = fakeDevice();
  device.faults.onOpen = failure('VersionError');
  const record = await tabOn(device);
  expect(record.health()).toMatchObject({ state: 'memory', reason: 'too-new' });
  expect(device.databases.size).toBe(0);
});

test('a full device loses nothing typed, and keeps all of it once there is space', async () => {
  const device = fakeDevice();
  const record = await tabOn(device);
  await record.commit(commit(0, 'one', [openedLesson('a')]));
  device.faults.onWrite = failure('QuotaExceededError');
  expect(await record.commit(commit(1, 'two', [openedLesson('b')]))).toBe('memory');
  expect(await record.commit(commit(2, 'three'))).toBe('memory');
  expect(record.health()).toMatchObject({ state: 'memory', reason: 'full' });
  expect(await entriesOf(record)).toBe('three');
  expect(lessons(record)).toEqual(['a', 'b']);

  device.faults.onWrite = undefined;
  expect(await record.commit(commit(3, 'four'))).toBe('kept');
  expect(record.health()).toMatchObject({ state: 'kept', reason: undefined });
  const after = await tabOn(device);
  expect(lessons(after)).toEqual(['a', 'b']);
  expect(await after.snapshot('check:a')).toMatchObject({ seq: 4, snapshot: { entries: 'four' } });
});

test('when space returns after another tab went on, its attempt stands and no fact is lost', async () => {
  const device = fakeDevice();
  const [record, other] = [await tabOn(device), await tabOn(device)];
  await record.commit(commit(0, 'one'));
  device.faults.onWrite = failure('QuotaExceededError');
  await record.commit(commit(1, 'mine', [openedLesson('mine')]));
  device.faults.onWrite = undefined;
  await other.snapshot('check:a');
  expect(await other.commit(commit(1, 'theirs'))).toBe('kept');
  expect(await record.commit(commit(2, 'mine again'))).toBe('stale');
  expect(await entriesOf(record)).toBe('theirs');
  expect(lessons(await tabOn(device))).toEqual(['mine']);
});

test('a database that is damaged as a whole is left untouched; a second one keeps what comes', async () => {
  const device = fakeDevice();
  await (await tabOn(device)).append([openedLesson('old')]);
  device.faults.onOpen = (name) => name === 'sanxiu-local' && failure('UnknownError')();
  const record = await tabOn(device);
  expect(record.health()).toEqual({ state: 'kept', setAside: 0, former: true });
  expect(await record.append([openedLesson('new')])).toBe('kept');
  device.faults.onOpen = undefined;
  expect(lessons(await tabOn(device))).toEqual(['new']);
  expect(await device.rows('facts')).toHaveLength(1);
});

test('an engine that is down altogether sets nothing aside: the old record is there again later', async () => {
  const device = fakeDevice();
  await (await tabOn(device)).append([openedLesson('old')]);
  device.faults.onOpen = failure('UnknownError');
  const down = await tabOn(device);
  expect(down.health()).toMatchObject({ state: 'memory', reason: 'corrupt', former: false });
  expect(await down.append([openedLesson('meanwhile')])).toBe('memory');
  device.faults.onOpen = undefined;
  expect(await down.append([openedLesson('after')])).toBe('kept');
  expect(lessons(await tabOn(device)).sort()).toEqual(['after', 'meanwhile', 'old']);
});

test('what one tab writes the other learns', async () => {
  const device = fakeDevice();
  const [one, two] = [await tabOn(device), await tabOn(device)];
  const heard = new Promise<void>((resolve) => two.subscribe(({ type }) => type === 'facts' && resolve()));
  await one.append([openedLesson('a')]);
  await heard;
  expect(lessons(two)).toEqual(['a']);
});

test('deleting leaves nothing on the device, nor in the other tab', async () => {
  const device = fakeDevice();
  const [one, two] = [await tabOn(device), await tabOn(device)];
  await one.commit(commit(0, 'one', [openedLesson('a')]));
  const gone = new Promise<void>((resolve) => two.subscribe(({ type }) => type === 'deleted' && resolve()));
  const { deviceId } = one;
  expect(await one.deleteAll()).toBe('deleted');
  await gone;
  expect([lessons(one), lessons(two)]).toEqual([[], []]);
  expect(await entriesOf(two)).toBeUndefined();
  for (const store of ['facts', 'snapshots', 'quarantine'] as const)
    expect(await device.rows(store)).toEqual([]);
  expect(one.deviceId).not.toBe(deviceId);
});

test('an export carries all facts and the attempts still going on; a second browser goes on from them', async () => {
  const [first, second] = [fakeDevice(), fakeDevice()];
  const from = await tabOn(first, 'from');
  await from.commit(commit(0, 'half way', [openedLesson('a')]));
  await from.commit({
    ...commit(0, 'done'),
    key: 'check:b',
    snapshot: { machine: 'quiz@1', lessonId: 'b', snapshot: { status: 'done' } },
  });
  const content = JSON.parse(JSON.stringify(await exportFrom(from)));
  expect(Object.keys(content.snapshots)).toEqual(['check:a']);

  const to = await tabOn(second, 'to');
  expect(await importInto(to, content.facts, content.snapshots)).toEqual({
    added: 1,
    known: 0,
    setAside: 0,
    kept: true,
  });
  expect(await entriesOf(to)).toBe('half way');
  expect(await importInto(to, content.facts, content.snapshots)).toMatchObject({ added: 0, known: 1 });
});

test('an import does not replace an attempt that is open here', async () => {
  const device = fakeDevice();
  const record = await tabOn(device);
  await record.commit(commit(0, 'mine'));
  const row = { v: 1, machine: 'quiz@1', seq: 9, lessonId: 'a', savedAt: 1, snapshot: { status: 'active' } };
  await importInto(record, [], { 'check:a': row });
  expect(await entriesOf(record)).toBe('mine');
});
