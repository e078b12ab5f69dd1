import type { QuarantineItem } from '#core/admin/admin.ts';
import type { Difference } from '#core/rescore/verdict.ts';
import type { QuarantineStore } from '#server/port/quarantine-store.ts';
import { writeAct } from './audit-writing.ts';
import type { Database } from './schema.ts';
import { telling } from './trouble.ts';

export function createQuarantineRepository(db: Database): QuarantineStore {
  return {
    list: (most, after) =>
      telling(async () => {
        let query = withBoth(db);
        if (after)
          query = query.where(({ eb, refTuple, tuple }) =>
            eb(
              refTuple(
                'quarantine.received_at',
                'quarantine.learner_id',
                'quarantine.fact_id',
                'quarantine.digest',
              ),
              '<',
              tuple(after.receivedAt, after.learnerId, after.factId, after.digest),
            ),
          );
        const rows = await query
          .orderBy('quarantine.received_at', 'desc')
          .orderBy('quarantine.learner_id', 'desc')
          .orderBy('quarantine.fact_id', 'desc')
          .orderBy('digest', 'desc')
          .limit(most)
          .execute();
        return rows.map(itemOf);
      }),
    dismiss: ({ learnerId, factId, digest }, by) =>
      telling(() =>
        db.transaction().execute(async (inside) => {
          const gone = await inside
            .deleteFrom('quarantine')
            .where('learner_id', '=', learnerId)
            .where('fact_id', '=', factId)
            .where('digest', '=', digest)
            // What a score was found to be is not an admin's to throw away: it would count from then on.
            .where('reason', '<>', 'score')
            .returning('reason')
            .executeTakeFirst();
          if (!gone) return false;
          const detail = { reason: gone.reason };
          await writeAct(inside, by, { act: 'quarantine.dismissed', subjectId: learnerId, detail });
          return true;
        }),
      ),
  };
}

/** What was set aside, whose it is, and what stands under its id. */
const withBoth = (db: Database) =>
  db
    .selectFrom('quarantine')
    .innerJoin('learner', 'learner.id', 'quarantine.learner_id')
    .leftJoin('fact', (join) =>
      join.onRef('fact.id', '=', 'quarantine.fact_id').onRef('fact.learner_id', '=', 'quarantine.learner_id'),
    )
    .select([
      'quarantine.learner_id as learnerId',
      'nickname',
      'fact_id as factId',
      'digest',
      'reason',
      'quarantine.received_at as receivedAt',
      'quarantine.is_private',
      'quarantine.body',
      'fact.body as stands',
      'fact.is_private as standsPrivate',
      'differences',
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof withBoth>['execute']>>[number];

function itemOf({ is_private, body, stands, standsPrivate, differences, ...row }: Row): QuarantineItem {
  const isScore = row.reason === 'score';
  return {
    ...row,
    isPrivate: is_private === 1,
    ...(is_private === 0 && { body }),
    // Set apart for its score, it is itself what stands under its id.
    ...(!isScore && stands !== null && standsPrivate === 0 && { stands }),
    ...(isScore && { differences: JSON.parse(differences ?? '[]') as Difference[] }),
  };
}
