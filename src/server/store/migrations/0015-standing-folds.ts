import type { Kysely } from 'kysely';

/** What reports need of somebody's facts, so that after a restart only the facts since have to be read. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('learner')
    // Goes up whenever facts that were looked at before count otherwise than they did: a fold made before is no longer theirs.
    .addColumn('recounts', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema
    .createTable('standing_fold')
    .addColumn('learner_id', 'text', (column) => column.primaryKey())
    // `FOLD_VERSION` of the release that made it, and `learner.recounts` as it stood then; others are thrown away.
    .addColumn('version', 'text', (column) => column.notNull())
    .addColumn('recounts', 'bigint', (column) => column.notNull())
    // Facts up to this number are in it, those that count. Never beyond `learner.checked_seq`.
    .addColumn('seq', 'bigint', (column) => column.notNull())
    // JSON of core/cohort/fold-json.ts. Nothing of private facts.
    .addColumn('fold', 'text', (column) => column.notNull())
    .addForeignKeyConstraint('standing_fold_learner_fk', ['learner_id'], 'learner', ['id'])
    .execute();
}
