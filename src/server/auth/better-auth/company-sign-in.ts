import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import type { CompanyFailure, CompanySignIn } from '#server/port/company-sign-in.ts';
import { telling } from '#server/store/trouble.ts';
import { type AuthPlan, addressFor, authOptions } from './auth-options.ts';
import { type Discovery, discover, within } from './discover.ts';

/** As the settings say it. */
export interface CompanyPlan {
  /** Example: `https://login.example.com/realms/staff`. */
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** As the button names it. */
  name: string;
}

const CALLBACK_PATH = '/api/sign-in/company/callback';
const DEFAULT_RETURN = '/sign-in/';

/** Somebody with the same number at another company is somebody else: the issuer is part of the provider's name. */
const providerIdOf = (issuer: string): string =>
  `company-${createHash('sha256').update(issuer).digest('hex').slice(0, 16)}`;

interface Heard {
  name?: string;
}

/**
 * OpenID Connect by better-auth: authorization code with PKCE, state sealed in a cookie of one browser, nonce, the ID token
 * checked against the company's keys. An account is found by issuer and subject, never by address. Of what the company
 * says the name alone is handed on, for the first time; tokens, address and name are not kept.
 */
export function createCompanySignIn(plan: AuthPlan, company: CompanyPlan): CompanySignIn {
  const providerId = providerIdOf(company.issuer);
  const hearing = new AsyncLocalStorage<Heard>();
  let loading: Promise<Loaded> | undefined;
  const loaded = () => {
    loading ??= discover(company.issuer)
      .then((discovery) => load(plan, company, { discovery, providerId, hearing }))
      .catch((error) => {
        loading = undefined; // the next one tries again
        throw error;
      });
    return loading;
  };

  return {
    name: company.name,
    async begin(returnTo) {
      let auth: Loaded;
      try {
        auth = await loaded();
      } catch {
        return { status: 'unreachable' };
      }
      const address = `${plan.origin}${returnTo}`;
      const { headers, response } = await auth.api.signInSocial({
        body: {
          provider: providerId,
          callbackURL: address,
          errorCallbackURL: address,
          disableRedirect: true,
        },
        returnHeaders: true,
      });
      const { url } = response;
      return url
        ? { status: 'begun', location: url, state: pairsOf(headers).join('; ') }
        : { status: 'unreachable' };
    },
    finish: (query, state) =>
      telling(async () => {
        const failed = (why: CompanyFailure, returnTo = DEFAULT_RETURN) =>
          ({ status: 'failed', why, returnTo }) as const;
        let auth: Loaded;
        try {
          auth = await loaded();
        } catch {
          return failed('unreachable');
        }
        const request = new Request(`${plan.origin}/api/auth/callback/${providerId}${query}`, {
          headers: { cookie: state },
        });
        const heard: Heard = {};
        const reply = await within(hearing.run(heard, () => auth.handler(request)));
        if (!reply) return failed('unreachable');
        const { pathname, searchParams } = new URL(
          reply.headers.get('location') ?? DEFAULT_RETURN,
          plan.origin,
        );
        const error = searchParams.get('error');
        if (error !== null || reply.status !== 302) return failed(WHY[error ?? ''] ?? 'failed', pathname);
        const userId = await endSession(auth, reply.headers);
        return userId
          ? { status: 'known', userId, ...heard, returnTo: pathname }
          : failed('failed', pathname);
      }),
  };
}

const WHY: Readonly<Record<string, CompanyFailure>> = {
  access_denied: 'denied',
  state_mismatch: 'again',
  state_not_found: 'again',
  state_invalid: 'again',
  invalid_code: 'again',
};

interface LoadPlan {
  discovery: Discovery;
  providerId: string;
  hearing: AsyncLocalStorage<Heard>;
}
type Loaded = Awaited<ReturnType<typeof load>>;

/** Apart from the one for passwords: that the company's server is away must keep nobody else out. */
async function load(plan: AuthPlan, company: CompanyPlan, { discovery, providerId, hearing }: LoadPlan) {
  const [{ betterAuth }, { genericOAuth }] = await Promise.all([
    import('better-auth'),
    import('better-auth/plugins/generic-oauth'),
  ]);
  const options = authOptions(plan);
  const auth = betterAuth({
    ...options,
    account: { ...options.account, storeStateStrategy: 'cookie', updateAccountOnSignIn: false },
    onAPIError: { errorURL: `${plan.origin}${DEFAULT_RETURN}` },
    databaseHooks: {
      account: { create: { before: async (account) => ({ data: { ...account, ...NOTHING } }) } },
    },
    plugins: [
      genericOAuth({
        config: [
          {
            providerId,
            discoveryUrl: discovery.url,
            requireIdTokenVerification: true,
            clientId: company.clientId,
            clientSecret: company.clientSecret,
            authentication: discovery.takesBasic ? 'basic' : 'post',
            redirectURI: `${plan.origin}${CALLBACK_PATH}`,
            scopes: ['openid', 'profile'],
            pkce: true,
            mapProfileToUser: (profile) => {
              const said = [profile.name, profile.preferred_username, profile.nickname];
              const name = said.find((one): one is string => typeof one === 'string' && one.trim() !== '');
              const heard = hearing.getStore();
              if (heard && name) heard.name = name;
              const subject = createHash('sha256').update(`${providerId}.${profile.sub}`).digest('hex');
              return { email: addressFor(subject), emailVerified: false, name: '', image: undefined };
            },
          },
        ],
      }),
    ],
  });
  await auth.$context;
  return auth;
}

/** We call nothing at the company in anybody's name later. */
const NOTHING = {
  accessToken: null,
  refreshToken: null,
  idToken: null,
  accessTokenExpiresAt: null,
  refreshTokenExpiresAt: null,
};

/** `name=value` of each cookie that better-auth wants to set. */
const pairsOf = (headers: Headers): string[] =>
  headers.getSetCookie().map((line) => line.split(';')[0] ?? '');

/** Ours is the session; the one that better-auth began is deleted. @returns whose it was. */
async function endSession(auth: Loaded, headers: Headers): Promise<string | undefined> {
  const { internalAdapter, authCookies } = await auth.$context;
  const pair = pairsOf(headers).find((one) => one.startsWith(`${authCookies.sessionToken.name}=`));
  const value = decodeURIComponent(pair?.slice(authCookies.sessionToken.name.length + 1) ?? '');
  const token = value.slice(0, value.lastIndexOf('.'));
  const found = token ? await internalAdapter.findSession(token) : null;
  if (!found) return undefined;
  const { userId } = found.session;
  await internalAdapter.deleteUserSessions(userId);
  return userId;
}
