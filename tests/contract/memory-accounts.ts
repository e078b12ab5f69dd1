/** Accounts, merging and admin links in memory; the passwords of better-auth are plain texts here. */

import { reaches } from '#core/account/role.ts';
import type { Fact } from '#core/model/fact.ts';
import { isSameBody } from '#core/model/same-body.ts';
import type { AccountStore, KeptPasskey, Signed } from '#server/port/account-store.ts';
import type { AdminLinkStore } from '#server/port/admin-link-store.ts';
import type { AuditLog } from '#server/port/audit-log.ts';
import type { Session } from '#server/port/learner-store.ts';
import type { MergeStore } from '#server/port/merge-store.ts';
import { type PasswordAccounts, type Username, userIdOf } from '#server/port/password-accounts.ts';
import { newlyKept } from './memory-kept.ts';
import type { Kept } from './memory-store.ts';

interface Kin {
  all: Map<string, Kept>;
  removed: Map<string, string | undefined>;
  codes: Map<string, unknown>;
  of: (session: Session) => Kept | undefined;
  put: (kept: Kept, fact: Fact, receivedAt: number) => 'stored' | 'known' | 'conflict';
  audit: AuditLog;
}

export interface MemoryAccounts {
  accounts: AccountStore;
  passwords: PasswordAccounts;
  merges: MergeStore;
  adminLinks: AdminLinkStore;
}

interface User {
  name?: Username;
  password?: string;
  codeHash?: string;
  passkeys: KeptPasskey[];
}

export function memoryAccounts(kin: Kin): MemoryAccounts & {
  forget: (learnerId: string, userId: string | undefined) => void;
} {
  const { all, of } = kin;
  const users = new Map<string, User>();
  const answered = new Set<string>();
  const userAt = (userId: string): User => {
    const user = users.get(userId);
    if (!user) throw new Error(`no account ${userId}`);
    return user;
  };
  const ownerOf = (userId: string): Signed | undefined => {
    const kept = [...all.values()].find((one) => one.userId === userId);
    const { learner, generation } = kept ?? {};
    return learner && { learner, session: { learnerId: learner.id, generation: generation ?? 0 } };
  };
  const holderOf = (credentialId: string) =>
    [...users].find(([, { passkeys }]) => passkeys.some((one) => one.credentialId === credentialId));
  const point = (kept: Kept, userId: string) => {
    kept.userId = userId;
    kept.learner = { ...kept.learner, isClaimed: true };
  };
  const forget = (learnerId: string, userId: string | undefined) => {
    users.delete(userIdOf(learnerId));
    if (userId) users.delete(userId);
  };
  return {
    forget,
    passwords: memoryPasswords(users, userAt),
    accounts: {
      async find(session) {
        const kept = of(session);
        if (!kept) return undefined;
        const { learner, userId } = kept;
        if (!userId) return { learner };
        const { name, password, codeHash, passkeys } = userAt(userId);
        return {
          learner,
          userId,
          account: {
            ...(name && { username: name.username }),
            passkeys: passkeys.map(({ id, name: called, createdAt }) => ({ id, name: called, createdAt })),
            hasPassword: password !== undefined,
            hasRecoveryCode: codeHash !== undefined,
            isCompany: userId.startsWith('company'),
          },
        };
      },
      async findById(learnerId) {
        const kept = all.get(learnerId);
        return kept && { learner: kept.learner, ...(kept.userId && { userId: kept.userId }) };
      },
      async findTrainer({ id, username }) {
        const trainers = [...all.values()].filter(({ learner }) => reaches(learner.role, 'facilitator'));
        const nameOf = ({ userId }: Kept) => userId && users.get(userId)?.name?.key;
        const byName = trainers.find((one) => username !== undefined && nameOf(one) === username);
        return (trainers.find(({ learner }) => learner.id === id) ?? byName)?.learner.id;
      },
      ownerOf: async (userId) => ownerOf(userId),
      async claim(session, { userId, codeHash, passkey }) {
        const kept = of(session);
        if (!kept) return 'unknown-learner';
        const owner = ownerOf(userId);
        if ((kept.userId ?? userId) !== userId || (owner && owner.learner.id !== kept.learner.id))
          return 'other';
        const user = userAt(userId);
        const holder = passkey && holderOf(passkey.credentialId);
        if (holder && holder[1] !== user) return 'other';
        if (passkey && !holder) user.passkeys.push(passkey);
        point(kept, userId);
        if (codeHash) user.codeHash = codeHash;
        return 'claimed';
      },
      async abandon(learnerId) {
        if (!ownerOf(userIdOf(learnerId))) forget(learnerId, undefined);
      },
      async beginWith(userId, begun) {
        if (!ownerOf(userId)) {
          users.set(userId, users.get(userId) ?? { passkeys: [] });
          const learner = { ...begun, role: 'learner', isClaimed: true } as const;
          all.set(begun.id, { ...newlyKept(learner), userId });
        }
        return ownerOf(userId) as Signed;
      },
      async endSessions(session) {
        const kept = of(session);
        if (!kept) return undefined;
        kept.generation += 1;
        return { ...session, generation: kept.generation };
      },
      async putRecoveryCode(userId, { hash }) {
        const user = users.get(userId);
        if (user) user.codeHash = hash;
        return user !== undefined;
      },
      async findByRecoveryCode(hash) {
        const [userId, user] = [...users].find(([, { codeHash }]) => codeHash === hash) ?? [];
        return userId ? { userId, ...(user?.name && { username: user.name.key }) } : undefined;
      },
      async takeRecoveryCode({ hash, nextHash }) {
        const [userId, user] = [...users].find(([, { codeHash }]) => codeHash === hash) ?? [];
        const kept = [...all.values()].find((one) => one.userId !== undefined && one.userId === userId);
        if (!userId || !user || !kept) return undefined;
        user.codeHash = nextHash;
        kept.generation += 1;
        return ownerOf(userId);
      },
      passkeysOf: async (userId) => users.get(userId)?.passkeys ?? [],
      async findPasskey(credentialId) {
        const [userId, user] = holderOf(credentialId) ?? [];
        const passkey = user?.passkeys.find((one) => one.credentialId === credentialId);
        return userId && passkey ? { ...passkey, userId } : undefined;
      },
      async usePasskey({ credentialId, counter, challenge }) {
        if (answered.has(challenge)) return false;
        answered.add(challenge);
        const passkey = holderOf(credentialId)?.[1].passkeys.find((one) => one.credentialId === credentialId);
        if (passkey) passkey.counter = counter;
        return passkey !== undefined;
      },
      async removePasskey(session, passkeyId) {
        const userId = of(session)?.userId;
        const user = userId === undefined ? undefined : users.get(userId);
        if (!user?.passkeys.some(({ id }) => id === passkeyId)) return 'unknown';
        const isOnly = user.password === undefined && !userId?.startsWith('company');
        if (user.passkeys.length === 1 && isOnly) return 'last';
        user.passkeys = user.passkeys.filter(({ id }) => id !== passkeyId);
        return 'removed';
      },
    },
    merges: memoryMerges(kin, forget),
    adminLinks: memoryLinks(kin),
  };
}

function memoryPasswords(users: Map<string, User>, userAt: (userId: string) => User): PasswordAccounts {
  return {
    async begin(learnerId) {
      const id = userIdOf(learnerId);
      users.set(id, users.get(id) ?? { passkeys: [] });
      return id;
    },
    async setPassword(userId, { username, password }) {
      const owner = [...users].find(([, { name }]) => username && name?.key === username.key)?.[0];
      if (owner !== undefined && owner !== userId) return 'taken';
      Object.assign(userAt(userId), { password, ...(username && { name: username }) });
      return 'done';
    },
    async check(key, password) {
      const [userId, user] = [...users].find(([, { name }]) => name?.key === key) ?? [];
      return user?.password === password ? userId : undefined;
    },
    checkOf: async (userId, password) => users.get(userId)?.password === password,
  };
}

function memoryMerges(
  { all, removed, codes, of, put }: Kin,
  forget: (id: string, user: undefined) => void,
): MergeStore {
  return {
    async merge(former, into) {
      const from = former.learnerId;
      const stays = of(into);
      if (from === into.learnerId) return 'over';
      if (!stays) return 'unknown-learner';
      if (removed.has(from)) return removed.get(from) === into.learnerId ? 'known' : 'over';
      const ends = of(former);
      if (!ends || ends.userId) return 'over';
      for (const [id, { body, receivedAt, seq, isPassed = seq <= ends.forwarded }] of ends.facts) {
        const moved = put(stays, JSON.parse(body), receivedAt) === 'stored' && stays.facts.get(id);
        if (moved) moved.isPassed = isPassed;
        if (moved && ends.held.has(id)) stays.held.add(id);
      }
      for (const [id, status] of ends.refused) stays.refused.set(id, status);
      const aside = stays.aside ?? [];
      const isNew = ({ fact }: { fact: Fact }) => !aside.some((one) => isSameBody(one.fact, fact));
      stays.aside = [...aside, ...(ends.aside ?? []).filter(isNew)];
      stays.blobs = new Map([...ends.blobs, ...stays.blobs]);
      if (!reaches(stays.learner.role, ends.learner.role))
        stays.learner = { ...stays.learner, role: ends.learner.role };
      all.delete(from);
      codes.delete(from);
      forget(from, undefined);
      removed.set(from, into.learnerId);
      return 'merged';
    },
  };
}

function memoryLinks({ all, of, audit }: Kin): AdminLinkStore {
  const links = new Map<string, { expiresAt: number; usedBy?: string }>();
  return {
    hasAdmin: async () => [...all.values()].some(({ learner }) => learner.role === 'admin'),
    async add({ hash, expiresAt }) {
      links.set(hash, { expiresAt });
    },
    async redeem(session, { hash, at, entryId }) {
      const kept = of(session);
      const link = links.get(hash);
      if (!kept) return 'unknown-learner';
      const { id } = kept.learner;
      if (!link || link.expiresAt <= at || (link.usedBy ?? id) !== id) return 'wrong';
      if (!kept.userId) return 'unclaimed';
      if (link.usedBy) return 'done';
      link.usedBy = id;
      kept.learner = { ...kept.learner, role: 'admin' };
      const detail = { role: 'admin', by: 'admin-link' };
      await audit.add({ id: entryId, at, actorId: id, act: 'role.changed', subjectId: id, detail });
      return 'done';
    },
  };
}
