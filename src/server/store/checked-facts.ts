import type { ExpressionBuilder } from 'kysely';
import { RESCORED_TYPES } from '#core/rescore/rescore.ts';
import type { Schema } from './schema.ts';

/**
 * Condition on `fact`, for every query whose facts are shown to somebody else than their owner: not private, not set apart
 * for its score, and, where it claims points, confirmed.
 * @example db.selectFrom('fact').where(countsInReports).select(…)
 */
export const countsInReports = (eb: ExpressionBuilder<Schema, 'fact'>) =>
  eb.and([
    eb('fact.is_private', '=', 0),
    eb.or([
      eb('fact.type', 'not in', RESCORED_TYPES),
      eb.and([
        eb.exists(
          eb
            .selectFrom('learner')
            .select('learner.id')
            .whereRef('learner.id', '=', 'fact.learner_id')
            .whereRef('learner.checked_seq', '>=', 'fact.seq'),
        ),
        eb.not(
          eb.exists(
            eb
              .selectFrom('unchecked_fact')
              .select('unchecked_fact.fact_id')
              .whereRef('unchecked_fact.learner_id', '=', 'fact.learner_id')
              .whereRef('unchecked_fact.fact_id', '=', 'fact.id'),
          ),
        ),
        eb.not(
          eb.exists(
            eb
              .selectFrom('quarantine')
              .select('quarantine.fact_id')
              .whereRef('quarantine.learner_id', '=', 'fact.learner_id')
              .whereRef('quarantine.fact_id', '=', 'fact.id')
              .where('quarantine.reason', '=', 'score'),
          ),
        ),
      ]),
    ]),
  ]);

/** The same asked of each row instead of which rows to read: column `counts`, 1 or 0. */
export const countsAsColumn = (eb: ExpressionBuilder<Schema, 'fact'>) =>
  eb.case().when(countsInReports(eb)).then(1).else(0).end().as('counts');
