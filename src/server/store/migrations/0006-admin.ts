import { type Kysely, sql } from 'kysely';

/** What an admin has to know and to set: when somebody was last here, settings, who does a daily duty. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Days since 1970, UTC: finer than a day nobody needs to know. Null counts as the day of joining.
  await db.schema.alterTable('learner').addColumn('last_seen_day', 'integer').execute();
  // Until now only what they sent tells when they were here.
  await sql`update learner set last_seen_day =
    (select max(received_at) from fact where fact.learner_id = learner.id) / 86400000`.execute(db);
  await db.schema
    .createIndex('learner_by_last_day')
    .on('learner')
    .columns(['last_seen_day', 'created_at'])
    .execute();
  await db.schema.createIndex('learner_by_time').on('learner').columns(['created_at', 'id']).execute();
  await db.schema
    .createIndex('quarantine_by_arrival')
    .on('quarantine')
    .columns(['received_at', 'learner_id', 'fact_id', 'digest'])
    .execute();
  await db.schema
    .createTable('setting')
    .addColumn('name', 'text', (column) => column.primaryKey())
    // A JSON object; what is in it stands with whoever reads it.
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .execute();
  // Work that one process does once a day, whoever comes first.
  await db.schema
    .createTable('duty')
    .addColumn('name', 'text', (column) => column.primaryKey())
    // The last day it was done to its end.
    .addColumn('done_day', 'integer', (column) => column.notNull())
    // Who is at it, and until when nobody else may be; a process that dies holds nobody up for longer.
    .addColumn('holder', 'text', (column) => column.notNull())
    .addColumn('held_until', 'bigint', (column) => column.notNull())
    .execute();
}
