import type { CompanySignIn } from '#server/port/company-sign-in.ts';
import type { PasskeyCeremonies } from '#server/port/passkey-ceremonies.ts';
import type { PasswordAccounts } from '#server/port/password-accounts.ts';
import type { OneTimeSecrets, SignedTexts } from '#server/port/signed-texts.ts';
import type { AuthPlan } from './better-auth/auth-options.ts';
import { type CompanyPlan, createCompanySignIn } from './better-auth/company-sign-in.ts';
import { createPasswordAccounts } from './better-auth/password-accounts.ts';
import { passkeyCeremonies } from './passkey-ceremonies.ts';
import type { Secrets } from './secrets.ts';
import { createSignedTexts, oneTimeSecrets } from './signed-texts.ts';

export interface WaysInPlan extends Pick<AuthPlan, 'db' | 'kind'>, Secrets {
  /** The public origin, when one is set. */
  origin?: string | undefined;
  /** Signing in through the company, where it is set up; needs the origin. */
  company?: CompanyPlan | undefined;
}

/** What routes need to let people in, besides the store. */
export interface WaysIn {
  passwords: PasswordAccounts;
  company?: CompanySignIn;
  ceremonies: PasskeyCeremonies;
  texts: SignedTexts;
  secrets: OneTimeSecrets;
}

/** better-auth wants an address of its own; passwords do not depend on it. */
const LOCAL = 'http://localhost';

export function createWaysIn({ db, kind, sessionKeys, authSecret, origin, company }: WaysInPlan): WaysIn {
  const plan = { db, kind, secret: authSecret, origin: origin ?? LOCAL };
  return {
    passwords: createPasswordAccounts(plan),
    ...(company && { company: createCompanySignIn(plan, company) }),
    ceremonies: passkeyCeremonies,
    texts: createSignedTexts(sessionKeys),
    secrets: oneTimeSecrets,
  };
}
