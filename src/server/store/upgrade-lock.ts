import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';

/** Any number no other program uses on the same database. */
const LOCK = 5_173_620_418;
const AGAIN_AFTER_MS = 250;

/**
 * Do something on a PostgreSQL database that several servers may want to do at once when they start: one does, the others
 * wait. A process that dies lets go.
 */
export async function underUpgradeLock<T>(connectionString: string, work: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    // Asked again and again: a query that waits would run into the limits of time that servers set for theirs.
    while (!(await isMine(client))) await wait(AGAIN_AFTER_MS);
    return await work();
  } finally {
    await client.end().catch(() => {});
  }
}

async function isMine(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [LOCK]);
  return rows[0]?.mine === true;
}
