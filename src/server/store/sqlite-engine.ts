import { statSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import type { Claim, Claimed, Engine } from './engine.ts';
import type { Schema } from './schema.ts';
import { copyBeside } from './sqlite-copy.ts';
import { openSqlite, sqliteDialect } from './sqlite-database.ts';

/** @param file absolute path of the database; made when it is not there. */
export function sqliteEngine(file: string): Engine {
  const handle = openSqlite(file);
  const db = new Kysely<Schema>({ dialect: sqliteDialect(handle) });
  let claimNow: ((claims: readonly Claim[]) => (Claimed | undefined)[]) | undefined;
  return {
    kind: 'sqlite',
    db,
    claim: (claims) =>
      // Kysely has one connection and hands it to one at a time: while we hold it no other transaction is open.
      db.connection().execute(async () => {
        claimNow ??= prepareClaim(handle);
        return inTransaction(handle, claims, claimNow);
      }),
    size: async () => bytesOf(file) + bytesOf(`${file}-wal`),
    copyTo: (copy, goesOn) => copyBeside(file, copy, goesOn),
    close: () => db.destroy(),
  };
}

const bytesOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

function inTransaction<In, Out>(handle: DatabaseSync, input: In, work: (input: In) => Out): Out {
  handle.exec('begin immediate');
  try {
    const result = work(input);
    handle.exec('commit');
    return result;
  } catch (error) {
    // A full disk has ended the transaction already; a second complaint would hide the first.
    if (handle.isTransaction) handle.exec('rollback');
    throw error;
  }
}

function prepareClaim(handle: DatabaseSync) {
  const advance = handle.prepare(
    'update learner set fact_seq = fact_seq + ? where id = ? and session_generation = ? returning fact_seq',
  );
  const insert = handle.prepare(
    `insert into fact (learner_id, id, seq, type, at, received_at, device_id, is_private, body)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id, learner_id) do nothing`,
  );
  const one = ({ learnerId, generation, rows }: Claim): Claimed | undefined => {
    const advanced = advance.get(rows.length, learnerId, generation);
    if (!advanced) return undefined;
    const before = Number(advanced.fact_seq) - rows.length;
    let stored = 0;
    for (const [index, row] of rows.entries()) {
      const { learner_id, id, type, at, received_at, device_id, is_private, body } = row;
      const seq = before + index + 1;
      stored += Number(
        insert.run(learner_id, id, seq, type, at, received_at, device_id, is_private, body).changes,
      );
    }
    return { before, stored };
  };
  return (claims: readonly Claim[]) => claims.map(one);
}
