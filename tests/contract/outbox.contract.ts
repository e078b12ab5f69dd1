/** What every outbox promises, over whatever facts there are. */
import { expect, test } from 'vitest';
import type { AuditLog } from '#server/port/audit-log.ts';
import type { FactCheckStore, Judged } from '#server/port/fact-check-store.ts';
import type { FactStore } from '#server/port/fact-store.ts';
import type { LearnerStore, Session } from '#server/port/learner-store.ts';
import type { MergeStore } from '#server/port/merge-store.ts';
import type { OutboxStore, Settling } from '#server/port/outbox-store.ts';
import { completed, finished, reflected } from './facts.ts';
import { outboxHeldContract } from './outbox-held.contract.ts';
import { settledOf } from './outbox-steps.ts';
import { outboxTwoContract } from './outbox-two.contract.ts';
import { usingEach } from './using.ts';

export interface OpenedOutbox {
  facts: FactStore;
  learners: LearnerStore;
  outbox: OutboxStore;
  merges: MergeStore;
  factChecks: FactCheckStore;
  audit: AuditLog;
  close(): Promise<void>;
}

const AT = 1_795_000_111_000;

/**
 * @param open an empty store each time.
 * @param beside another opening of a store, as a second server process has it; absent where there can be only one.
 */
export function outboxContract(
  open: () => Promise<OpenedOutbox>,
  beside?: () => Promise<{ one: OpenedOutbox; other: OpenedOutbox }>,
): void {
  const using = usingEach(open);
  const join = ({ learners }: OpenedOutbox, id: string) =>
    learners.add({ id, nickname: '小红', createdAt: AT });
  const save = ({ facts }: OpenedOutbox, session: Session, ...ids: string[]) =>
    facts.append({
      session,
      receivedAt: AT,
      facts: ids.map((id) => (id.startsWith('own') ? reflected(id, '明天先问') : finished(id))),
    });
  const idsOf = async ({ outbox }: OpenedOutbox, most = 50) =>
    (await outbox.next(most)).facts.map(({ learnerId, id }) => `${learnerId}/${id}`).sort();
  const settleAll = async ({ outbox }: OpenedOutbox, most: number) => {
    const { facts, settlings } = await outbox.next(most);
    await outbox.settle(settlings, [], AT);
    return facts.map(({ id }) => id);
  };

  using('O1 what others may read waits, what is private does not', async (store) => {
    expect(await store.outbox.next(50)).toEqual({ facts: [], settlings: [] });
    await save(store, await join(store, 'a'), 'own-1', 'f1', 'own-2', 'f2', 'own-3');
    const { facts, settlings } = await store.outbox.next(50);
    expect(facts.map(({ id, seq, receivedAt }) => [id, seq, receivedAt])).toEqual([
      ['f1', 2, AT],
      ['f2', 4, AT],
    ]);
    expect(JSON.parse(facts[0]?.body ?? '')).toEqual(finished('f1'));
    expect(settlings).toEqual([{ learnerId: 'a', from: 0, to: 5 }]);
  });

  using('O2 asking changes nothing; what is settled does not come again', async (store) => {
    const session = await join(store, 'a');
    await save(store, session, 'f1');
    expect(await idsOf(store)).toEqual(await idsOf(store));
    expect(await settleAll(store, 50)).toEqual(['f1']);
    expect(await store.outbox.next(50)).toEqual({ facts: [], settlings: [] });
    await save(store, session, 'f1', 'f2');
    expect(await idsOf(store)).toEqual(['a/f2']);
  });

  using(
    'O3 only private facts: the cursor passes them, so they are not looked at for ever',
    async (store) => {
      await save(store, await join(store, 'a'), 'own-1', 'own-2');
      const { facts, settlings } = await store.outbox.next(50);
      expect([facts, settlings]).toEqual([[], [{ learnerId: 'a', from: 0, to: 2 }]]);
      await store.outbox.settle(settlings, [], AT);
      expect((await store.outbox.next(50)).settlings).toEqual([]);
    },
  );

  using('O4 facts of many learners come in pages, each once, whatever the size of a page', async (store) => {
    for (const most of [1, 2, 5, 50]) {
      const expected: string[] = [];
      for (const learner of ['a', 'b', 'c', 'd']) {
        const ids = Array.from({ length: 7 }, (_, index) => `${most}${learner}${index}`);
        expected.push(...ids);
        const session = await join(store, `${learner}-${most}`);
        await save(store, session, ...ids.flatMap((id) => [id, `own-${id}`]));
      }
      const seen: string[] = [];
      for (let page = await settleAll(store, most); page.length; page = await settleAll(store, most)) {
        expect(page.length).toBeLessThanOrEqual(most);
        seen.push(...page);
      }
      expect(seen.sort()).toEqual(expected.sort());
    }
  });

  using(
    'O5 a cursor that somebody else moved is not moved back, and no refusal is noted with it',
    async (store) => {
      await save(store, await join(store, 'a'), 'f1', 'f2');
      const settlings: Settling[] = [{ learnerId: 'a', from: 0, to: 1 }];
      await store.outbox.settle(settlings, [{ learnerId: 'a', factId: 'f1', status: 400 }], AT);
      await store.outbox.settle(settlings, [{ learnerId: 'a', factId: 'f2', status: 400 }], AT);
      expect(await idsOf(store)).toEqual(['a/f2']);
      expect(await store.outbox.state()).toMatchObject({ pending: 1, refused: 1 });
    },
  );

  using(
    'O6 a deleted learner is in nothing any more: not in what waits, not in what was refused',
    async (store) => {
      const session = await join(store, 'a');
      await save(store, session, 'f1', 'f2');
      const before = await store.outbox.next(50);
      await store.outbox.settle(
        [{ learnerId: 'a', from: 0, to: 1 }],
        [{ learnerId: 'a', factId: 'f1', status: 400 }],
        AT,
      );
      await store.learners.remove(session, AT);
      // What was under way when they left is noted afterwards: nothing of it stays.
      await store.outbox.settle(before.settlings, [{ learnerId: 'a', factId: 'f2', status: 409 }], AT);
      await store.outbox.settle(
        [{ learnerId: 'a', from: 1, to: 2 }],
        [{ learnerId: 'a', factId: 'f2', status: 409 }],
        AT,
      );
      expect(await store.outbox.next(50)).toEqual({ facts: [], settlings: [] });
      expect(await store.outbox.state()).toMatchObject({ pending: 0, refused: 0 });
      expect((await store.outbox.list(0, undefined, 50)).facts).toEqual([]);
    },
  );

  using(
    'O7 how it goes is told: what waits, what was refused, the last success and the last failure',
    async (store) => {
      expect(await store.outbox.state()).toEqual({ pending: 0, held: 0, refused: 0, isPaused: false });
      await save(store, await join(store, 'a'), 'f1', 'own-1');
      await store.outbox.note({ failure: '401', isPaused: true }, AT);
      expect(await store.outbox.state()).toEqual({
        pending: 1,
        held: 0,
        refused: 0,
        isPaused: true,
        failedAt: AT,
        failure: '401',
      });
      await store.outbox.note({}, AT + 1);
      expect(await store.outbox.state()).toMatchObject({
        isPaused: false,
        succeededAt: AT + 1,
        failure: '401',
      });
    },
  );

  using('O8 of several who want the lease as they saw it one gets it', async ({ outbox }) => {
    const seen = await outbox.lease();
    expect(seen.holder).toBe('');
    const taken = await Promise.all(['p', 'q', 'r'].map((holder) => outbox.take(holder, seen)));
    const [own] = taken.filter(Boolean);
    expect(taken.filter(Boolean)).toHaveLength(1);
    expect(await outbox.lease()).toEqual(own);
    expect(await outbox.take('x', seen)).toBeUndefined();
    // Whoever saw it standing still is too late once its holder has given a sign of life.
    const alive = own && (await outbox.take(own.holder, own));
    expect(own && (await outbox.take('x', own))).toBeUndefined();
    expect((await outbox.take('', alive as NonNullable<typeof own>))?.holder).toBe('');
  });

  using(
    'O9 the list for an admin: everybody’s, nothing private, whole, and in an order that stays',
    async (store) => {
      for (const learner of ['a', 'b'])
        await save(store, await join(store, learner), 'f1', 'own-1', 'f2', 'f3');
      await store.facts.append({
        session: { learnerId: 'a', generation: 1 },
        receivedAt: AT + 5,
        facts: [finished('late')],
      });
      const seen: string[] = [];
      let after: Parameters<OutboxStore['list']>[1];
      do {
        const page = await store.outbox.list(0, after, 3);
        seen.push(...page.facts.map(({ learnerId, id }) => `${learnerId}/${id}`));
        after = page.next;
        // What is settled in between moves nothing.
        await settleAll(store, 2);
      } while (after);
      expect(seen).toEqual(['a/f1', 'a/f2', 'a/f3', 'a/late', 'b/f1', 'b/f2', 'b/f3']);
      const later = await store.outbox.list(AT + 5, undefined, 50);
      expect(later.facts.map(({ id }) => id)).toEqual(['late']);
    },
  );

  using(
    'O11 when two learners become one, what was forwarded of the one who ends is not sent again, the rest is',
    async (store) => {
      const [nick, account] = [await join(store, 'nick'), await join(store, 'account')];
      await save(store, nick, 'f1', 'own-1', 'f2', 'f3');
      await store.outbox.settle(
        [{ learnerId: 'nick', from: 0, to: 3 }],
        [{ learnerId: 'nick', factId: 'f2', status: 400 }],
        AT,
      );
      await save(store, account, 'g1', 'f3');
      expect(await store.merges.merge(nick, account, AT)).toBe('merged');
      expect(await idsOf(store)).toEqual(['account/f3', 'account/g1']);
      expect(await store.outbox.state()).toMatchObject({ pending: 2, refused: 1 });
      // And once more, into a third; what waits meanwhile is sent once, under whoever they are then.
      const third = await join(store, 'third');
      await save(store, third, 'h1');
      await save(store, account, 'g2');
      const ids = (all: readonly string[]) => all.map((one) => one.split('/')[1]).sort();
      const before = ids(await idsOf(store));
      const [sent] = await settleAll(store, 1);
      expect(await store.merges.merge(account, third, AT)).toBe('merged');
      expect(ids(await idsOf(store))).toEqual(before.filter((id) => id !== sent));
      while ((await settleAll(store, 2)).length);
      expect((await store.outbox.next(50)).settlings).toEqual([]);
      await store.learners.remove(third, AT);
      expect(await store.outbox.state()).toMatchObject({ pending: 0, refused: 0 });
    },
  );

  outboxHeldContract(open);
  outboxTwoContract(open);
  if (!beside) return;
  test('O10 while facts are saved by two processes at once and a third judges them, who follows the outbox misses none', async () => {
    const { one, other } = await beside();
    const sessions = await Promise.all(['a', 'b', 'c'].map((id) => join(one, id)));
    let isSaved = false;
    let isDone = false;
    const seen: string[] = [];
    const follow = async () => {
      for (;;) {
        const isLast = isDone;
        const batch = await one.outbox.next(7);
        const { facts, settlings } = batch;
        await one.outbox.settle(settledOf(batch), [], AT);
        seen.push(...facts.map(({ learnerId, id }) => `${learnerId}/${id}`));
        if (isLast && settlings.length === 0) return;
      }
    };
    const write = async (store: OpenedOutbox, name: string) => {
      for (let index = 0; index < 25; index += 1)
        await Promise.all(
          sessions.map((session) =>
            store.facts.append({
              session,
              receivedAt: AT,
              facts: [
                finished(`${name}${index}`),
                reflected(`own-${name}${index}`, '只给自己看'),
                completed(`claimed-${name}${index}`),
              ],
            }),
          ),
        );
    };
    /** Every third claim is not to be judged at first. */
    const judge = async (checkedBy: string) => {
      for (const learnerId of ['a', 'b', 'c']) {
        const pending = await other.factChecks.pending(learnerId);
        if (!pending) continue;
        const { from, until, facts } = pending;
        const judged = facts.map(({ id }): Judged => {
          const isOpen = id.endsWith('3') && checkedBy === 'r1';
          return {
            factId: id,
            verdict: isOpen ? { status: 'unknown', needs: 'rule exam' } : { status: 'confirmed' },
          };
        });
        await other.factChecks.record({ learnerId, judged, cursor: { from, until }, at: AT, checkedBy });
      }
    };
    const judgeAll = async () => {
      while (!isSaved) await judge('r1');
      for (let round = 0; round < 9; round += 1) await judge('r1');
      for (;;) {
        const found = await other.factChecks.again('unchecked', 'r2', AT + 1);
        if (!found) return;
        const judged = found.facts.map(
          ({ id }): Judged => ({ factId: id, verdict: { status: 'confirmed' } }),
        );
        await other.factChecks.record({ learnerId: found.learnerId, judged, at: AT + 2, checkedBy: 'r2' });
      }
    };
    const following = follow();
    const judging = judgeAll();
    await Promise.all([write(one, 'x'), write(other, 'y')]);
    isSaved = true;
    await judging;
    isDone = true;
    await following;
    const expected = ['a', 'b', 'c'].flatMap((learner) =>
      ['x', 'y'].flatMap((name) =>
        Array.from({ length: 25 }, (_, index) => [
          `${learner}/${name}${index}`,
          `${learner}/claimed-${name}${index}`,
        ]).flat(),
      ),
    );
    expect(seen.sort()).toEqual(expected.sort());
    expect(await one.outbox.state()).toMatchObject({ pending: 0, held: 0 });
    await one.close();
    await other.close();
  });
}
