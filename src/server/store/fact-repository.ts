import type { Fact } from '#core/model/fact.ts';
import { isPrivateFact } from '#core/model/private-fact.ts';
import { isSameBody } from '#core/model/same-body.ts';
import type { AppendOutcome, FactBatch, FactPage, FactStore } from '#server/port/fact-store.ts';
import type { Session } from '#server/port/learner-store.ts';
import { keepContradictions } from './contradictions.ts';
import type { Claim, Claimed, Engine, NewFactRow } from './engine.ts';
import { createGroupCommit } from './group-commit.ts';
import type { Database } from './schema.ts';
import { isStoreTrouble, telling } from './trouble.ts';

/** Facts of one group: few enough that the event loop is not held up for long. */
const FACTS_PER_GROUP = 1_000;
const FACTS_PER_PAGE = 200;
/** Characters of one page; a page holds one fact at least. */
const PAGE_LENGTH = 1_000_000;
/** So that a broken device cannot fill the disk with contradictions; further ones are refused all the same. */
const QUARANTINED_AT_MOST = 1_000;

interface Job {
  session: Session;
  rows: readonly NewFactRow[];
}

/** What a job got: the row at index i has the number `before + i + 1`, if it was new. */
interface Added {
  before: number;
  /** Are all rows new? Otherwise each has to be looked at. */
  isAllNew: boolean;
}

export function createFactRepository(engine: Engine): FactStore {
  const add = createGroupCommit<Job, Added | undefined>({
    run: async (jobs) => {
      const { claims, placeOf } = gather(jobs);
      const claimed = await engine.claim(claims);
      return placeOf.map((place) => addedAt(place, claims, claimed));
    },
    weigh: ({ rows }) => rows.length,
    mostPerGroup: FACTS_PER_GROUP,
    isEverybodys: isStoreTrouble,
  });
  return {
    append: (batch) =>
      telling(async () => {
        const rows = batch.facts.map((fact) => rowOf(fact, batch));
        const done = await add({ session: batch.session, rows });
        if (!done) return { status: 'unknown-learner' };
        const { before, isAllNew } = done;
        const seq = before + rows.length;
        if (isAllNew)
          return { status: 'appended', stored: rows.length, known: 0, conflicts: [], before, seq };
        return { ...(await lookAt(engine.db, batch, rows, before)), before, seq };
      }),
    pull: (session, since) => telling(() => pull(engine.db, session, since)),
  };
}

/** One claim for all jobs of a session; `placeOf` says for each job which claim and from which row on. */
function gather(jobs: readonly Job[]) {
  const bySession = new Map<string, { claim: Claim; rows: NewFactRow[]; index: number }>();
  const placeOf = jobs.map(({ session, rows }) => {
    const { learnerId, generation } = session;
    const key = `${generation} ${learnerId}`;
    let own = bySession.get(key);
    if (!own) {
      const gathered: NewFactRow[] = [];
      own = { claim: { learnerId, generation, rows: gathered }, rows: gathered, index: bySession.size };
      bySession.set(key, own);
    }
    const offset = own.rows.length;
    own.rows.push(...rows);
    return { index: own.index, offset };
  });
  return { claims: [...bySession.values()].map(({ claim }) => claim), placeOf };
}

function addedAt(
  { index, offset }: { index: number; offset: number },
  claims: readonly Claim[],
  claimed: readonly (Claimed | undefined)[],
): Added | undefined {
  const own = claimed[index];
  return own && { before: own.before + offset, isAllNew: own.stored === claims[index]?.rows.length };
}

const rowOf = (fact: Fact, { session, receivedAt }: FactBatch): NewFactRow => ({
  learner_id: session.learnerId,
  id: fact.id,
  type: fact.type,
  at: fact.at,
  received_at: receivedAt,
  device_id: fact.deviceId,
  is_private: isPrivateFact(fact) ? 1 : 0,
  body: JSON.stringify(fact),
});

/** Tell new, known and contradicting facts of a batch apart by what now lies under their ids; keep the contradictions. */
async function lookAt(db: Database, batch: FactBatch, rows: readonly NewFactRow[], before: number) {
  const { learnerId } = batch.session;
  const found = await db
    .selectFrom('fact')
    .select(['id', 'seq', 'body'])
    .where('learner_id', '=', learnerId)
    .where('id', 'in', [...new Set(rows.map(({ id }) => id))])
    .execute();
  const byId = new Map(found.map((row) => [row.id, row]));
  let stored = 0;
  const conflicts: number[] = [];
  for (const [index, row] of rows.entries()) {
    const lies = byId.get(row.id);
    if (lies?.seq === before + index + 1) stored += 1;
    else if (!lies || !isSameBody(JSON.parse(lies.body), JSON.parse(row.body))) conflicts.push(index);
  }
  await quarantine(
    db,
    conflicts.map((index) => rows[index] as NewFactRow),
  );
  const known = rows.length - stored - conflicts.length;
  return { status: 'appended', stored, known, conflicts } as const satisfies Partial<AppendOutcome>;
}

async function quarantine(db: Database, rows: readonly NewFactRow[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const { learner_id } = first;
  const { kept } = await db
    .selectFrom('quarantine')
    .select(({ fn }) => fn.countAll<number>().as('kept'))
    .where('learner_id', '=', learner_id)
    .executeTakeFirstOrThrow();
  const room = rows.slice(0, Math.max(0, QUARANTINED_AT_MOST - kept));
  if (room.length) await keepContradictions(db, room);
}

async function pull(db: Database, session: Session, since: number): Promise<FactPage | undefined> {
  const { learnerId, generation } = session;
  const learner = await db
    .selectFrom('learner')
    .select('fact_seq')
    .where('id', '=', learnerId)
    .where('session_generation', '=', generation)
    .executeTakeFirst();
  if (!learner) return undefined;
  const rows = await db
    .selectFrom('fact')
    .select(['seq', 'body'])
    .where('learner_id', '=', learnerId)
    .where('seq', '>', since)
    .orderBy('seq')
    .limit(FACTS_PER_PAGE + 1)
    .execute();
  let length = 0;
  let count = 0;
  while (count < Math.min(rows.length, FACTS_PER_PAGE)) {
    length += rows[count]?.body.length ?? 0;
    if (count > 0 && length > PAGE_LENGTH) break;
    count += 1;
  }
  const page = rows.slice(0, count);
  const last = page.at(-1)?.seq ?? since;
  const more = rows.length > count;
  // Whatever has a number up to the one read first was there to be read after it; skipped numbers are passed over.
  return { bodies: page.map(({ body }) => body), seq: more ? last : Math.max(last, learner.fact_seq), more };
}
