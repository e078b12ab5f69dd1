import type { Identity } from '#server/auth/identity.ts';
import type { AccountStore } from '#server/port/account-store.ts';
import type { Clock } from '#server/port/clock.ts';
import type { PasswordAccounts } from '#server/port/password-accounts.ts';
import type { OneTimeSecrets } from '#server/port/signed-texts.ts';
import type { GuessLimit } from '#server/usecase/guess-limit.ts';
import { createRecover } from '#server/usecase/recover.ts';
import { type Asking, createSignIn } from '#server/usecase/sign-in.ts';
import type { CreateWelcome, Welcome } from '#server/usecase/welcome.ts';
import { ACCOUNT_REFUSALS } from './account-refusals.ts';
import type { ApiAnswer, ApiCall, ApiRoutes } from './api.ts';
import { answered, malformed, tooMany, withBody } from './api-body.ts';
import { countedAddress } from './caller-address.ts';

export interface SignInRoutesPlan {
  accounts: AccountStore;
  passwords: PasswordAccounts;
  secrets: OneTimeSecrets;
  guesses: GuessLimit;
  welcome: CreateWelcome;
  identity: Identity;
  clock: Clock;
}

type SignInRoutes = Pick<ApiRoutes, 'POST /api/sign-in' | 'POST /api/sign-in/recovery'>;

/** Coming back: by name and password, or by the recovery code. */
export function createSignInRoutes(plan: SignInRoutesPlan): SignInRoutes {
  const { identity, clock } = plan;
  const signIn = createSignIn(plan);
  const recover = createRecover(plan);
  const asking = (call: ApiCall, before: Asking['before']): Asking => ({
    before,
    address: countedAddress(call.address),
  });
  const welcomed = ({ session, answer }: Welcome): ApiAnswer =>
    answered(200, answer, ['set-cookie', identity.issue(session, clock.now())]);
  return {
    'POST /api/sign-in': (call, session) =>
      withBody(call, async (body) => {
        const done = await signIn(body, asking(call, session));
        if (done.status === 'malformed') return malformed(done.problem);
        if (done.status === 'too-many') return tooMany(done.waitMs, ACCOUNT_REFUSALS.tooManyGuesses);
        return done.status === 'wrong' ? { refusal: ACCOUNT_REFUSALS.wrongPassword } : welcomed(done);
      }),
    'POST /api/sign-in/recovery': (call, session) =>
      withBody(call, async (body) => {
        const done = await recover(body, asking(call, session));
        if (done.status === 'malformed') return malformed(done.problem);
        if (done.status === 'too-many') return tooMany(done.waitMs, ACCOUNT_REFUSALS.tooManyGuesses);
        if (done.status === 'wrong') return { refusal: ACCOUNT_REFUSALS.wrongRecovery };
        return done.status === 'taken' ? { refusal: ACCOUNT_REFUSALS.nameTaken } : welcomed(done);
      }),
  };
}
