import { afterEach, expect, test } from 'vitest';
import { type CheckSession, checkKey, openCheck } from '#client/check-session.ts';
import { type DeviceRecord, openRecord } from '#client/record/record.ts';
import type { LeaseState, TabLease } from '#client/tab-lease.ts';
import { failure, fakeDevice } from './faulty-storage.ts';
import { smallCheck } from './small-check.ts';

const cleanUp: (() => void)[] = [];
afterEach(() => {
  for (const undo of cleanUp.splice(0)) undo();
});

/** A lease in the hands of the test. */
function leaseInHand(first: LeaseState = 'live') {
  let tell = (_state: LeaseState) => {};
  const lease = { state: first, ready: Promise.resolve(), takeOver: () => set('live'), release() {} };
  const set = (state: LeaseState) => {
    lease.state = state;
    tell(state);
  };
  const make = (onChange: (state: LeaseState) => void): TabLease => {
    tell = onChange;
    return lease;
  };
  return { make, set };
}

interface Tab {
  session: CheckSession;
  record: DeviceRecord;
  lease: ReturnType<typeof leaseInHand>;
}

async function tabOn(
  device: ReturnType<typeof fakeDevice>,
  first: LeaseState = 'live',
  check = smallCheck,
): Promise<Tab> {
  let clock = 1000;
  const now = () => (clock += 10);
  const record = await openRecord({ now, open: device.open, texts: device.texts });
  const lease = leaseInHand(first);
  const session = openCheck({ check, language: 'zh', record, now, lease: lease.make });
  cleanUp.push(
    () => session.close(),
    () => record.close(),
  );
  await session.saved();
  return { session, record, lease };
}

const context = ({ session }: Tab) => {
  const { quiz } = session.getSnapshot();
  if (!quiz) throw new Error(`no attempt in status ${session.getSnapshot().status}`);
  return quiz.context;
};
const itemOf = (tab: Tab) => context(tab).entries[context(tab).cursor]?.item.id ?? '';
const shownIn = (tab: Tab) => context(tab).shown.map((item) => item.id);
const choose = (tab: Tab, optionId: string) =>
  tab.session.send({ type: 'quiz.respond', itemId: itemOf(tab), response: { optionId } });
function answer(tab: Tab, optionId: string) {
  choose(tab, optionId);
  tab.session.send({ type: 'quiz.check' });
  tab.session.send({ type: 'quiz.next' });
}

test('after a reload the learner stands at the same item, with the same order and responses', async () => {
  const device = fakeDevice();
  const before = await tabOn(device);
  answer(before, 'right');
  choose(before, 'wrong');
  await before.session.saved();
  const after = await tabOn(device);
  expect(after.session.getSnapshot().origin).toBe('resumed');
  expect(context(after)).toEqual(context(before));
  expect(context(after).cursor).toBe(1);
  expect(context(after).entries[1]?.response).toEqual({ optionId: 'wrong' });
});

test('the facts of an attempt are numbered without gaps, so that a repeat after a crash is the same fact', async () => {
  const device = fakeDevice();
  const tab = await tabOn(device);
  for (const optionId of ['right', 'wrong', 'right', 'right', 'right']) answer(tab, optionId);
  answer(tab, 'right');
  await tab.session.saved();
  expect(tab.session.getSnapshot().quiz?.status).toBe('done');
  const { attemptId } = context(tab);
  const facts = [...tab.record.facts()].sort((a, b) =>
    (a.id.split('/')[1] ?? '') < (b.id.split('/')[1] ?? '') ? -1 : 1,
  );
  expect(facts.map(({ id, type }) => [id, type])).toEqual([
    [`${attemptId}/1`, 'item.responded'],
    [`${attemptId}/2`, 'item.responded'],
    [`${attemptId}/3`, 'item.responded'],
    [`${attemptId}/4`, 'item.responded'],
    [`${attemptId}/5`, 'item.responded'],
    [`${attemptId}/6`, 'attempt.submitted'],
    [`${attemptId}/7`, 'lesson.completed'],
    [`${attemptId}/8`, 'item.responded'],
  ]);
  expect(facts[5]).toMatchObject({ outcome: { earned: 4, possible: 5, passed: true }, language: 'zh' });
});

test('facts and the item after them are one: what was resumed never repeats nor skips a fact', async () => {
  const device = fakeDevice();
  const before = await tabOn(device);
  answer(before, 'right');
  answer(before, 'right');
  await before.session.saved();
  const after = await tabOn(device);
  answer(after, 'right');
  await after.session.saved();
  const numbers = after.record.facts().map(({ id }) => id.split('/')[1]);
  expect(numbers).toEqual(['1', '2', '3']);
});

test('looking at the first item leaves no open attempt behind', async () => {
  const device = fakeDevice();
  const tab = await tabOn(device);
  tab.session.send({ type: 'quiz.start' });
  await tab.session.saved();
  expect(await tab.record.snapshot(checkKey('m0-small'))).toBeUndefined();
});

test('what was chosen on the page before it came alive is not lost', async () => {
  const tab = await tabOn(fakeDevice());
  const itemId = itemOf(tab);
  await tab.session.adopt('m0-small.q99', { optionId: 'wrong' });
  expect(context(tab).entries[0]?.response).toBeUndefined();
  await tab.session.adopt(itemId, { optionId: 'right' });
  expect(context(tab).entries[0]?.response).toEqual({ optionId: 'right' });
  await tab.session.adopt(itemId, { optionId: 'wrong' });
  expect(context(tab).entries[0]?.response).toEqual({ optionId: 'right' });
});

test('everybody’s first attempt shows the item that stands in the page; the next one shows others', async () => {
  const device = fakeDevice();
  const [tab, other] = [await tabOn(device), await tabOn(fakeDevice())];
  expect(shownIn(tab)).toEqual(shownIn(other));
  const first = shownIn(tab);
  for (let round = 0; round < 5; round += 1) answer(tab, 'right');
  await tab.session.again();
  expect(tab.session.getSnapshot().origin).toBe('new');
  expect(shownIn(tab).filter((id) => first.includes(id))).toEqual([]);
  // The finished one lies in the record until something is given in the new one.
  expect((await tabOn(device)).session.getSnapshot().quiz?.status).toBe('done');
});

test('a lesson edited meanwhile does not change the attempt that is open', async () => {
  const device = fakeDevice();
  const before = await tabOn(device);
  answer(before, 'right');
  await before.session.saved();
  const edited = {
    ...smallCheck,
    lessonRevision: 'r2',
    opening: { seed: 'r2/0', shown: ['m0-small.q3'], spare: [] },
    items: smallCheck.items.slice(2),
  };
  const after = await tabOn(device, 'live', edited);
  expect(context(after).lessonRevision).toBe('r1');
  expect(shownIn(after)).toEqual(shownIn(before));
});

test('an attempt that cannot be restored is set aside with a notice, and a new one begins', async () => {
  const device = fakeDevice();
  const before = await tabOn(device);
  answer(before, 'right');
  await before.session.saved();
  const [[key, row] = ['', {}]] = await device.rows('snapshots');
  await device.put('snapshots', key, {
    ...(row as object),
    snapshot: { status: 'active', value: 'nowhere' },
  });
  const after = await tabOn(device);
  expect(after.session.getSnapshot()).toMatchObject({ status: 'ready', origin: 'new', notice: 'set-aside' });
  expect(await device.rows('quarantine')).toHaveLength(1);
  answer(after, 'right');
  await after.session.saved();
  expect(after.record.health().state).toBe('kept');
});

test('of two tabs the following one takes no answers and shows those of the live one', async () => {
  const device = fakeDevice();
  const [live, other] = [await tabOn(device), await tabOn(device, 'following')];
  expect(choose(other, 'right')).toBe(false);
  const shown = new Promise<void>((resolve) => {
    other.session.subscribe(() => {
      if (context(other).cursor === 1) resolve();
    });
  });
  answer(live, 'wrong');
  await shown;
  expect(context(other).entries[0]?.response).toEqual({ optionId: 'wrong' });
});

test('a tab that was overtaken writes nothing over the newer state, and shows it', async () => {
  const device = fakeDevice();
  const [one, two] = [await tabOn(device), await tabOn(device)];
  answer(one, 'right');
  await one.session.saved();
  choose(two, 'wrong');
  await two.session.saved();
  expect(two.session.getSnapshot().notice).toBe('overtaken');
  expect(context(two).attemptId).toBe(context(one).attemptId);
  expect(await device.rows('facts')).toHaveLength(1);
});

test('a follower that takes over goes on from what the other tab wrote last', async () => {
  const device = fakeDevice();
  const [one, two] = [await tabOn(device), await tabOn(device, 'following')];
  answer(one, 'right');
  await one.session.saved();
  one.lease.set('following');
  const current = new Promise<void>((resolve) => {
    two.session.subscribe(() => {
      if (context(two).cursor === 1) resolve();
    });
  });
  two.session.takeOver();
  await current;
  answer(two, 'right');
  await two.session.saved();
  expect(context(two).cursor).toBe(2);
  expect(two.session.getSnapshot().notice).toBeUndefined();
});

test('with storage blocked the check goes on and says so', async () => {
  const device = fakeDevice();
  device.faults.onOpen = failure('SecurityError');
  const tab = await tabOn(device);
  for (let round = 0; round < 5; round += 1) answer(tab, 'right');
  await tab.session.saved();
  expect(tab.session.getSnapshot()).toMatchObject({
    status: 'ready',
    health: { state: 'memory', reason: 'blocked' },
  });
  expect(tab.record.facts().filter(({ type }) => type === 'lesson.completed')).toHaveLength(1);
});

test('a device that fills up in the middle of a check costs no answer', async () => {
  const device = fakeDevice();
  const tab = await tabOn(device);
  answer(tab, 'right');
  await tab.session.saved();
  device.faults.onWrite = failure('QuotaExceededError');
  answer(tab, 'right');
  await tab.session.saved();
  expect(tab.session.getSnapshot().health).toMatchObject({ state: 'memory', reason: 'full' });
  device.faults.onWrite = undefined;
  choose(tab, 'wrong');
  await tab.session.saved();
  expect(tab.session.getSnapshot().health?.state).toBe('kept');
  const after = await tabOn(device);
  expect(context(after).cursor).toBe(2);
  expect(after.record.facts()).toHaveLength(2);
});

test('deleting the record ends the open attempt in every tab', async () => {
  const device = fakeDevice();
  const tab = await tabOn(device);
  answer(tab, 'right');
  await tab.session.saved();
  const { attemptId } = context(tab);
  const fresh = new Promise<void>((resolve) => {
    tab.session.subscribe(() => {
      if (context(tab).attemptId !== attemptId) resolve();
    });
  });
  await tab.record.deleteAll();
  await fresh;
  expect(context(tab).cursor).toBe(0);
  answer(tab, 'right');
  await tab.session.saved();
  expect(tab.session.getSnapshot().notice).toBeUndefined();
  expect(tab.record.facts()).toHaveLength(1);
});
