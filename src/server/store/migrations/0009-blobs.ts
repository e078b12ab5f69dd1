import type { Kysely } from 'kysely';

/** Pictures that facts name. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('blob')
    .addColumn('learner_id', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    // By what is in it: image/jpeg, image/png or image/webp.
    .addColumn('type', 'text', (column) => column.notNull())
    // Bytes; counted for the quota without reading the bytes, so it stands before them.
    .addColumn('size', 'integer', (column) => column.notNull())
    .addColumn('received_at', 'bigint', (column) => column.notNull())
    // 1 = a fact names it: it stays as long as the learner does. 0 = not looked for yet, or none was found.
    .addColumn('is_named', 'integer', (column) => column.notNull())
    // PostgreSQL's name for bytes; SQLite takes any name and keeps bytes as they are.
    .addColumn('bytes', 'bytea', (column) => column.notNull())
    .addPrimaryKeyConstraint('blob_pk', ['learner_id', 'id'])
    .addForeignKeyConstraint('blob_learner_fk', ['learner_id'], 'learner', ['id'])
    .execute();
  await db.schema.createIndex('blob_by_age').on('blob').columns(['is_named', 'received_at']).execute();
}
