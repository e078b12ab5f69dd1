import type { Identity } from '#server/auth/identity.ts';
import type { Clock } from '#server/port/clock.ts';
import type { Learner, LearnerStore, Session } from '#server/port/learner-store.ts';
import { createStartLearner } from '#server/usecase/start-learner.ts';
import type { Transfer } from '#server/usecase/transfer-code.ts';
import { shownLearner } from '#server/usecase/welcome.ts';
import { type ApiAnswer, type ApiRoutes, refuseUnknown } from './api.ts';
import { answered, malformed, NO_JSON, parseBody, tooMany } from './api-body.ts';
import { countedAddress } from './caller-address.ts';
import { REFUSALS } from './refusals.ts';

export interface LearnerRoutesPlan {
  learners: LearnerStore;
  transfer: Transfer;
  identity: Identity;
  clock: Clock;
}

type LearnerRoutes = Pick<
  ApiRoutes,
  | 'POST /api/learner'
  | 'GET /api/learner'
  | 'DELETE /api/learner'
  | 'DELETE /api/session'
  | 'POST /api/transfer-code'
  | 'POST /api/transfer-code/redeem'
>;

/** Who learns on which device: beginning, being known again, joining with a second device, leaving, deletion. */
export function createLearnerRoutes(plan: LearnerRoutesPlan): LearnerRoutes {
  const { learners, transfer, identity, clock } = plan;
  const startLearner = createStartLearner({ learners, clock });
  const signedIn = (session: Session) => ['set-cookie', identity.issue(session, clock.now())];
  const signedOut = (): ApiAnswer => ({ status: 200, json: '{}', headers: ['set-cookie', identity.clear()] });
  return {
    'POST /api/learner': async (call, session) => {
      // Asked twice, by a second tab or after a lost answer: who is known already stays who they are.
      const known = session && (await learners.find(session));
      if (known) return { status: 200, json: shown(known) };
      const body = parseBody(call);
      if (!body) return malformed(NO_JSON);
      const done = await startLearner(body.value);
      if (done.status === 'malformed') return malformed(done.problem);
      return { status: 201, json: shown(done.learner), headers: signedIn(done.session) };
    },
    'GET /api/learner': async (_call, session) => {
      const learner = await learners.find(session);
      return learner ? { status: 200, json: shown(learner) } : refuseUnknown(learners, session);
    },
    'DELETE /api/learner': async (_call, session) => {
      const isDone = await learners.remove(session, clock.now());
      // Asked again after a lost answer it is done all the same.
      const wasDone = !isDone && (await learners.wasRemoved(session.learnerId));
      return isDone || wasDone ? signedOut() : { refusal: REFUSALS.unknown };
    },
    'DELETE /api/session': signedOut,
    'POST /api/transfer-code': async (_call, session) => {
      const done = await transfer.make(session);
      if (done.status === 'too-many') return tooMany(done.waitMs);
      if (done.status === 'unknown-learner') return refuseUnknown(learners, session);
      const { code, expiresAt } = done;
      return answered(201, { code, expiresAt });
    },
    'POST /api/transfer-code/redeem': async (call) => {
      const body = parseBody(call);
      if (!body) return malformed(NO_JSON);
      const done = await transfer.redeem(body.value, countedAddress(call.address));
      if (done.status === 'malformed') return malformed(done.problem);
      if (done.status === 'too-many') return tooMany(done.waitMs);
      if (done.status === 'wrong') return { refusal: REFUSALS.wrongCode };
      return { status: 200, json: shown(done.learner), headers: signedIn(done.session) };
    },
  };
}

const shown = (learner: Learner): string => JSON.stringify(shownLearner(learner));
