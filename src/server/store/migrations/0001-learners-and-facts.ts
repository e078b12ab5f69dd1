import type { Kysely } from 'kysely';

/** The first tables. A published migration is never edited: what changes is a new one. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('learner')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('nickname', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    // Sessions of another generation are ended.
    .addColumn('session_generation', 'integer', (column) => column.notNull())
    // The last number given to a fact. Taking one locks the row, so facts of a learner become visible in their order.
    .addColumn('fact_seq', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('fact')
    .addColumn('learner_id', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    // By the device's clock; nothing is decided by it.
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('received_at', 'bigint', (column) => column.notNull())
    .addColumn('device_id', 'text', (column) => column.notNull())
    // 1 = for the owner's eyes only.
    .addColumn('is_private', 'integer', (column) => column.notNull())
    // The whole fact as JSON; the columns before it repeat what is asked for by column.
    .addColumn('body', 'text', (column) => column.notNull())
    // Ids are unique per learner, not in the world: nobody learns or blocks an id of somebody else. The id comes first
    // because new ids sort together: facts of one moment touch a few pages of the index, not one for each learner.
    .addPrimaryKeyConstraint('fact_pk', ['id', 'learner_id'])
    .addForeignKeyConstraint('fact_learner_fk', ['learner_id'], 'learner', ['id'])
    .execute();
  await db.schema.createIndex('fact_by_seq').on('fact').columns(['learner_id', 'seq']).unique().execute();
  await db.schema
    .createTable('quarantine')
    .addColumn('learner_id', 'text', (column) => column.notNull())
    .addColumn('fact_id', 'text', (column) => column.notNull())
    // SHA-256 of the body: the same bad fact sent again is one row.
    .addColumn('digest', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('received_at', 'bigint', (column) => column.notNull())
    .addColumn('is_private', 'integer', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('quarantine_pk', ['learner_id', 'fact_id', 'digest'])
    .addForeignKeyConstraint('quarantine_learner_fk', ['learner_id'], 'learner', ['id'])
    .execute();
}
