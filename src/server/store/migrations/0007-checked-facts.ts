import type { Kysely } from 'kysely';

/** Facts that claim points are scored anew: how far, which ones cannot be judged yet, and what was found. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('learner')
    // Facts up to this number have been looked at. What is neither in `unchecked_fact` nor in `quarantine` is confirmed.
    .addColumn('checked_seq', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema
    .createTable('unchecked_fact')
    .addColumn('learner_id', 'text', (column) => column.notNull())
    .addColumn('fact_id', 'text', (column) => column.notNull())
    // What is missing, in a few words: for people, nothing is decided by it.
    .addColumn('needs', 'text', (column) => column.notNull())
    // By which release and which revisions: another one looks again.
    .addColumn('checked_by', 'text', (column) => column.notNull())
    .addColumn('checked_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('unchecked_fact_pk', ['learner_id', 'fact_id'])
    .addForeignKeyConstraint('unchecked_fact_learner_fk', ['learner_id'], 'learner', ['id'])
    .execute();
  await db.schema
    .createIndex('unchecked_fact_by_time')
    .on('unchecked_fact')
    .columns(['checked_at'])
    .execute();
  // Of a fact set apart for its score, reason `score`: a JSON list of what was expected and what was given. The fact itself
  // stays where it is, for its owner's devices.
  await db.schema.alterTable('quarantine').addColumn('differences', 'text').execute();
  await db.schema.alterTable('quarantine').addColumn('checked_by', 'text').execute();
  await db.schema.alterTable('quarantine').addColumn('checked_at', 'bigint').execute();
  await db.schema
    .createIndex('quarantine_by_reason')
    .on('quarantine')
    .columns(['reason', 'checked_at'])
    .execute();
  await db.schema
    .createIndex('quarantine_by_fact_time')
    .on('quarantine')
    .columns(['received_at', 'fact_id', 'learner_id'])
    .execute();
}
