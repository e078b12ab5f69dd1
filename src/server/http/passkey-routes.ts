import type { Identity } from '#server/auth/identity.ts';
import type { AccountStore } from '#server/port/account-store.ts';
import type { Clock } from '#server/port/clock.ts';
import type { LearnerStore } from '#server/port/learner-store.ts';
import type { PasskeyCeremonies, PasskeyPlace } from '#server/port/passkey-ceremonies.ts';
import type { PasswordAccounts } from '#server/port/password-accounts.ts';
import type { OneTimeSecrets, SignedTexts } from '#server/port/signed-texts.ts';
import { createAddPasskey } from '#server/usecase/add-passkey.ts';
import { createUsePasskey } from '#server/usecase/use-passkey.ts';
import type { CreateWelcome } from '#server/usecase/welcome.ts';
import { ACCOUNT_REFUSALS } from './account-refusals.ts';
import { type ApiAnswer, type ApiCall, type ApiRoutes, refuseUnknown } from './api.ts';
import { answered, malformed, withBody } from './api-body.ts';
import { passkeyPlace } from './passkey-place.ts';

export interface PasskeyRoutesPlan {
  learners: LearnerStore;
  accounts: AccountStore;
  passwords: PasswordAccounts;
  ceremonies: PasskeyCeremonies;
  texts: SignedTexts;
  secrets: OneTimeSecrets;
  welcome: CreateWelcome;
  identity: Identity;
  clock: Clock;
  /** The public address, when one is set. */
  publicOrigin?: string | undefined;
}

type PasskeyRoutes = Pick<
  ApiRoutes,
  | 'POST /api/account/passkey-options'
  | 'POST /api/account/passkeys'
  | 'DELETE /api/account/passkeys/:passkeyId'
  | 'POST /api/sign-in/passkey-options'
  | 'POST /api/sign-in/passkey'
>;

/** Passkeys: made, used, removed. */
export function createPasskeyRoutes(plan: PasskeyRoutesPlan): PasskeyRoutes {
  const { learners, accounts, identity, clock, publicOrigin } = plan;
  const { options, add } = createAddPasskey(plan);
  const using = createUsePasskey(plan);
  const here = async (
    call: ApiCall,
    work: (place: PasskeyPlace) => Promise<ApiAnswer>,
  ): Promise<ApiAnswer> => {
    const place = passkeyPlace(publicOrigin, call.host);
    return place ? work(place) : { refusal: ACCOUNT_REFUSALS.noPasskeysHere };
  };
  return {
    'POST /api/account/passkey-options': (call, session) =>
      here(call, async (place) => {
        const made = await options(session, place);
        return made ? answered(200, made) : refuseUnknown(learners, session);
      }),
    'POST /api/account/passkeys': (call, session) =>
      here(call, (place) =>
        withBody(call, async (body) => {
          const done = await add(session, body, place);
          if (done.status === 'malformed') return malformed(done.problem);
          if (done.status === 'unknown-learner') return refuseUnknown(learners, session);
          if (done.status !== 'added') return { refusal: ADD_REFUSALS[done.status] };
          const { account, recoveryCode } = done;
          return answered(201, { account, ...(recoveryCode && { recoveryCode }) });
        }),
      ),
    'DELETE /api/account/passkeys/:passkeyId': async ({ params }, session) => {
      const done = await accounts.removePasskey(session, params.passkeyId ?? '');
      if (done === 'last') return { refusal: ACCOUNT_REFUSALS.lastWayIn };
      const found = await accounts.find(session);
      if (!found) return refuseUnknown(learners, session);
      const isGone = done === 'removed' && found.account;
      return isGone ? answered(200, { account: found.account }) : { refusal: ACCOUNT_REFUSALS.noPasskey };
    },
    'POST /api/sign-in/passkey-options': (call) =>
      here(call, async (place) => answered(200, await using.options(place))),
    'POST /api/sign-in/passkey': (call, session) =>
      here(call, (place) =>
        withBody(call, async (body) => {
          const done = await using.use(body, place, session);
          if (done.status === 'malformed') return malformed(done.problem);
          if (done.status === 'refused') return { refusal: ACCOUNT_REFUSALS.passkeyRefused };
          return answered(200, done.answer, ['set-cookie', identity.issue(done.session, clock.now())]);
        }),
      ),
  };
}

const ADD_REFUSALS = {
  refused: ACCOUNT_REFUSALS.passkeyRefused,
  elsewhere: ACCOUNT_REFUSALS.passkeyElsewhere,
  'too-many': ACCOUNT_REFUSALS.tooManyPasskeys,
} as const;
