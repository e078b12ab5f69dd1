/** What every store of cohorts promises, whatever it is made of. */
import { expect, test } from 'vitest';
import type { CohortStore, Leader } from '#server/port/cohort-store.ts';
import type { FactStore } from '#server/port/fact-store.ts';
import type { LearnerStore, Session } from '#server/port/learner-store.ts';
import type { MergeStore } from '#server/port/merge-store.ts';
import { finished, reflected } from './facts.ts';
import { sharedBy } from './shared-by.ts';

interface Opened {
  facts: FactStore;
  learners: LearnerStore;
  cohorts: CohortStore;
  merges: MergeStore;
  close(): Promise<void>;
}

const AT = 1_795_000_000_000;
const CODE = 'ABCDEFGH';

/** @param open an empty one each time. */
export function cohortContract(open: () => Promise<Opened>): void {
  /** Two who lead, three who learn, and a cohort `c1` of the first leader with an open code. */
  const using = (name: string, work: (set: Awaited<ReturnType<typeof prepared>>) => Promise<void>) =>
    test(name, async () => {
      const store = await open();
      try {
        await work(await prepared(store));
      } finally {
        await store.close();
      }
    });

  using('a leader finds the cohorts they lead, an admin all, and nobody another one’s', async (set) => {
    const { cohorts, one, two, admin } = set;
    await cohorts.make(two, { id: 'c2', name: '二班', at: AT + 1, invitation: open2 });
    expect(await cohorts.list(one)).toEqual([{ id: 'c1', name: '一班', madeAt: AT, members: 0 }]);
    expect((await cohorts.list(admin)).map(({ id }) => id)).toEqual(['c2', 'c1']);
    expect(await cohorts.find(one, 'c1')).toEqual({
      id: 'c1',
      name: '一班',
      madeAt: AT,
      members: 0,
      invitation: { code: CODE, expiresAt: AT + 1000 },
      facilitators: [{ learnerId: 'one', nickname: '带班一' }],
      assignments: [],
    });
    expect((await cohorts.find(admin, 'c1'))?.name).toBe('一班');
    expect(await cohorts.find(two, 'c1')).toBeUndefined();
    expect(await cohorts.find(one, 'none')).toBeUndefined();
  });

  using('whoever does not lead it can do nothing to it', async ({ cohorts, a, one, two }) => {
    await cohorts.enrol(a, { code: CODE, at: AT, told: 1 });
    await cohorts.assign(one, 'c1', lesson('x'));
    const before = await cohorts.find(one, 'c1');
    expect(await cohorts.rename(two, 'c1', '别班')).toBe(false);
    expect(await cohorts.invite(two, 'c1', undefined)).toBe(false);
    expect(await cohorts.addFacilitator(two, 'c1', 'two')).toBe('missing');
    expect(await cohorts.hasMember(two, 'c1', 'a')).toBe(false);
    expect(await cohorts.removeMember(two, 'c1', 'a')).toBe(false);
    expect(await cohorts.assign(two, 'c1', lesson('y'))).toBe('missing');
    expect(await cohorts.unassign(two, 'c1', 'x')).toBe(false);
    expect(await cohorts.members(two, 'c1')).toBeUndefined();
    expect(await sharedBy(cohorts, two, 'c1', 'a')).toBeUndefined();
    expect(await cohorts.sharedPrivate(two, 'c1')).toBeUndefined();
    expect(await cohorts.remove(two, 'c1')).toBe(false);
    expect(await cohorts.find(one, 'c1')).toEqual(before);
  });

  using('a code opens its cohort until it is over, renewed or closed', async ({ cohorts, one, a, b }) => {
    const shown = { name: '一班', facilitators: ['带班一'], expiresAt: AT + 1000 };
    expect(await cohorts.invitation(CODE, AT + 999)).toEqual(shown);
    expect(await cohorts.invitation(CODE, AT + 1000)).toBeUndefined();
    expect((await cohorts.enrol(a, { code: CODE, at: AT + 1000, told: 1 })).status).toBe('wrong');
    expect(await cohorts.invite(one, 'c1', { code: 'ZZZZZZZZ', expiresAt: AT + 9000 })).toBe(true);
    expect((await cohorts.enrol(a, { code: CODE, at: AT, told: 1 })).status).toBe('wrong');
    expect((await cohorts.enrol(a, { code: 'ZZZZZZZZ', at: AT, told: 1 })).status).toBe('joined');
    await cohorts.invite(one, 'c1', undefined);
    expect((await cohorts.find(one, 'c1'))?.invitation).toBeUndefined();
    expect((await cohorts.enrol(b, { code: 'ZZZZZZZZ', at: AT, told: 1 })).status).toBe('wrong');
    expect(await cohorts.invitation('ZZZZZZZZ', AT)).toBeUndefined();
  });

  using('joining is once, keeps what was told, and shows the learner what was set', async (set) => {
    const { cohorts, one, a } = set;
    await cohorts.assign(one, 'c1', lesson('x', 5));
    const enrolment = {
      cohortId: 'c1',
      name: '一班',
      facilitators: ['带班一'],
      joinedAt: AT,
      told: 1,
      assignments: [lesson('x', 5)],
    };
    expect(await cohorts.enrol(a, { code: CODE, at: AT, told: 1 })).toEqual({ status: 'joined', enrolment });
    const again = { ...enrolment, told: 2 };
    expect(await cohorts.enrol(a, { code: CODE, at: AT + 5, told: 2 })).toEqual({
      status: 'known',
      enrolment: again,
    });
    expect(await cohorts.enrolments(a)).toEqual([again]);
    expect((await cohorts.list(one))[0]?.members).toBe(1);
    const gone = { ...a, generation: 7 };
    expect(await cohorts.enrolments(gone)).toBeUndefined();
    expect(await cohorts.enrol(gone, { code: CODE, at: AT, told: 1 })).toEqual({ status: 'unknown-learner' });
    expect(await cohorts.leave(gone, 'c1')).toBe(false);
  });

  using('a cohort sees its members’ facts, never the private ones, and nobody else’s', async (set) => {
    const { cohorts, facts, one, a, b } = set;
    await facts.append({
      session: a,
      receivedAt: AT,
      facts: [finished('f1'), reflected('r1', '只给自己看')],
    });
    await facts.append({ session: b, receivedAt: AT, facts: [finished('f2')] });
    expect(await sharedBy(cohorts, one, 'c1', 'a')).toBeUndefined();
    await cohorts.enrol(a, { code: CODE, at: AT, told: 1 });
    expect(await sharedBy(cohorts, one, 'c1', 'a')).toEqual([finished('f1')]);
    expect(await sharedBy(cohorts, one, 'c1', 'b')).toBeUndefined();
    expect([await cohorts.hasMember(one, 'c1', 'a'), await cohorts.hasMember(one, 'c1', 'b')]).toEqual([
      true,
      false,
    ]);
  });

  using('members stand in the order in which they joined; a new fact changes the mark', async (set) => {
    const { cohorts, facts, one, a, b } = set;
    await cohorts.enrol(b, { code: CODE, at: AT, told: 1 });
    await cohorts.enrol(a, { code: CODE, at: AT + 1, told: 1 });
    const before = (await cohorts.members(one, 'c1')) ?? [];
    expect(before.map(({ learnerId, nickname, joinedAt }) => [learnerId, nickname, joinedAt])).toEqual([
      ['b', '小明', AT],
      ['a', '小红', AT + 1],
    ]);
    expect(await cohorts.members(one, 'c1')).toEqual(before);
    await facts.append({ session: a, receivedAt: AT, facts: [finished('f1')] });
    const after = (await cohorts.members(one, 'c1')) ?? [];
    expect([after[0]?.mark === before[0]?.mark, after[1]?.mark === before[1]?.mark]).toEqual([true, false]);
  });

  using('whoever leaves, is removed or is deleted is seen no more, and keeps what is theirs', async (set) => {
    const { cohorts, facts, learners, one, a, b, c } = set;
    for (const session of [a, b, c]) await cohorts.enrol(session, { code: CODE, at: AT, told: 1 });
    await facts.append({ session: a, receivedAt: AT, facts: [finished('f1')] });
    expect(await cohorts.leave(a, 'c1')).toBe(true);
    expect(await cohorts.leave(a, 'c1')).toBe(false);
    expect(await cohorts.removeMember(one, 'c1', 'b')).toBe(true);
    expect(await cohorts.removeMember(one, 'c1', 'b')).toBe(false);
    expect(await learners.remove(c, AT)).toBe(true);
    expect(await cohorts.members(one, 'c1')).toEqual([]);
    expect(await sharedBy(cohorts, one, 'c1', 'a')).toBeUndefined();
    expect((await facts.pull(a, 0))?.bodies).toHaveLength(1);
  });

  using(
    'the same thing set again takes the new day; what is taken back is gone',
    async ({ cohorts, one }) => {
      expect(await cohorts.assign(one, 'c1', lesson('x', 5))).toBe('done');
      expect(await cohorts.assign(one, 'c1', { ...lesson('y', 9), setAt: AT + 5 })).toBe('done');
      expect(await cohorts.assign(one, 'c1', { ...lesson('z'), kind: 'check' })).toBe('done');
      const kept = async () =>
        (await cohorts.find(one, 'c1'))?.assignments.map(({ id, dueAt }) => [id, dueAt]);
      expect(await kept()).toEqual([
        ['x', 9],
        ['z', undefined],
      ]);
      expect(await cohorts.unassign(one, 'c1', 'x')).toBe(true);
      expect(await cohorts.unassign(one, 'c1', 'x')).toBe(false);
      expect(await kept()).toEqual([['z', undefined]]);
    },
  );

  using('another one may lead too, if their role is enough; deleted with the account', async (set) => {
    const { cohorts, learners, one, two, twoSession } = set;
    expect(await cohorts.addFacilitator(one, 'c1', 'a')).toBe('unknown');
    expect(await cohorts.addFacilitator(one, 'c1', 'nobody')).toBe('unknown');
    expect(await cohorts.addFacilitator(one, 'c1', 'two')).toBe('done');
    expect(await cohorts.addFacilitator(one, 'c1', 'two')).toBe('done');
    expect((await cohorts.find(two, 'c1'))?.facilitators).toHaveLength(2);
    expect(await learners.remove(twoSession, AT)).toBe(true);
    expect((await cohorts.find(one, 'c1'))?.facilitators).toEqual([{ learnerId: 'one', nickname: '带班一' }]);
  });

  using(
    'a nickname that becomes part of an account takes its places along, one in each cohort',
    async (set) => {
      const { cohorts, merges, one, two, a, b } = set;
      await cohorts.make(two, { id: 'c2', name: '二班', at: AT, invitation: open2 });
      await cohorts.enrol(b, { code: CODE, at: AT, told: 1 });
      for (const code of [CODE, open2.code]) await cohorts.enrol(a, { code, at: AT + 5, told: 1 });
      expect(await merges.merge(a, b, AT)).toBe('merged');
      const of = async (leader: Leader, cohortId: string) =>
        (await cohorts.members(leader, cohortId))?.map(({ learnerId, joinedAt }) => [learnerId, joinedAt]);
      expect(await of(one, 'c1')).toEqual([['b', AT]]);
      expect(await of(two, 'c2')).toEqual([['b', AT + 5]]);
    },
  );

  using('whoever led a cohort under a nickname leads it with the account', async (set) => {
    const { cohorts, merges, twoSession, a, one } = set;
    await cohorts.addFacilitator(one, 'c1', 'two');
    expect(await merges.merge(twoSession, a, AT)).toBe('merged');
    const leaders = (await cohorts.find(one, 'c1'))?.facilitators.map(({ learnerId }) => learnerId);
    expect(leaders).toEqual(['a', 'one']);
  });

  using(
    'a private fact is read by those who lead one cohort once it is shared, until it is taken back',
    async (set) => {
      const { cohorts, facts, one, two, admin, a, b } = set;
      await cohorts.make(two, { id: 'c2', name: '二班', at: AT, invitation: open2 });
      for (const code of [CODE, open2.code]) await cohorts.enrol(a, { code, at: AT, told: 1 });
      await cohorts.enrol(b, { code: CODE, at: AT, told: 1 });
      const written = [finished('f1'), reflected('r1', '给讲师看'), reflected('r2', '不给看')];
      await facts.append({ session: a, receivedAt: AT, facts: written });
      await facts.append({ session: b, receivedAt: AT, facts: [reflected('x/1', '小明的')] });
      expect(await cohorts.sharedPrivate(one, 'c1')).toEqual([]);
      expect(await cohorts.share(a, { cohortId: 'c1', factId: 'r1', at: AT })).toBe('done');
      expect(await cohorts.share(a, { cohortId: 'c1', factId: 'r1', at: AT + 9 })).toBe('done');
      expect(await cohorts.share(b, { cohortId: 'c1', factId: 'x/1', at: AT + 1 })).toBe('done');
      const ofA = { learnerId: 'a', nickname: '小红', sharedAt: AT, fact: written[1] };
      const ofB = { learnerId: 'b', nickname: '小明', sharedAt: AT + 1, fact: reflected('x/1', '小明的') };
      expect(await cohorts.sharedPrivate(one, 'c1')).toEqual([ofB, ofA]);
      expect(await cohorts.sharedPrivate(admin, 'c1')).toEqual([ofB, ofA]);
      expect(await cohorts.sharedPrivate(two, 'c1')).toBeUndefined();
      expect(await cohorts.sharedPrivate(two, 'c2')).toEqual([]);
      expect(await cohorts.shares(a, 'c1')).toEqual([{ factId: 'r1', sharedAt: AT }]);
      expect(await cohorts.shares(a, 'c2')).toEqual([]);
      // The report does not take it up.
      expect(await sharedBy(cohorts, one, 'c1', 'a')).toEqual([finished('f1')]);
      const taken = { cohortId: 'c1', factId: 'r1' };
      expect(await cohorts.share(a, { ...taken, cohortId: 'c2', at: AT })).toBe('done');
      expect([await cohorts.endShare(a, taken), await cohorts.endShare(a, taken)]).toEqual(['done', 'done']);
      expect(await cohorts.sharedPrivate(one, 'c1')).toEqual([ofB]);
      // Taken back from one class only.
      expect(await cohorts.sharedPrivate(two, 'c2')).toEqual([ofA]);
    },
  );

  using('only what is one’s own and private, and only with a cohort one is in', async (set) => {
    const { cohorts, facts, one, a, b } = set;
    await cohorts.enrol(a, { code: CODE, at: AT, told: 1 });
    await facts.append({ session: a, receivedAt: AT, facts: [finished('f1'), reflected('r1', '我的')] });
    await facts.append({ session: b, receivedAt: AT, facts: [reflected('r9', '小明的')] });
    const share = (session: Session, factId: string, cohortId = 'c1') =>
      cohorts.share(session, { cohortId, factId, at: AT });
    for (const factId of ['f1', 'r9', 'none']) expect(await share(a, factId)).toBe('no-fact');
    expect(await share(b, 'r9')).toBe('not-enrolled');
    expect(await share(a, 'r1', 'none')).toBe('not-enrolled');
    const ended = { ...a, generation: 7 };
    expect(await share(ended, 'r1')).toBe('unknown-learner');
    await share(a, 'r1');
    expect(await cohorts.endShare(ended, { cohortId: 'c1', factId: 'r1' })).toBe('unknown-learner');
    expect(await cohorts.endShare(b, { cohortId: 'c1', factId: 'r1' })).toBe('not-enrolled');
    expect([await cohorts.shares(ended, 'c1'), await cohorts.shares(b, 'c1')]).toEqual([
      'unknown-learner',
      'not-enrolled',
    ]);
    expect(await cohorts.sharedPrivate(one, 'c1')).toHaveLength(1);
  });

  using(
    'one learner shares fifty things with one cohort at most, also from two devices at once',
    async (set) => {
      const { cohorts, facts, one, two, a, b } = set;
      await cohorts.make(two, { id: 'c2', name: '二班', at: AT + 1, invitation: open2 });
      const notes = (from: number, to: number) =>
        Array.from({ length: to - from }, (_, n) => reflected(`n${from + n}`, '我的'));
      await facts.append({ session: a, receivedAt: AT, facts: notes(0, 54) });
      await facts.append({ session: b, receivedAt: AT, facts: notes(0, 1) });
      for (const session of [a, b]) await cohorts.enrol(session, { code: CODE, at: AT, told: 1 });
      await cohorts.enrol(a, { code: open2.code, at: AT, told: 1 });
      const share = (factId: string, cohortId = 'c1', session: Session = a) =>
        cohorts.share(session, { cohortId, factId, at: AT });
      for (let n = 0; n < 47; n += 1) expect(await share(`n${n}`)).toBe('done');
      const racing = await Promise.all([47, 48, 49, 50, 51, 52].map((n) => share(`n${n}`)));
      expect(racing.toSorted()).toEqual(['done', 'done', 'done', 'full', 'full', 'full']);
      // What is shared stays so, asked again too; another class and another learner have room of their own.
      expect(await share('n0')).toBe('done');
      expect([await share('n53', 'c2'), await share('n0', 'c1', b)]).toEqual(['done', 'done']);
      expect(await cohorts.shares(a, 'c1')).toHaveLength(50);
      expect(await cohorts.sharedPrivate(one, 'c1')).toHaveLength(51);
      await cohorts.endShare(a, { cohortId: 'c1', factId: 'n0' });
      expect([await share('n53'), await share('n0')]).toEqual(['done', 'full']);
    },
  );

  using(
    'what was shared ends with the place, also for who comes again, with the learner and the cohort',
    async (set) => {
      const { cohorts, facts, learners, one, a, b, c } = set;
      const shared = async () => (await cohorts.sharedPrivate(one, 'c1'))?.map(({ learnerId }) => learnerId);
      for (const session of [a, b, c]) {
        await cohorts.enrol(session, { code: CODE, at: AT, told: 1 });
        await facts.append({ session, receivedAt: AT, facts: [reflected('r1', '我的')] });
        await cohorts.share(session, { cohortId: 'c1', factId: 'r1', at: AT });
      }
      expect((await shared())?.sort()).toEqual(['a', 'b', 'c']);
      await cohorts.leave(a, 'c1');
      await cohorts.enrol(a, { code: CODE, at: AT, told: 1 });
      expect((await shared())?.sort()).toEqual(['b', 'c']);
      await cohorts.removeMember(one, 'c1', 'b');
      await cohorts.enrol(b, { code: CODE, at: AT, told: 1 });
      expect(await shared()).toEqual(['c']);
      expect(await learners.remove(c, AT)).toBe(true);
      expect(await shared()).toEqual([]);
      await cohorts.share(a, { cohortId: 'c1', factId: 'r1', at: AT });
      expect(await cohorts.remove(one, 'c1')).toBe(true);
      expect(await cohorts.sharedPrivate(one, 'c1')).toBeUndefined();
    },
  );

  using(
    'a nickname that becomes part of an account takes what it shared along, and nothing else',
    async (set) => {
      const { cohorts, facts, merges, one, two, a, b } = set;
      await cohorts.make(two, { id: 'c2', name: '二班', at: AT, invitation: open2 });
      for (const session of [a, b]) await cohorts.enrol(session, { code: CODE, at: AT, told: 1 });
      await cohorts.enrol(a, { code: open2.code, at: AT, told: 1 });
      const of = (text: string) => [reflected('same', '两边一样'), reflected('other', text)];
      await facts.append({
        session: a,
        receivedAt: AT,
        facts: [...of('小红写的'), reflected('mine', '我的')],
      });
      await facts.append({ session: b, receivedAt: AT, facts: of('小明写的，没给人看过') });
      for (const factId of ['same', 'other', 'mine'])
        await cohorts.share(a, { cohortId: 'c1', factId, at: AT + 5 });
      await cohorts.share(a, { cohortId: 'c2', factId: 'same', at: AT + 7 });
      await cohorts.share(b, { cohortId: 'c1', factId: 'same', at: AT });
      expect(await merges.merge(a, b, AT)).toBe('merged');
      expect(await cohorts.sharedPrivate(two, 'c2')).toMatchObject([
        { learnerId: 'b', sharedAt: AT + 7, fact: { id: 'same' } },
      ]);
      expect(
        (await cohorts.sharedPrivate(one, 'c1'))?.map(({ learnerId, fact, sharedAt }) => [
          learnerId,
          fact.id,
          sharedAt,
        ]),
      ).toEqual([
        ['b', 'mine', AT + 5],
        ['b', 'same', AT],
      ]);
    },
  );

  using('a removed cohort is gone for everybody, with its places', async ({ cohorts, one, a }) => {
    await cohorts.enrol(a, { code: CODE, at: AT, told: 1 });
    await cohorts.assign(one, 'c1', lesson('x'));
    expect(await cohorts.remove(one, 'c1')).toBe(true);
    expect(await cohorts.find(one, 'c1')).toBeUndefined();
    expect(await cohorts.enrolments(a)).toEqual([]);
    expect(await cohorts.invitation(CODE, AT)).toBeUndefined();
  });
}

const open2 = { code: 'BBBBBBBB', expiresAt: AT + 1000 };
const lesson = (id: string, dueAt?: number) => ({
  id,
  kind: 'lesson' as const,
  activityId: 'm1-a',
  setAt: AT,
  ...(dueAt !== undefined && { dueAt }),
});

async function prepared(store: Opened) {
  const { learners, cohorts } = store;
  const join = (id: string, nickname: string): Promise<Session> =>
    learners.add({ id, nickname, createdAt: AT });
  const [a, b, c] = [await join('a', '小红'), await join('b', '小明'), await join('c', '小刚')];
  await join('one', '带班一');
  const twoSession = await join('two', '带班二');
  for (const id of ['one', 'two']) await learners.setRole(id, 'facilitator');
  const one: Leader = { id: 'one', role: 'facilitator' };
  const two: Leader = { id: 'two', role: 'facilitator' };
  const admin: Leader = { id: 'boss', role: 'admin' };
  await cohorts.make(one, {
    id: 'c1',
    name: '一班',
    at: AT,
    invitation: { code: CODE, expiresAt: AT + 1000 },
  });
  return { ...store, a, b, c, one, two, twoSession, admin };
}
