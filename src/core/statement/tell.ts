import type { Fact, FactOf, FactType } from '../model/fact.ts';
import type { PrivateType } from '../model/private-fact.ts';
import type { Score } from '../model/response.ts';
import { wellFormed } from '../text/well-formed.ts';
import type { Activities } from './activities.ts';
import { interactionOf } from './interaction.ts';
import type { Activity, Extensions, Result, Verb } from './statement.ts';
import { VERBS } from './vocabulary.ts';

/** What a fact says, before who and when are added. */
export interface Told {
  verb: Verb;
  object: Activity;
  revision: string;
  attemptId?: string;
  result?: Result;
  parent: Activity;
  grouping?: readonly Activity[];
  other?: readonly Activity[];
  extensions?: Extensions;
}

export interface Site {
  at: Activities;
  extension: (name: string) => string;
}

/** Those with a statement. */
type PublicType = Exclude<FactType, PrivateType>;
type PublicFact = Exclude<Fact, { type: PrivateType }>;

const TELLERS: { [T in PublicType]: (fact: FactOf<T>, site: Site) => Told } = {
  'lesson.opened': ({ lessonId, lessonRevision }, { at }) => ({
    verb: VERBS.initialized,
    object: at.lesson(lessonId),
    revision: lessonRevision,
    parent: at.course,
  }),
  'lesson.completed': ({ lessonId, lessonRevision, attemptId }, { at }) => ({
    verb: VERBS.completed,
    object: at.lesson(lessonId),
    revision: lessonRevision,
    attemptId,
    result: { completion: true },
    parent: at.course,
  }),
  'interaction.finished': ({ lessonId, lessonRevision, blockId, slips }, { at, extension }) => ({
    verb: VERBS.completed,
    object: at.block(lessonId, blockId),
    revision: lessonRevision,
    result: { completion: true, extensions: { [extension('slips')]: slips } },
    parent: at.lesson(lessonId),
    grouping: [at.course],
  }),
  'item.responded': (fact, { at, extension }) => {
    const { lessonId, itemId, itemRevision, context, attemptId, objective, round } = fact;
    const { type, response, reason } = interactionOf(fact.response);
    const more = {
      ...(fact.confidence && { [extension('confidence')]: fact.confidence }),
      ...(reason !== undefined && { [extension('reason')]: reason }),
    };
    return {
      verb: VERBS.answered,
      object: at.item(lessonId, itemId, type),
      revision: itemRevision,
      attemptId,
      result: {
        score: scoreOf(fact.score),
        success: fact.score.earned === fact.score.possible,
        ...(response !== undefined && { response }),
        duration: durationOf(fact.elapsedMs),
        ...(Object.keys(more).length > 0 && { extensions: more }),
      },
      // Only a lesson's check belongs to the item's lesson; elsewhere the registration leads to what was attempted.
      parent: context === 'lesson' ? at.attempted(context, lessonId) : at.surface(context),
      grouping: [at.lesson(lessonId), at.course],
      other: [at.objective(lessonId, objective)],
      extensions: { [extension('round')]: round },
    };
  },
  'attempt.submitted': (
    { activityId, activityRevision, context, attemptId, outcome, startedAt, at: end },
    { at },
  ) => ({
    verb: outcome.passed ? VERBS.passed : VERBS.failed,
    object: at.attempted(context, activityId),
    revision: activityRevision,
    attemptId,
    result: {
      score: scoreOf(outcome),
      success: outcome.passed,
      completion: true,
      ...durationBetween(startedAt, end),
    },
    parent: context === 'lesson' ? at.lesson(activityId) : at.course,
    ...(context === 'lesson' && { grouping: [at.course] }),
  }),
  'scenario.finished': (fact, { at, extension }) => ({
    verb: fact.passed ? VERBS.passed : VERBS.failed,
    object: at.scenario(fact.scenarioId),
    revision: fact.scenarioRevision,
    attemptId: fact.attemptId,
    result: {
      score: scoreOf({ earned: fact.score, possible: 100 }),
      success: fact.passed,
      completion: true,
      ...durationBetween(fact.startedAt, fact.at),
      extensions: {
        [extension('ending')]: wellFormed(fact.ending),
        [extension('codes')]: fact.codes.map(wellFormed),
      },
    },
    parent: at.course,
    extensions: { [extension('level')]: fact.level },
  }),
};

/** What a fact says. @param fact no private one. */
export const tell = (fact: PublicFact, site: Site): Told =>
  (TELLERS[fact.type] as (fact: PublicFact, site: Site) => Told)(fact, site);

const scoreOf = ({ earned, possible }: Score) => ({
  scaled: earned / possible,
  raw: earned,
  min: 0 as const,
  max: possible,
});

/** To the hundredth of a second, which is all that LRSs compare (§4.6). Example: 41250 gives `PT41.25S`. */
const durationOf = (ms: number): string => `PT${Math.round(ms / 10) / 100}S`;

/** Nothing where a clock was set back in between. */
const durationBetween = (from: number, to: number) => (to < from ? {} : { duration: durationOf(to - from) });
