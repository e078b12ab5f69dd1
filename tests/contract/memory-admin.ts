/** What only admins touch, in a few lines of memory, beside `memoryStore`. */
import { type Person, type QuarantineItem, RETENTION_DEFAULTS, type Retention } from '#core/admin/admin.ts';
import { isPrivateFact } from '#core/model/private-fact.ts';
import type { AdminStores } from '#server/port/admin-stores.ts';
import type { AuditEntry } from '#server/port/audit-log.ts';
import type { LearnerStore } from '#server/port/learner-store.ts';
import type { KeptMistake } from '#server/port/mistake-store.ts';
import type { Actor } from '#server/port/people-store.ts';
import type { MemoryChecks } from './memory-checks.ts';
import type { Kept } from './memory-store.ts';

const DAY_MS = 86_400_000;

interface Inside {
  apart: MemoryChecks['apart'];
  all: Map<string, Kept>;
  learners: LearnerStore;
  entries: Map<string, AuditEntry>;
  reports: Map<string, KeptMistake>;
}

export function memoryAdmin({ all, apart, learners, entries, reports }: Inside): AdminStores {
  let retention: Retention & { changedAt?: number } = RETENTION_DEFAULTS;
  let backup: number | undefined;
  const duties = new Map<string, { done?: number; holder: string; until: number }>();
  const write = (by: Actor, act: string, subjectId?: string, detail: AuditEntry['detail'] = {}) =>
    void entries.set(by.id, { ...by, act, ...(subjectId !== undefined && { subjectId }), detail });
  const conflicts = () =>
    [...all.values()].flatMap(({ learner, facts, aside: own = [] }) =>
      own.map(({ fact, receivedAt }) => ({
        learnerId: learner.id,
        nickname: learner.nickname,
        factId: fact.id,
        digest: JSON.stringify(fact).length.toString(16),
        reason: 'conflict',
        receivedAt,
        isPrivate: isPrivateFact(fact),
        ...(!isPrivateFact(fact) && { body: JSON.stringify(fact), stands: facts.get(fact.id)?.body }),
      })),
    );
  const wrong = () =>
    apart().map(({ learnerId, factId, receivedAt, differences }) => {
      const { body = '' } = all.get(learnerId)?.facts.get(factId) ?? {};
      const nickname = all.get(learnerId)?.learner.nickname ?? '';
      const whose = { learnerId, nickname, factId, digest: 'score', reason: 'score', isPrivate: false };
      return { ...whose, receivedAt, body, differences };
    });
  const aside = (): QuarantineItem[] =>
    [...conflicts(), ...wrong()].sort(
      (a, b) => b.receivedAt - a.receivedAt || (placeOf(a) < placeOf(b) ? 1 : -1),
    );
  const isExpired = ({ learner, lastSeenDay }: Kept, before: number) =>
    learner.role === 'learner' && (lastSeenDay ?? learner.createdAt / DAY_MS) < before;
  const clear = <T>(from: Map<string, T>, isOld: (one: T) => boolean, most: number) => {
    const old = [...from].filter(([, one]) => isOld(one)).slice(0, most);
    for (const [id] of old) from.delete(id);
    return old.length;
  };
  const lastAdmin = (id: string) =>
    all.get(id)?.learner.role === 'admin' &&
    [...all.values()].filter(({ learner }) => learner.role === 'admin').length === 1;
  return {
    people: {
      page: async ({ text, after, most }) =>
        [...all.values()]
          .map(personOf)
          .filter(({ id, nickname }) =>
            [id, nickname].some((value) => value.toLowerCase().startsWith(text.toLowerCase())),
          )
          .sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1))
          .filter(
            ({ id, createdAt }) =>
              !after || createdAt < after.at || (createdAt === after.at && id < after.id),
          )
          .slice(0, most),
      find: async (id) => {
        const kept = all.get(id);
        return kept && personOf(kept);
      },
      names: async (ids) =>
        Object.fromEntries(
          ids.flatMap((id) => (all.has(id) ? [[id, all.get(id)?.learner.nickname ?? '']] : [])),
        ),
      census: async () => {
        const count = (role: string) =>
          [...all.values()].filter(({ learner }) => learner.role === role).length;
        return {
          people: { learner: count('learner'), facilitator: count('facilitator'), admin: count('admin') },
          facts: [...all.values()].reduce((sum, { seq }) => sum + seq, 0),
          quarantined: conflicts().length,
          openMistakes: [...reports.values()].filter(({ doneAt }) => doneAt === undefined).length,
        };
      },
      async setRole(id, role, by) {
        const from = all.get(id)?.learner.role;
        if (from === role) return 'same';
        const done = await learners.setRole(id, role);
        if (done === 'done') write(by, 'role.changed', id, { from: from ?? '', to: role });
        return done;
      },
      async remove(id, by) {
        if (!all.has(id)) return 'unknown';
        if (lastAdmin(id)) return 'last-admin';
        await learners.remove({ learnerId: id, generation: all.get(id)?.generation ?? 0 }, by.at);
        write(by, 'learner.deleted', id);
        return 'done';
      },
      facts: async (id, since) => {
        const own = [...(all.get(id)?.facts.values() ?? [])].filter(({ body }) => !isPrivate(body));
        const rest = own.filter(({ seq }) => seq > since);
        return { bodies: rest.map(({ body }) => body), seq: rest.at(-1)?.seq ?? since, more: false };
      },
      privateFacts: async (id) =>
        [...(all.get(id)?.facts.values() ?? [])].filter(({ body }) => isPrivate(body)).length,
    },
    quarantine: {
      list: async (most, after) => {
        const list = aside();
        const from = after ? list.findIndex((one) => placeOf(one) === placeOf(after)) + 1 : 0;
        return list.slice(from, from + most);
      },
      async dismiss(key, by) {
        const found = conflicts().find((one) => placeOf(one) === placeOf(key));
        const kept = found && all.get(key.learnerId);
        if (!kept) return false;
        kept.aside = (kept.aside ?? []).filter(({ fact }) => fact.id !== key.factId);
        write(by, 'quarantine.dismissed', key.learnerId, { reason: found.reason });
        return true;
      },
    },
    retention: {
      read: async () => retention,
      async save(wanted, by) {
        retention = { ...wanted, changedAt: by.at };
        write(by, 'retention.changed', undefined, { ...wanted, learnerDays: wanted.learnerDays ?? 'never' });
      },
      concerned: async (before) => [...all.values()].filter((kept) => isExpired(kept, before)).length,
      expired: async (before, most) =>
        [...all]
          .filter(([, kept]) => isExpired(kept, before))
          .slice(0, most)
          .map(([id]) => id),
      async removeExpired(id, before, at) {
        const kept = all.get(id);
        if (!kept || !isExpired(kept, before)) return false;
        return learners.remove({ learnerId: id, generation: kept.generation }, at);
      },
      removeAudit: async (before, most) => clear(entries, ({ at }) => at < before, most),
      removeMistakes: async (before, most) =>
        clear(reports, ({ doneAt }) => doneAt !== undefined && doneAt < before, most),
      backupAt: async () => backup,
      noteBackup: async (at) => {
        backup = at;
      },
    },
    duties: {
      async take({ name, holder, at, until }, day) {
        const duty = duties.get(name);
        if (duty && ((duty.done ?? -1) >= day || duty.until > at)) return false;
        duties.set(name, { ...duty, holder, until });
        return true;
      },
      async keep({ name, holder, until }) {
        const duty = duties.get(name);
        if (duty?.holder !== holder) return false;
        duty.until = until;
        return true;
      },
      async done({ name, holder }, day) {
        if (duties.get(name)?.holder === holder) duties.set(name, { holder, done: day, until: 0 });
      },
      doneDay: async (name) => duties.get(name)?.done,
    },
    presence: {
      async note(ids, day) {
        for (const id of ids) {
          const kept = all.get(id);
          if (kept) kept.lastSeenDay = Math.max(kept.lastSeenDay ?? 0, day);
        }
      },
    },
  };
}

const isPrivate = (body: string): boolean => isPrivateFact(JSON.parse(body));

const placeOf = ({ learnerId, factId, digest }: { learnerId: string; factId: string; digest: string }) =>
  `${learnerId} ${factId} ${digest}`;

const personOf = ({ learner, facts, lastSeenDay }: Kept): Person => ({
  ...learner,
  lastSeenDay: lastSeenDay ?? Math.floor(learner.createdAt / DAY_MS),
  facts: facts.size,
});
