/** Two things at one moment on PostgreSQL, without a guess at how long anything takes. */
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Database } from '#server/store/schema.ts';

/** Resolves once `work` is done, one way or the other, or waits for a lock that an open transaction holds. */
export async function untilStuckOrDone(db: Database, work: Promise<unknown>): Promise<void> {
  let isDone = false;
  const end = () => {
    isDone = true;
  };
  work.then(end, end);
  while (!isDone) {
    const { rows } = await sql`select 1 from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(db);
    if (rows.length > 0) return;
    await pause(10);
  }
}
