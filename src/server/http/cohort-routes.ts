import type { Outline } from '#core/cohort/standing.ts';
import type { Withheld } from '#core/worksheet/withheld.ts';
import type { AccountStore } from '#server/port/account-store.ts';
import type { AuditLog } from '#server/port/audit-log.ts';
import type { Clock } from '#server/port/clock.ts';
import type { CohortStore } from '#server/port/cohort-store.ts';
import type { FoldStore } from '#server/port/fold-store.ts';
import type { LearnerStore } from '#server/port/learner-store.ts';
import type { OneTimeSecrets } from '#server/port/signed-texts.ts';
import type { TransferCodes } from '#server/port/transfer-code-store.ts';
import type { GuessLimit } from '#server/usecase/guess-limit.ts';
import { createLeadCohort, type LeadOutcome } from '#server/usecase/lead-cohort.ts';
import { createReportCohort } from '#server/usecase/report-cohort.ts';
import { createResetByFacilitator } from '#server/usecase/reset-by-facilitator.ts';
import type { ApiAnswer, ApiCall, ApiRoutes } from './api.ts';
import { answered, malformed, tooMany, withBody } from './api-body.ts';
import { countedAddress } from './caller-address.ts';
import { createEnrolmentRoutes, type EnrolmentRoutes } from './enrolment-routes.ts';
import { REFUSALS } from './refusals.ts';
import { createShareRoutes, type ShareRoutes } from './share-routes.ts';

export interface CohortRoutesPlan {
  cohorts: CohortStore;
  folds: FoldStore;
  learners: LearnerStore;
  audit: AuditLog;
  codes: TransferCodes;
  accounts: AccountStore;
  secrets: OneTimeSecrets;
  outline: Outline;
  withheld?: Withheld | undefined;
  invitationGuesses: GuessLimit;
  trainerGuesses: GuessLimit;
  clock: Clock;
}

type CohortRoutes = Pick<ApiRoutes, Extract<keyof ApiRoutes, `${string} /api/cohorts${string}`>> &
  EnrolmentRoutes &
  ShareRoutes;

/** Cohorts: for those who lead them, and joining for learners. */
export function createCohortRoutes(plan: CohortRoutesPlan): CohortRoutes {
  const { cohorts, folds, clock, outline } = plan;
  const lead = createLeadCohort(plan);
  const reset = createResetByFacilitator(plan);
  const report = createReportCohort({ cohorts, folds, outline, clock });
  return {
    ...createEnrolmentRoutes(plan),
    ...createShareRoutes(plan),
    'GET /api/cohorts': async (_call, _session, viewer) => ({
      status: 200,
      json: JSON.stringify({ cohorts: await cohorts.list(viewer) }),
    }),
    'POST /api/cohorts': (call, _session, viewer) => acting(call, (body) => lead.make(viewer, body), 201),
    'GET /api/cohorts/:cohortId': async ({ params }, _session, viewer) =>
      answer(await lead.find(viewer, params.cohortId ?? '')),
    'POST /api/cohorts/:cohortId': (call, _session, viewer) =>
      acting(call, (body) => lead.rename(viewer, call.params.cohortId ?? '', body)),
    'DELETE /api/cohorts/:cohortId': async ({ params }, _session, viewer) =>
      answer(await lead.remove(viewer, params.cohortId ?? '')),
    'GET /api/cohorts/:cohortId/report': async ({ params }, _session, viewer) => {
      const json = await report(viewer, params.cohortId ?? '');
      return json === undefined ? { refusal: REFUSALS.cohortMissing } : { status: 200, json };
    },
    'POST /api/cohorts/:cohortId/invitation': (call, _session, viewer) =>
      acting(call, (body) => lead.invite(viewer, call.params.cohortId ?? '', body)),
    'POST /api/cohorts/:cohortId/facilitators': (call, _session, viewer) =>
      acting(call, (body) =>
        lead.addFacilitator(viewer, call.params.cohortId ?? '', body, countedAddress(call.address)),
      ),
    'POST /api/cohorts/:cohortId/assignments': (call, _session, viewer) =>
      acting(call, (body) => lead.assign(viewer, call.params.cohortId ?? '', body)),
    'DELETE /api/cohorts/:cohortId/assignments/:assignmentId': async ({ params }, _session, viewer) =>
      answer(await lead.unassign(viewer, params.cohortId ?? '', params.assignmentId ?? '')),
    'DELETE /api/cohorts/:cohortId/members/:learnerId': async ({ params }, _session, viewer) =>
      answer(await lead.removeMember(viewer, params.cohortId ?? '', params.learnerId ?? '')),
    'POST /api/cohorts/:cohortId/members/:learnerId/recovery-code': async ({ params }, _session, viewer) => {
      const { cohortId = '', learnerId = '' } = params;
      // Whose account it may be is the cohort's question; everything else is asked there.
      if (!(await cohorts.hasMember(viewer, cohortId, learnerId)))
        return { refusal: REFUSALS.cohortThingMissing };
      const done = await reset(viewer, learnerId);
      if (done.status !== 'reset') return { refusal: RESET_REFUSED[done.status] };
      return answered(201, { recoveryCode: done.recoveryCode });
    },
  };
}

const acting = (
  call: ApiCall,
  act: (body: unknown) => Promise<LeadOutcome>,
  status = 200,
): Promise<ApiAnswer> => withBody(call, async (body) => answer(await act(body), status));

const REFUSED = {
  missing: REFUSALS.cohortMissing,
  absent: REFUSALS.cohortThingMissing,
  unknown: REFUSALS.facilitatorMissing,
  full: REFUSALS.cohortFull,
};

const RESET_REFUSED = {
  unknown: REFUSALS.cohortThingMissing,
  forbidden: REFUSALS.forbidden,
  unclaimed: REFUSALS.memberUnclaimed,
};

function answer(done: LeadOutcome, status = 200): ApiAnswer {
  if (done.status === 'malformed') return malformed(done.problem);
  if (done.status === 'too-many') return tooMany(done.waitMs, REFUSALS.tooManyTrainers);
  if (done.status !== 'done') return { refusal: REFUSED[done.status] };
  return { status, json: JSON.stringify(done.cohort) };
}
