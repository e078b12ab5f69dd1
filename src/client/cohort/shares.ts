import { readShares, type Share } from '#core/cohort/shares.ts';
import { ask } from '../sync/sync-api.ts';

const at = (cohortId: string) => `/api/enrolments/${cohortId}/shares`;

/** What the learner shares with a cohort. @returns undefined without an answer. */
export async function askShares(cohortId: string): Promise<Share[] | undefined> {
  const reply = await ask('GET', at(cohortId));
  return reply?.status === 200 ? readShares(reply.json) : undefined;
}

/** @returns not-there: the server has not got that fact (yet), or the place in the cohort is gone · full: `SHARES_AT_MOST`. */
export async function shareOne(
  cohortId: string,
  factId: string,
): Promise<'done' | 'not-there' | 'full' | 'failed'> {
  const reply = await ask('POST', at(cohortId), { factId });
  return SHARED[reply?.status ?? 0] ?? 'failed';
}

const SHARED: Readonly<Record<number, 'done' | 'not-there' | 'full'>> = {
  200: 'done',
  404: 'not-there',
  409: 'full',
};

/** @returns false when it may still be shared. */
export const endShare = async (cohortId: string, factId: string): Promise<boolean> =>
  (await ask('POST', `${at(cohortId)}/end`, { factId }))?.status === 200;
