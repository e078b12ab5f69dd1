import type { Identity } from '#server/auth/identity.ts';
import type { AccountStore } from '#server/port/account-store.ts';
import type { AdminLinkStore } from '#server/port/admin-link-store.ts';
import type { AuditLog } from '#server/port/audit-log.ts';
import type { Clock } from '#server/port/clock.ts';
import type { LearnerStore, Session } from '#server/port/learner-store.ts';
import type { MergeStore } from '#server/port/merge-store.ts';
import type { PasswordAccounts } from '#server/port/password-accounts.ts';
import type { OneTimeSecrets, SignedTexts } from '#server/port/signed-texts.ts';
import { createAdminLinks } from '#server/usecase/admin-link.ts';
import { createChangePassword } from '#server/usecase/change-password.ts';
import { createClaimPlace } from '#server/usecase/claim-place.ts';
import type { GuessLimit } from '#server/usecase/guess-limit.ts';
import { createMergeLearners } from '#server/usecase/merge-learners.ts';
import { createRenewRecoveryCode } from '#server/usecase/renew-recovery-code.ts';
import { shownLearner } from '#server/usecase/welcome.ts';
import { ACCOUNT_REFUSALS } from './account-refusals.ts';
import { type ApiAnswer, type ApiRoutes, refuseUnknown } from './api.ts';
import { answered, malformed, tooMany, withBody } from './api-body.ts';
import { countedAddress } from './caller-address.ts';

export interface AccountRoutesPlan {
  learners: LearnerStore;
  accounts: AccountStore;
  merges: MergeStore;
  adminLinks: AdminLinkStore;
  audit: AuditLog;
  passwords: PasswordAccounts;
  texts: SignedTexts;
  secrets: OneTimeSecrets;
  guesses: GuessLimit;
  identity: Identity;
  clock: Clock;
}

type AccountRoutes = Pick<
  ApiRoutes,
  | 'GET /api/account'
  | 'POST /api/account'
  | 'POST /api/account/password'
  | 'POST /api/account/recovery-code'
  | 'POST /api/account/sign-out-everywhere'
  | 'POST /api/merge'
  | 'POST /api/admin-link/redeem'
>;

/** One's own account: claiming a place, passwords, the recovery code, ending sessions, becoming one with a former learner. */
export function createAccountRoutes(plan: AccountRoutesPlan): AccountRoutes {
  const { learners, accounts, merges, adminLinks, audit, texts, secrets, identity, clock } = plan;
  const claimPlace = createClaimPlace(plan);
  const changePassword = createChangePassword(plan);
  const renewCode = createRenewRecoveryCode({ accounts, secrets, clock });
  const mergeLearners = createMergeLearners({ merges, texts, clock });
  const links = createAdminLinks({ links: adminLinks, audit, secrets, clock });
  const unknown = (session: Session) => refuseUnknown(learners, session);
  const showLearner = async (session: Session): Promise<ApiAnswer> => {
    const learner = await learners.find(session);
    return learner ? answered(200, { learner: shownLearner(learner) }) : unknown(session);
  };
  return {
    'GET /api/account': async (_call, session) => {
      const found = await accounts.find(session);
      if (!found) return unknown(session);
      const { learner, account } = found;
      return answered(200, { learner: shownLearner(learner), ...(account && { account }) });
    },
    'POST /api/account': (call, session) =>
      withBody(call, async (body) => {
        const done = await claimPlace(session, body, countedAddress(call.address));
        if (done.status === 'malformed') return malformed(done.problem);
        if (done.status === 'too-many') return tooMany(done.waitMs, ACCOUNT_REFUSALS.tooManyGuesses);
        if (done.status === 'unknown-learner') return unknown(session);
        if (done.status === 'taken') return { refusal: ACCOUNT_REFUSALS.nameTaken };
        if (done.status === 'claimed-already') return { refusal: ACCOUNT_REFUSALS.claimedAlready };
        const { account, recoveryCode } = done;
        return answered(201, { account, recoveryCode });
      }),
    'POST /api/account/password': (call, session) =>
      withBody(call, async (body) => {
        const done = await changePassword(session, body, countedAddress(call.address));
        if (done.status === 'malformed') return malformed(done.problem);
        if (done.status === 'too-many') return tooMany(done.waitMs, ACCOUNT_REFUSALS.tooManyGuesses);
        if (done.status === 'unknown-learner') return unknown(session);
        if (done.status === 'changed') return answered(200, {});
        return { refusal: CHANGE_REFUSALS[done.status] };
      }),
    'POST /api/account/recovery-code': async (_call, session) => {
      const done = await renewCode(session);
      if (done.status === 'unknown-learner') return unknown(session);
      if (done.status === 'renewed') return answered(201, { recoveryCode: done.recoveryCode });
      return { refusal: ACCOUNT_REFUSALS.unclaimed };
    },
    'POST /api/account/sign-out-everywhere': async (_call, session) => {
      const next = await accounts.endSessions(session);
      return next ? answered(200, {}, ['set-cookie', identity.issue(next, clock.now())]) : unknown(session);
    },
    'POST /api/merge': (call, session) =>
      withBody(call, async (body) => {
        const done = await mergeLearners(session, body);
        if (done.status === 'malformed') return malformed(done.problem);
        if (done.status === 'unknown-learner') return unknown(session);
        const shown = await showLearner(session);
        const isRefused = done.status === 'over' && !('refusal' in shown);
        return isRefused ? { refusal: ACCOUNT_REFUSALS.ticketOver } : shown;
      }),
    'POST /api/admin-link/redeem': (call, session) =>
      withBody(call, async (body) => {
        const done = await links.redeem(session, body);
        if (done.status === 'malformed') return malformed(done.problem);
        if (done.status === 'unknown-learner') return unknown(session);
        if (done.status === 'wrong') return { refusal: ACCOUNT_REFUSALS.wrongLink };
        return done.status === 'unclaimed' ? { refusal: ACCOUNT_REFUSALS.unclaimed } : showLearner(session);
      }),
  };
}

const CHANGE_REFUSALS = {
  unclaimed: ACCOUNT_REFUSALS.unclaimed,
  wrong: ACCOUNT_REFUSALS.wrongCurrent,
  taken: ACCOUNT_REFUSALS.nameTaken,
} as const;
