/** A company's sign-in server on this machine (oidc-provider), and a browser that goes there and back. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import type { AccountSite } from './account-site.ts';
import { ORIGIN } from './api-site.ts';

export const CLIENT = { clientId: 'sanxiu', clientSecret: 'a secret of this test only' };

export interface Company {
  issuer: string;
  /** Authorization requests as they came, newest last. */
  asked: URLSearchParams[];
  stop(): Promise<void>;
}

/** Everybody who types a name there is that person; `姓名 of <name>` is what the company calls them. */
export async function startCompany(): Promise<Company> {
  // The issuer has its port in it, so a port is taken first.
  const { createServer } = await import('node:http');
  const server: Server = createServer();
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        redirect_uris: [`${ORIGIN}/api/sign-in/company/callback`],
      },
    ],
    claims: { openid: ['sub'], profile: ['name'] },
    cookies: { keys: ['of this test'] },
    pkce: { required: () => true },
    findAccount: (_ctx: unknown, sub: string) => ({
      accountId: sub,
      claims: async () => ({ sub, ...(sub !== 'nameless' && { name: `姓名${sub}` }) }),
    }),
  });
  const asked: URLSearchParams[] = [];
  const answer = provider.callback();
  server.on('request', (req, res) => {
    const url = new URL(req.url ?? '', issuer);
    if (url.pathname === '/auth') asked.push(url.searchParams);
    answer(req, res);
  });
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { issuer, asked, stop };
}

type Jar = Map<string, string>;

/** One browser: its cookies here, and its own at the company. */
export function openBrowser(site: AccountSite, cookie = '') {
  const here: Jar = new Map(cookie ? [cookie.split(/=(.*)/s).slice(0, 2) as [string, string]] : []);
  const there: Jar = new Map();
  const header = (jar: Jar) => [...jar].map((pair) => pair.join('=')).join('; ');
  const keep = (jar: Jar, lines: readonly string[]) => {
    for (const line of lines) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
      if (value === '' || /max-age=0|01 jan 1970/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
  };

  async function open(path: string, headers: Record<string, string> = {}) {
    const reply = await site.ask(path, { headers: { cookie: header(here), ...headers } });
    keep(here, [reply.headers['set-cookie'] ?? []].flat());
    return { status: reply.status, location: reply.headers.location ?? '', text: reply.text };
  }

  async function visit(url: string, form?: Record<string, string>): Promise<Response> {
    const reply = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: header(there) },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    keep(there, reply.headers.getSetCookie());
    return reply;
  }

  /** Through the company's pages, until it sends the browser back. @param name undefined = says no there. */
  async function goThrough(location: string, name: string | undefined): Promise<string> {
    let url = location;
    for (let steps = 0; steps < 12; steps += 1) {
      const reply = await visit(url);
      const next = reply.headers.get('location');
      if (next !== null) {
        url = new URL(next, url).href;
        if (url.startsWith(ORIGIN)) return url.slice(ORIGIN.length);
        continue;
      }
      const html = await reply.text();
      if (name === undefined) url = new URL(/href="([^"]*abort[^"]*)"/.exec(html)?.[1] ?? '', url).href;
      else {
        const prompt = /name="prompt" value="(\w+)"/.exec(html)?.[1] ?? '';
        const action = new URL(/action="([^"]+)"/.exec(html)?.[1] ?? '', url).href;
        const done = await visit(action, { prompt, login: name, password: 'any' });
        url = new URL(done.headers.get('location') ?? '', url).href;
        if (url.startsWith(ORIGIN)) return url.slice(ORIGIN.length);
      }
    }
    throw new Error(`the company never sent the browser back; last at ${url}`);
  }

  return {
    open,
    goThrough,
    cookies: here,
    session: () => (here.has('sanxiu') ? `sanxiu=${here.get('sanxiu')}` : ''),
    /** The whole way. @returns where it ends, on this site. */
    async signIn(name: string | undefined, lang = 'zh'): Promise<string> {
      const begun = await open(`/api/sign-in/company?lang=${lang}`);
      return (await open(await goThrough(begun.location, name))).location;
    },
  };
}
