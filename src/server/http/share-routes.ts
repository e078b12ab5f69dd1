import { privateOf } from '#core/cohort/shares.ts';
import { type Withheld, withoutPrivate } from '#core/worksheet/withheld.ts';
import type { Clock } from '#server/port/clock.ts';
import type { LearnerStore, Session } from '#server/port/learner-store.ts';
import type { SharedPrivate, ShareOutcome, ShareStore } from '#server/port/share-store.ts';
import { shareBodySchema } from '#server/usecase/cohort-body.schema.ts';
import { type ApiAnswer, type ApiCall, type ApiRoutes, refuseUnknown } from './api.ts';
import { answered } from './api-body.ts';
import { readAs } from './read-as.ts';
import { REFUSALS } from './refusals.ts';

export interface ShareRoutesPlan {
  cohorts: ShareStore;
  learners: LearnerStore;
  clock: Clock;
  /** What of worksheets is for the owner alone, also when the sheet is shared. */
  withheld?: Withheld | undefined;
}

export type ShareRoutes = Pick<
  ApiRoutes,
  | 'GET /api/cohorts/:cohortId/shared'
  | 'GET /api/enrolments/:cohortId/shares'
  | 'POST /api/enrolments/:cohortId/shares'
  | 'POST /api/enrolments/:cohortId/shares/end'
>;

/** A learner lets a cohort read one note or one version of a worksheet, and takes it back. */
export function createShareRoutes({ cohorts, learners, clock, withheld = {} }: ShareRoutesPlan): ShareRoutes {
  const answer = (done: ShareOutcome, session: Session): ApiAnswer | Promise<ApiAnswer> => {
    if (done === 'unknown-learner') return refuseUnknown(learners, session);
    return done === 'done' ? { status: 200, json: '{}' } : { refusal: REFUSED[done] };
  };
  const withFact = async (
    call: ApiCall,
    session: Session,
    work: (entry: { cohortId: string; factId: string }) => Promise<ShareOutcome>,
  ): Promise<ApiAnswer> => {
    const read = readAs(shareBodySchema, call);
    if ('answer' in read) return read.answer;
    return answer(await work({ cohortId: call.params.cohortId ?? '', ...read.value }), session);
  };
  return {
    'GET /api/cohorts/:cohortId/shared': async ({ params }, _session, viewer) => {
      const shared = await cohorts.sharedPrivate(viewer, params.cohortId ?? '');
      if (!shared) return { refusal: REFUSALS.cohortMissing };
      const shown = shared.flatMap((one) => shownOf(one, withheld));
      return answered(200, { shared: shown });
    },
    'GET /api/enrolments/:cohortId/shares': async ({ params }, session) => {
      const shares = await cohorts.shares(session, params.cohortId ?? '');
      if (typeof shares === 'string') return answer(shares, session);
      return answered(200, { shares });
    },
    'POST /api/enrolments/:cohortId/shares': (call, session) =>
      withFact(call, session, (entry) => cohorts.share(session, { ...entry, at: clock.now() })),
    'POST /api/enrolments/:cohortId/shares/end': (call, session) =>
      withFact(call, session, (entry) => cohorts.endShare(session, entry)),
  };
}

const REFUSED = {
  'not-enrolled': REFUSALS.notEnrolled,
  'no-fact': REFUSALS.nothingToShare,
  full: REFUSALS.sharesFull,
};

/** Without private fields and pictures. */
function shownOf({ fact, ...who }: SharedPrivate, withheld: Withheld) {
  const own = privateOf(fact);
  if (!own) return [];
  return [{ ...who, fact: own.type === 'worksheet.saved' ? withoutPrivate(own, withheld) : own }];
}
