/** The API with accounts on SQLite and better-auth itself, and what people do with them. */
import { createIdentity } from '#server/auth/identity.ts';
import { createWaysIn, type WaysIn, type WaysInPlan } from '#server/auth/ways-in.ts';
import { openStore, type Store } from '#server/store/open-store.ts';
import { type ApiSitePlan, serveApi } from './api-site.ts';
import { temporaryFolders } from './data-folders.ts';

export const KEYS = {
  sessionKeys: [Buffer.alloc(32, 7)],
  authSecret: 'not the secret of anybody, 43 characters',
};
export const PASSWORD = 'correct horse';

export interface AccountSite extends Awaited<ReturnType<typeof serveApi>> {
  store: Store;
  waysIn: WaysIn;
  end(): Promise<void>;
}

/** @param change what a test puts in place of a part of the store. */
export async function serveAccounts(
  plan: Pick<WaysInPlan, 'origin' | 'company'> & {
    databaseUrl?: string;
    change?: (store: Store) => Partial<Store>;
  } = {},
): Promise<AccountSite> {
  const { folder, clear } = temporaryFolders();
  const { databaseUrl, origin, company, change } = plan;
  const store = await openStore({ dataDir: folder(), ...(databaseUrl && { databaseUrl }) });
  const waysIn = createWaysIn({ ...store, ...KEYS, origin, company });
  const identity = createIdentity({ keys: KEYS.sessionKeys, secure: false });
  const parts = { ...store, ...waysIn, ...change?.(store) } as unknown as NonNullable<ApiSitePlan['store']>;
  const site = await serveApi({ store: parts, identity });
  const end = async () => {
    await site.stop();
    await store.close();
    clear();
  };
  return { ...site, store, waysIn, end };
}

export const cookieOf = (reply: { headers: Record<string, unknown> }): string =>
  String(reply.headers['set-cookie']).split(';')[0] ?? '';

/** What people do, in the words of the API. */
export function doings(site: Pick<AccountSite, 'call' | 'join' | 'ask'>) {
  const post = (path: string, sent: unknown = {}, cookie = '') => site.call('POST', path, { cookie, sent });
  return {
    post,
    get: (path: string, cookie: string) => site.call('GET', path, { cookie }),
    claim: (cookie: string, username: string, password = PASSWORD) =>
      post('/api/account', { username, password }, cookie),
    signIn: (username: string, password = PASSWORD, cookie = '') =>
      post('/api/sign-in', { username, password }, cookie),
    /** From an address, as a proxy on this machine names it. */
    signInFrom: (address: string, username: string, password = PASSWORD) =>
      site.ask('/api/sign-in', {
        method: 'POST',
        headers: {
          'sec-fetch-site': 'same-origin',
          'content-type': 'application/json',
          'x-forwarded-for': address,
        },
        body: [JSON.stringify({ username, password })],
      }),
    factsOf: async (cookie: string): Promise<string[]> =>
      (await site.call('GET', '/api/facts', { cookie })).json.facts.map(({ id }: { id: string }) => id),
  };
}
