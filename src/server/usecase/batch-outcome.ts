import type { Statement } from '#core/statement/statement.ts';
import type { OutboxBatch, PublicFact, Refusal, Settling, WaitingFact } from '#server/port/outbox-store.ts';
import type { Delivery } from './deliver-statements.ts';

/** A fact of a batch with what is sent of it; nothing where this release cannot read it. */
export interface Entry {
  fact: PublicFact;
  statement: Statement | undefined;
}

/** What a delivery means for the store: how far each learner is now, and whose statements were refused. */
export function outcomeOf(batch: OutboxBatch, entries: readonly Entry[], { settled, refused }: Delivery) {
  const sent = entries.filter(({ statement }) => statement);
  const firstOpen = sent[settled];
  const end = firstOpen ? entries.indexOf(firstOpen) : entries.length;
  const refusalOf = ({ fact }: Entry, status: number): Refusal => ({
    learnerId: fact.learnerId,
    factId: fact.id,
    status,
  });
  return {
    settlings: settlingsUpTo(batch, end),
    refusals: [
      ...refused.map(({ index, code }) => refusalOf(sent[index] as Entry, code)),
      ...entries.slice(0, end).flatMap((entry) => (entry.statement ? [] : refusalOf(entry, 0))),
    ],
  };
}

/** How far each learner is once the first `end` facts of a batch are settled. */
function settlingsUpTo({ facts, settlings }: OutboxBatch, end: number): Settling[] {
  return settlings.flatMap((settling) => {
    const isOwn = ({ learnerId }: WaitingFact) => learnerId === settling.learnerId;
    const done = facts.slice(0, end).filter(isOwn);
    const isWhole = !facts.slice(end).some((fact) => isOwn(fact) && !fact.isHeld);
    const released = done.flatMap(({ id, isHeld }) => (isHeld ? id : []));
    const to = isWhole ? settling.to : (done.findLast(({ isHeld }) => !isHeld)?.seq ?? settling.from);
    if (to === settling.from && released.length === 0) return [];
    const held = settling.held?.filter(({ seq }) => seq <= to) ?? [];
    const { learnerId, from } = settling;
    return [{ learnerId, from, to, ...(held.length && { held }), ...(released.length && { released }) }];
  });
}
