import { randomUUID } from 'node:crypto';
import { type Role, reaches } from '#core/account/role.ts';
import { isSameBody } from '#core/model/same-body.ts';
import type { Session } from '#server/port/learner-store.ts';
import type { MergeStore } from '#server/port/merge-store.ts';
import { createAuditRepository } from './audit-repository.ts';
import { keepContradictions } from './contradictions.ts';
import { lockLearner } from './lock-learner.ts';
import { type Merge, MOVES } from './merge-rows.ts';
import { removeAccount } from './remove-account.ts';
import type { Database } from './schema.ts';
import { telling } from './trouble.ts';

export function createMergeRepository(db: Database): MergeStore {
  return {
    merge: (former, into, at) =>
      telling(() => db.transaction().execute((transaction) => merge(transaction, former, into, at))),
  };
}

async function merge(
  db: Database,
  former: Session,
  into: Session,
  at: number,
): ReturnType<MergeStore['merge']> {
  const from = former.learnerId;
  if (from === into.learnerId) return 'over';
  const stays = await lockLearner(db, into);
  if (!stays) return 'unknown-learner';
  const tombstone = await db
    .selectFrom('removed_learner')
    .select('merged_into')
    .where('id', '=', from)
    .executeTakeFirst();
  if (tombstone) return tombstone.merged_into === into.learnerId ? 'known' : 'over';
  const ends = await lockLearner(db, former);
  if (!ends || ends.auth_user_id !== null) return 'over';
  const pair = { from, into: into.learnerId };
  await moveFacts(db, pair, stays.fact_seq);
  await db
    .updateTable('learner')
    .set({ fact_seq: stays.fact_seq + ends.fact_seq, role: higher(stays.role, ends.role) })
    .where('id', '=', into.learnerId)
    .execute();
  for (const move of MOVES) await move(db, pair);
  await noteRole(db, pair, stays.role, ends.role, at);
  await removeAccount(db, from, null);
  await db.deleteFrom('learner').where('id', '=', from).execute();
  await db
    .insertInto('removed_learner')
    .values({ id: from, removed_at: at, merged_into: into.learnerId })
    .execute();
  return 'merged';
}

const higher = (one: Role, other: Role): Role => (reaches(one, other) ? one : other);

/** A role that somebody had under a nickname goes with them, and the book says so. */
async function noteRole(db: Database, { from, into }: Merge, had: Role, brought: Role, at: number) {
  const role = higher(had, brought);
  if (role === had) return;
  const entry = { id: randomUUID(), at, actorId: into, act: 'role.changed', subjectId: into };
  await createAuditRepository(db).add({ ...entry, detail: { role, by: 'merge', from } });
}

/** New numbers after all that are there: a device that has read up to the last one reads what came over. */
async function moveFacts(db: Database, { from, into }: Merge, offset: number): Promise<void> {
  const both = await db
    .selectFrom('fact')
    .innerJoin('fact as other', (join) =>
      join.onRef('other.id', '=', 'fact.id').on('other.learner_id', '=', into),
    )
    .select(['fact.id', 'fact.body', 'fact.is_private', 'fact.received_at', 'other.body as standing'])
    .where('fact.learner_id', '=', from)
    .execute();
  for (const { id, body, is_private, received_at, standing } of both) {
    if (!isSameBody(JSON.parse(standing), JSON.parse(body)))
      await keepContradictions(db, [{ learner_id: into, id, received_at, is_private, body }]);
    await db.deleteFrom('fact').where('learner_id', '=', from).where('id', '=', id).execute();
  }
  await db
    .updateTable('fact')
    .set(({ eb }) => ({ learner_id: into, seq: eb('seq', '+', offset) }))
    .where('learner_id', '=', from)
    .execute();
}
