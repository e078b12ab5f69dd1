/** The outbox over the facts of the memory store. */
import type { OutboxStatus } from '#core/admin/admin.ts';
import { isPrivateFact } from '#core/model/private-fact.ts';
import type { AuditLog } from '#server/port/audit-log.ts';
import {
  COUNTED_AT_MOST,
  type Lease,
  type OutboxStore,
  type PublicFact,
  type Settling,
  type WaitingFact,
} from '#server/port/outbox-store.ts';
import type { Kept } from './memory-store.ts';

/** @param counts does a fact count in reports? */
export function memoryOutbox(
  all: ReadonlyMap<string, Kept>,
  counts: (learnerId: string, factId: string) => boolean,
  audit: Pick<AuditLog, 'add'>,
): OutboxStore {
  let lease: Lease = { holder: '', beat: 0 };
  let noted: Omit<OutboxStatus, 'pending' | 'held' | 'refused'> = { isPaused: false };
  const factsOf = ({ learner, facts }: Kept, after: number): PublicFact[] =>
    [...facts]
      .filter(([, { seq, body }]) => seq > after && !isPrivateFact(JSON.parse(body)))
      .map(([id, { seq, receivedAt, body }]) => ({ learnerId: learner.id, id, seq, receivedAt, body }));
  const isCounted = ({ learnerId, id }: PublicFact) => counts(learnerId, id);
  const unsettledOf = (kept: Kept) =>
    factsOf(kept, kept.forwarded).filter(({ id }) => !kept.facts.get(id)?.isPassed);
  const waiting = () => [...all.values()].filter(({ seq, forwarded }) => seq > forwarded);
  const heldOf = (kept: Kept) => factsOf(kept, 0).filter(({ id }) => kept.held.has(id));
  const atMost = (facts: readonly PublicFact[]) => Math.min(facts.length, COUNTED_AT_MOST);
  const everybodysHeld = () => [...all.values()].flatMap(heldOf);
  return {
    async next(most) {
      const due = everybodysHeld().filter(isCounted).slice(0, most);
      const facts: WaitingFact[] = due.map((fact) => ({ ...fact, isHeld: true }));
      const settlings = new Map<string, Settling>();
      for (const { learnerId } of due) {
        const from = all.get(learnerId)?.forwarded ?? 0;
        settlings.set(learnerId, { learnerId, from, to: from });
      }
      let room = most - due.length;
      for (const kept of room > 0 ? waiting() : []) {
        const own = unsettledOf(kept);
        const taken = own.slice(0, room);
        room -= taken.length;
        facts.push(...taken.filter(isCounted));
        const to = taken.length === own.length ? kept.seq : taken.at(-1)?.seq;
        const held = taken.flatMap((one) => (isCounted(one) ? [] : { factId: one.id, seq: one.seq }));
        const { id: learnerId } = kept.learner;
        if (to !== undefined)
          settlings.set(learnerId, { learnerId, from: kept.forwarded, to, ...(held.length && { held }) });
      }
      return { facts, settlings: [...settlings.values()] };
    },
    async settle(settlings, refusals) {
      for (const { learnerId, from, to, held = [], released = [] } of settlings) {
        const kept = all.get(learnerId);
        if (kept?.forwarded !== from) continue;
        kept.forwarded = to;
        for (const { factId } of held) kept.held.add(factId);
        for (const factId of released) kept.held.delete(factId);
        for (const { factId, status } of refusals.filter((one) => one.learnerId === learnerId))
          kept.refused.set(factId, status);
      }
    },
    async sendAgain(by) {
      let count = 0;
      for (const kept of all.values())
        for (const factId of [...kept.refused.keys()].slice(0, 1_000 - count)) {
          kept.held.add(factId);
          kept.refused.delete(factId);
          count += 1;
        }
      if (count > 0) await audit.add({ ...by, act: 'statements.sent-again', detail: { count } });
      return count;
    },
    async note({ failure, isPaused = false }, at) {
      noted = {
        ...noted,
        isPaused,
        ...(failure === undefined ? { succeededAt: at } : { failedAt: at, failure }),
      };
    },
    state: async () => ({
      ...noted,
      pending: atMost([...waiting().flatMap(unsettledOf), ...everybodysHeld()].filter(isCounted)),
      held: atMost(everybodysHeld().filter((fact) => !isCounted(fact))),
      refused: [...all.values()].reduce((sum, { refused }) => sum + refused.size, 0),
    }),
    lease: async () => lease,
    async take(holder, seen) {
      if (seen.holder !== lease.holder || seen.beat !== lease.beat) return undefined;
      lease = { holder, beat: seen.beat + 1 };
      return lease;
    },
    async list(since, after, most) {
      const isAfter = (id: string, seq: number) =>
        !after || id > after.learnerId || (id === after.learnerId && seq > after.seq);
      const rows = [...all.values()]
        .sort((a, b) => (a.learner.id < b.learner.id ? -1 : 1))
        .flatMap((kept) => [...kept.facts.values()].map(({ seq }) => ({ kept, seq, id: kept.learner.id })))
        .filter(({ id, seq }) => isAfter(id, seq))
        .slice(0, most);
      const last = rows.length === most ? rows.at(-1) : undefined;
      return {
        facts: rows.flatMap(({ kept, seq }) =>
          factsOf(kept, seq - 1).filter(
            (fact) => fact.seq === seq && fact.receivedAt >= since && isCounted(fact),
          ),
        ),
        ...(last && { next: { learnerId: last.id, seq: last.seq } }),
      };
    },
  };
}
