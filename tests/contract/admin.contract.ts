/** What admins see and do, whatever the store is made of. */
import { expect, test } from 'vitest';
import { dayNumber } from '#core/admin/admin.ts';
import type { AdminStores } from '#server/port/admin-stores.ts';
import type { AuditLog } from '#server/port/audit-log.ts';
import type { FactStore } from '#server/port/fact-store.ts';
import type { LearnerStore, Session } from '#server/port/learner-store.ts';
import type { MistakeStore } from '#server/port/mistake-store.ts';
import { finished, idsOf, reflected } from './facts.ts';
import { mistake } from './mistakes.ts';

export interface OpenedForAdmins {
  facts: FactStore;
  learners: LearnerStore;
  mistakes: MistakeStore;
  audit: AuditLog;
  admin: AdminStores;
  close(): Promise<void>;
}

const DAY = 86_400_000;
const AT = 1_795_000_000_000;
const TODAY = dayNumber(AT);
let count = 0;
const by = (actorId = 'admin-1', at = AT) => {
  count += 1;
  return { id: `entry-${String(count).padStart(4, '0')}`, at, actorId };
};

/** @param open an empty one each time. */
export function adminContract(open: () => Promise<OpenedForAdmins>): void {
  const using = (
    name: string,
    work: (
      store: OpenedForAdmins,
      join: (id: string, nickname?: string, at?: number) => Promise<Session>,
    ) => Promise<void>,
  ) =>
    test(name, async () => {
      const store = await open();
      try {
        await work(store, (id, nickname = '小红', at = AT) =>
          store.learners.add({ id, nickname, createdAt: at }),
        );
      } finally {
        await store.close();
      }
    });

  using(
    'people come page by page, who joined last first, with what there is of them',
    async (store, join) => {
      const { people } = store.admin;
      const session = await join('a', '小红', AT - 3 * DAY);
      for (const id of ['b', 'c']) await join(id, '小明', AT);
      await store.facts.append({ session, receivedAt: AT, facts: [finished('f1'), reflected('f2', '话')] });
      const first = await people.page({ text: '', most: 2 });
      expect(first.map(({ id }) => id)).toEqual(['c', 'b']);
      const after = { at: first[1]?.createdAt ?? 0, id: first[1]?.id ?? '' };
      expect(await people.page({ text: '', after, most: 2 })).toEqual([
        {
          id: 'a',
          nickname: '小红',
          role: 'learner',
          createdAt: AT - 3 * DAY,
          lastSeenDay: TODAY - 3,
          facts: 2,
          isClaimed: false,
        },
      ]);
      expect(await people.find('a')).toMatchObject({ nickname: '小红', facts: 2 });
      expect(await people.find('nobody')).toBeUndefined();
      expect(await people.names(['a', 'nobody', 'c'])).toEqual({ a: '小红', c: '小明' });
      expect(await people.names([])).toEqual({});
    },
  );

  using(
    'a search finds by the beginning of nickname or id, case aside, and by nothing else',
    async ({ admin }, join) => {
      await join('0a1b', 'Li Wei');
      await join('9f', '李伟%');
      await join('9e', '李_');
      const found = async (text: string) =>
        (await admin.people.page({ text, most: 9 })).map(({ id }) => id).sort();
      expect(await found('li')).toEqual(['0a1b']);
      expect(await found('李')).toEqual(['9e', '9f']);
      expect(await found('李%')).toEqual([]);
      expect(await found('李伟%')).toEqual(['9f']);
      expect(await found('0A1')).toEqual(['0a1b']);
      expect(await found('伟')).toEqual([]);
      expect(await found('𠮷')).toEqual([]);
    },
  );

  using('a role given is in the book with who gave it; the same again is not', async (store, join) => {
    const { people } = store.admin;
    await join('a');
    await join('b');
    expect(await people.setRole('a', 'admin', by())).toBe('done');
    expect(await people.setRole('a', 'admin', by())).toBe('same');
    expect(await people.setRole('a', 'learner', by())).toBe('last-admin');
    expect(await people.setRole('nobody', 'admin', by())).toBe('unknown');
    expect(await people.setRole('b', 'facilitator', by('a', AT + 1))).toBe('done');
    expect(await store.audit.list(9)).toMatchObject([
      { actorId: 'a', act: 'role.changed', subjectId: 'b', detail: { from: 'learner', to: 'facilitator' } },
      { actorId: 'admin-1', act: 'role.changed', subjectId: 'a', detail: { from: 'learner', to: 'admin' } },
    ]);
    expect(await people.census()).toMatchObject({ people: { learner: 0, facilitator: 1, admin: 1 } });
  });

  using(
    'a deleted person is gone with everything, as if they had done it themselves',
    async (store, join) => {
      const { people } = store.admin;
      const [session] = [await join('a'), await join('b')];
      await store.facts.append({ session, receivedAt: AT, facts: [finished('f', 1), finished('f', 2)] });
      await people.setRole('b', 'admin', by());
      expect(await people.remove('b', by())).toBe('last-admin');
      expect(await people.remove('nobody', by())).toBe('unknown');
      expect(await people.remove('a', by('b', AT + 1))).toBe('done');
      expect(await people.remove('a', by('b'))).toBe('unknown');
      expect(await people.find('a')).toBeUndefined();
      expect(await store.learners.wasRemoved('a')).toBe(true);
      expect(await people.census()).toEqual({
        people: { learner: 0, facilitator: 0, admin: 1 },
        facts: 0,
        quarantined: 0,
        openMistakes: 0,
      });
      expect((await store.audit.list(1))[0]).toMatchObject({
        actorId: 'b',
        act: 'learner.deleted',
        subjectId: 'a',
      });
      expect(await people.find('b')).toMatchObject({ role: 'admin' });
    },
  );

  using('of one person an admin gets every fact but what is theirs alone', async (store, join) => {
    const { people } = store.admin;
    const [session, other] = [await join('a'), await join('b')];
    const many = Array.from({ length: 620 }, (_, index) => finished(`f${index}`));
    await store.facts.append({ session, receivedAt: AT, facts: [...many, reflected('own', '只给自己看')] });
    await store.facts.append({ session: other, receivedAt: AT, facts: [finished('theirs')] });
    const bodies: string[] = [];
    for (let since = 0; ; ) {
      const page = await people.facts('a', since);
      bodies.push(...page.bodies);
      since = page.seq;
      if (!page.more) break;
    }
    expect(idsOf(bodies)).toEqual(many.map(({ id }) => id).sort());
    expect(bodies.join()).not.toContain('只给自己看');
    expect(await people.privateFacts('a')).toBe(1);
    expect((await people.facts('nobody', 0)).bodies).toEqual([]);
  });

  using(
    'quarantine shows both bodies, never of what is somebody’s alone; dismissed is gone',
    async (store, join) => {
      const { quarantine } = store.admin;
      const session = await join('a');
      await store.facts.append({ session, receivedAt: AT, facts: [finished('x', 1), reflected('y', '甲')] });
      await store.facts.append({ session, receivedAt: AT + 1, facts: [finished('x', 2)] });
      await store.facts.append({ session, receivedAt: AT + 2, facts: [reflected('y', '乙')] });
      const all = await quarantine.list(9);
      expect(
        all.map(({ factId, isPrivate, reason, nickname }) => [factId, isPrivate, reason, nickname]),
      ).toEqual([
        ['y', true, 'conflict', '小红'],
        ['x', false, 'conflict', '小红'],
      ]);
      const [own, shared] = all;
      expect([own?.body, own?.stands]).toEqual([undefined, undefined]);
      expect([shared?.body, shared?.stands].map((body) => JSON.parse(body ?? '{}').slips)).toEqual([2, 1]);
      expect(await quarantine.list(9, own)).toEqual([shared]);
      expect(await quarantine.list(9, shared)).toEqual([]);
      const { learnerId = '', factId = '', digest = '' } = shared ?? {};
      expect(await quarantine.dismiss({ learnerId, factId, digest: 'another' }, by())).toBe(false);
      expect(await quarantine.dismiss({ learnerId, factId, digest }, by())).toBe(true);
      expect(await quarantine.dismiss({ learnerId, factId, digest }, by())).toBe(false);
      expect(await quarantine.list(9)).toEqual([own]);
      expect(await store.audit.list(9)).toMatchObject([
        { act: 'quarantine.dismissed', subjectId: 'a', detail: { reason: 'conflict' } },
      ]);
    },
  );

  using('the day somebody was last here goes forward, never back', async ({ admin }, join) => {
    await join('a');
    await join('b');
    const dayOf = async (id: string) => (await admin.people.find(id))?.lastSeenDay;
    await admin.presence.note(['a', 'nobody'], TODAY + 2);
    expect([await dayOf('a'), await dayOf('b')]).toEqual([TODAY + 2, TODAY]);
    await admin.presence.note(['a', 'b'], TODAY + 1);
    expect([await dayOf('a'), await dayOf('b')]).toEqual([TODAY + 2, TODAY + 1]);
  });

  using('retention is what was set last; who set it stands in the book', async ({ admin, audit }) => {
    const { retention } = admin;
    expect(await retention.read()).toEqual({ learnerDays: null, auditDays: 1095, mistakeDays: 365 });
    const wanted = { learnerDays: 400, auditDays: 365, mistakeDays: 90 };
    await retention.save({ ...wanted, learnerDays: null }, by());
    await retention.save(wanted, by('admin-1', AT + 1));
    expect(await retention.read()).toEqual({ ...wanted, changedAt: AT + 1 });
    expect(await audit.list(9)).toMatchObject([
      { act: 'retention.changed', detail: { learnerDays: 400, auditDays: 365, mistakeDays: 90 } },
      { act: 'retention.changed', detail: { learnerDays: 'never' } },
    ]);
  });

  using('who has not been here for long is concerned; who has a role never is', async (store, join) => {
    const { retention, people, presence } = store.admin;
    for (const id of ['long', 'back', 'helper', 'boss']) await join(id, '小红', AT - 100 * DAY);
    await join('new');
    await people.setRole('helper', 'facilitator', by());
    await people.setRole('boss', 'admin', by());
    await presence.note(['back'], TODAY - 29);
    expect(await retention.concerned(TODAY - 30)).toBe(1);
    expect(await retention.concerned(TODAY - 28)).toBe(2);
    expect(await retention.concerned(TODAY - 100)).toBe(0);
    expect(await retention.expired(TODAY - 30, 9)).toEqual(['long']);
    expect(await retention.expired(TODAY + 1, 2)).toHaveLength(2);
    // Came back between being found and being deleted; has a role; is gone.
    for (const id of ['back', 'helper', 'boss', 'nobody'])
      expect(await retention.removeExpired(id, TODAY - 30, AT)).toBe(false);
    expect(await retention.removeExpired('long', TODAY - 30, AT)).toBe(true);
    expect(await store.learners.wasRemoved('long')).toBe(true);
    expect((await people.page({ text: '', most: 9 })).map(({ id }) => id).sort()).toEqual([
      'back',
      'boss',
      'helper',
      'new',
    ]);
  });

  using(
    'to the day: who was here, or began, on the day itself stays; a moment before goes',
    async (store, join) => {
      const { retention, presence } = store.admin;
      const day = TODAY - 30;
      await join('began', '小红', day * DAY);
      await join('began-before', '小红', day * DAY - 1);
      for (const id of ['seen', 'seen-before']) await join(id, '小红', AT - 100 * DAY);
      await presence.note(['seen'], day);
      await presence.note(['seen-before'], day - 1);
      expect(await retention.concerned(day)).toBe(2);
      expect((await retention.expired(day, 9)).toSorted()).toEqual(['began-before', 'seen-before']);
      for (const id of ['began', 'seen']) expect(await retention.removeExpired(id, day, AT)).toBe(false);
      for (const id of ['began-before', 'seen-before'])
        expect(await retention.removeExpired(id, day, AT)).toBe(true);
    },
  );

  using('old entries and reports that were dealt with go; open ones stay however old', async (store) => {
    const { retention } = store.admin;
    for (const [id, at] of [
      ['e1', 1],
      ['e2', 2],
      ['e3', 9],
    ] as const)
      await store.audit.add({ id, at, actorId: 'system', act: 'backup.made', detail: {} });
    expect(await retention.removeAudit(9, 1)).toBe(1);
    expect(await retention.removeAudit(9, 9)).toBe(1);
    expect(await retention.removeAudit(9, 9)).toBe(0);
    expect((await store.audit.list(9)).map(({ id }) => id)).toEqual(['e3']);
    for (const [number, done] of [
      [1, 5],
      [2, undefined],
      [3, 9],
      [4, 6],
    ] as const) {
      await store.mistakes.add(mistake(number), 1);
      if (done) await store.mistakes.markDone(mistake(number).id, done);
    }
    expect(await retention.removeMistakes(9, 1)).toBe(1);
    expect(await retention.removeMistakes(9, 9)).toBe(1);
    expect((await store.mistakes.list('all')).map(({ id }) => id).sort()).toEqual([
      mistake(2).id,
      mistake(3).id,
    ]);
  });

  using('a report that was dealt with is in the book with who did; both or neither', async (store) => {
    const { mistakes, audit } = store;
    await mistakes.add(mistake(1), AT);
    const taken = by();
    await audit.add({ ...taken, act: 'cohort.made', detail: {} });
    await expect(mistakes.markDone(mistake(1).id, AT, taken)).rejects.toThrow();
    expect(await mistakes.list('open')).toHaveLength(1);
    const first = by();
    expect(await mistakes.markDone(mistake(1).id, AT, first)).toBe('done');
    expect(await mistakes.markDone(mistake(1).id, AT, by())).toBe('known');
    const book = (await audit.list(9)).filter(({ act }) => act === 'mistake.done');
    expect(book).toEqual([{ ...first, act: 'mistake.done', subjectId: mistake(1).id, detail: {} }]);
  });

  using('the last backup is remembered', async ({ admin }) => {
    expect(await admin.retention.backupAt()).toBeUndefined();
    await admin.retention.noteBackup(AT);
    await admin.retention.noteBackup(AT + 5);
    expect(await admin.retention.backupAt()).toBe(AT + 5);
  });

  using(
    'a daily duty goes to one, once a day, and to another when that one died at it',
    async ({ admin }) => {
      const { duties } = admin;
      const hold = (holder: string, at: number) => ({ name: 'clearing', holder, at, until: at + 10 });
      expect(await duties.doneDay('clearing')).toBeUndefined();
      const taken = await Promise.all(['p', 'q', 'r'].map((holder) => duties.take(hold(holder, 100), 7)));
      expect(taken.filter(Boolean)).toHaveLength(1);
      const first = ['p', 'q', 'r'][taken.indexOf(true)] ?? '';
      expect(await duties.take(hold('s', 109), 7)).toBe(false);
      expect(await duties.keep(hold(first, 109))).toBe(true);
      expect(await duties.take(hold('s', 118), 7)).toBe(false);
      // It says nothing any more: somebody else takes over, and the first one has to stop.
      expect(await duties.take(hold('s', 119), 7)).toBe(true);
      expect(await duties.keep(hold(first, 119))).toBe(false);
      await duties.done({ name: 'clearing', holder: first }, 7);
      expect(await duties.doneDay('clearing')).toBeUndefined();
      await duties.done({ name: 'clearing', holder: 's' }, 7);
      expect(await duties.doneDay('clearing')).toBe(7);
      expect(await duties.take(hold('q', 500), 7)).toBe(false);
      // What is done is held by nobody: not even as long as its holder had wanted it.
      expect(await duties.take(hold('q', 120), 8)).toBe(true);
    },
  );
}
