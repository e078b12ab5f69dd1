/** What every outbox promises of facts that claim points: they go once they are judged and count, and hold nothing up. */
import { expect } from 'vitest';
import type { Settling } from '#server/port/outbox-store.ts';
import { completed, finished, reflected } from './facts.ts';
import type { OpenedOutbox } from './outbox.contract.ts';
import {
  AT,
  CONFIRMED,
  DIFFERS,
  forward,
  join,
  judge,
  judgeAgain,
  listed,
  NOTHING,
  save,
  settledOf,
  UNKNOWN,
  waiting,
} from './outbox-steps.ts';
import { usingEach } from './using.ts';

/** @param open an empty store each time. */
export function outboxHeldContract(open: () => Promise<OpenedOutbox>): void {
  const using = usingEach(open);
  const by = (id = 'entry') => ({ id, at: AT, actorId: 'admin-1' });

  using(
    'O12 what claims points waits until it was looked at, and holds up nothing behind it',
    async (store) => {
      await save(store, await join(store, 'a'), finished('f1'), completed('c1'), finished('f2'));
      expect(await waiting(store)).toEqual(['a/f1', 'a/f2']);
      expect(await listed(store)).toEqual(['a/f1', 'a/f2']);
      expect(await store.outbox.state()).toMatchObject({ pending: 2 });
      expect(await forward(store)).toEqual(['f1', 'f2']);
      expect(await store.outbox.next(50)).toEqual(NOTHING);
      expect(await store.outbox.state()).toMatchObject({ pending: 0, held: 1 });
      await judge(store, 'a');
      expect(await listed(store)).toEqual(['a/c1', 'a/f1', 'a/f2']);
      expect(await store.outbox.state()).toMatchObject({ pending: 1, held: 0 });
      expect(await forward(store)).toEqual(['c1']);
      expect(await store.outbox.next(50)).toEqual(NOTHING);
      expect(await store.outbox.state()).toMatchObject({ pending: 0, held: 0 });
    },
  );

  using('O13 judged before it was its turn, it goes with the others', async (store) => {
    await save(store, await join(store, 'a'), completed('c1'), completed('c2'), finished('f1'));
    await judge(store, 'a', { c2: DIFFERS });
    expect(await forward(store)).toEqual(['c1', 'f1']);
    expect(await store.outbox.state()).toMatchObject({ pending: 0, held: 1 });
  });

  using(
    'O14 what cannot be judged yet, or was set apart, goes once a later release confirms it, and once only',
    async (store) => {
      await save(store, await join(store, 'a'), completed('open'), completed('forged'), finished('f1'));
      await judge(store, 'a', { open: UNKNOWN, forged: DIFFERS });
      expect(await forward(store)).toEqual(['f1']);
      expect(await store.outbox.next(50)).toEqual(NOTHING);
      expect(await listed(store)).toEqual(['a/f1']);
      expect(await store.outbox.state()).toMatchObject({ pending: 0, held: 2 });
      await judgeAgain(store, 'a', CONFIRMED, 'open');
      expect(await waiting(store)).toEqual(['a/open']);
      // Confirmed, and taken back before it was sent.
      await judgeAgain(store, 'a', DIFFERS, 'open');
      expect(await store.outbox.next(50)).toEqual(NOTHING);
      await judgeAgain(store, 'a', CONFIRMED, 'open', 'forged');
      expect((await forward(store)).sort()).toEqual(['forged', 'open']);
      await judgeAgain(store, 'a', CONFIRMED, 'open', 'forged');
      expect(await store.outbox.next(50)).toEqual(NOTHING);
    },
  );

  using('O15 a verdict that comes while a batch is under way loses nothing', async (store) => {
    const session = await join(store, 'a');
    await save(store, session, completed('c1'), finished('f1'));
    const before = await store.outbox.next(50);
    await judge(store, 'a');
    await store.outbox.settle(settledOf(before), [], AT);
    expect(await forward(store)).toEqual(['c1']);
    // The other way round: what counted when it was asked for is taken back, and was sent.
    await save(store, session, completed('c2'));
    await judge(store, 'a');
    const under = await store.outbox.next(50);
    await judgeAgain(store, 'a', UNKNOWN, 'c2');
    await store.outbox.settle(settledOf(under), [], AT);
    await judgeAgain(store, 'a', CONFIRMED, 'c2');
    expect(await store.outbox.next(50)).toEqual(NOTHING);
  });

  using(
    'O16 a batch that went half through: what was held before its end is kept, the rest comes again',
    async (store) => {
      const session = await join(store, 'a');
      await save(store, session, completed('c1'), finished('f1'), completed('c2'), finished('f2'));
      const [settling] = (await store.outbox.next(50)).settlings;
      expect(settling).toEqual({
        learnerId: 'a',
        from: 0,
        to: 4,
        held: [
          { factId: 'c1', seq: 1 },
          { factId: 'c2', seq: 3 },
        ],
      });
      await store.outbox.settle(
        [{ learnerId: 'a', from: 0, to: 2, held: [{ factId: 'c1', seq: 1 }] }],
        [],
        AT,
      );
      // Another process had it from the beginning: it is too late.
      await store.outbox.settle([settling as Settling], [{ learnerId: 'a', factId: 'f2', status: 400 }], AT);
      expect(await waiting(store)).toEqual(['a/f2']);
      await judge(store, 'a');
      expect(await waiting(store)).toEqual(['a/c1', 'a/c2', 'a/f2']);
      // No more than was asked for, late ones first.
      expect((await store.outbox.next(2)).facts.map(({ id }) => id)).toEqual(['c1', 'c2']);
      // Late ones and new ones of one learner are settled in one.
      expect((await store.outbox.next(50)).settlings).toEqual([{ learnerId: 'a', from: 2, to: 4 }]);
      expect(await store.outbox.state()).toMatchObject({ pending: 3, held: 0, refused: 0 });
    },
  );

  using('O17 whatever the size of a page and whenever they are judged, each goes once', async (store) => {
    for (const most of [1, 2, 5, 50]) {
      const expected: string[] = [];
      const learners = ['a', 'b', 'c'].map((name) => `${name}-${most}`);
      for (const learner of learners) {
        const session = await join(store, learner);
        for (let index = 0; index < 6; index += 1) {
          const id = `${learner}-${index}`;
          expected.push(id, `c-${id}`);
          await save(store, session, completed(`c-${id}`), finished(id), reflected(`own-${id}`, '先听'));
        }
      }
      const seen: string[] = [];
      const drain = async () => {
        for (;;) {
          const { settlings } = await store.outbox.next(most);
          if (settlings.length === 0) return;
          const sent = await forward(store, most);
          expect(sent.length).toBeLessThanOrEqual(most);
          seen.push(...sent);
        }
      };
      await judge(store, learners[0] as string);
      await judge(store, learners[1] as string, { [`c-${learners[1]}-3`]: UNKNOWN });
      await drain();
      await judge(store, learners[2] as string);
      await judgeAgain(store, learners[1] as string, CONFIRMED, `c-${learners[1]}-3`);
      await drain();
      expect(seen.sort()).toEqual(expected.sort());
    }
  });

  using(
    'O18 when two learners become one, what was held is judged anew and goes once, under who stays',
    async (store) => {
      const [nick, account] = [await join(store, 'nick'), await join(store, 'account')];
      await save(store, nick, completed('c1'), completed('both'), completed('c2'), finished('f1'));
      await judge(store, 'nick', { c1: UNKNOWN, both: DIFFERS });
      expect(await forward(store)).toEqual(['c2', 'f1']);
      await save(store, account, completed('both'), finished('g1'));
      await judge(store, 'account');
      expect(await forward(store)).toEqual(['both', 'g1']);
      expect(await store.merges.merge(nick, account, AT)).toBe('merged');
      expect((await store.outbox.next(50)).facts).toEqual([]);
      await forward(store);
      await judge(store, 'account');
      expect(await forward(store)).toEqual(['c1']);
      expect(await store.outbox.next(50)).toEqual(NOTHING);
      expect(await store.outbox.state()).toMatchObject({ pending: 0, held: 0 });
    },
  );

  using('O19 whoever is deleted takes along what was held', async (store) => {
    const session = await join(store, 'a');
    await save(store, session, completed('c1'), finished('f1'));
    await forward(store);
    await save(store, session, completed('c2'));
    const under = await store.outbox.next(50);
    await store.learners.remove(session, AT);
    await store.outbox.settle(settledOf(under), [], AT);
    expect(await store.outbox.state()).toMatchObject({ pending: 0, held: 0 });
    expect(await store.outbox.next(50)).toEqual(NOTHING);
  });

  using(
    'O20 what was refused is sent once more when an admin asks, and who asked is in the book',
    async (store) => {
      const session = await join(store, 'a');
      const other = await join(store, 'b');
      await save(store, session, finished('f1'), finished('f2'), completed('c1'));
      await save(store, other, finished('f1'));
      await judge(store, 'a');
      await judge(store, 'b');
      const { settlings } = await store.outbox.next(50);
      const refused = (learnerId: string, factId: string) => ({ learnerId, factId, status: 400 });
      await store.outbox.settle(settlings, [refused('a', 'f1'), refused('a', 'c1'), refused('b', 'f1')], AT);
      expect(await store.outbox.state()).toMatchObject({ pending: 0, refused: 3 });
      // Found to be wrong meanwhile: it waits until that is taken back.
      await judgeAgain(store, 'a', DIFFERS, 'c1');
      expect(await store.outbox.sendAgain(by())).toBe(3);
      expect(await store.audit.list(9)).toMatchObject([
        { id: 'entry', actorId: 'admin-1', act: 'statements.sent-again', detail: { count: 3 } },
      ]);
      expect(await store.outbox.state()).toMatchObject({ pending: 2, held: 1, refused: 0 });
      expect(await waiting(store)).toEqual(['a/f1', 'b/f1']);
      // One is refused again, the other is taken.
      const again = settledOf(await store.outbox.next(50));
      await store.outbox.settle(again, [refused('b', 'f1')], AT);
      expect(await store.outbox.state()).toMatchObject({ pending: 0, held: 1, refused: 1 });
      await judgeAgain(store, 'a', CONFIRMED, 'c1');
      expect(await forward(store)).toEqual(['c1']);
      expect(await store.outbox.sendAgain(by('second'))).toBe(1);
      // Nothing to do is no act.
      expect(await store.outbox.sendAgain(by('third'))).toBe(0);
      expect((await store.audit.list(9)).map(({ id }) => id).sort()).toEqual(['entry', 'second']);
    },
  );
}
