import type { Kysely } from 'kysely';

/** Learners who take the course together, who leads them, and what was set them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('cohort')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('made_at', 'bigint', (column) => column.notNull())
    // Readable, for whoever leads the cohort hands it on; null = closed. Guessing is bounded where it is looked up.
    .addColumn('invite_code', 'text')
    .addColumn('invite_expires_at', 'bigint')
    .execute();
  await db.schema.createIndex('cohort_by_code').on('cohort').columns(['invite_code']).unique().execute();
  await db.schema
    .createTable('cohort_facilitator')
    .addColumn('cohort_id', 'text', (column) => column.notNull())
    .addColumn('learner_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('cohort_facilitator_pk', ['cohort_id', 'learner_id'])
    .addForeignKeyConstraint('cohort_facilitator_cohort_fk', ['cohort_id'], 'cohort', ['id'])
    .addForeignKeyConstraint('cohort_facilitator_learner_fk', ['learner_id'], 'learner', ['id'])
    .execute();
  await db.schema
    .createIndex('cohort_facilitator_by_learner')
    .on('cohort_facilitator')
    .columns(['learner_id'])
    .execute();
  await db.schema
    .createTable('enrolment')
    .addColumn('cohort_id', 'text', (column) => column.notNull())
    .addColumn('learner_id', 'text', (column) => column.notNull())
    .addColumn('joined_at', 'bigint', (column) => column.notNull())
    // Which version of the sentence on what is shared they were shown before they joined.
    .addColumn('told_version', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('enrolment_pk', ['cohort_id', 'learner_id'])
    .addForeignKeyConstraint('enrolment_cohort_fk', ['cohort_id'], 'cohort', ['id'])
    .addForeignKeyConstraint('enrolment_learner_fk', ['learner_id'], 'learner', ['id'])
    .execute();
  await db.schema.createIndex('enrolment_by_learner').on('enrolment').columns(['learner_id']).execute();
  await db.schema
    .createTable('assignment')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('cohort_id', 'text', (column) => column.notNull())
    // lesson, check or scenario.
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('activity_id', 'text', (column) => column.notNull())
    .addColumn('set_at', 'bigint', (column) => column.notNull())
    // Null = whenever it suits.
    .addColumn('due_at', 'bigint')
    .addForeignKeyConstraint('assignment_cohort_fk', ['cohort_id'], 'cohort', ['id'])
    .execute();
  // The same thing set again is the same assignment with another day.
  await db.schema
    .createIndex('assignment_by_activity')
    .on('assignment')
    .columns(['cohort_id', 'kind', 'activity_id'])
    .unique()
    .execute();
}
