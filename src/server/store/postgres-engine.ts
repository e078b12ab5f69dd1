import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Claim, Claimed, Engine } from './engine.ts';
import type { Schema } from './schema.ts';

/** One statement, one round trip, its own transaction. Locks are taken by learner, facts go in by number. */
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
select claimed.id, claimed.generation, claimed.before, count(stored.learner_id) as stored
from claimed left join stored on stored.learner_id = claimed.id
group by claimed.id, claimed.generation, claimed.before`;

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
  return { kind: 'postgres', db, claim: (claims) => claim(pool, claims), close: () => db.destroy() };
}

async function claim(pool: pg.Pool, claims: readonly Claim[]): Promise<(Claimed | undefined)[]> {
  const wanted = claims.map(({ learnerId, generation, rows }) => ({
    learner_id: learnerId,
    generation,
    n: rows.length,
  }));
  const facts = claims.flatMap(({ generation, rows }) =>
    rows.map((row, index) => ({ ...row, generation, ordinal: index + 1 })),
  );
  // Named: planning it costs more than carrying it out, and each connection keeps the plan.
  const statement = { name: 'claim', text: CLAIM, values: [JSON.stringify(wanted), JSON.stringify(facts)] };
  for (let tries = 1; ; tries += 1) {
    try {
      const { rows } = await pool.query<Claimed & { id: string; generation: number }>(statement);
      return claims.map(({ learnerId, generation }) =>
        rows.find((row) => row.id === learnerId && row.generation === generation),
      );
    } catch (error) {
      if (tries === TRIES || !AGAIN.has((error as { code?: string }).code ?? '')) throw error;
    }
  }
}
