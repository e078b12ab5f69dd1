/** `anyone`: also without a session. `learner`: with a session, and only what belongs to it. */
export type Who = 'anyone' | 'learner';

/**
 * Who may do what: every route there is. What is not named here is not there (404), and a route without a name here
 * does not compile. Whose things a route may touch is held by the store: each of its calls takes the session.
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
} as const satisfies Record<string, Who>;

export type RouteName = keyof typeof ACCESS;
