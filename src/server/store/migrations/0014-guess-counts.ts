import type { Kysely } from 'kysely';

/** Wrong guesses at codes and passwords within a span of time, for all processes together. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('guess_count')
    // HMAC of what is guessed at or from where, with the key that signs sessions: no address is kept.
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('count', 'integer', (column) => column.notNull())
    // Epoch ms, UTC. The row says nothing any more from then on, and is swept.
    .addColumn('ends_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('guess_count_by_end').on('guess_count').columns(['ends_at']).execute();
}
