import type { ExpressionBuilder } from 'kysely';
import type { FactPlace, PublicFact, PublicFactPage } from '#server/port/outbox-store.ts';
import type { Database, FactRow, Schema } from './schema.ts';

/** Condition on `fact`: its own moves and responses give what it claims, as far as anybody has looked. */
export const isNotSetApart = (eb: ExpressionBuilder<Schema, 'fact'>) =>
  eb.not(
    eb.exists(
      eb
        .selectFrom('quarantine')
        .select('quarantine.fact_id')
        .whereRef('quarantine.learner_id', '=', 'fact.learner_id')
        .whereRef('quarantine.fact_id', '=', 'fact.id')
        .where('quarantine.reason', '=', 'score'),
    ),
  );

/**
 * A page of what others than the owner may read, along the index by learner and number: what a page costs does not grow
 * with what lies before or after it, and a fact that is saved meanwhile shifts no other.
 */
export async function listPublicFacts(
  db: Database,
  since: number,
  after: FactPlace | undefined,
  most: number,
): Promise<PublicFactPage> {
  const all = db
    .selectFrom('fact')
    .select(['learner_id', 'id', 'seq', 'received_at', 'is_private', 'body'])
    .where(isNotSetApart)
    .orderBy('learner_id')
    .orderBy('seq')
    .limit(most);
  const rest = after
    ? all.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('learner_id', 'seq'), '>', tuple(after.learnerId, after.seq)),
      )
    : all;
  const rows = await rest.execute();
  const last = rows.length === most ? rows.at(-1) : undefined;
  return {
    facts: rows
      .filter(({ is_private, received_at }) => is_private === 0 && received_at >= since)
      .map(publicFactOf),
    ...(last && { next: { learnerId: last.learner_id, seq: last.seq } }),
  };
}

type Row = Pick<FactRow, 'learner_id' | 'id' | 'seq' | 'received_at' | 'body'>;

export const publicFactOf = ({ learner_id, id, seq, received_at, body }: Row): PublicFact => ({
  learnerId: learner_id,
  id,
  seq,
  receivedAt: received_at,
  body,
});
