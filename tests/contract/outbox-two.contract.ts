/** What every outbox promises of several learners with facts under the same ids, of several processes, and of many facts. */
import { expect } from 'vitest';
import type { Fact } from '#core/model/fact.ts';
import { completed, finished } from './facts.ts';
import type { OpenedOutbox } from './outbox.contract.ts';
import {
  AT,
  CONFIRMED,
  DIFFERS,
  forward,
  join,
  judge,
  judgeAgain,
  save,
  settledOf,
  waiting,
} from './outbox-steps.ts';
import { usingEach } from './using.ts';

/** @param open an empty store each time. */
export function outboxTwoContract(open: () => Promise<OpenedOutbox>): void {
  const using = usingEach(open);
  const refused = (learnerId: string, factId: string) => ({ learnerId, factId, status: 400 });
  const by = (id = 'entry') => ({ id, at: AT, actorId: 'admin-1' });

  using(
    'O21 of two learners with facts under the same ids each goes by their own verdicts',
    async (store) => {
      for (const learner of ['a', 'b'])
        await save(store, await join(store, learner), completed('c1'), completed('c2'));
      expect(await forward(store)).toEqual([]);
      await judge(store, 'a', { c2: DIFFERS });
      await judge(store, 'b', { c1: DIFFERS });
      expect(await waiting(store)).toEqual(['a/c1', 'b/c2']);
      const settled = settledOf(await store.outbox.next(50));
      await store.outbox.settle(
        settled.filter(({ learnerId }) => learnerId === 'a'),
        [],
        AT,
      );
      expect(await waiting(store)).toEqual(['b/c2']);
      await judgeAgain(store, 'b', CONFIRMED, 'c1');
      expect(await waiting(store)).toEqual(['b/c1', 'b/c2']);
      expect(await store.outbox.state()).toMatchObject({ pending: 2, held: 1 });
    },
  );

  using('O22 of a batch that is too late for one learner nothing is noted of that one', async (store) => {
    for (const learner of ['a', 'b']) await save(store, await join(store, learner), finished('f1'));
    const { settlings } = await store.outbox.next(50);
    // Another process was quicker with one of the two, and its LRS took it.
    await store.outbox.settle([{ learnerId: 'b', from: 0, to: 1 }], [], AT);
    await store.outbox.settle(settlings, [refused('b', 'f1')], AT);
    expect(await store.outbox.state()).toMatchObject({ pending: 0, refused: 0 });
  });

  using('O23 two processes are refused the same late one: it is refused once', async (store) => {
    await save(store, await join(store, 'a'), completed('c1'));
    await forward(store);
    await judge(store, 'a');
    const settled = settledOf(await store.outbox.next(50));
    for (const _ of ['one', 'other']) await store.outbox.settle(settled, [refused('a', 'c1')], AT);
    expect(await store.outbox.state()).toMatchObject({ pending: 0, held: 0, refused: 1 });
  });

  using(
    'O24 refused under two names that become one, and held under one of them: each is once',
    async (store) => {
      const [nick, account] = [await join(store, 'nick'), await join(store, 'account')];
      await save(store, nick, completed('x'), finished('f1'));
      await judge(store, 'nick');
      const ofNick = settledOf(await store.outbox.next(50));
      await store.outbox.settle(ofNick, [refused('nick', 'x'), refused('nick', 'f1')], AT);
      await save(store, account, completed('x'), finished('f1'));
      const { settlings } = await store.outbox.next(50);
      await store.outbox.settle(settlings, [refused('account', 'f1')], AT);
      expect(await store.merges.merge(nick, account, AT)).toBe('merged');
      expect(await store.outbox.state()).toMatchObject({ pending: 0, held: 1, refused: 2 });
      // What the one who stays holds under the id is not judged yet: asked for once more it goes on waiting for that.
      expect(await store.outbox.sendAgain(by())).toBe(2);
      expect(await store.outbox.state()).toMatchObject({ pending: 1, held: 1, refused: 0 });
      await judge(store, 'account');
      expect(await waiting(store)).toEqual(['account/f1', 'account/x']);
    },
  );

  using(
    'O25 what was forwarded under two earlier names is not sent again; others are not passed over',
    async (store) => {
      const [first, second] = [await join(store, 'first'), await join(store, 'second')];
      await save(store, first, finished('a1'), finished('a2'), finished('a3'));
      await forward(store);
      expect(await store.merges.merge(first, second, AT)).toBe('merged');
      await save(store, second, finished('b1'), finished('b2'));
      expect(await forward(store)).toEqual(['b1', 'b2']);
      const third = await join(store, 'third');
      await save(store, third, finished('c1'));
      const ids = ['d1', 'd2', 'd3', 'd4', 'd5', 'd6', 'd7'];
      await save(store, await join(store, 'bystander'), ...ids.map((id) => finished(id)));
      expect(await store.merges.merge(second, third, AT)).toBe('merged');
      expect(await waiting(store)).toEqual([...ids.map((id) => `bystander/${id}`), 'third/c1']);
    },
  );

  using('O26 counting ends at 10,000, and a thousand are sent again by one act', async (store) => {
    const session = await join(store, 'a');
    const thousand = (make: (id: string) => Fact, from: number) =>
      Array.from({ length: 1_000 }, (_, n) => make(`n${from + n}`));
    for (let from = 0; from < 10_000; from += 1_000) await save(store, session, ...thousand(completed, from));
    await save(store, session, completed('last'));
    expect(await forward(store, 20_000)).toEqual([]);
    expect(await store.outbox.state()).toMatchObject({ pending: 0, held: 10_000 });
    for (let from = 10_000; from < 20_000; from += 1_000)
      await save(store, session, ...thousand(finished, from));
    await save(store, session, finished('f'));
    expect(await store.outbox.state()).toMatchObject({ pending: 10_000, held: 10_000 });
    const { facts, settlings } = await store.outbox.next(1_001);
    await store.outbox.settle(
      settlings,
      facts.map(({ id }) => refused('a', id)),
      AT,
    );
    expect(await store.outbox.sendAgain(by())).toBe(1_000);
    expect(await store.outbox.state()).toMatchObject({ refused: 1 });
    expect(await store.outbox.sendAgain(by('second'))).toBe(1);
  });
}
