import type { PictureType } from '#core/blob/picture-type.ts';
import type { Blob, BlobQuota, BlobStore, PutOutcome } from '#server/port/blob-store.ts';
import type { Session } from '#server/port/learner-store.ts';
import { lockLearner } from './lock-learner.ts';
import type { BlobRow, Database } from './schema.ts';
import { telling } from './trouble.ts';

/** Looked at in one go by `sweep`. */
const SWEPT_AT_ONCE = 100;

export function createBlobRepository(db: Database): BlobStore {
  return {
    put: (session, id, blob, receivedAt, quota) =>
      telling(() =>
        db.transaction().execute(async (transaction) => {
          if (!(await lockLearner(transaction, session))) return 'unknown-learner';
          return put(transaction, rowOf(session, id, blob, receivedAt), quota);
        }),
      ),
    get: (session, id) => telling(() => get(db, session, id)),
    sweep: (receivedBefore) => telling(() => sweep(db, receivedBefore)),
  };
}

const rowOf = ({ learnerId }: Session, id: string, { type, bytes }: Blob, receivedAt: number): BlobRow => ({
  learner_id: learnerId,
  id,
  type,
  size: bytes.length,
  received_at: receivedAt,
  is_named: 0,
  bytes,
});

async function put(db: Database, row: BlobRow, quota: BlobQuota): Promise<PutOutcome> {
  const kept = await db
    .selectFrom('blob')
    .select('bytes')
    .where('learner_id', '=', row.learner_id)
    .where('id', '=', row.id)
    .executeTakeFirst();
  if (kept) return Buffer.compare(kept.bytes, row.bytes) === 0 ? 'known' : 'conflict';
  const { bytes, count } = await db
    .selectFrom('blob')
    .select(({ fn }) => [fn.sum<number | null>('size').as('bytes'), fn.countAll<number>().as('count')])
    .where('learner_id', '=', row.learner_id)
    .executeTakeFirstOrThrow();
  if ((bytes ?? 0) + row.size > quota.bytes || count >= quota.count) return 'full';
  await db.insertInto('blob').values(row).execute();
  return 'stored';
}

async function get(db: Database, { learnerId, generation }: Session, id: string) {
  const row = await db
    .selectFrom('learner')
    .leftJoin('blob', (join) => join.onRef('blob.learner_id', '=', 'learner.id').on('blob.id', '=', id))
    .select(['blob.type', 'blob.bytes'])
    .where('learner.id', '=', learnerId)
    .where('learner.session_generation', '=', generation)
    .executeTakeFirst();
  if (!row) return 'unknown-learner' as const;
  return row.bytes ? { type: row.type as PictureType, bytes: row.bytes } : undefined;
}

async function sweep(db: Database, receivedBefore: number): Promise<number> {
  let removed = 0;
  for (;;) {
    const doubtful = await db
      .selectFrom('blob')
      .innerJoin('learner', 'learner.id', 'blob.learner_id')
      .select(['blob.id', 'learner.id as learnerId', 'learner.session_generation as generation'])
      .where('is_named', '=', 0)
      .where('received_at', '<', receivedBefore)
      .limit(SWEPT_AT_ONCE)
      .execute();
    if (doubtful.length === 0) return removed;
    for (const { id, ...session } of doubtful)
      removed += await db.transaction().execute((transaction) => decide(transaction, session, id));
  }
}

/** @returns how many were removed. The lock keeps a fact from coming in between the look and the removal. */
async function decide(db: Database, session: Session, id: string): Promise<0 | 1> {
  if (!(await lockLearner(db, session))) return 0;
  const naming = await db
    .selectFrom('fact')
    .select('id')
    .where('learner_id', '=', session.learnerId)
    // Facts are JSON and the id is a UUID, so nothing in it is a sign of the pattern; in a text its quotes would be escaped.
    .where('body', 'like', `%"${id}"%`)
    .limit(1)
    .executeTakeFirst();
  if (naming)
    await db
      .updateTable('blob')
      .set({ is_named: 1 })
      .where('learner_id', '=', session.learnerId)
      .where('id', '=', id)
      .execute();
  else await db.deleteFrom('blob').where('learner_id', '=', session.learnerId).where('id', '=', id).execute();
  return naming ? 0 : 1;
}
