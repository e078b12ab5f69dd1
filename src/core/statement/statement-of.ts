import type { Fact } from '../model/fact.ts';
import { isPrivateFact } from '../model/private-fact.ts';
import { wellFormed } from '../text/well-formed.ts';
import { activitiesAt } from './activities.ts';
import type { Context, Statement } from './statement.ts';
import { type Told, tell } from './tell.ts';
import { type Sha1, uuidV5 } from './uuid-v5.ts';

export interface StatementPlan {
  /** Scheme and host without a closing slash: whose the accounts and the activities are. */
  origin: string;
  /** Whose facts; never a name. */
  learnerId: string;
  sha1: Sha1;
}

/** The namespace of our ids; a change would make every statement sent so far a stranger. */
const NAMESPACE = 'a0c7b1de-5f0e-4c36-9a43-7d5b5e6a1f20';

/**
 * A fact as an xAPI statement. Pure: the same fact gives the same statement, id included, whoever sends it how often, so
 * an LRS keeps it once.
 * @param notAfter epoch ms, UTC: when the fact was there at the latest. A device whose clock is ahead must not date a
 *                 statement into the future (§2.4.7).
 * @returns undefined for a private fact: what a learner wrote down for themselves is told to nobody.
 */
export function statementOf(fact: Fact, notAfter: number, plan: StatementPlan): Statement | undefined {
  if (isPrivateFact(fact)) return undefined;
  const { origin, learnerId, sha1 } = plan;
  const told = tell(fact, { at: activitiesAt(origin), extension: (name) => `${origin}/xapi/${name}` });
  const uuid = (kind: string, id: string) => uuidV5(NAMESPACE, `${kind}\n${learnerId}\n${id}`, sha1);
  const { verb, object, result, attemptId } = told;
  return {
    id: uuid('statement', fact.id),
    actor: { objectType: 'Agent', account: { homePage: `${origin}/`, name: learnerId } },
    verb,
    object,
    ...(result && { result }),
    context: contextOf(told, fact, attemptId === undefined ? undefined : uuid('attempt', attemptId)),
    timestamp: new Date(Math.min(fact.at, notAfter)).toISOString(),
  };
}

function contextOf(told: Told, { language }: Fact, registration: string | undefined): Context {
  const { parent, grouping, other, revision, extensions } = told;
  return {
    // By our own rule and not the attempt's id itself: some LRSs know no UUID of version 7.
    ...(registration !== undefined && { registration }),
    contextActivities: { parent: [parent], ...(grouping && { grouping }), ...(other && { other }) },
    revision: wellFormed(revision),
    platform: 'Sanxiu',
    language: language === 'zh' ? 'zh-CN' : 'en',
    ...(extensions && { extensions }),
  };
}
