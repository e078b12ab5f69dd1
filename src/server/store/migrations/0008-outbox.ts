import { type Kysely, sql } from 'kysely';

/** Forwarding to a company's LRS: how far each learner's facts are, what was refused, and who forwards. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Facts numbered up to here are settled: sent, refused, or nobody's to read. No row per fact, so a save costs nothing more.
  await db.schema
    .alterTable('learner')
    .addColumn('forwarded_seq', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema
    .createTable('outbox_refusal')
    .addColumn('learner_id', 'text', (column) => column.notNull())
    .addColumn('fact_id', 'text', (column) => column.notNull())
    // What the LRS answered; 0 = this release cannot read the fact.
    .addColumn('status', 'integer', (column) => column.notNull())
    .addColumn('refused_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('outbox_refusal_pk', ['learner_id', 'fact_id'])
    .addForeignKeyConstraint('outbox_refusal_learner_fk', ['learner_id'], 'learner', ['id'])
    .execute();
  // Numbers of a learner that were settled under another one's name, before the two became one: after `from_seq`, up to `to_seq`.
  await db.schema
    .createTable('outbox_passed')
    .addColumn('learner_id', 'text', (column) => column.notNull())
    .addColumn('from_seq', 'bigint', (column) => column.notNull())
    .addColumn('to_seq', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('outbox_passed_pk', ['learner_id', 'from_seq'])
    .addForeignKeyConstraint('outbox_passed_learner_fk', ['learner_id'], 'learner', ['id'])
    .execute();
  // One row: who forwards, and how it goes.
  await db.schema
    .createTable('outbox')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    // A process; '' = nobody.
    .addColumn('holder', 'text', (column) => column.notNull())
    // Goes up with each sign of life: others see it standing still, and compare no clocks.
    .addColumn('beat', 'bigint', (column) => column.notNull())
    .addColumn('succeeded_at', 'bigint')
    .addColumn('failed_at', 'bigint')
    // A status or a code, never a text of the LRS.
    .addColumn('failure', 'text')
    .addColumn('is_paused', 'integer', (column) => column.notNull())
    .execute();
  await sql`insert into outbox (id, holder, beat, is_paused) values (1, '', 0, 0)`.execute(db);
}
