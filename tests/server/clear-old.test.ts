/** The daily clearing, on a clock of its own. */
import { describe, expect, test } from 'vitest';
import { dayNumber, RETENTION_DEFAULTS } from '#core/admin/admin.ts';
import { createClearOld } from '#server/usecase/clear-old.ts';
import { createNotePresence } from '#server/usecase/note-presence.ts';
import { createSetRetention, readAskedDays } from '#server/usecase/set-retention.ts';
import { finished } from '../contract/facts.ts';
import { memoryStore } from '../contract/memory-store.ts';
import { mistake } from '../contract/mistakes.ts';

const DAY = 86_400_000;
const START = Date.UTC(2026, 0, 1, 8);

function server() {
  const store = memoryStore();
  const time = { at: START };
  const clock = { now: () => time.at };
  const { retention, duties } = store.admin;
  const clear = (holder = 'p') => createClearOld({ retention, duties, audit: store.audit, clock, holder });
  const set = (learnerDays: number | null) =>
    retention.save(
      { ...RETENTION_DEFAULTS, learnerDays },
      { id: `set ${time.at}`, at: time.at, actorId: 'boss' },
    );
  const join = (id: string) => store.learners.add({ id, nickname: '小红', createdAt: time.at });
  const ids = async () => (await store.admin.people.page({ text: '', most: 999 })).map(({ id }) => id).sort();
  return { ...store, time, clock, clear, set, join, ids };
}

describe('clearing', () => {
  test('who has not been here for longer than is set goes, with a tombstone; the log says how many, not who', async () => {
    const { time, clear, set, join, ids, learners, facts, audit, admin } = server();
    const session = await join('gone');
    await facts.append({ session, receivedAt: time.at, facts: [finished('a')] });
    await join('comes');
    await join('helps');
    await admin.people.setRole('helps', 'facilitator', { id: '1', at: time.at, actorId: 'boss' });
    await set(30);
    time.at += 30 * DAY;
    await admin.presence.note(['comes'], dayNumber(time.at) - 1);
    expect(await clear()()).toEqual({ learners: 0, auditEntries: 0, mistakes: 0 });
    time.at += DAY;
    expect(await clear()()).toEqual({ learners: 1, auditEntries: 0, mistakes: 0 });
    expect(await ids()).toEqual(['comes', 'helps']);
    expect(await learners.wasRemoved('gone')).toBe(true);
    expect(await audit.list(1)).toMatchObject([
      { actorId: 'system', act: 'retention.cleared', detail: { learners: 1, auditEntries: 0, mistakes: 0 } },
    ]);
    expect(JSON.stringify(await audit.list(1))).not.toContain('gone');
  });

  test('a setting does not act before it is a day old, so a slip can be taken back', async () => {
    const { time, clear, set, join, ids } = server();
    await join('gone');
    time.at += 99 * DAY;
    await set(30);
    expect(await clear()()).toEqual({ learners: 0, auditEntries: 0, mistakes: 0 });
    time.at += DAY - 1;
    await clear()();
    expect(await ids()).toEqual(['gone']);
    time.at += DAY;
    await clear()();
    expect(await ids()).toEqual([]);
  });

  test('a setting that is a day old acts', async () => {
    const { time, clear, set, join } = server();
    await join('gone');
    time.at += 99 * DAY;
    await set(30);
    time.at += DAY;
    expect(await clear()()).toMatchObject({ learners: 1 });
  });

  test('without a setting nobody is deleted', async () => {
    const { time, clear, join, ids } = server();
    await join('old');
    time.at += 3_000 * DAY;
    await clear()();
    expect(await ids()).toEqual(['old']);
  });

  test('it is done once a day, by one of several; whoever died at it is replaced', async () => {
    const { time, clear, admin } = server();
    expect(await clear('p')()).toBeDefined();
    expect(await clear('q')()).toBeUndefined();
    time.at += DAY;
    // Another process has it and says nothing any more.
    await admin.duties.take(
      { name: 'clearing', holder: 'dead', at: time.at, until: time.at + 600_000 },
      dayNumber(time.at),
    );
    expect(await clear('q')()).toBeUndefined();
    time.at += 600_000;
    expect(await clear('q')()).toBeDefined();
    expect(await admin.duties.doneDay('clearing')).toBe(dayNumber(time.at));
  });

  test('more than one portion: all of them', async () => {
    const { time, clear, set, join, ids } = server();
    for (let count = 0; count < 120; count += 1) await join(`l${count}`);
    await set(30);
    time.at += 40 * DAY;
    expect(await clear()()).toMatchObject({ learners: 120 });
    expect(await ids()).toEqual([]);
  });

  test('old entries of the log and reports that were dealt with go too', async () => {
    const { time, clear, audit, mistakes } = server();
    await audit.add({ id: '1', at: time.at, actorId: 'boss', act: 'x.y', detail: {} });
    await mistakes.add(mistake(1), time.at);
    await mistakes.markDone(mistake(1).id, time.at);
    await mistakes.add(mistake(2), time.at);
    time.at += 366 * DAY;
    expect(await clear()()).toEqual({ learners: 0, auditEntries: 0, mistakes: 1 });
    time.at += 730 * DAY;
    expect(await clear()()).toMatchObject({ auditEntries: 1 });
    expect((await mistakes.list('all')).map(({ id }) => id)).toEqual([mistake(2).id]);
  });

  test('on a day without anything old nothing is in the log; who came back at the last moment is not counted', async () => {
    const { time, clear, set, join, audit, admin } = server();
    expect(await clear()()).toEqual({ learners: 0, auditEntries: 0, mistakes: 0 });
    expect(await audit.list(9)).toEqual([]);
    await join('back');
    await set(30);
    time.at += 40 * DAY;
    admin.retention.removeExpired = async () => false;
    expect(await clear()()).toMatchObject({ learners: 0 });
  });

  test('what an admin is told it would concern is what will be deleted, to the day', async () => {
    const { time, clock, join, admin } = server();
    const { view, set } = createSetRetention({ ...admin, clock });
    await join('old');
    time.at = START + 30 * DAY;
    expect((await view(30)).concerned).toBe(0);
    time.at += DAY;
    expect((await view(30)).concerned).toBe(1);
    const wanted = { ...RETENTION_DEFAULTS, learnerDays: 30 };
    const by = { id: 'set', at: time.at, actorId: 'boss' };
    expect([await set(wanted, 0, by), await set(wanted, 1, by)]).toEqual(['more', 'done']);
  });

  test('entries and reports stay as many days as is set, to the day', async () => {
    const { time, clear, audit, mistakes } = server();
    await audit.add({ id: '1', at: time.at, actorId: 'boss', act: 'x.y', detail: {} });
    await mistakes.add(mistake(1), time.at);
    await mistakes.markDone(mistake(1).id, time.at);
    time.at = START + 365 * DAY;
    expect(await clear()()).toMatchObject({ mistakes: 0 });
    time.at += DAY;
    expect(await clear()()).toMatchObject({ mistakes: 1 });
    time.at = START + 1_095 * DAY;
    expect(await clear()()).toMatchObject({ auditEntries: 0 });
    time.at += DAY;
    expect(await clear()()).toMatchObject({ auditEntries: 1 });
  });

  test('more than one portion of entries and reports: all of them, and the log says how many', async () => {
    const { time, clear, audit, mistakes } = server();
    for (let count = 0; count < 120; count += 1) {
      await audit.add({ id: `e${count}`, at: time.at, actorId: 'boss', act: 'x.y', detail: {} });
      await mistakes.add(mistake(count), time.at);
      await mistakes.markDone(mistake(count).id, time.at);
    }
    time.at += 366 * DAY;
    expect(await clear()()).toEqual({ learners: 0, auditEntries: 0, mistakes: 120 });
    expect(await audit.list(1)).toMatchObject([{ act: 'retention.cleared', detail: { mistakes: 120 } }]);
    time.at += 730 * DAY;
    expect(await clear()()).toEqual({ learners: 0, auditEntries: 120, mistakes: 0 });
    expect(await audit.list(1)).toMatchObject([
      { at: time.at, act: 'retention.cleared', detail: { auditEntries: 120 } },
    ]);
  });

  test('somebody else who took it over in the middle ends it', async () => {
    const { time, clear, set, join, ids, admin } = server();
    for (let count = 0; count < 120; count += 1) await join(`l${count}`);
    await set(30);
    time.at += 40 * DAY;
    const { keep } = admin.duties;
    admin.duties.keep = async () => false;
    await clear()();
    admin.duties.keep = keep;
    expect((await ids()).length).toBe(70);
  });
});

describe('the day somebody was last here', () => {
  function noting() {
    const { time, clock, admin, join } = server();
    const due: (() => void)[] = [];
    const written: [string[], number][] = [];
    const store = { fails: false };
    const presence = {
      note: async (ids: readonly string[], day: number) => {
        if (store.fails) throw new Error('the store is down');
        written.push([[...ids], day]);
        await admin.presence.note(ids, day);
      },
    };
    const noted = createNotePresence({ presence, clock, later: (work) => due.push(work) });
    return { time, noted, due, written, join, store };
  }
  const TODAY = dayNumber(START);

  test('is written once a day for each, many together, and not while an answer is made', async () => {
    const { noted, due, written, time } = noting();
    for (const id of ['a', 'b', 'a', 'a']) noted.note(id);
    expect([due.length, written]).toEqual([1, []]);
    await noted.flush();
    noted.note('a');
    expect(due.length).toBe(1);
    expect(written).toEqual([[['a', 'b'], TODAY]]);
    time.at += DAY;
    noted.note('a');
    await noted.flush();
    expect(written.at(-1)).toEqual([['a'], TODAY + 1]);
  });

  test('that could not be written is tried again at the next visit', async () => {
    const { noted, written, store } = noting();
    store.fails = true;
    noted.note('a');
    await noted.flush();
    store.fails = false;
    noted.note('a');
    await noted.flush();
    expect(written).toEqual([[['a'], TODAY]]);
  });
});

test.each([
  ['?learnerDays=30', { status: 'read', days: 30 }],
  ['?learnerDays=3650', { status: 'read', days: 3650 }],
  ['', { status: 'read', days: undefined }],
  ['?learnerDays=29', { status: 'malformed' }],
  ['?learnerDays=3651', { status: 'malformed' }],
  ['?learnerDays=30.5', { status: 'malformed' }],
  ['?learnerDays=', { status: 'malformed' }],
])('the days to look at in “%s”', (query, read) => {
  expect(readAskedDays(query)).toMatchObject(read);
});
