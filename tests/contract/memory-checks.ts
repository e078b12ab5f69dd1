/** How far facts are checked, in a few lines of memory. */
import type { Fact } from '#core/model/fact.ts';
import { isPrivateFact } from '#core/model/private-fact.ts';
import { RESCORED_TYPES } from '#core/rescore/rescore.ts';
import type { FactCheckStore, SetApart } from '#server/port/fact-check-store.ts';

interface Kept {
  facts: Map<string, { seq: number; body: string; receivedAt: number }>;
  seq: number;
}
type Looked = { at: number; checkedBy: string };

const PER_BATCH = 25;
const PER_PAGE = 200;
const claimsPoints = (body: string) =>
  (RESCORED_TYPES as readonly string[]).includes((JSON.parse(body) as Fact).type);

/**
 * @param all the learners with their facts.
 * @param conflicts contradictions set apart when they were saved.
 */
export function memoryChecks(all: ReadonlyMap<string, Kept>, conflicts: readonly SetApart[]): FactCheckStore {
  const cursors = new Map<string, number>();
  const unchecked = new Map<string, Map<string, Looked>>();
  const apart = new Map<string, Map<string, Looked & SetApart>>();
  const of = <T>(map: Map<string, Map<string, T>>, id: string) => {
    const own = map.get(id) ?? new Map<string, T>();
    map.set(id, own);
    return own;
  };
  const cursorOf = (id: string) => cursors.get(id) ?? 0;
  const isThere = ({ learnerId }: { learnerId: string }) => all.has(learnerId);
  const claims = (learnerId: string) =>
    [...(all.get(learnerId)?.facts ?? [])]
      .filter(([, { body }]) => claimsPoints(body))
      .map(([id, { seq, body }]) => ({ id, seq, body }));
  const isBehind = (id: string) => cursorOf(id) < (all.get(id)?.seq ?? 0);
  const find: FactCheckStore['find'] = async (learnerId, ids) =>
    claims(learnerId)
      .filter(({ id }) => ids.includes(id))
      .map(({ id, body }) => ({ id, body }));
  return {
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
      if (!all.has(learnerId) || (cursor && cursor.from !== cursorOf(learnerId))) return undefined;
      const before = new Set(of(apart, learnerId).keys());
      if (cursor) cursors.set(learnerId, cursor.until);
      for (const { factId, verdict } of judged) {
        of(unchecked, learnerId).delete(factId);
        of(apart, learnerId).delete(factId);
        if (verdict.status === 'unknown') of(unchecked, learnerId).set(factId, { at, checkedBy });
        // A verdict on a fact that is not there says nothing.
        if (verdict.status === 'differs' && all.get(learnerId)?.facts.has(factId))
          of(apart, learnerId).set(factId, {
            ...{ at, checkedBy, learnerId, factId, reason: 'score', differences: verdict.differences },
            receivedAt: all.get(learnerId)?.facts.get(factId)?.receivedAt ?? 0,
          });
      }
      return [...of(apart, learnerId).keys()].filter((id) => !before.has(id)).length;
    },
    async counting(learnerId, since) {
      const counts = [...(all.get(learnerId)?.facts ?? [])].filter(
        ([id, { seq, body }]) =>
          seq > since &&
          !isPrivateFact(JSON.parse(body)) &&
          (!claimsPoints(body) ||
            (seq <= cursorOf(learnerId) &&
              !of(unchecked, learnerId).has(id) &&
              !of(apart, learnerId).has(id))),
      );
      const page = counts.slice(0, PER_PAGE);
      const bodies = page.map(([, { body }]) => body);
      return { bodies, seq: page.at(-1)?.[1].seq ?? since, more: counts.length > PER_PAGE };
    },
    standing: async (learnerIds) =>
      [...learnerIds]
        .sort()
        .filter((id) => all.has(id))
        .map((learnerId) => ({
          learnerId,
          isBehind: isBehind(learnerId),
          unchecked: of(unchecked, learnerId).size,
          setApart: of(apart, learnerId).size,
        })),
    async listSetApart(most, before) {
      const key = ({
        receivedAt,
        factId,
        learnerId,
      }: Pick<SetApart, 'receivedAt' | 'factId' | 'learnerId'>) =>
        JSON.stringify([String(receivedAt).padStart(16, '0'), factId, learnerId]);
      const list = [...conflicts, ...[...apart.values()].flatMap((own) => [...own.values()])].filter(isThere);
      return list
        .filter((one) => !before || key(one) < key(before))
        .sort((a, b) => (key(a) < key(b) ? 1 : -1))
        .slice(0, most)
        .map(({ learnerId, factId, reason, receivedAt, differences }) => ({
          ...{ learnerId, factId, reason, receivedAt, differences },
        }));
    },
    async totals() {
      const sum = (map: Map<string, Map<string, unknown>>) =>
        [...map].reduce((all_, [id, own]) => all_ + (all.has(id) ? own.size : 0), 0);
      const behind = [...all.keys()].filter(isBehind).length;
      const conflict = conflicts.filter(isThere).length;
      return { behind, unchecked: sum(unchecked), conflict, score: sum(apart) };
    },
  };
}
