/** How far facts are checked, in a few lines of memory. */
import type { Fact } from '#core/model/fact.ts';
import { isPrivateFact } from '#core/model/private-fact.ts';
import { RESCORED_TYPES } from '#core/rescore/rescore.ts';
import type { Difference } from '#core/rescore/verdict.ts';
import type { FactCheckStore } from '#server/port/fact-check-store.ts';
import type { Foldable } from './memory-folds.ts';

interface Kept extends Pick<Foldable, 'seq' | 'checked' | 'recounts'> {
  facts: Map<string, { seq: number; body: string; receivedAt: number }>;
}
type Looked = { at: number; checkedBy: string };

/** What was set apart for its score. */
export interface Apart {
  learnerId: string;
  factId: string;
  receivedAt: number;
  differences: readonly Difference[];
}

export interface MemoryChecks {
  store: FactCheckStore;
  /** May others than its owner see it? */
  counts: (learnerId: string, factId: string) => boolean;
  apart: () => readonly Apart[];
}

const PER_BATCH = 25;
const claimsPoints = (body: string) =>
  (RESCORED_TYPES as readonly string[]).includes((JSON.parse(body) as Fact).type);

/** @param all the learners with their facts. */
export function memoryChecks(all: ReadonlyMap<string, Kept>): MemoryChecks {
  const unchecked = new Map<string, Map<string, Looked>>();
  const apart = new Map<string, Map<string, Looked & Apart>>();
  const of = <T>(map: Map<string, Map<string, T>>, id: string) => {
    const own = map.get(id) ?? new Map<string, T>();
    map.set(id, own);
    return own;
  };
  const cursorOf = (id: string) => all.get(id)?.checked ?? 0;
  const claims = (learnerId: string) =>
    [...(all.get(learnerId)?.facts ?? [])]
      .filter(([, { body }]) => claimsPoints(body))
      .map(([id, { seq, body }]) => ({ id, seq, body }));
  const isBehind = (id: string) => cursorOf(id) < (all.get(id)?.seq ?? 0);
  const find: FactCheckStore['find'] = async (learnerId, ids) =>
    claims(learnerId)
      .filter(({ id }) => ids.includes(id))
      .map(({ id, body }) => ({ id, body }));
  const there = <T>(map: Map<string, Map<string, T>>) =>
    [...map].flatMap(([learnerId, own]) =>
      all.has(learnerId) ? [...own].map(([id, one]) => [learnerId, id, one] as const) : [],
    );
  const apartOf = () => there(apart).map(([, , one]) => one);
  const counts: MemoryChecks['counts'] = (learnerId, factId) => {
    const { seq, body } = all.get(learnerId)?.facts.get(factId) ?? { seq: 0, body: '' };
    if (!body || isPrivateFact(JSON.parse(body))) return false;
    const isConfirmed =
      seq <= cursorOf(learnerId) &&
      ![unchecked, apart].some((map) => of<unknown>(map, learnerId).has(factId));
    return isConfirmed || !claimsPoints(body);
  };
  /** Of the facts that count and go no further than `most`. */
  const seqs = (learnerId: string, most: number): string =>
    [...(all.get(learnerId)?.facts ?? [])]
      .filter(([id, { seq }]) => seq <= most && counts(learnerId, id))
      .map(([, { seq }]) => seq)
      .join();
  const store: FactCheckStore = {
    find,
    async behind(after) {
      const ids = [...all.keys()].sort().filter((id) => id > after);
      const next = ids.length > 500 ? ids[499] : undefined;
      return { learnerIds: ids.slice(0, 500).filter(isBehind), ...(next !== undefined && { next }) };
    },
    async pending(learnerId) {
      const kept = all.get(learnerId);
      if (!kept || !isBehind(learnerId)) return undefined;
      const from = cursorOf(learnerId);
      const rows = claims(learnerId)
        .filter(({ seq }) => seq > from)
        .slice(0, PER_BATCH);
      const until = rows.length === PER_BATCH ? (rows.at(-1)?.seq ?? 0) : kept.seq;
      return { from, until, facts: rows.map(({ id, body }) => ({ id, body })) };
    },
    async again(which, checkedBy, before) {
      for (const [learnerId, own] of which === 'unchecked' ? unchecked : apart) {
        const ids = [...own].filter(([, one]) => one.at < before && one.checkedBy !== checkedBy);
        if (ids.length && all.has(learnerId))
          return {
            learnerId,
            facts: await find(
              learnerId,
              ids.map(([id]) => id),
            ),
          };
      }
      return undefined;
    },
    async record({ learnerId, judged, cursor, at, checkedBy }) {
      const kept = all.get(learnerId);
      if (!kept || (cursor && cursor.from !== cursorOf(learnerId))) return undefined;
      const before = new Set(of(apart, learnerId).keys());
      const looked = kept.checked;
      const counted = () => seqs(learnerId, looked);
      const countedBefore = counted();
      if (cursor) kept.checked = cursor.until;
      for (const { factId, verdict } of judged) {
        of(unchecked, learnerId).delete(factId);
        of(apart, learnerId).delete(factId);
        if (verdict.status === 'unknown' && all.get(learnerId)?.facts.has(factId))
          of(unchecked, learnerId).set(factId, { at, checkedBy });
        // A verdict on a fact that is not there says nothing.
        if (verdict.status === 'differs' && all.get(learnerId)?.facts.has(factId))
          of(apart, learnerId).set(factId, {
            ...{ at, checkedBy, learnerId, factId, differences: verdict.differences },
            receivedAt: all.get(learnerId)?.facts.get(factId)?.receivedAt ?? 0,
          });
      }
      if (counted() !== countedBefore) kept.recounts += 1;
      return [...of(apart, learnerId).keys()].filter((id) => !before.has(id)).length;
    },
    async totals() {
      const behind = [...all.keys()].filter(isBehind).length;
      const open = there(unchecked).map(
        ([learnerId, id]) => all.get(learnerId)?.facts.get(id)?.receivedAt ?? 0,
      );
      const wrong = apartOf().map(({ receivedAt }) => receivedAt);
      return {
        behind,
        unchecked: open.length,
        ...(open.length && { uncheckedSince: Math.min(...open) }),
        setApart: wrong.length,
        ...(wrong.length && { setApartSince: Math.min(...wrong) }),
      };
    },
  };
  return { store, apart: apartOf, counts };
}
