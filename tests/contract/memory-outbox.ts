/** The outbox over the facts of the memory store. */
import { isPrivateFact } from '#core/model/private-fact.ts';
import type { FactCheckStore } from '#server/port/fact-check-store.ts';
import type { Lease, OutboxState, OutboxStore, PublicFact, Settling } from '#server/port/outbox-store.ts';
import type { Kept } from './memory-store.ts';

export function memoryOutbox(
  all: ReadonlyMap<string, Kept>,
  checks: Pick<FactCheckStore, 'listSetApart'>,
): OutboxStore {
  let lease: Lease = { holder: '', beat: 0 };
  let noted: Omit<OutboxState, 'pending' | 'refused'> = { isPaused: false };
  const factsOf = ({ learner, facts }: Kept, after: number): PublicFact[] =>
    [...facts]
      .filter(([, { seq, body }]) => seq > after && !isPrivateFact(JSON.parse(body)))
      .map(([id, { seq, receivedAt, body }]) => ({ learnerId: learner.id, id, seq, receivedAt, body }));
  /** What is not set apart for its score. */
  const believed = async () => {
    const found = (await checks.listSetApart(10_000)).filter(({ reason }) => reason === 'score');
    const wrong = new Set(found.map(({ learnerId, factId }) => `${learnerId} ${factId}`));
    return ({ learnerId, id }: PublicFact) => !wrong.has(`${learnerId} ${id}`);
  };
  const waitingOf = (kept: Kept) =>
    factsOf(kept, kept.forwarded).filter(({ id }) => !kept.facts.get(id)?.isPassed);
  const waiting = () => [...all.values()].filter(({ seq, forwarded }) => seq > forwarded);
  return {
    async next(most) {
      const isBelieved = await believed();
      const facts: PublicFact[] = [];
      const settlings: Settling[] = [];
      for (const kept of waiting()) {
        const own = waitingOf(kept).filter(isBelieved);
        const taken = own.slice(0, most - facts.length);
        facts.push(...taken);
        const to = taken.length === own.length ? kept.seq : taken.at(-1)?.seq;
        if (to !== undefined) settlings.push({ learnerId: kept.learner.id, from: kept.forwarded, to });
      }
      return { facts, settlings };
    },
    async settle(settlings, refusals) {
      for (const { learnerId, from, to } of settlings) {
        const kept = all.get(learnerId);
        if (kept?.forwarded !== from) continue;
        kept.forwarded = to;
        for (const { factId, status } of refusals.filter((one) => one.learnerId === learnerId))
          kept.refused.set(factId, status);
      }
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
      pending: waiting()
        .flatMap(waitingOf)
        .filter(await believed()).length,
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
      const isBelieved = await believed();
      const last = rows.length === most ? rows.at(-1) : undefined;
      return {
        facts: rows.flatMap(({ kept, seq }) =>
          factsOf(kept, seq - 1).filter(
            (fact) => fact.seq === seq && fact.receivedAt >= since && isBelieved(fact),
          ),
        ),
        ...(last && { next: { learnerId: last.id, seq: last.seq } }),
      };
    },
  };
}
