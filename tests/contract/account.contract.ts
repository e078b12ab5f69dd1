/** What every store promises about accounts, merging and admin links; passwords included. */
import { describe, expect } from 'vitest';
import { readUsername } from '#core/account/username.ts';
import type { KeptPasskey } from '#server/port/account-store.ts';
import type { AuditLog } from '#server/port/audit-log.ts';
import type { Session } from '#server/port/learner-store.ts';
import { userIdOf } from '#server/port/password-accounts.ts';
import { finished, idsOf, pullAll, reflected } from './facts.ts';
import type { MemoryAccounts } from './memory-accounts.ts';
import type { Opened } from './store.contract.ts';
import { usingEach } from './using.ts';

const AT = 1_795_000_111_000;

export type OpenedAccounts = Opened & MemoryAccounts & { audit: AuditLog };

/** @param open a store of its own for each test. */
export function accountContract(open: () => Promise<OpenedAccounts>): void {
  let count = 0;
  const using = usingEach(open);
  const join = ({ learners }: OpenedAccounts): Promise<Session> => {
    count += 1;
    return learners.add({ id: `learner-${count}`, nickname: '小红', createdAt: AT });
  };
  const named = (typed: string) => {
    const read = readUsername(typed);
    if (read.status === 'refused') throw new Error(`${typed} is no name`);
    return { username: read.username, key: read.key };
  };
  const claim = async (
    store: OpenedAccounts,
    session: Session,
    name: string,
    codeHash = `code of ${name}`,
  ) => {
    const userId = await store.passwords.begin(session.learnerId);
    await store.passwords.setPassword(userId, { username: named(name), password: 'correct horse' });
    return store.accounts.claim(session, { userId, codeHash, at: AT });
  };
  const key = (id: string): KeptPasskey => ({
    id,
    credentialId: `credential ${id}`,
    publicKey: 'cHVibGlj',
    counter: 0,
    transports: ['internal'],
    name: `手机${id}`,
    createdAt: AT,
  });

  describe('accounts', () => {
    using('a trainer is found by number or name, whoever is none is as nobody', async (store) => {
      const { accounts, learners } = store;
      const [one, two, pupil] = [await join(store), await join(store), await join(store)];
      await claim(store, one, 'WangLaoshi');
      await claim(store, pupil, 'XiaoHong');
      for (const { learnerId } of [one, two]) await learners.setRole(learnerId, 'facilitator');
      const find = (id: string, username?: string) => accounts.findTrainer({ id, username });
      expect(await find(two.learnerId)).toBe(two.learnerId);
      expect(await find('WangLaoshi', 'wanglaoshi')).toBe(one.learnerId);
      expect(await find('XiaoHong', 'xiaohong')).toBeUndefined();
      expect(await find(pupil.learnerId, 'xiaohong')).toBeUndefined();
      expect(await find('nobody', 'nobody')).toBeUndefined();
      // A name that is somebody's number leads to that number's owner.
      expect(await find(two.learnerId, 'wanglaoshi')).toBe(two.learnerId);
    });

    using('an account is begun once, gets a name once, and opens to its password only', async (store) => {
      const { passwords } = store;
      const [one, other] = [await join(store), await join(store)];
      const begun = await Promise.all([passwords.begin(one.learnerId), passwords.begin(one.learnerId)]);
      expect(begun).toEqual([userIdOf(one.learnerId), userIdOf(one.learnerId)]);
      const userId = begun[0];
      const set = { username: named('XiaoHong'), password: 'correct horse' };
      expect(await passwords.setPassword(userId, set)).toBe('done');
      const otherId = await passwords.begin(other.learnerId);
      expect(await passwords.setPassword(otherId, { ...set, username: named('xiaohong') })).toBe('taken');
      expect(await passwords.check('xiaohong', 'correct horse')).toBe(userId);
      expect(await passwords.check('xiaohong', 'wrong')).toBeUndefined();
      expect(await passwords.check('nobody', 'correct horse')).toBeUndefined();
      expect(await passwords.setPassword(userId, { password: 'battery staple' })).toBe('done');
      expect(await passwords.checkOf(userId, 'correct horse')).toBe(false);
      expect(await passwords.checkOf(userId, 'battery staple')).toBe(true);
      expect(await passwords.checkOf(otherId, 'battery staple')).toBe(false);
    });

    using('a claim points one learner at one account, and repeats', async (store) => {
      const { accounts, learners } = store;
      const [one, other] = [await join(store), await join(store)];
      expect(await accounts.find(one)).toMatchObject({ learner: { isClaimed: false } });
      expect((await accounts.find(one))?.account).toBeUndefined();
      expect(await claim(store, one, 'One')).toBe('claimed');
      expect(await claim(store, one, 'One')).toBe('claimed');
      const userId = userIdOf(one.learnerId);
      expect(await accounts.find(one)).toEqual({
        learner: { id: one.learnerId, nickname: '小红', createdAt: AT, role: 'learner', isClaimed: true },
        userId,
        account: {
          username: 'One',
          passkeys: [],
          hasPassword: true,
          hasRecoveryCode: true,
          isCompany: false,
        },
      });
      expect((await learners.find(one))?.isClaimed).toBe(true);
      expect((await accounts.ownerOf(userId))?.session).toEqual(one);
      expect(await accounts.claim(other, { userId, at: AT })).toBe('other');
      expect(await claim(store, other, 'Other')).toBe('claimed');
      expect(await accounts.claim(other, { userId, at: AT })).toBe('other');
      expect(await accounts.claim({ ...one, generation: 9 }, { userId, at: AT })).toBe('unknown-learner');
      expect(await accounts.find({ ...one, generation: 9 })).toBeUndefined();
      expect(await accounts.findById(other.learnerId)).toMatchObject({ userId: userIdOf(other.learnerId) });
      expect(await accounts.findById('nobody')).toBeUndefined();
    });

    using('what was begun and never claimed can be taken away; what was claimed cannot', async (store) => {
      const [one, other] = [await join(store), await join(store)];
      const userId = await store.passwords.begin(one.learnerId);
      await store.passwords.setPassword(userId, { username: named('free'), password: 'correct horse' });
      await store.accounts.abandon(one.learnerId);
      expect(await claim(store, other, 'free')).toBe('claimed');
      await store.accounts.abandon(other.learnerId);
      expect(await store.passwords.check('free', 'correct horse')).toBe(userIdOf(other.learnerId));
    });

    using('ending sessions ends all but the one that goes on', async (store) => {
      const session = await join(store);
      const next = await store.accounts.endSessions(session);
      expect(next).toEqual({ ...session, generation: session.generation + 1 });
      expect(await store.accounts.endSessions(session)).toBeUndefined();
      expect(await store.learners.find(session)).toBeUndefined();
      expect(await store.learners.find(next as Session)).toBeDefined();
    });

    using('a recovery code leads to its account, once; a new one takes its place', async (store) => {
      const { accounts } = store;
      const [one, other] = [await join(store), await join(store)];
      await claim(store, one, 'One', 'h1');
      await claim(store, other, 'Other', 'h2');
      const userId = userIdOf(one.learnerId);
      expect(await accounts.findByRecoveryCode('h1')).toEqual({ userId, username: 'one' });
      expect(await accounts.findByRecoveryCode('h3')).toBeUndefined();
      const taken = await Promise.all(
        ['n1', 'n2'].map((nextHash) => accounts.takeRecoveryCode({ hash: 'h1', nextHash, at: AT })),
      );
      const got = taken.filter((one) => one !== undefined);
      expect(got.map(({ session }) => session)).toEqual([{ ...one, generation: one.generation + 1 }]);
      expect(await accounts.findByRecoveryCode('h1')).toBeUndefined();
      expect(await store.learners.find(one)).toBeUndefined();
      expect(await accounts.putRecoveryCode(userId, { hash: 'h4', at: AT })).toBe(true);
      expect(await accounts.findByRecoveryCode('h4')).toMatchObject({ userId });
      for (const old of ['n1', 'n2']) expect(await accounts.findByRecoveryCode(old)).toBeUndefined();
      expect(await accounts.putRecoveryCode('nobody', { hash: 'h5', at: AT })).toBe(false);
      expect(await accounts.findByRecoveryCode('h2')).toMatchObject({ username: 'other' });
    });

    using('an account without a learner gets one, the same for two who ask at once', async (store) => {
      const begin = (id: string) =>
        store.accounts.beginWith('company-a', { id, nickname: '王', createdAt: AT });
      const [one, other] = await Promise.all([begin('first'), begin('second')]);
      expect(one.learner.id).toBe(other.learner.id);
      expect(one.learner).toMatchObject({ nickname: '王', isClaimed: true, role: 'learner' });
      expect(await store.learners.find(one.session)).toBeDefined();
    });

    using('a deleted learner’s account is gone with name, code and keys', async (store) => {
      const session = await join(store);
      const userId = await store.passwords.begin(session.learnerId);
      await claim(store, session, 'gone', 'h9');
      await store.accounts.claim(session, { userId, passkey: key('k9'), at: AT });
      expect(await store.learners.remove(session, AT)).toBe(true);
      expect(await store.learners.wasMerged(session.learnerId)).toBe(false);
      expect(await store.accounts.ownerOf(userId)).toBeUndefined();
      expect(await store.accounts.findByRecoveryCode('h9')).toBeUndefined();
      expect(await store.accounts.findPasskey('credential k9')).toBeUndefined();
      expect(await store.passwords.check('gone', 'correct horse')).toBeUndefined();
      const next = await store.passwords.begin((await join(store)).learnerId);
      const chosen = { username: named('gone'), password: 'correct horse' };
      expect(await store.passwords.setPassword(next, chosen)).toBe('done');
    });
  });

  describe('passkeys', () => {
    using('are kept as they came, once, for one account', async (store) => {
      const { accounts } = store;
      const [one, other] = [await join(store), await join(store)];
      const userId = await store.passwords.begin(one.learnerId);
      const otherId = await store.passwords.begin(other.learnerId);
      for (let times = 0; times < 2; times += 1)
        expect(await accounts.claim(one, { userId, passkey: key('k1'), at: AT })).toBe('claimed');
      expect(await accounts.findPasskey('credential k1')).toEqual({ ...key('k1'), userId });
      expect(await accounts.passkeysOf(userId)).toEqual([key('k1')]);
      expect((await accounts.find(one))?.account?.passkeys).toEqual([
        { id: 'k1', name: '手机k1', createdAt: AT },
      ]);
      expect(await accounts.claim(other, { userId: otherId, passkey: key('k1'), at: AT })).toBe('other');
      expect((await accounts.find(other))?.account).toBeUndefined();
    });

    using('answer a challenge once', async (store) => {
      const { accounts } = store;
      const session = await join(store);
      const userId = await store.passwords.begin(session.learnerId);
      await accounts.claim(session, { userId, passkey: key('k2'), at: AT });
      const use = { credentialId: 'credential k2', counter: 7, challenge: 'c', expiresAt: AT + 9, at: AT };
      const used = await Promise.all([accounts.usePasskey(use), accounts.usePasskey(use)]);
      expect(used.sort()).toEqual([false, true]);
      expect((await accounts.findPasskey('credential k2'))?.counter).toBe(7);
      expect(await accounts.usePasskey({ ...use, credentialId: 'none', challenge: 'd' })).toBe(false);
    });

    using('the last way in is not removed, whoever else removes at the same moment', async (store) => {
      const { accounts } = store;
      const [session, stranger] = [await join(store), await join(store)];
      const userId = await store.passwords.begin(session.learnerId);
      for (const id of ['k3', 'k4']) await accounts.claim(session, { userId, passkey: key(id), at: AT });
      expect(await accounts.removePasskey(stranger, 'k3')).toBe('unknown');
      expect(await accounts.removePasskey({ ...session, generation: 9 }, 'k3')).toBe('unknown');
      const done = await Promise.all(['k3', 'k4'].map((id) => accounts.removePasskey(session, id)));
      expect(done.sort()).toEqual(['last', 'removed']);
      expect(await accounts.passkeysOf(userId)).toHaveLength(1);
      await store.passwords.setPassword(userId, { username: named('beside'), password: 'correct horse' });
      const [left] = await accounts.passkeysOf(userId);
      expect(await accounts.removePasskey(session, left?.id ?? '')).toBe('removed');
    });
  });

  describe('merging', () => {
    using(
      'adds by set-union under new numbers, sets contradictions aside, leaves a tombstone that says so',
      async (store) => {
        const { facts, merges, learners } = store;
        const [into, from] = [await join(store), await join(store)];
        const save = (session: Session, ...list: Parameters<typeof facts.append>[0]['facts']) =>
          facts.append({ session, receivedAt: AT, facts: list });
        await save(into, finished('both'), finished('at-odds', 1), finished('mine'));
        await save(
          from,
          finished('both'),
          finished('at-odds', 2),
          finished('theirs'),
          reflected('note', '先听后说'),
        );
        await store.transferCodes.put(from, { hash: 'of-former', at: AT, expiresAt: AT + 9 });
        const begun = await store.passwords.begin(from.learnerId);
        await store.passwords.setPassword(begun, { username: named('halfway'), password: 'correct horse' });
        const { seq } = await pullAll(facts, into);
        expect(await merges.merge(from, into, AT)).toBe('merged');
        expect(await merges.merge(from, into, AT)).toBe('known');
        const added = await facts.pull(into, seq);
        expect(idsOf(added?.bodies ?? [])).toEqual(['note', 'theirs']);
        expect(idsOf((await pullAll(facts, into)).bodies).sort()).toEqual([
          'at-odds',
          'both',
          'mine',
          'note',
          'theirs',
        ]);
        expect(await learners.find(from)).toBeUndefined();
        expect([await learners.wasRemoved(from.learnerId), await learners.wasMerged(from.learnerId)]).toEqual(
          [true, true],
        );
        expect(await store.transferCodes.take('of-former', AT)).toBeUndefined();
        // A name chosen for an account that was never finished is free again.
        const next = await store.passwords.begin((await join(store)).learnerId);
        const chosen = { username: named('halfway'), password: 'correct horse' };
        expect(await store.passwords.setPassword(next, chosen)).toBe('done');
        expect((await save(from, finished('late'))).status).toBe('unknown-learner');
        expect(await save(into, finished('later'), finished('theirs'))).toMatchObject({
          stored: 1,
          known: 1,
        });
      },
    );

    for (const [brought, had, then] of [
      ['facilitator', 'learner', 'facilitator'],
      ['learner', 'facilitator', 'facilitator'],
      ['admin', 'facilitator', 'admin'],
      ['facilitator', 'admin', 'admin'],
      ['learner', 'learner', 'learner'],
    ] as const)
      using(`keeps the higher role: ${brought} into ${had} is ${then}`, async (store) => {
        const { learners, merges } = store;
        const [from, into] = [await join(store), await join(store)];
        await learners.setRole(from.learnerId, brought);
        await learners.setRole(into.learnerId, had);
        expect(await merges.merge(from, into, AT)).toBe('merged');
        expect((await learners.find(into))?.role).toBe(then);
      });

    using(
      'only a nickname of this session goes into one that is there; else nothing changes',
      async (store) => {
        const { merges, learners } = store;
        const [into, from, account] = [await join(store), await join(store), await join(store)];
        await claim(store, account, 'account');
        expect(await merges.merge(account, into, AT)).toBe('over');
        expect(await merges.merge(into, into, AT)).toBe('over');
        expect(await merges.merge({ ...from, generation: 9 }, into, AT)).toBe('over');
        expect(await merges.merge({ ...from, learnerId: 'nobody' }, into, AT)).toBe('over');
        expect(await merges.merge(from, { ...into, generation: 9 }, AT)).toBe('unknown-learner');
        expect(await learners.find(from)).toBeDefined();
        const gone = await join(store);
        await learners.remove(gone, AT);
        expect(await merges.merge(gone, into, AT)).toBe('over');
      },
    );

    using('while saves go on nothing is lost', async (store) => {
      const { facts, merges } = store;
      const [into, from] = [await join(store), await join(store)];
      const save = (session: Session, id: string) =>
        facts.append({ session, receivedAt: AT, facts: [finished(id)] });
      const ids = Array.from({ length: 10 }, (_, index) => `${index}`);
      const [saved, came] = await Promise.all([
        Promise.all(ids.map((id) => save(into, `into-${id}`))),
        Promise.all(ids.map((id) => save(from, `from-${id}`))),
        merges.merge(from, into, AT),
      ]);
      expect(saved.every(({ status }) => status === 'appended')).toBe(true);
      const acknowledged = ids
        .filter((_, index) => came[index]?.status === 'appended')
        .map((id) => `from-${id}`);
      const all = idsOf((await pullAll(facts, into)).bodies);
      expect(all).toEqual(expect.arrayContaining([...acknowledged, ...ids.map((id) => `into-${id}`)]));
      expect(new Set(all).size).toBe(all.length);
    });
  });

  using('a link makes one admin out of those who use it at once, and the book says who', async (store) => {
    const { adminLinks } = store;
    const [one, other, nickname] = [await join(store), await join(store), await join(store)];
    await claim(store, one, 'one');
    await claim(store, other, 'other');
    expect(await adminLinks.hasAdmin()).toBe(false);
    await adminLinks.add({ hash: 'h', at: AT, expiresAt: AT + 9 });
    const redeem = (session: Session, entryId: string, at = AT) =>
      adminLinks.redeem(session, { hash: 'h', at, entryId });
    expect(await redeem(nickname, 'e0')).toBe('unclaimed');
    expect(await redeem(one, 'e1', AT + 9)).toBe('wrong');
    expect(await redeem({ ...one, generation: 9 }, 'e2')).toBe('unknown-learner');
    const done = await Promise.all([redeem(one, 'e3'), redeem(other, 'e4')]);
    expect(done.sort()).toEqual(['done', 'wrong']);
    expect(await adminLinks.hasAdmin()).toBe(true);
    const book = await store.audit.list(9);
    const admins = await Promise.all([one, other].map((session) => store.learners.find(session)));
    const winner = admins.find((learner) => learner?.role === 'admin');
    expect(admins.filter((learner) => learner?.role === 'admin')).toHaveLength(1);
    expect(book.map(({ actorId, act }) => [actorId, act])).toEqual([[winner?.id, 'role.changed']]);
  });
}
