import type { Arrived, Arriving } from '#client/account/arrival.ts';
import type { SignedIn } from '#core/account/account.ts';
import type { AccountRefusal } from '#core/account/account-refusal.ts';
import type { CompanyFailure } from '#core/account/landing.ts';
import type { Language } from '#core/model/text.ts';
import type { AccountStrings } from '#i18n/account.ts';

export interface SignInProps {
  language: Language;
  account: AccountStrings;
  /** Addresses in the page's language. */
  paths: { me: string; admin: string };
}

/** Where somebody is on the way in. */
export type Stage =
  | { at: 'looking' }
  /** Nobody can sign in now, and why. */
  | { at: 'unknown'; why: AccountRefusal }
  /** Not signed in, or by a nickname only. */
  | { at: 'ways'; nickname?: SignedIn; failed?: CompanyFailure }
  /** A new recovery code, before anything else. */
  | { at: 'code'; code: string; username: string; after: Arriving | undefined }
  /** Signed in; what happens with the records. */
  | { at: 'arrival'; arrival: Arriving; arrived: Exclude<Arrived, { status: 'arrived' }> }
  /** All that could be moved is; the rest is said before this page goes. */
  | { at: 'partial' }
  | { at: 'in'; learner: SignedIn };
