import { afterEach, expect, test, vi } from 'vitest';
import { type DeviceRecord, openRecord } from '#client/record/record.ts';
import { openRun, type RunBeginning, type RunSession, runKey } from '#client/run-session.ts';
import type { LeaseState, TabLease } from '#client/tab-lease.ts';
import type { Language } from '#core/model/text.ts';
import { DEFAULT_SEED } from '#core/simulator/default-seed.ts';
import { drawScenario, type PublishedWritten } from '#core/simulator/figures/draw-scenario.ts';
import { publishedOf, writtenOf } from '../core/simulator/scenarios.ts';
import { failure, fakeDevice } from './faulty-storage.ts';

const cleanUp: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const undo of cleanUp.splice(0)) await undo();
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
  session: RunSession;
  record: DeviceRecord;
  lease: ReturnType<typeof leaseInHand>;
}

interface Given {
  first?: LeaseState;
  scenario?: PublishedWritten<string>;
  language?: Language;
}

async function tabOn(device: ReturnType<typeof fakeDevice>, given: Given = {}): Promise<Tab> {
  const { first = 'live', scenario = publishedOf('d-a'), language = 'zh' } = given;
  let clock = 1000;
  const now = () => (clock += 10);
  const record = await openRecord({ now, open: device.open, texts: device.texts });
  const lease = leaseInHand(first);
  const session = openRun({ scenario, language, record, now, lease: lease.make });
  cleanUp.push(async () => {
    await session.saved();
    session.close();
    record.close();
  });
  await session.saved();
  return { session, record, lease };
}

const begin = ({ session }: Tab, beginning: Partial<RunBeginning> = {}) => {
  session.start({ level: 1, seed: DEFAULT_SEED, ...beginning });
  session.send({ type: 'prep.choose', cards: [] });
};
const runIn = ({ session }: Tab) => {
  const { run } = session.getSnapshot();
  if (!run) throw new Error(`no run in status ${session.getSnapshot().status}`);
  return run;
};
const actsIn = (tab: Tab) => runIn(tab).context.acts.length;
const choose = ({ session }: Tab, turn: string, option: string) =>
  session.send({ type: 'act.make', act: { type: 'option.choose', turn, option } });
const leave = ({ session }: Tab) => session.send({ type: 'act.make', act: { type: 'run.leave' } });
const ratings = {
  opening: 3,
  nopitch: 4,
  questioning: 2,
  listening: 2,
  observation: 0,
  diagnosis: 0,
  prescription: 0,
  ethics: 2,
};
function finish(tab: Tab) {
  leave(tab);
  tab.session.send({ type: 'outcome.read' });
  tab.session.send({ type: 'rating.give', ratings });
}
const until = (tab: Tab, holds: () => boolean) =>
  new Promise<void>((resolve) => {
    tab.session.subscribe(() => {
      if (holds()) resolve();
    });
  });

test('a look at a scenario leaves nothing behind', async () => {
  const device = fakeDevice();
  const tab = await tabOn(device);
  expect(tab.session.getSnapshot()).toMatchObject({ status: 'ready', origin: 'new' });
  expect(tab.session.getSnapshot().run).toBeUndefined();
  expect(await tab.record.snapshot(runKey('d-a'))).toBeUndefined();
});

test('after a reload the learner stands at the same turn of the same run', async () => {
  const device = fakeDevice();
  const before = await tabOn(device);
  begin(before);
  choose(before, 'T1', 'a');
  choose(before, 'T2', 'a');
  await before.session.saved();
  const after = await tabOn(device);
  expect(after.session.getSnapshot().origin).toBe('resumed');
  expect(runIn(after).context).toEqual(runIn(before).context);
  expect(choose(after, 'T3', 'b')).toBe(true);
  expect(actsIn(after)).toBe(3);
});

test('what is half done at a step survives a reload, and does not leak into the next step', async () => {
  const device = fakeDevice();
  const before = await tabOn(device);
  begin(before);
  before.session.keepDraft({ kind: 'free', text: '您刚才说' });
  before.session.keepNote('问问秀梅');
  await before.session.saved();
  const after = await tabOn(device);
  expect(after.session.draft).toEqual({ kind: 'free', text: '您刚才说' });
  expect(after.session.getSnapshot().aside.note).toBe('问问秀梅');
  choose(after, 'T1', 'a');
  expect(after.session.draft).toBeUndefined();
  expect(after.session.getSnapshot().aside.note).toBe('问问秀梅');
});

test('what was typed last is written when the session closes, without waiting for the pause', async () => {
  const device = fakeDevice();
  const before = await tabOn(device);
  begin(before);
  await before.session.saved();
  before.session.keepNote('第一笔');
  before.session.keepNote('最后一笔');
  before.session.close();
  await before.record.ready();
  expect((await tabOn(device)).session.getSnapshot().aside.note).toBe('最后一笔');
});

test('a page killed before the record could write leaves what was typed to the next one, once', async () => {
  const lines = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => lines.get(key) ?? null,
    setItem: (key: string, line: string) => lines.set(key, line),
    removeItem: (key: string) => lines.delete(key),
  });
  cleanUp.push(() => void vi.unstubAllGlobals());
  const device = fakeDevice();
  const before = await tabOn(device);
  begin(before);
  await before.session.saved();
  device.faults.onWrite = failure('AbortError');
  before.session.keepNote('来不及存的一笔');
  before.session.leave();
  const after = await tabOn(device);
  expect(after.session.getSnapshot().aside.note).toBe('来不及存的一笔');
  expect(lines.size).toBe(0);
  device.faults.onWrite = undefined;
  after.session.keepNote('');
  await after.session.saved();
  expect((await tabOn(device)).session.getSnapshot().aside.note).toBe('');
});

test('a finished run is one fact with everything needed to replay it; finishing is kept with it', async () => {
  const device = fakeDevice();
  const tab = await tabOn(device);
  begin(tab);
  choose(tab, 'T1', 'a');
  finish(tab);
  await tab.session.saved();
  const [fact, ...others] = tab.record.facts();
  expect(others).toEqual([]);
  expect(fact).toMatchObject({
    type: 'scenario.finished',
    id: `${runIn(tab).context.plan.attemptId}/1`,
    scenarioId: 'd-a',
    scenarioRevision: 'test-d-a',
    engine: 'simulator@1',
    level: 1,
    seed: DEFAULT_SEED,
    language: 'zh',
    selfRating: ratings,
    passed: false,
    moves: [
      { type: 'run.plan', prep: [] },
      { type: 'option.choose', turn: 'T1', option: 'a', atMs: expect.any(Number) },
      { type: 'run.leave', atMs: expect.any(Number) },
    ],
  });
  const after = await tabOn(device);
  expect(runIn(after).status).toBe('done');
  expect(after.record.facts()).toHaveLength(1);
});

test('a run is rated by oneself before any score is a fact', async () => {
  const tab = await tabOn(fakeDevice());
  begin(tab);
  leave(tab);
  tab.session.send({ type: 'outcome.read' });
  await tab.session.saved();
  expect(tab.record.facts()).toEqual([]);
});

test('another beginning drops the open run without a score, a finished one stays a fact', async () => {
  const device = fakeDevice();
  const tab = await tabOn(device);
  begin(tab);
  choose(tab, 'T1', 'a');
  const { attemptId } = runIn(tab).context.plan;
  begin(tab, { level: 2 });
  await tab.session.saved();
  expect(runIn(tab).context.plan).toMatchObject({ level: 2 });
  expect(runIn(tab).context.plan.attemptId).not.toBe(attemptId);
  expect(tab.record.facts()).toEqual([]);
  expect(runIn(await tabOn(device)).context.plan.level).toBe(2);
});

test('a second try begins at the chosen turn, with what was done before it, and says so in its fact', async () => {
  const tab = await tabOn(fakeDevice());
  begin(tab);
  choose(tab, 'T1', 'a');
  choose(tab, 'T2', 'b');
  finish(tab);
  await tab.session.saved();
  const { plan, acts, prep } = runIn(tab).context;
  const branchOf = { attemptId: plan.attemptId, acts: 1 };
  tab.session.start({ level: 1, seed: plan.seed, branchOf, acts: acts.slice(0, 1), prep });
  expect(runIn(tab).value).toBe('playing');
  expect(actsIn(tab)).toBe(1);
  choose(tab, 'T2', 'a');
  finish(tab);
  await tab.session.saved();
  const moves = tab.record
    .facts()
    .flatMap((fact) => (fact.type === 'scenario.finished' ? [fact.moves[0]] : []));
  expect(moves).toContainEqual({ type: 'run.plan', prep: [], branchOf });
});

test('a scenario edited meanwhile does not change the run that is open', async () => {
  const device = fakeDevice();
  const before = await tabOn(device);
  begin(before);
  choose(before, 'T1', 'a');
  await before.session.saved();
  const edited = { ...publishedOf('d-a'), revision: 'edited', stages: publishedOf('d-a').stages.slice(1) };
  const after = await tabOn(device, { scenario: edited });
  expect(runIn(after).context.plan.scenario.revision).toBe('test-d-a');
  expect(choose(after, 'T2', 'a')).toBe(true);
});

test('in the other language the same run goes on in that language; an older revision keeps its words', async () => {
  const device = fakeDevice();
  const before = await tabOn(device);
  begin(before);
  choose(before, 'T1', 'a');
  await before.session.saved();
  const english = await tabOn(device, { scenario: publishedOf('d-a', 'en'), language: 'en' });
  expect(runIn(english).context.plan.scenario.title).toBe(publishedOf('d-a', 'en').title);
  expect(actsIn(english)).toBe(1);
  const edited = { ...publishedOf('d-a', 'en'), revision: 'edited' };
  const older = await tabOn(device, { scenario: edited, language: 'en' });
  expect(runIn(older).context.plan.scenario.title).toBe(publishedOf('d-a').title);
});

test('of two tabs the following one acts on nothing and shows what the live one does', async () => {
  const device = fakeDevice();
  const live = await tabOn(device);
  begin(live);
  await live.session.saved();
  const other = await tabOn(device, { first: 'following' });
  expect(choose(other, 'T1', 'a')).toBe(false);
  other.session.keepNote('不该留下');
  expect(other.session.getSnapshot().aside.note).toBe('');
  const shown = until(other, () => actsIn(other) === 1);
  choose(live, 'T1', 'a');
  await shown;
});

test('a follower that takes over goes on from what the other tab wrote last', async () => {
  const device = fakeDevice();
  const one = await tabOn(device);
  begin(one);
  const two = await tabOn(device, { first: 'following' });
  choose(one, 'T1', 'a');
  await one.session.saved();
  one.lease.set('following');
  const current = until(two, () => two.session.getSnapshot().lease === 'live' && actsIn(two) === 1);
  two.session.takeOver();
  await current;
  expect(choose(two, 'T2', 'a')).toBe(true);
});

test('a tab that was overtaken writes nothing over the newer state, and shows it', async () => {
  const device = fakeDevice();
  const one = await tabOn(device);
  begin(one);
  await one.session.saved();
  const two = await tabOn(device);
  choose(one, 'T1', 'a');
  await one.session.saved();
  choose(two, 'T1', 'b');
  await two.session.saved();
  expect(two.session.getSnapshot().notice).toBe('overtaken');
  expect(runIn(two).context.acts).toEqual(runIn(one).context.acts);
});

test('an act that does not belong to the turn on the table is refused and changes nothing', async () => {
  const tab = await tabOn(fakeDevice());
  begin(tab);
  expect(choose(tab, 'T5', 'a')).toBe(false);
  expect(choose(tab, 'T1', 'z')).toBe(false);
  expect(actsIn(tab)).toBe(0);
});

test('a run that cannot be restored is set aside with a notice, and a new one can begin', async () => {
  const device = fakeDevice();
  const before = await tabOn(device);
  begin(before);
  await before.session.saved();
  const [[key, row] = ['', {}]] = await device.rows('snapshots');
  await device.put('snapshots', key, {
    ...(row as object),
    snapshot: { status: 'active', value: 'nowhere' },
  });
  const after = await tabOn(device);
  expect(after.session.getSnapshot()).toMatchObject({ status: 'ready', notice: 'set-aside' });
  expect(after.session.getSnapshot().run).toBeUndefined();
  begin(after);
  await after.session.saved();
  expect(actsIn(await tabOn(device))).toBe(0);
});

test('with storage blocked the run goes on in memory and says so', async () => {
  const device = fakeDevice();
  device.faults.onOpen = failure('SecurityError');
  const tab = await tabOn(device);
  begin(tab);
  choose(tab, 'T1', 'a');
  finish(tab);
  await tab.session.saved();
  expect(tab.session.getSnapshot().health).toMatchObject({ state: 'memory', reason: 'blocked' });
  expect(tab.record.facts()).toHaveLength(1);
});

test('deleting the record ends the open run in every tab', async () => {
  const device = fakeDevice();
  const tab = await tabOn(device);
  begin(tab);
  await tab.session.saved();
  const gone = until(tab, () => tab.session.getSnapshot().run === undefined);
  await tab.record.deleteAll();
  await gone;
  begin(tab);
  await tab.session.saved();
  expect(tab.session.getSnapshot().notice).toBeUndefined();
});

test('a run has figures of its own: its seed draws them, a reload and the other language keep them', async () => {
  const device = fakeDevice();
  const tab = await tabOn(device, { scenario: writtenOf('r-a') });
  const known = () => tab.session.getSnapshot().run?.context.plan.scenario.briefing.known[2];
  begin(tab, { seed: DEFAULT_SEED });
  expect(known()).toBe('进店每月180拨，成交率22%，平均一单10,100元（管理账，示例）');
  begin(tab, { seed: 'figures-1' });
  const zh = drawScenario(writtenOf('r-a'), 'figures-1');
  const { visits = 0, order = 0 } = zh.drawn ?? {};
  expect([visits, order]).not.toEqual([180, 10_100]);
  expect(known()).toBe(zh.briefing.known[2]);
  await tab.session.saved();
  tab.session.close();

  const english = await tabOn(device, { scenario: writtenOf('r-a', 'en'), language: 'en' });
  const { plan } = english.session.getSnapshot().run?.context ?? {};
  expect(plan?.scenario.drawn).toEqual(zh.drawn);
  expect(plan?.scenario.briefing.known[2]).toBe(
    `${visits} groups of visitors a month, conversion 22%, average order ${order.toLocaleString('en-US')} yuan (management accounts; example)`,
  );
});

test('runs whose seed is drawn differ in their figures', async () => {
  const tab = await tabOn(fakeDevice(), { scenario: writtenOf('r-a') });
  const drawn = new Set<string>();
  for (let run = 0; run < 6; run += 1) {
    tab.session.start({ level: 1 });
    drawn.add(JSON.stringify(tab.session.getSnapshot().run?.context.plan.scenario.drawn));
  }
  expect(drawn.size).toBeGreaterThan(1);
});
