import type { Kysely } from 'kysely';

/** A second device joins by a code; a learner can be deleted. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('transfer_code')
    // One at a time: a new one takes the place of the former.
    .addColumn('learner_id', 'text', (column) => column.primaryKey())
    // HMAC-SHA-256 with a key that is not in the database: whoever reads the table cannot join.
    .addColumn('code_hash', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addForeignKeyConstraint('transfer_code_learner_fk', ['learner_id'], 'learner', ['id'])
    .execute();
  await db.schema
    .createIndex('transfer_code_by_hash')
    .on('transfer_code')
    .columns(['code_hash'])
    .unique()
    .execute();
  await db.schema.createIndex('transfer_code_by_end').on('transfer_code').columns(['expires_at']).execute();
  // All that stays of a deleted learner, so that no device of theirs brings the facts back unasked.
  await db.schema
    .createTable('removed_learner')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('removed_at', 'bigint', (column) => column.notNull())
    .execute();
}
