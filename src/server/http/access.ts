import { type Role, reaches } from '#core/account/role.ts';

/** `anyone`: also without a session. Everybody else: with a session, and at least this role. */
export type Who = 'anyone' | Role;

/**
 * Who may do what: every route there is, with `:name` for the parts of a path that name a thing. What is not named here is
 * not there (404), and a route without a name here does not compile. Whose things a route may touch is held by the store:
 * each of its calls takes the session or the viewer.
 */
export const ACCESS = {
  'POST /api/learner': 'anyone',
  'GET /api/learner': 'learner',
  'DELETE /api/learner': 'learner',
  'DELETE /api/session': 'anyone',
  'POST /api/transfer-code': 'learner',
  'POST /api/transfer-code/redeem': 'anyone',
  'POST /api/facts': 'learner',
  'GET /api/facts': 'learner',
  'GET /api/contact': 'anyone',
  'POST /api/mistakes': 'anyone',
  'GET /api/account': 'learner',
  'POST /api/account': 'learner',
  'POST /api/account/password': 'learner',
  'POST /api/account/recovery-code': 'learner',
  'POST /api/account/sign-out-everywhere': 'learner',
  'POST /api/account/passkey-options': 'learner',
  'POST /api/account/passkeys': 'learner',
  'DELETE /api/account/passkeys/:passkeyId': 'learner',
  'POST /api/sign-in': 'anyone',
  'GET /api/sign-in/company': 'anyone',
  'GET /api/sign-in/company/callback': 'anyone',
  'POST /api/sign-in/passkey-options': 'anyone',
  'POST /api/sign-in/passkey': 'anyone',
  'POST /api/sign-in/recovery': 'anyone',
  'POST /api/merge': 'learner',
  'POST /api/admin-link/redeem': 'learner',
  'GET /api/admin/statements': 'admin',
  'PUT /api/blobs/:blobId': 'learner',
  'GET /api/blobs/:blobId': 'learner',
  'GET /api/cohorts': 'facilitator',
  'POST /api/cohorts': 'facilitator',
  'GET /api/cohorts/:cohortId': 'facilitator',
  'POST /api/cohorts/:cohortId': 'facilitator',
  'DELETE /api/cohorts/:cohortId': 'facilitator',
  'GET /api/cohorts/:cohortId/report': 'facilitator',
  'POST /api/cohorts/:cohortId/invitation': 'facilitator',
  'POST /api/cohorts/:cohortId/facilitators': 'facilitator',
  'POST /api/cohorts/:cohortId/assignments': 'facilitator',
  'DELETE /api/cohorts/:cohortId/assignments/:assignmentId': 'facilitator',
  'GET /api/cohorts/:cohortId/shared': 'facilitator',
  'DELETE /api/cohorts/:cohortId/members/:learnerId': 'facilitator',
  'POST /api/cohorts/:cohortId/members/:learnerId/recovery-code': 'facilitator',
  'GET /api/invitations/:code': 'anyone',
  'GET /api/enrolments': 'learner',
  'POST /api/enrolments': 'learner',
  'DELETE /api/enrolments/:cohortId': 'learner',
  'GET /api/enrolments/:cohortId/shares': 'learner',
  'POST /api/enrolments/:cohortId/shares': 'learner',
  'POST /api/enrolments/:cohortId/shares/end': 'learner',
  'GET /api/retention': 'anyone',
  'GET /api/admin/overview': 'admin',
  'GET /api/admin/people': 'admin',
  'POST /api/admin/people/:learnerId/role': 'admin',
  'POST /api/admin/people/:learnerId/recovery-code': 'admin',
  'GET /api/admin/people/:learnerId/export': 'admin',
  'DELETE /api/admin/people/:learnerId': 'admin',
  'GET /api/admin/audit': 'admin',
  'GET /api/admin/quarantine': 'admin',
  'POST /api/admin/quarantine/dismiss': 'admin',
  'GET /api/admin/mistakes': 'admin',
  'POST /api/admin/mistakes/:mistakeId/done': 'admin',
  'GET /api/admin/retention': 'admin',
  'POST /api/admin/retention': 'admin',
  'POST /api/admin/statements/send-again': 'admin',
} as const satisfies Record<string, Who>;

export type RouteName = keyof typeof ACCESS;

/** May somebody with this role use a route for `who`? */
export const isAllowed = (role: Role, who: Who): boolean => who === 'anyone' || reaches(role, who);
