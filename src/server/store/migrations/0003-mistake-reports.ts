import type { Kysely } from 'kysely';

/** The inbox for mistakes in lessons. No learner and no address in it: a report says nothing of who sent it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('mistake_report')
    // Made by the page, so that a report sent again after a lost answer is one row.
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('lesson_id', 'text', (column) => column.notNull())
    // Block or item; null = the whole lesson.
    .addColumn('place_id', 'text')
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('revision', 'text')
    // The page's path, where it is not the lesson's own.
    .addColumn('path', 'text')
    .addColumn('words', 'text', (column) => column.notNull())
    .addColumn('received_at', 'bigint', (column) => column.notNull())
    // Null = open.
    .addColumn('done_at', 'bigint')
    .execute();
  await db.schema
    .createIndex('mistake_report_by_state')
    .on('mistake_report')
    .columns(['done_at', 'received_at'])
    .execute();
}
