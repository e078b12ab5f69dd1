/** The stores in a few lines of memory: what the databases are compared with, and what tests of the API run on. */
import type { Fact } from '#core/model/fact.ts';
import { isSameBody } from '#core/model/same-body.ts';
import type { AdminStores } from '#server/port/admin-stores.ts';
import type { AuditEntry, AuditLog } from '#server/port/audit-log.ts';
import type { Blob, BlobStore } from '#server/port/blob-store.ts';
import type { CohortStore } from '#server/port/cohort-store.ts';
import type { FactCheckStore } from '#server/port/fact-check-store.ts';
import type { FactStore } from '#server/port/fact-store.ts';
import type { FoldStore } from '#server/port/fold-store.ts';
import type { GuessCountStore } from '#server/port/guess-count-store.ts';
import type { Learner, LearnerStore, Session } from '#server/port/learner-store.ts';
import { type KeptMistake, type MistakeStore, OPEN_AT_MOST } from '#server/port/mistake-store.ts';
import type { OutboxStore } from '#server/port/outbox-store.ts';
import type { TransferCodeStore } from '#server/port/transfer-code-store.ts';
import { type MemoryAccounts, memoryAccounts } from './memory-accounts.ts';
import { memoryAdmin } from './memory-admin.ts';
import { memoryChecks } from './memory-checks.ts';
import { memoryCohorts } from './memory-cohorts.ts';
import { type Foldable, memoryFolds } from './memory-folds.ts';
import { memoryGuessCounts } from './memory-guess-counts.ts';
import { newlyKept } from './memory-kept.ts';
import { memoryOutbox } from './memory-outbox.ts';

export interface Kept extends Foldable {
  learner: Learner;
  /** `isPassed`: forwarded under the name of a learner who became this one. */
  facts: Map<string, { seq: number; receivedAt: number; body: string; isPassed?: boolean }>;
  generation: number;
  userId?: string;
  blobs: Map<string, Blob & { receivedAt: number }>;
  /** Facts up to here are forwarded; by fact id, what was refused. */
  forwarded: number;
  refused: Map<string, number>;
  /** To be forwarded once they count, though the cursor has passed them. */
  held: Set<string>;
  /** Set aside as contradictions. */
  aside?: { fact: Fact; receivedAt: number }[];
  lastSeenDay?: number;
}

const PAGE = 200;

export function memoryStore(): MemoryAccounts & {
  facts: FactStore;
  factChecks: FactCheckStore;
  learners: LearnerStore;
  mistakes: MistakeStore;
  blobs: BlobStore;
  transferCodes: TransferCodeStore;
  guessCounts: GuessCountStore;
  audit: AuditLog;
  outbox: OutboxStore;
  cohorts: CohortStore;
  folds: FoldStore;
  admin: AdminStores;
} {
  const all = new Map<string, Kept>();
  /** By id; where a learner went who is not simply deleted. */
  const removed = new Map<string, string | undefined>();
  const codes = new Map<string, { hash: string; expiresAt: number }>();
  const add = (kept: Kept, fact: Fact, receivedAt: number) => {
    const done = put(kept, fact, receivedAt);
    if (done === 'conflict') kept.aside = [...(kept.aside ?? []), { fact, receivedAt }];
    return done;
  };
  const of = ({ learnerId, generation }: Session) => {
    const kept = all.get(learnerId);
    return kept?.generation === generation ? kept : undefined;
  };
  const { log: audit, entries } = memoryAudit();
  const { store: mistakes, reports } = memoryMistakes(entries);
  const { forget, ...accounts } = memoryAccounts({ all, removed, codes, of, put: add, audit });
  const { store: factChecks, counts, apart } = memoryChecks(all);
  const cohorts = memoryCohorts({
    of: (session) => of(session)?.learner,
    get: (learnerId) => {
      const kept = all.get(learnerId);
      return kept && { ...kept, bodies: [...kept.facts.values()].map(({ body }) => body) };
    },
    counted: (learnerId) =>
      [...(all.get(learnerId)?.facts ?? [])]
        .filter(([factId]) => counts(learnerId, factId))
        .map(([, { seq, body }]) => ({ seq, body })),
    isContradicted: (learnerId, factId) =>
      all.get(learnerId)?.aside?.some(({ fact }) => fact.id === factId) ?? false,
  });
  const learners: LearnerStore = {
    async add(begun) {
      const learner: Learner = { ...begun, role: 'learner', isClaimed: false };
      all.set(learner.id, newlyKept(learner));
      return { learnerId: learner.id, generation: 1 };
    },
    find: async (session) => of(session)?.learner,
    async remove(session) {
      const kept = of(session);
      if (!kept) return false;
      removed.set(session.learnerId, undefined);
      forget(session.learnerId, kept.userId);
      codes.delete(session.learnerId);
      cohorts.forget(session.learnerId);
      return all.delete(session.learnerId);
    },
    wasRemoved: async (learnerId) => removed.has(learnerId),
    wasMerged: async (learnerId) => removed.get(learnerId) !== undefined,
    async setRole(learnerId, role) {
      const kept = all.get(learnerId);
      if (!kept) return 'unknown';
      const admins = [...all.values()].filter(({ learner }) => learner.role === 'admin');
      if (role !== 'admin' && admins.length === 1 && admins[0] === kept) return 'last-admin';
      kept.learner = { ...kept.learner, role };
      return 'done';
    },
  };
  return {
    ...accounts,
    merges: {
      async merge(former, into, at) {
        const done = await accounts.merges.merge(former, into, at);
        const stays = all.get(into.learnerId);
        if (done !== 'merged' || !stays) return done;
        cohorts.move(former.learnerId, into.learnerId);
        stays.recounts += 1;
        return done;
      },
    },
    cohorts,
    folds: memoryFolds(all),
    factChecks,
    guessCounts: memoryGuessCounts(),
    mistakes,
    audit,
    blobs: memoryBlobs(all, of),
    outbox: memoryOutbox(all, counts, audit),
    admin: memoryAdmin({ all, apart, learners, entries, reports }),
    learners,
    transferCodes: {
      async put(session, { hash, expiresAt }) {
        if (of(session)) codes.set(session.learnerId, { hash, expiresAt });
        return of(session) !== undefined;
      },
      async take(hash, at) {
        const found = [...codes].find(([, code]) => code.hash === hash && code.expiresAt > at);
        if (!found) return undefined;
        codes.delete(found[0]);
        const session = { learnerId: found[0], generation: all.get(found[0])?.generation ?? 0 };
        const learner = of(session)?.learner;
        return learner && { learner, session };
      },
    },
    facts: {
      async append({ session, receivedAt, facts }) {
        const kept = of(session);
        if (!kept) return { status: 'unknown-learner' };
        const before = kept.seq;
        const conflicts = facts.flatMap((fact, index) =>
          add(kept, fact, receivedAt) === 'conflict' ? [index] : [],
        );
        const stored = [...kept.facts.values()].filter(({ seq }) => seq > before).length;
        const known = facts.length - stored - conflicts.length;
        return { status: 'appended', stored, known, conflicts, before, seq: kept.seq };
      },
      async pull(session, since) {
        const kept = of(session);
        if (!kept) return undefined;
        const rest = [...kept.facts.values()].filter(({ seq }) => seq > since);
        const page = rest.slice(0, PAGE);
        const more = rest.length > PAGE;
        const seq = more ? (page.at(-1)?.seq ?? since) : Math.max(since, kept.seq);
        return { bodies: page.map(({ body }) => body), seq, more };
      },
    },
  };
}

function memoryAudit(): { log: AuditLog; entries: Map<string, AuditEntry> } {
  const all = new Map<string, AuditEntry>();
  const newestFirst = (a: AuditEntry, b: AuditEntry) => b.at - a.at || (a.id < b.id ? 1 : -1);
  const log: AuditLog = {
    async add(entry) {
      if (!all.has(entry.id)) all.set(entry.id, entry);
    },
    async list(most, before) {
      const rest = [...all.values()].sort(newestFirst);
      return rest
        .filter((one) => !before || (one.id !== before.id && newestFirst(before as AuditEntry, one) < 0))
        .slice(0, most);
    },
  };
  return { log, entries: all };
}

function memoryBlobs(all: ReadonlyMap<string, Kept>, of: (session: Session) => Kept | undefined): BlobStore {
  return {
    async put(session, id, blob, receivedAt, quota) {
      const kept = of(session)?.blobs;
      if (!kept) return 'unknown-learner';
      const before = kept.get(id);
      if (before) return Buffer.compare(before.bytes, blob.bytes) === 0 ? 'known' : 'conflict';
      const bytes = [...kept.values()].reduce((sum, one) => sum + one.bytes.length, blob.bytes.length);
      if (bytes > quota.bytes || kept.size >= quota.count) return 'full';
      kept.set(id, { ...blob, receivedAt });
      return 'stored';
    },
    async get(session, id) {
      const kept = of(session);
      return kept ? kept.blobs.get(id) : 'unknown-learner';
    },
    async sweep(receivedBefore) {
      let removed = 0;
      for (const { blobs, facts } of all.values())
        for (const [id, { receivedAt }] of blobs) {
          const isNamed = [...facts.values()].some(({ body }) => body.includes(`"${id}"`));
          if (!isNamed && receivedAt < receivedBefore && blobs.delete(id)) removed += 1;
        }
      return removed;
    },
  };
}

function memoryMistakes(entries: Map<string, AuditEntry>): {
  store: MistakeStore;
  reports: Map<string, KeptMistake>;
} {
  const all = new Map<string, KeptMistake>();
  const isOpen = ({ doneAt }: KeptMistake) => doneAt === undefined;
  const store: MistakeStore = {
    async add(mistake, receivedAt) {
      const before = all.get(mistake.id);
      if (before) {
        const { receivedAt: _, doneAt: __, ...kept } = before;
        return isSameBody(kept, { ...mistake }) ? 'known' : 'conflict';
      }
      if ([...all.values()].filter(isOpen).length >= OPEN_AT_MOST) return 'full';
      all.set(mistake.id, { ...mistake, receivedAt });
      return 'stored';
    },
    list: async (which) =>
      [...all.values()]
        .filter((one) => which === 'all' || isOpen(one))
        .sort((a, b) => b.receivedAt - a.receivedAt || (a.id < b.id ? 1 : -1)),
    async markDone(id, at, by) {
      const kept = all.get(id);
      if (!kept) return 'unknown';
      if (!isOpen(kept)) return 'known';
      if (by && entries.has(by.id)) throw new Error(`there is an entry ${by.id} already`);
      if (by) entries.set(by.id, { ...by, act: 'mistake.done', subjectId: id, detail: {} });
      all.set(id, { ...kept, doneAt: at });
      return 'done';
    },
  };
  return { store, reports: all };
}

function put(kept: Kept, fact: Fact, receivedAt: number): 'stored' | 'known' | 'conflict' {
  kept.seq += 1;
  const present = kept.facts.get(fact.id);
  if (present)
    return isSameBody(JSON.parse(present.body), JSON.parse(JSON.stringify(fact))) ? 'known' : 'conflict';
  kept.facts.set(fact.id, { seq: kept.seq, receivedAt, body: JSON.stringify(fact) });
  return 'stored';
}
