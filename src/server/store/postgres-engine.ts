import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Claim, Claimed, Engine } from './engine.ts';
import type { Schema } from './schema.ts';

/**
 * One statement, one round trip, its own transaction. Locks are taken by learner, facts go in by number. The numbers and the
 * counts come as rows of their own: the planner takes what is claimed for one row, and would join them row by row.
 */
const CLAIM = `
with wanted as (
  select learner.id as learner_id, w.generation, w.n
  from json_to_recordset($1::json) as w(learner_id text, generation int, n int)
  join learner on learner.id = w.learner_id and learner.session_generation = w.generation
  order by learner.id for update of learner
), claimed as (
  update learner set fact_seq = fact_seq + wanted.n from wanted where learner.id = wanted.learner_id
  returning learner.id, wanted.generation, fact_seq - wanted.n as before
), stored as (
  insert into fact (learner_id, id, seq, type, at, received_at, device_id, is_private, body)
  select f.learner_id, f.id, claimed.before + f.ordinal, f.type, f.at, f.received_at, f.device_id, f.is_private, f.body
  from json_to_recordset($2::json) as f(learner_id text, generation int, ordinal int, id text, type text,
    at bigint, received_at bigint, device_id text, is_private int, body text)
  join claimed on claimed.id = f.learner_id and claimed.generation = f.generation
  order by f.learner_id, f.ordinal
  on conflict (id, learner_id) do nothing
  returning learner_id
)
select id, generation, before, null as stored from claimed
union all
select learner_id, null, null, count(*) from stored group by learner_id`;

// Serialization failure, deadlock: normal between several processes, and the statement did nothing.
const AGAIN = new Set(['40001', '40P01']);
const TRIES = 5;
const INT8 = 20;

/** @param url `postgres://…`; unix sockets as `postgres:///database?host=/folder`. */
export function postgresEngine(url: string): Engine {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5_000,
    application_name: 'sanxiu',
    // One hung statement must not hold everybody up.
    statement_timeout: 5_000,
    lock_timeout: 2_000,
    idle_in_transaction_session_timeout: 10_000,
    types: {
      // Times and numbers of facts are far below 2^53; the driver's own choice is text.
      getTypeParser: ((oid: number, format?: 'text') =>
        oid === INT8 ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
    },
  });
  // A lost idle connection is replaced at the next use; unheard, it would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  return {
    kind: 'postgres',
    db,
    claim: (claims) => claim(pool, claims),
    size: async () => {
      const { rows } = await pool.query<{ size: number }>(
        'select pg_database_size(current_database()) as size',
      );
      return rows[0]?.size ?? 0;
    },
    close: () => db.destroy(),
  };
}

/** A learner's number, or how many of their facts went in. */
type ClaimRow =
  | { id: string; generation: number; before: number; stored: null }
  | { id: string; generation: null; before: null; stored: number };

async function claim(pool: pg.Pool, claims: readonly Claim[]): Promise<(Claimed | undefined)[]> {
  // Named: planning it costs more than carrying it out, and each connection keeps the plan.
  const statement = { name: 'claim', text: CLAIM, values: valuesOf(claims) };
  for (let tries = 1; ; tries += 1) {
    try {
      return claimedOf(claims, (await pool.query<ClaimRow>(statement)).rows);
    } catch (error) {
      if (tries === TRIES || !AGAIN.has((error as { code?: string }).code ?? '')) throw error;
    }
  }
}

function valuesOf(claims: readonly Claim[]): [wanted: string, facts: string] {
  const wanted = claims.map(({ learnerId, generation, rows }) => ({
    learner_id: learnerId,
    generation,
    n: rows.length,
  }));
  const facts = claims.flatMap(({ generation, rows }) =>
    rows.map((row, index) => ({ ...row, generation, ordinal: index + 1 })),
  );
  return [JSON.stringify(wanted), JSON.stringify(facts)];
}

function claimedOf(claims: readonly Claim[], rows: readonly ClaimRow[]): (Claimed | undefined)[] {
  const numbers = new Map<string, { generation: number; before: number }>();
  const counts = new Map<string, number>();
  for (const row of rows)
    if (row.stored === null) numbers.set(row.id, row);
    else counts.set(row.id, row.stored);
  return claims.map(({ learnerId, generation }) => {
    const own = numbers.get(learnerId);
    if (own?.generation !== generation) return undefined;
    return { before: own.before, stored: counts.get(learnerId) ?? 0 };
  });
}
