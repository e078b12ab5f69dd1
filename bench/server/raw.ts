/** One durable insert of a fact and nothing around it, prepared as ours is: what the store's own work is laid beside. */
import { join } from 'node:path';
import pg from 'pg';
import { DATABASE_FILE } from '#server/store/open-store.ts';
import { openSqlite } from '#server/store/sqlite-database.ts';

const COLUMNS = 'learner_id, id, seq, type, at, received_at, device_id, is_private, body';
const DEVICE = '0193a4d2-1111-7000-8000-000000000001';

export interface RawInsert {
  insert: (learnerId: string, body: string) => unknown;
  close: () => unknown;
}

/** @param databaseUrl without it the SQLite file in `dataDir`, by a handle of its own. */
export async function openRaw(dataDir: string, databaseUrl: string | undefined): Promise<RawInsert> {
  let seq = 1e9; // far from the numbers that the learner's own facts get
  const values = (learnerId: string, body: string) => {
    seq += 1;
    const now = Date.now();
    return [learnerId, `${now}/${seq}`, seq, 'item.responded', now, now, DEVICE, 0, body];
  };
  if (!databaseUrl) {
    const handle = openSqlite(join(dataDir, DATABASE_FILE));
    const statement = handle.prepare(`insert into fact (${COLUMNS}) values (?, ?, ?, ?, ?, ?, ?, ?, ?)`);
    return {
      insert: (learnerId, body) => statement.run(...values(learnerId, body)),
      close: () => handle.close(),
    };
  }
  const client = new pg.Client(databaseUrl);
  client.on('error', () => {}); // the tests that kill use this server too, and take its database down
  await client.connect();
  const text = `insert into fact (${COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;
  return {
    insert: (learnerId, body) => client.query({ name: 'raw', text, values: values(learnerId, body) }),
    close: () => client.end(),
  };
}
