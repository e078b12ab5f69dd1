import type { Kysely } from 'kysely';

/** What a learner lets those who lead one cohort read although it is private: one version of a worksheet, one note. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('share')
    .addColumn('learner_id', 'text', (column) => column.notNull())
    // A fact of this learner. No reference: when two learners become one, facts go over before shares do.
    .addColumn('fact_id', 'text', (column) => column.notNull())
    .addColumn('cohort_id', 'text', (column) => column.notNull())
    .addColumn('shared_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('share_pk', ['learner_id', 'fact_id', 'cohort_id'])
    .addForeignKeyConstraint('share_learner_fk', ['learner_id'], 'learner', ['id'])
    .addForeignKeyConstraint('share_cohort_fk', ['cohort_id'], 'cohort', ['id'])
    .execute();
  await db.schema.createIndex('share_by_cohort').on('share').columns(['cohort_id', 'shared_at']).execute();
}
