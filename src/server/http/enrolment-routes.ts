import type { Clock } from '#server/port/clock.ts';
import type { CohortStore } from '#server/port/cohort-store.ts';
import type { LearnerStore } from '#server/port/learner-store.ts';
import type { GuessLimit } from '#server/usecase/guess-limit.ts';
import { createJoinCohort } from '#server/usecase/join-cohort.ts';
import { type ApiRoutes, refuseUnknown } from './api.ts';
import { answered, malformed, NO_JSON, parseBody, tooMany } from './api-body.ts';
import { countedAddress } from './caller-address.ts';
import { REFUSALS } from './refusals.ts';

export interface EnrolmentRoutesPlan {
  cohorts: CohortStore;
  learners: LearnerStore;
  /** Wrong codes. */
  invitationGuesses: GuessLimit;
  clock: Clock;
}

export type EnrolmentRoutes = Pick<
  ApiRoutes,
  | 'GET /api/invitations/:code'
  | 'GET /api/enrolments'
  | 'POST /api/enrolments'
  | 'DELETE /api/enrolments/:cohortId'
>;

/** The learner's side of cohorts: what a code opens, joining, the own places, leaving. */
export function createEnrolmentRoutes(plan: EnrolmentRoutesPlan): EnrolmentRoutes {
  const { cohorts, learners, invitationGuesses: guesses, clock } = plan;
  const joining = createJoinCohort({ cohorts, guesses, clock });
  return {
    'GET /api/invitations/:code': async ({ params, address }) => {
      const done = await joining.look(params.code ?? '', countedAddress(address));
      if (done.status === 'too-many') return tooMany(done.waitMs);
      if (done.status === 'wrong') return { refusal: REFUSALS.wrongInvitation };
      return answered(200, done.invitation);
    },
    'GET /api/enrolments': async (_call, session) => {
      const enrolments = await cohorts.enrolments(session);
      return enrolments ? answered(200, { enrolments }) : refuseUnknown(learners, session);
    },
    'POST /api/enrolments': async (call, session) => {
      const body = parseBody(call);
      if (!body) return malformed(NO_JSON);
      const done = await joining.join(session, body.value, countedAddress(call.address));
      switch (done.status) {
        case 'malformed':
          return malformed(done.problem);
        case 'too-many':
          return tooMany(done.waitMs);
        case 'wrong':
          return { refusal: REFUSALS.wrongInvitation };
        case 'full':
          return { refusal: REFUSALS.cohortFull };
        case 'unknown-learner':
          return refuseUnknown(learners, session);
        default:
          return { status: done.status === 'joined' ? 201 : 200, json: JSON.stringify(done.enrolment) };
      }
    },
    'DELETE /api/enrolments/:cohortId': async ({ params }, session) =>
      (await cohorts.leave(session, params.cohortId ?? ''))
        ? { status: 200, json: '{}' }
        : (await learners.find(session))
          ? { refusal: REFUSALS.notEnrolled }
          : refuseUnknown(learners, session),
  };
}
