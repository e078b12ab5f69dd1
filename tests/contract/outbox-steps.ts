/** Steps of outbox tests: facts saved, judged and forwarded by hand. */
import type { Fact } from '#core/model/fact.ts';
import type { Verdict } from '#core/rescore/verdict.ts';
import type { Judged } from '#server/port/fact-check-store.ts';
import type { Session } from '#server/port/learner-store.ts';
import type { OutboxBatch, Settling } from '#server/port/outbox-store.ts';
import type { OpenedOutbox } from './outbox.contract.ts';

export const AT = 1_795_000_111_000;
export const CONFIRMED: Verdict = { status: 'confirmed' };
export const UNKNOWN: Verdict = { status: 'unknown', needs: 'item m0-x.q1 r1' };
export const DIFFERS: Verdict = {
  status: 'differs',
  differences: [{ field: 'score', expected: 0, given: 1 }],
};
export const NOTHING = { facts: [], settlings: [] };

/** As forwarding settles a batch that was taken whole. */
export const settledOf = ({ facts, settlings }: OutboxBatch): Settling[] =>
  settlings.map((settling) => ({
    ...settling,
    released: facts.flatMap(({ id, learnerId, isHeld }) =>
      isHeld && learnerId === settling.learnerId ? id : [],
    ),
  }));

export const join = ({ learners }: OpenedOutbox, id: string) =>
  learners.add({ id, nickname: '小红', createdAt: AT });
export const save = ({ facts }: OpenedOutbox, session: Session, ...list: Fact[]) =>
  facts.append({ session, receivedAt: AT, facts: list });
export const idsOf = ({ facts }: Pick<OutboxBatch, 'facts'>) =>
  facts.map(({ learnerId, id }) => `${learnerId}/${id}`).sort();
export const waiting = async ({ outbox }: OpenedOutbox) => idsOf(await outbox.next(50));
export const listed = async ({ outbox }: OpenedOutbox) => idsOf(await outbox.list(0, undefined, 50));
/** Forward one batch. @returns ids of what was sent. */
export const forward = async ({ outbox }: OpenedOutbox, most = 50) => {
  const batch = await outbox.next(most);
  await outbox.settle(settledOf(batch), [], AT);
  return batch.facts.map(({ id }) => id);
};
/** Judge what nobody has looked at; confirmed where nothing is said. */
export const judge = async (
  { factChecks }: OpenedOutbox,
  learnerId: string,
  verdicts: Record<string, Verdict> = {},
) => {
  const pending = await factChecks.pending(learnerId);
  if (!pending) return;
  const { from, until, facts } = pending;
  const judged = facts.map(({ id }) => ({ factId: id, verdict: verdicts[id] ?? CONFIRMED }));
  await factChecks.record({ learnerId, judged, cursor: { from, until }, at: AT, checkedBy: 'r1' });
};
export const judgeAgain = (
  { factChecks }: OpenedOutbox,
  learnerId: string,
  verdict: Verdict,
  ...ids: string[]
) => {
  const judged = ids.map((factId): Judged => ({ factId, verdict }));
  return factChecks.record({ learnerId, judged, at: AT + 9, checkedBy: 'r2' });
};
