import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import type { Deletion } from '../store/deletion-file.ts';

interface Row {
  id: string;
  at: number | string;
  into: string | null;
}

/**
 * The tombstones in an SQLite file of this release or an older one, which is not changed.
 * @throws {Error} of SQLite when it cannot be read.
 */
export function sqliteDeletions(file: string): Deletion[] {
  const handle = new DatabaseSync(file, { readOnly: true, timeout: 5_000 });
  try {
    const columns = handle.prepare("select name from pragma_table_info('removed_learner')").all();
    const sql = selecting(columns.map(({ name }) => String(name)));
    return sql ? (handle.prepare(sql).all() as unknown as Row[]).map(deletionOf) : [];
  } finally {
    handle.close();
  }
}

/** The same of a PostgreSQL database. @throws {Error} of the driver when it does not answer. */
export async function postgresDeletions(connectionString: string): Promise<Deletion[]> {
  return asking(connectionString, async (client) => {
    const { rows: columns } = await client.query<{ name: string }>(
      "select column_name as name from information_schema.columns where table_name = 'removed_learner'",
    );
    const sql = selecting(columns.map(({ name }) => name));
    return sql ? (await client.query<Row>(sql)).rows.map(deletionOf) : [];
  });
}

/** How many of these learners a database has. */
export const sqliteLearners = (file: string, ids: readonly string[]): number => {
  const handle = new DatabaseSync(file, { readOnly: true, timeout: 5_000 });
  try {
    const is = handle.prepare('select 1 from learner where id = ?');
    return ids.filter((id) => is.get(id)).length;
  } finally {
    handle.close();
  }
};

/** @returns ids of all learners in an SQLite file, of any release. */
export function sqliteLearnerIds(file: string): Set<string> {
  const handle = new DatabaseSync(file, { readOnly: true, timeout: 5_000 });
  try {
    const rows = handle.prepare('select id from learner').all();
    return new Set(rows.map(({ id }) => String(id)));
  } finally {
    handle.close();
  }
}

export const postgresLearners = (connectionString: string, ids: readonly string[]): Promise<number> =>
  asking(connectionString, async (client) => {
    const { rows } = await client.query('select 1 from learner where id = any($1)', [ids]);
    return rows.length;
  });

/** Tombstones came with 0002, where a record went with 0010. */
function selecting(columns: readonly string[]): string | undefined {
  if (columns.length === 0) return undefined;
  const into = columns.includes('merged_into') ? 'merged_into' : 'null';
  return `select id, removed_at as at, ${into} as "into" from removed_learner`;
}

const deletionOf = ({ id, at, into }: Row): Deletion => ({ id, at: Number(at), ...(into && { into }) });

async function asking<T>(connectionString: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}
