import { cookieValue, type Identity } from '#server/auth/identity.ts';
import type { AccountStore } from '#server/port/account-store.ts';
import type { Clock } from '#server/port/clock.ts';
import type { CompanyFailure, CompanySignIn } from '#server/port/company-sign-in.ts';
import { createArrive } from '#server/usecase/arrive-from-company.ts';
import type { CreateWelcome, Welcome } from '#server/usecase/welcome.ts';
import { ACCOUNT_REFUSALS } from './account-refusals.ts';
import type { ApiAnswer, ApiRoutes } from './api.ts';
import type { WarnLog } from './error-log.ts';
import { REFUSALS } from './refusals.ts';

export interface CompanyRoutesPlan {
  /** Absent where it is not set up. */
  company?: CompanySignIn | undefined;
  accounts: AccountStore;
  welcome: CreateWelcome;
  identity: Identity;
  clock: Clock;
  logWarning: WarnLog;
  /** The public address, when one is set. */
  publicOrigin?: string | undefined;
}

type CompanyRoutes = Pick<ApiRoutes, 'GET /api/sign-in/company' | 'GET /api/sign-in/company/callback'>;

const COOKIE = 'sanxiu-company';
const PATH = '/api/sign-in/company';
const LASTS_SECONDS = 600;
const PAGES = { zh: '/sign-in/', en: '/en/sign-in/' } as const;

/** Going to the company and coming back; both are addresses that a browser opens, so they answer with addresses. */
export function createCompanyRoutes(plan: CompanyRoutesPlan): CompanyRoutes {
  const { company, identity, clock, logWarning } = plan;
  const arrive = createArrive(plan);
  const secure = plan.publicOrigin?.startsWith('https:') ? '; Secure' : '';
  const setCookie = (value: string, maxAge: number) =>
    `${COOKIE}=${value}; Path=${PATH}; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure}`;
  const fail = (page: string, why: CompanyFailure, requestId: string): ApiAnswer => {
    if (why !== 'denied') logWarning({ requestId, event: `company.${why}`, count: 1 });
    return goTo(`${page}#company-failed=${why}`, setCookie('', 0));
  };
  return {
    'GET /api/sign-in/company': async ({ query, fetchSite, requestId }) => {
      if (!company) return { refusal: ACCOUNT_REFUSALS.noCompany };
      // Another site must not make somebody sign in here unasked.
      if (fetchSite === 'cross-site' || fetchSite === 'same-site') return { refusal: REFUSALS.foreignSite };
      const page = new URLSearchParams(query).get('lang') === 'en' ? PAGES.en : PAGES.zh;
      const done = await company.begin(page);
      if (done.status === 'unreachable') return fail(page, 'unreachable', requestId);
      const state = Buffer.from(done.state).toString('base64url');
      return goTo(done.location, setCookie(state, LASTS_SECONDS));
    },
    'GET /api/sign-in/company/callback': async ({ query, cookie, requestId }, session) => {
      if (!company) return { refusal: ACCOUNT_REFUSALS.noCompany };
      const state = Buffer.from(cookieValue(cookie, COOKIE) ?? '', 'base64url').toString();
      const done = await company.finish(query, state);
      if (done.status === 'failed') return fail(done.returnTo, done.why, requestId);
      const welcome = await arrive(done, session);
      const ours = identity.issue(welcome.session, clock.now());
      return goTo(`${done.returnTo}${fragmentOf(welcome)}`, setCookie('', 0), ours);
    },
  };
}

const goTo = (location: string, ...cookies: readonly string[]): ApiAnswer => ({
  status: 302,
  json: '{}',
  headers: ['location', location, ...cookies.flatMap((one) => ['set-cookie', one])],
});

/** The part behind # stays in the browser: no server and no log sees who somebody was. */
function fragmentOf({ answer }: Welcome): string {
  if (!answer.former) return '#company';
  return `#company=${Buffer.from(JSON.stringify(answer)).toString('base64url')}`;
}
