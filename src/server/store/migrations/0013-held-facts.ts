import { type Kysely, sql } from 'kysely';

/** Forwarding takes facts that count only: what it passes over is kept in mind. And indexes that queries ask for. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Facts behind `learner.forwarded_seq` that are to be forwarded all the same, once they count: passed over because they were
  // not judged or set apart, or refused and to be sent again. A row goes when it is settled.
  await db.schema
    .createTable('outbox_held')
    .addColumn('learner_id', 'text', (column) => column.notNull())
    .addColumn('fact_id', 'text', (column) => column.notNull())
    // 1 = it counts now; kept up by whoever writes a verdict.
    .addColumn('is_due', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('outbox_held_pk', ['learner_id', 'fact_id'])
    .addForeignKeyConstraint('outbox_held_learner_fk', ['learner_id'], 'learner', ['id'])
    .execute();
  await db.schema
    .createIndex('outbox_held_by_due')
    .on('outbox_held')
    .columns(['is_due', 'learner_id', 'fact_id'])
    .execute();
  // Until now what was set apart was passed over for good. An LRS that has one of them already keeps it once.
  await sql`insert into outbox_held (learner_id, fact_id, is_due)
    select distinct fact.learner_id, fact.id, 0 from quarantine
    join fact on fact.learner_id = quarantine.learner_id and fact.id = quarantine.fact_id
    join learner on learner.id = fact.learner_id
    where quarantine.reason = 'score' and fact.seq <= learner.forwarded_seq
    and not exists (select 1 from outbox_passed passed where passed.learner_id = fact.learner_id
      and passed.from_seq < fact.seq and passed.to_seq >= fact.seq)`.execute(db);
  // When the server got a fact that nobody can judge yet; `checked_at` begins anew with each release that looks.
  await db.schema
    .alterTable('unchecked_fact')
    .addColumn('received_at', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute();
  await sql`update unchecked_fact set received_at = coalesce((select received_at from fact
    where fact.learner_id = unchecked_fact.learner_id and fact.id = unchecked_fact.fact_id), checked_at)`.execute(
    db,
  );
  await db.schema
    .createIndex('unchecked_fact_by_arrival')
    .on('unchecked_fact')
    .columns(['received_at'])
    .execute();
  // For a list that only tests asked for; `quarantine_by_arrival` serves the one of `/admin`.
  await db.schema.dropIndex('quarantine_by_fact_time').execute();
  // Everybody's classes, newest first, for an admin.
  await db.schema.createIndex('cohort_by_time').on('cohort').columns(['made_at', 'id']).execute();
}
