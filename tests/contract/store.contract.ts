/** What every store promises, whatever it is made of. */
import { expect, test } from 'vitest';
import { randomFrom } from '#core/model/random.ts';
import type { FactStore } from '#server/port/fact-store.ts';
import type { LearnerStore, Session } from '#server/port/learner-store.ts';
import type { TransferCodeStore } from '#server/port/transfer-code-store.ts';
import { finished, idsOf, pullAll, reflected } from './facts.ts';

export interface Opened {
  facts: FactStore;
  learners: LearnerStore;
  transferCodes: TransferCodeStore;
  close(): Promise<void>;
}

/**
 * @param open the same data each time; called again it opens what was closed.
 * @param more another opening beside the first, as a second server process has it; absent where there can be only one.
 */
export function storeContract(open: () => Promise<Opened>, more?: () => Promise<Opened>): void {
  const receivedAt = 1_795_000_111_000;
  let count = 0;
  const join = async ({ learners }: Opened): Promise<Session> => {
    count += 1;
    return learners.add({ id: `learner-${count}`, nickname: '小红', createdAt: receivedAt });
  };
  const using = (name: string, work: (store: Opened) => Promise<void>) =>
    test(name, async () => {
      const store = await open();
      try {
        await work(store);
      } finally {
        await store.close();
      }
    });

  using(
    'a learner is found again by the session, under the name given, and nobody else is',
    async (store) => {
      const session = await join(store);
      expect(await store.learners.find(session)).toEqual({
        id: session.learnerId,
        nickname: '小红',
        createdAt: receivedAt,
        role: 'learner',
        isClaimed: false,
      });
      expect(await store.learners.find({ ...session, learnerId: 'nobody' })).toBeUndefined();
    },
  );

  using('a role is given and taken; of the admins one always stays', async (store) => {
    const { learners } = store;
    const [one, two] = [await join(store), await join(store)];
    const roleOf = async (session: Session) => (await learners.find(session))?.role;
    expect(await learners.setRole('nobody', 'admin')).toBe('unknown');
    expect(await learners.setRole(one.learnerId, 'admin')).toBe('done');
    expect(await learners.setRole(one.learnerId, 'learner')).toBe('last-admin');
    expect(await learners.setRole(two.learnerId, 'admin')).toBe('done');
    const both = await Promise.all(
      [one, two].map(({ learnerId }) => learners.setRole(learnerId, 'facilitator')),
    );
    expect(both.sort()).toEqual(['done', 'last-admin']);
    expect([await roleOf(one), await roleOf(two)].sort()).toEqual(['admin', 'facilitator']);
    // The data is shared by all tests: whoever comes next finds no admin.
    for (const session of [one, two]) await learners.remove(session, receivedAt);
  });

  using('a save repeated after a lost answer changes nothing', async (store) => {
    const session = await join(store);
    const batch = { session, receivedAt, facts: [finished('a'), finished('b')] };
    expect(await store.facts.append(batch)).toEqual({
      status: 'appended',
      stored: 2,
      known: 0,
      conflicts: [],
      before: 0,
      seq: 2,
    });
    expect(await store.facts.append(batch)).toMatchObject({ stored: 0, known: 2, conflicts: [] });
    expect(idsOf((await pullAll(store.facts, session)).bodies)).toEqual(['a', 'b']);
  });

  using(
    'another body under a known id is refused alone; the first stands, the rest of the batch is kept',
    async (store) => {
      const session = await join(store);
      await store.facts.append({ session, receivedAt, facts: [finished('a', 1)] });
      const facts = [finished('b'), finished('a', 2), finished('c'), finished('c', 5), finished('b')];
      expect(await store.facts.append({ session, receivedAt, facts })).toMatchObject({
        stored: 2,
        known: 1,
        conflicts: [1, 3],
      });
      const { bodies } = await pullAll(store.facts, session);
      expect(
        bodies
          .map((body) => JSON.parse(body))
          .map(({ id, slips }) => `${id}${slips}`)
          .sort(),
      ).toEqual(['a1', 'b0', 'c0']);
    },
  );

  using('the order of keys is no other body', async (store) => {
    const session = await join(store);
    const fact = finished('a');
    const turned = Object.fromEntries(Object.entries(fact).reverse()) as unknown as typeof fact;
    await store.facts.append({ session, receivedAt, facts: [fact] });
    expect(await store.facts.append({ session, receivedAt, facts: [turned] })).toMatchObject({
      known: 1,
      conflicts: [],
    });
  });

  using('an id is one learner’s own: another one’s same id is neither seen nor in the way', async (store) => {
    const [one, other] = [await join(store), await join(store)];
    const done = await Promise.all([
      store.facts.append({ session: one, receivedAt, facts: [finished('same', 1)] }),
      store.facts.append({ session: other, receivedAt, facts: [finished('same', 2)] }),
    ]);
    expect(done).toMatchObject([{ stored: 1 }, { stored: 1 }]);
    for (const [session, slips] of [
      [one, 1],
      [other, 2],
    ] as const)
      expect((await pullAll(store.facts, session)).bodies.map((body) => JSON.parse(body).slips)).toEqual([
        slips,
      ]);
  });

  using('who is gone or signed out everywhere can neither save nor read', async (store) => {
    const session = await join(store);
    await store.facts.append({ session, receivedAt, facts: [finished('a')] });
    for (const wrong of [
      { ...session, generation: session.generation + 1 },
      { ...session, learnerId: 'nobody' },
    ]) {
      expect(await store.facts.append({ session: wrong, receivedAt, facts: [finished('b')] })).toEqual({
        status: 'unknown-learner',
      });
      expect(await store.facts.pull(wrong, 0)).toBeUndefined();
      expect(await store.learners.find(wrong)).toBeUndefined();
    }
    // Together in one commit: the wrong one must not take the right one along, nor come in with it.
    const [right, wrong] = await Promise.all([
      store.facts.append({ session, receivedAt, facts: [finished('c')] }),
      store.facts.append({ session: { ...session, generation: 9 }, receivedAt, facts: [finished('d')] }),
    ]);
    expect([right.status, wrong.status]).toEqual(['appended', 'unknown-learner']);
    expect(idsOf((await pullAll(store.facts, session)).bodies)).toEqual(['a', 'c']);
  });

  using(
    'a deleted learner takes everything along and leaves a tombstone; nobody else is touched',
    async (store) => {
      const [session, other] = [await join(store), await join(store)];
      for (const whose of [session, other])
        await store.facts.append({ session: whose, receivedAt, facts: [finished('a'), finished('a', 1)] });
      await store.transferCodes.put(session, { hash: 'h', at: receivedAt, expiresAt: receivedAt + 9 });
      expect(await store.learners.wasRemoved(session.learnerId)).toBe(false);
      const wrong = { ...session, generation: 9 };
      expect(await store.learners.remove(wrong, receivedAt)).toBe(false);
      expect(await store.learners.remove(session, receivedAt)).toBe(true);
      expect(await store.learners.remove(session, receivedAt)).toBe(false);
      expect(await store.learners.wasRemoved(session.learnerId)).toBe(true);
      expect(await store.learners.find(session)).toBeUndefined();
      expect(await store.transferCodes.take('h', receivedAt)).toBeUndefined();
      // No device brings it back.
      const again = await store.facts.append({ session, receivedAt, facts: [finished('b')] });
      expect(again.status).toBe('unknown-learner');
      expect(await store.facts.pull(session, 0)).toBeUndefined();
      expect(idsOf((await pullAll(store.facts, other)).bodies)).toEqual(['a']);
      expect(await store.learners.wasRemoved(other.learnerId)).toBe(false);
    },
  );

  using(
    'deletion and saves at the same moment: afterwards nothing of the learner is there',
    async (store) => {
      const session = await join(store);
      await store.facts.append({ session, receivedAt, facts: [finished('first')] });
      await Promise.all([
        ...Array.from({ length: 10 }, (_, index) =>
          store.facts.append({ session, receivedAt, facts: [finished(`f${index}`)] }),
        ),
        store.learners.remove(session, receivedAt),
        ...Array.from({ length: 10 }, (_, index) =>
          store.facts.append({ session, receivedAt, facts: [finished(`g${index}`)] }),
        ),
      ]);
      expect(await store.facts.pull(session, 0)).toBeUndefined();
      expect(await store.learners.find(session)).toBeUndefined();
    },
  );

  using('a transfer code leads to its learner, once, before its time is over', async (store) => {
    const [session, other] = [await join(store), await join(store)];
    const at = receivedAt;
    const name = session.learnerId;
    const put = (hash: string, whose = session) =>
      store.transferCodes.put(whose, { hash, at, expiresAt: at + 10 });
    expect(await put(`${name} 1`)).toBe(true);
    expect(await put(`${name} 2`, other)).toBe(true);
    expect(await put(`${name} 3`, { ...session, generation: 9 })).toBe(false);
    expect(await store.transferCodes.take(`${name} 3`, at)).toBeUndefined();
    const taken = await store.transferCodes.take(`${name} 1`, at + 9);
    expect(taken).toMatchObject({ learner: { id: name, nickname: '小红', createdAt: receivedAt }, session });
    expect(await store.transferCodes.take(`${name} 1`, at + 9)).toBeUndefined();
    // Over at its time; the other learner's was still there until then.
    expect(await store.transferCodes.take(`${name} 2`, at + 10)).toBeUndefined();
  });

  using('a new code takes the place of the former one', async (store) => {
    const session = await join(store);
    const name = session.learnerId;
    for (const hash of ['old', 'new'])
      await store.transferCodes.put(session, { hash: `${name} ${hash}`, at: 1, expiresAt: 9 });
    expect(await store.transferCodes.take(`${name} old`, 1)).toBeUndefined();
    expect(await store.transferCodes.take(`${name} new`, 1)).toMatchObject({ session });
  });

  using('of several devices that redeem one code at once, one gets in', async (store) => {
    const session = await join(store);
    const hash = `${session.learnerId} x`;
    await store.transferCodes.put(session, { hash, at: 1, expiresAt: 9 });
    const taken = await Promise.all([1, 2, 3, 4].map(() => store.transferCodes.take(hash, 1)));
    expect(taken.filter(Boolean)).toHaveLength(1);
  });

  using('what a learner wrote comes back sign by sign', async (store) => {
    const session = await join(store);
    const texts = [
      '',
      '先听后说 𠮷 👩🏽‍💻',
      'a\u0000b',
      'lone \ud800 half',
      '"quoted" \\ \u2028',
      '‮turned',
      'x'.repeat(200_000),
    ];
    const facts = texts.map((text, index) => reflected(`t${index}`, text));
    expect(await store.facts.append({ session, receivedAt, facts })).toMatchObject({ stored: texts.length });
    const { bodies } = await pullAll(store.facts, session);
    expect(bodies.map((body) => JSON.parse(body))).toEqual(facts);
  });

  using('a device that goes on from its cursor gets what is new, and only that', async (store) => {
    const session = await join(store);
    await store.facts.append({ session, receivedAt, facts: [finished('a'), finished('b')] });
    const first = await pullAll(store.facts, session);
    const done = await store.facts.append({ session, receivedAt, facts: [finished('c'), finished('a')] });
    expect(done).toMatchObject({ before: first.seq });
    const next = await pullAll(store.facts, session, first.seq);
    expect(idsOf(next.bodies)).toEqual(['c']);
    // Up to date: the cursor is where the next save begins, although the number of a known fact was skipped.
    expect(await store.facts.append({ session, receivedAt, facts: [finished('d')] })).toMatchObject({
      before: next.seq,
    });
  });

  using('a record of many facts comes in pages, whole', async (store) => {
    const session = await join(store);
    const facts = Array.from({ length: 450 }, (_, index) => finished(`f${index}`));
    await store.facts.append({ session, receivedAt, facts });
    const page = await store.facts.pull(session, 0);
    expect(page?.more).toBe(true);
    expect(idsOf((await pullAll(store.facts, session)).bodies)).toEqual(facts.map(({ id }) => id).sort());
  });

  using(
    'a week offline, sent in random order, in cut batches, three times, many at once: the set is the same',
    async (store) => {
      const seed = process.env.SEED ?? `set-union ${count}`;
      const random = randomFrom(seed);
      const session = await join(store);
      const facts = Array.from({ length: 1_500 }, (_, index) => finished(`f${index}`));
      const sent = [facts, facts, facts].flat().map((fact) => ({ fact, at: random() }));
      sent.sort((a, b) => a.at - b.at);
      const batches: (typeof facts)[] = [];
      for (let at = 0; at < sent.length; ) {
        const size = 1 + Math.floor(random() * 120);
        batches.push(sent.slice(at, at + size).map(({ fact }) => fact));
        at += size;
      }
      const done = await Promise.all(
        batches.map((batch) => store.facts.append({ session, receivedAt, facts: batch })),
      );
      const total = (key: 'stored' | 'known') =>
        done.reduce((sum, one) => sum + (one.status === 'appended' ? one[key] : 0), 0);
      expect([total('stored'), total('known')], `seed ${seed}`).toEqual([1_500, 3_000]);
      expect(idsOf((await pullAll(store.facts, session)).bodies)).toEqual(facts.map(({ id }) => id).sort());
    },
  );

  test('what was acknowledged is there after closing and opening again', async () => {
    const before = await open();
    const session = await join(before);
    await before.facts.append({ session, receivedAt, facts: [finished('a')] });
    await before.close();
    const after = await open();
    expect(idsOf((await pullAll(after.facts, session)).bodies)).toEqual(['a']);
    expect(await after.learners.find(session)).toMatchObject({ nickname: '小红' });
    await after.close();
  });

  if (!more) return;
  test('several server processes at once: a device that follows its cursor misses nothing', async () => {
    const stores = [await open(), await more(), await more()];
    const [first] = stores as [Opened, ...Opened[]];
    const sessions = [await join(first), await join(first), await join(first)];
    let isDone = false;
    const followed = sessions.map(async (session) => {
      const seen: string[] = [];
      for (let seq = 0; ; ) {
        const last = isDone;
        const got = await pullAll(first.facts, session, seq);
        seen.push(...got.bodies);
        seq = got.seq;
        if (last) return idsOf(seen);
      }
    });
    const written = stores.flatMap((store, process) =>
      Array.from({ length: 4 }, async (_, writer) => {
        for (let index = 0; index < 12; index += 1)
          await Promise.all(
            sessions.map((session) =>
              store.facts.append({
                session,
                receivedAt,
                facts: [finished(`${process}-${writer}-${index}`), finished(`shared-${index}`)],
              }),
            ),
          );
      }),
    );
    await Promise.all(written);
    isDone = true;
    const own = stores.flatMap((_, process) =>
      [0, 1, 2, 3].flatMap((writer) =>
        Array.from({ length: 12 }, (_, index) => `${process}-${writer}-${index}`),
      ),
    );
    const all = [...own, ...Array.from({ length: 12 }, (_, index) => `shared-${index}`)].sort();
    for (const seen of await Promise.all(followed)) expect(seen).toEqual(all);
    for (const store of stores) await store.close();
  });
}
