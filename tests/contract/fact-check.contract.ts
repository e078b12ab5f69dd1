/** What every store promises of facts that are scored anew, whatever it is made of. */
import { expect } from 'vitest';
import type { Fact, FactOf } from '#core/model/fact.ts';
import type { Verdict } from '#core/rescore/verdict.ts';
import type { AdminStores } from '#server/port/admin-stores.ts';
import type { FactCheckStore } from '#server/port/fact-check-store.ts';
import type { FactStore } from '#server/port/fact-store.ts';
import type { LearnerStore, Session } from '#server/port/learner-store.ts';
import type { MergeStore } from '#server/port/merge-store.ts';
import type { OutboxStore } from '#server/port/outbox-store.ts';
import { completed, finished, idsOf, pullAll, reflected } from './facts.ts';
import { usingEach } from './using.ts';

export interface OpenedChecks {
  facts: FactStore;
  learners: LearnerStore;
  factChecks: FactCheckStore;
  merges: MergeStore;
  admin: Pick<AdminStores, 'quarantine'>;
  outbox: Pick<OutboxStore, 'list'>;
  close(): Promise<void>;
}

const CONFIRMED: Verdict = { status: 'confirmed' };
const UNKNOWN: Verdict = { status: 'unknown', needs: 'item m0-x.q1 \u0000\ud800' };
const DIFFERS: Verdict = {
  status: 'differs',
  differences: [{ field: 'score.earned', expected: 0, given: 1 }],
};
const BY = 'r1 e1';

const submitted = (id: string): FactOf<'lesson.completed'> => completed(id);

/** @param open an empty one each time. */
export function factCheckContract(open: () => Promise<OpenedChecks>): void {
  const receivedAt = 1_795_000_111_000;
  let count = 0;
  const join = async ({ learners }: OpenedChecks): Promise<Session> => {
    count += 1;
    return learners.add({ id: `checked-${String(count).padStart(3, '0')}`, nickname: '小红', createdAt: 1 });
  };
  const save = ({ facts }: OpenedChecks, session: Session, ...list: Fact[]) =>
    facts.append({ session, receivedAt, facts: list });
  const using = usingEach(open);
  /** Judge what is pending, each fact by its id; confirmed where nothing is said. */
  const judge = async (
    { factChecks }: OpenedChecks,
    { learnerId }: Session,
    verdicts: Record<string, Verdict> = {},
    checkedBy = BY,
  ) => {
    const pending = await factChecks.pending(learnerId);
    if (!pending) return undefined;
    const { from, until, facts } = pending;
    const judged = facts.map(({ id }) => ({ factId: id, verdict: verdicts[id] ?? CONFIRMED }));
    return factChecks.record({ learnerId, judged, cursor: { from, until }, at: 50, checkedBy });
  };
  /** What others than its owner may see. */
  const counted = async ({ outbox }: OpenedChecks, { learnerId }: Session) => {
    const { facts } = await outbox.list(0, undefined, 1_000);
    return facts.flatMap((fact) => (fact.learnerId === learnerId ? fact.id : [])).sort();
  };
  const setApart = ({ admin }: OpenedChecks) => admin.quarantine.list(9);

  using('facts that claim points are pending once, oldest first; others never', async (store) => {
    const session = await join(store);
    const { learnerId } = session;
    expect(await store.factChecks.pending(learnerId)).toBeUndefined();
    await save(store, session, submitted('b'), finished('f'), submitted('a'), reflected('r', '先听'));
    expect(await store.factChecks.pending(learnerId)).toEqual({
      from: 0,
      until: 4,
      facts: ['b', 'a'].map((id) => ({ id, body: JSON.stringify(submitted(id)) })),
    });
    expect(await judge(store, session)).toBe(0);
    expect(await store.factChecks.pending(learnerId)).toBeUndefined();
    await save(store, session, submitted('a'), submitted('c'));
    expect((await store.factChecks.pending(learnerId))?.facts.map(({ id }) => id)).toEqual(['c']);
    expect(await store.factChecks.pending('nobody')).toBeUndefined();
  });

  using('a long record is judged in batches that leave nothing out', async (store) => {
    const session = await join(store);
    const ids = Array.from({ length: 60 }, (_, index) => `f${String(index).padStart(2, '0')}`);
    await save(store, session, ...ids.flatMap((id) => [submitted(id), finished(`${id}x`)]));
    const seen: string[] = [];
    for (let batches = 0; batches < 9; batches += 1) {
      const pending = await store.factChecks.pending(session.learnerId);
      if (!pending) break;
      expect(pending.facts.length).toBeLessThanOrEqual(25);
      seen.push(...pending.facts.map(({ id }) => id));
      await judge(store, session);
    }
    expect(seen).toEqual(ids);
    expect(await counted(store, session)).toHaveLength(120);
  });

  using('who has facts nobody has looked at is found, and nobody else', async (store) => {
    const sessions = [await join(store), await join(store), await join(store)];
    const [one, other] = sessions as [Session, Session];
    await save(store, one, submitted('a'));
    await save(store, other, finished('a'));
    const behind = async () => {
      const found: string[] = [];
      for (let after: string | undefined = ''; after !== undefined; ) {
        const page: Awaited<ReturnType<FactCheckStore['behind']>> = await store.factChecks.behind(after);
        found.push(...page.learnerIds);
        after = page.next;
      }
      return found;
    };
    expect(await behind()).toEqual([one.learnerId, other.learnerId]);
    for (const session of sessions) await judge(store, session);
    expect(await behind()).toEqual([]);
  });

  using('of two who judge at once one writes; the other one’s verdicts are dropped', async (store) => {
    const session = await join(store);
    const { learnerId } = session;
    await save(store, session, submitted('a'));
    const recording = (verdict: Verdict) => ({
      learnerId,
      judged: [{ factId: 'a', verdict }],
      cursor: { from: 0, until: 1 },
      at: 50,
      checkedBy: BY,
    });
    const done = await Promise.all(
      [DIFFERS, DIFFERS, DIFFERS].map((verdict) => store.factChecks.record(recording(verdict))),
    );
    expect(done.filter((fresh) => fresh !== undefined)).toEqual([1]);
    expect(await store.factChecks.record(recording(CONFIRMED))).toBeUndefined();
    expect(await setApart(store)).toHaveLength(1);
  });

  using(
    'a fact that differs is set apart and counts no more; its owner still has it, and saving it again changes nothing',
    async (store) => {
      const session = await join(store);
      const { learnerId } = session;
      await save(
        store,
        session,
        submitted('good'),
        submitted('forged'),
        finished('f'),
        reflected('r', '先听'),
      );
      // Not before they were looked at.
      expect(await counted(store, session)).toEqual(['f']);
      expect(await judge(store, session, { forged: DIFFERS })).toBe(1);
      // Judged again with the rest of its attempt it is no news.
      const again = [{ factId: 'forged', verdict: DIFFERS }];
      const how = { learnerId, judged: again, at: 60, checkedBy: BY };
      expect(await store.factChecks.record(how)).toBe(0);
      expect(await counted(store, session)).toEqual(['f', 'good']);
      expect(await setApart(store)).toEqual([
        {
          learnerId,
          nickname: '小红',
          factId: 'forged',
          digest: expect.any(String),
          reason: 'score',
          receivedAt,
          isPrivate: false,
          body: JSON.stringify(submitted('forged')),
          differences: [{ field: 'score.earned', expected: 0, given: 1 }],
        },
      ]);
      expect(idsOf((await pullAll(store.facts, session)).bodies)).toEqual(['f', 'forged', 'good', 'r']);
      expect(await save(store, session, submitted('forged'))).toMatchObject({ known: 1, conflicts: [] });
      await judge(store, session);
      expect(await counted(store, session)).toEqual(['f', 'good']);
      expect(await store.factChecks.totals()).toEqual({
        behind: 0,
        unchecked: 0,
        setApart: 1,
        setApartSince: receivedAt,
      });
      // Nor can an admin throw the verdict away: the fact would count from then on.
      const [found] = await setApart(store);
      const by = { id: 'entry', at: 60, actorId: 'admin-1' };
      expect(await store.admin.quarantine.dismiss(found as NonNullable<typeof found>, by)).toBe(false);
      expect(await counted(store, session)).toEqual(['f', 'good']);
    },
  );

  using('what cannot be judged yet does not count, and counts once it is confirmed', async (store) => {
    const session = await join(store);
    const { learnerId } = session;
    const { factChecks } = store;
    await save(store, session, submitted('a'), submitted('b'));
    await judge(store, session, { a: UNKNOWN });
    expect(await counted(store, session)).toEqual(['b']);
    // Since it came, however often it is looked at.
    const waiting = { behind: 0, unchecked: 1, uncheckedSince: receivedAt, setApart: 0 };
    expect(await factChecks.totals()).toEqual(waiting);
    const still = [{ factId: 'a', verdict: UNKNOWN }];
    await factChecks.record({ learnerId, judged: still, at: 55, checkedBy: BY });
    expect(await factChecks.totals()).toEqual(waiting);
    // The same release, or somebody who began before it was judged, has nothing new to say.
    expect(await factChecks.again('unchecked', BY, 60)).toBeUndefined();
    expect(await factChecks.again('unchecked', 'r2 e2', 50)).toBeUndefined();
    expect(await factChecks.again('set-apart', 'r2 e2', 60)).toBeUndefined();
    expect(await factChecks.again('unchecked', 'r2 e2', 60)).toEqual({
      learnerId,
      facts: [{ id: 'a', body: JSON.stringify(submitted('a')) }],
    });
    const judged = [{ factId: 'a', verdict: CONFIRMED }];
    expect(await factChecks.record({ learnerId, judged, at: 70, checkedBy: 'r2 e2' })).toBe(0);
    expect(await counted(store, session)).toEqual(['a', 'b']);
    expect(await factChecks.again('unchecked', 'r3 e3', 99)).toBeUndefined();
  });

  using('a later release that confirms what was set apart takes it back', async (store) => {
    const session = await join(store);
    const { learnerId } = session;
    const { factChecks } = store;
    await save(store, session, submitted('a'));
    await judge(store, session, { a: DIFFERS });
    const found = await factChecks.again('set-apart', 'r2 e2', 60);
    expect(found?.facts.map(({ id }) => id)).toEqual(['a']);
    const judged = [{ factId: 'a', verdict: CONFIRMED }];
    await factChecks.record({ learnerId, judged, at: 70, checkedBy: 'r2 e2' });
    expect(await setApart(store)).toEqual([]);
    expect(await counted(store, session)).toEqual(['a']);
  });

  using('contradictions are listed beside, and a verdict does not touch them', async (store) => {
    const [one, other] = [await join(store), await join(store)];
    await save(store, one, submitted('a'), reflected('r', '一'), reflected('r', '二'));
    await save(store, other, submitted('b'));
    await judge(store, one, { a: DIFFERS });
    await judge(store, other, { b: DIFFERS });
    const all = await setApart(store);
    expect(all.map(({ factId, reason }) => `${factId} ${reason}`)).toEqual([
      'b score',
      'r conflict',
      'a score',
    ]);
    // Of what is private nobody reads a body here.
    expect(JSON.stringify(all)).not.toMatch(/[一二]/);
    expect(await store.factChecks.totals()).toMatchObject({ behind: 0, unchecked: 0, setApart: 2 });
    await store.factChecks.record({
      learnerId: one.learnerId,
      judged: [{ factId: 'r', verdict: CONFIRMED }],
      at: 70,
      checkedBy: BY,
    });
    expect((await setApart(store)).map(({ reason }) => reason)).toContain('conflict');
  });

  using('an id is one learner’s own: a verdict touches nobody else’s same id', async (store) => {
    const [one, other] = [await join(store), await join(store)];
    for (const session of [one, other]) await save(store, session, submitted('same'));
    await judge(store, one, { same: DIFFERS });
    await judge(store, other);
    expect(await counted(store, one)).toEqual([]);
    expect(await counted(store, other)).toEqual(['same']);
    expect((await store.factChecks.find(other.learnerId, ['same', 'none'])).map(({ id }) => id)).toEqual([
      'same',
    ]);
  });

  using(
    'where two learners become one, facts that came over are looked at again; what stood there keeps its verdict',
    async (store) => {
      const [former, into] = [await join(store), await join(store)];
      const { learnerId } = into;
      await save(store, into, submitted('same'));
      await judge(store, into);
      const other = { ...submitted('same'), lessonRevision: 'b999' };
      await save(store, former, other, submitted('open'), submitted('forged'));
      await judge(store, former, { same: DIFFERS, open: UNKNOWN, forged: DIFFERS });
      expect(await store.merges.merge(former, into, 60)).toBe('merged');
      expect(await counted(store, into)).toEqual(['same']);
      expect(await store.factChecks.totals()).toEqual({ behind: 1, unchecked: 0, setApart: 0 });
      expect((await setApart(store)).map(({ factId, reason }) => [factId, reason])).toEqual([
        ['same', 'conflict'],
      ]);
      expect((await store.factChecks.pending(learnerId))?.facts.map(({ id }) => id)).toEqual([
        'open',
        'forged',
      ]);
      await judge(store, into, { forged: DIFFERS });
      expect(await counted(store, into)).toEqual(['open', 'same']);
    },
  );

  using('whoever is deleted takes verdicts along, and nothing is written for them later', async (store) => {
    const session = await join(store);
    const { learnerId } = session;
    await save(store, session, submitted('a'), submitted('b'), submitted('c'));
    await judge(store, session, { a: UNKNOWN, b: DIFFERS });
    const judged = [{ factId: 'c', verdict: DIFFERS }];
    expect(await store.learners.remove(session, 1)).toBe(true);
    expect(await store.factChecks.record({ learnerId, judged, at: 70, checkedBy: BY })).toBeUndefined();
    expect(await store.factChecks.totals()).toEqual({ behind: 0, unchecked: 0, setApart: 0 });
    expect(await setApart(store)).toEqual([]);
    expect(await counted(store, session)).toEqual([]);
    expect(await store.factChecks.again('unchecked', 'r2 e2', 99)).toBeUndefined();
  });

  using('a difference as long as a request is kept short; the field it is in stays', async (store) => {
    const session = await join(store);
    await save(store, session, submitted('a'));
    const given = '长'.repeat(200_000);
    await judge(store, session, {
      a: { status: 'differs', differences: [{ field: 'lessonId', expected: 'm1', given }] },
    });
    const [found] = await setApart(store);
    expect(found?.differences).toMatchObject([{ field: 'lessonId' }]);
  });
}
