import type { Kysely } from 'kysely';

/** Roles, what ties a learner to an account, and a book of what facilitators and admins did. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('learner')
    // learner, facilitator or admin.
    .addColumn('role', 'text', (column) => column.notNull().defaultTo('learner'))
    .execute();
  // The account by which a learner signs in; null until they claim their place. The learner's id never changes, this may.
  await db.schema.alterTable('learner').addColumn('auth_user_id', 'text').execute();
  await db.schema
    .createIndex('learner_by_account')
    .on('learner')
    .columns(['auth_user_id'])
    .unique()
    .execute();
  await db.schema.createIndex('learner_by_role').on('learner').columns(['role']).execute();
  await db.schema
    .createTable('audit_entry')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('at', 'bigint', (column) => column.notNull())
    // Ids, never names, and no foreign keys: an entry outlives whoever it is about.
    .addColumn('actor_id', 'text', (column) => column.notNull())
    .addColumn('act', 'text', (column) => column.notNull())
    .addColumn('subject_id', 'text')
    // A JSON object of short values.
    .addColumn('detail', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('audit_entry_by_time').on('audit_entry').columns(['at', 'id']).execute();
}
