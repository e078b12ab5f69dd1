import { createHash } from 'node:crypto';
import type { Database, FactRow } from './schema.ts';

/** A fact whose id stands for another body already. */
export type Contradiction = Pick<FactRow, 'learner_id' | 'id' | 'received_at' | 'is_private' | 'body'>;

/** Keep contradictions in quarantine, each body once. @param found one at least. */
export async function keepContradictions(db: Database, found: readonly Contradiction[]): Promise<void> {
  await db
    .insertInto('quarantine')
    .values(
      found.map(({ learner_id, id, received_at, is_private, body }) => ({
        learner_id,
        fact_id: id,
        digest: createHash('sha256').update(body).digest('hex'),
        reason: 'conflict',
        received_at,
        is_private,
        body,
      })),
    )
    .onConflict((conflict) => conflict.columns(['learner_id', 'fact_id', 'digest']).doNothing())
    .execute();
}
