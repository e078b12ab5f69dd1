import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ROLES } from '#core/account/role.ts';
import { createIdentity } from '#server/auth/identity.ts';
import { ACCESS, isAllowed, type Who } from '#server/http/access.ts';
import { createApi } from '#server/http/api.ts';
import { finished } from '../contract/facts.ts';
import { memoryStore } from '../contract/memory-store.ts';
import { mistake } from '../contract/mistakes.ts';
import { pictureBytes, pictureId } from '../contract/pictures.ts';
import { NOW, serveApi } from './api-site.ts';

/** Made from the table of who may do what: a new route is in here the moment it is in there. */
let site: Awaited<ReturnType<typeof serveApi>>;
let own = '';
let other = '';
beforeAll(async () => {
  site = await serveApi();
});
// Fresh for each test: some routes end a session or use something up.
beforeEach(async () => {
  own = await site.join('小红');
  other = await site.join('小明');
  await site.call('POST', '/api/facts', { cookie: own, sent: { facts: [finished('of-own')] } });
  await site.call('POST', '/api/facts', { cookie: other, sent: { facts: [finished('of-other')] } });
});
afterAll(() => site.stop());

const routes = Object.entries(ACCESS).map(
  ([name, who]) => [...name.split(' '), who] as [string, string, Who],
);
const noKey = { id: 'x', rawId: 'x', type: 'public-key', response: { clientDataJSON: 'x' } };
/** A body each writing route takes. A route without one fails here. */
const BODIES: Record<string, unknown> = {
  'DELETE /api/learner': {},
  'DELETE /api/session': {},
  'POST /api/transfer-code': {},
  // Good once, so made anew each time, by somebody else.
  'POST /api/transfer-code/redeem': async () => {
    const cookie = await site.join('小李');
    const { json } = await site.call('POST', '/api/transfer-code', { cookie, sent: {} });
    return { code: json.code };
  },
  'POST /api/learner': { nickname: '小刚' },
  'POST /api/facts': { facts: [finished('new')] },
  'POST /api/mistakes': mistake(),
  'PUT /api/blobs/:blobId': pictureBytes(),
  'POST /api/account': () => ({ username: nextName(), password: 'correct horse' }),
  'POST /api/account/password': { next: 'correct horse' },
  'POST /api/account/recovery-code': {},
  'POST /api/account/sign-out-everywhere': {},
  'POST /api/account/passkey-options': {},
  'POST /api/account/passkeys': { name: '手机', response: noKey },
  'DELETE /api/account/passkeys/:passkeyId': {},
  'POST /api/sign-in/passkey-options': {},
  'POST /api/sign-in/passkey': { ceremony: 'none', response: noKey },
  'POST /api/sign-in': async () => ({ username: (await claimed()).username, password: 'correct horse' }),
  'POST /api/sign-in/recovery': async () => ({ ...(await claimed()), password: 'correct horse' }),
  'POST /api/merge': { ticket: 'none' },
  'POST /api/admin-link/redeem': { token: 'none' },
};
/** What a route says to whoever gets in with the body above, where that is not a plain success. */
const SAID: Record<string, number> = {
  'POST /api/account/password': 409, // unclaimed
  'POST /api/account/recovery-code': 409,
  'GET /api/sign-in/company': 404, // not set up
  'GET /api/sign-in/company/callback': 404,
  'POST /api/account/passkeys': 422, // signed by nobody
  'DELETE /api/account/passkeys/:passkeyId': 404, // no such key
  'POST /api/sign-in/passkey': 422,
  'POST /api/merge': 422, // no such ticket
  'POST /api/admin-link/redeem': 422,
};
let names = 0;
const nextName = () => {
  names += 1;
  return `name${names}`;
};
/** Somebody else's account. */
const claimed = async (): Promise<{ username: string; recoveryCode: string }> => {
  const username = nextName();
  const sent = { username, password: 'correct horse' };
  const cookie = await site.join('小李');
  const { json } = await site.call('POST', '/api/account', { cookie, sent });
  return { username, recoveryCode: json.recoveryCode };
};
/** What stands in a path in place of a parameter. */
const PARAMETERS: Record<string, string> = { blobId: pictureId(1), passkeyId: 'none' };
const addressOf = (path: string): string =>
  path.replace(/:(\w+)/g, (_, name: string) => PARAMETERS[name] ?? `no value for ${name}`);
/** What has to be there before a route has something to show, made by whoever asks. */
const BEFORE: Record<string, (cookie: string) => Promise<unknown>> = {
  'GET /api/blobs/:blobId': (cookie) =>
    site.sendPicture(cookie, pictureId(1), pictureBytes(cookie === own ? 1 : 2)),
};
const sentTo = (method: string, path: string): unknown => {
  const body = method === 'GET' ? undefined : BODIES[`${method} ${path}`];
  return typeof body === 'function' ? body() : body;
};

describe.each(routes)('%s %s, for %s', (method, path, who) => {
  const address = addressOf(path);
  const call = async (cookie: string, from = 'same-origin') => {
    await BEFORE[`${method} ${path}`]?.(cookie);
    const sent = await sentTo(method, path);
    const isPicture = sent instanceof Uint8Array;
    const headers = {
      cookie,
      'sec-fetch-site': from,
      ...(sent ? { 'content-type': isPicture ? 'image/jpeg' : 'application/json' } : {}),
    };
    const body = isPicture ? sent : JSON.stringify(sent);
    return site.ask(address, { method, headers, body: sent ? [body] : [] });
  };

  const gotIn = (status: number) =>
    status === SAID[`${method} ${path}`] || (SAID[`${method} ${path}`] === undefined && status < 300);

  test('whoever the table names gets in, and nobody else', async () => {
    expect(method === 'GET' || BODIES[`${method} ${path}`] !== undefined).toBe(true);
    const foreign = createIdentity({ keys: [Buffer.alloc(32, 9)], secure: false });
    const ended = site.identity.issue({ learnerId: 'gone', generation: 1 }, site.time.at).split(';')[0] ?? '';
    const forged = foreign.issue({ learnerId: 'gone', generation: 1 }, site.time.at).split(';')[0] ?? '';
    for (const cookie of ['', 'sanxiu=', forged, ended]) {
      const { status } = await call(cookie);
      if (who === 'anyone') expect(gotIn(status)).toBe(true);
      else expect(status).toBe(401);
    }
    for (const role of ROLES) {
      const { status } = await call(await site.join('小刚', role));
      if (isAllowed(role, who)) expect([role, gotIn(status)]).toEqual([role, true]);
      else expect([role, status]).toEqual([role, 403]);
    }
  });

  test('a learner finds nothing of another one in the answer', async () => {
    const mine = await call(own);
    const theirs = await call(other);
    expect(mine.text).not.toMatch(/of-other|小明/);
    expect(theirs.text).not.toMatch(/of-own|小红/);
  });

  test('other methods of the address are shut', async () => {
    const known = routes.filter(([, at]) => at === path).map(([does]) => does);
    for (const wrong of ['PUT', 'PATCH', 'DELETE', 'POST', 'GET'].filter((one) => !known.includes(one))) {
      const headers = { cookie: own, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' };
      const reply = await site.ask(address, { method: wrong, headers, body: wrong === 'GET' ? [] : ['{}'] });
      expect([reply.status, reply.headers.allow?.split(', ').filter((one) => one !== 'HEAD')]).toEqual([
        405,
        known,
      ]);
    }
  });

  test('another site cannot write with this learner’s cookie', async () => {
    if (method === 'GET') return;
    for (const from of ['cross-site', 'same-site', 'none']) expect((await call(own, from)).status).toBe(403);
  });
});

test('what the table does not name is not there, with a session or without', async () => {
  for (const path of [
    '/api',
    '/api/',
    '/api/facts/',
    '/api/facts/of-own',
    '/api/learners',
    '/api/constructor',
    '/api/admin',
  ])
    for (const cookie of ['', own]) {
      const headers = {
        ...(cookie && { cookie }),
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/json',
      };
      for (const method of ['GET', 'POST', 'DELETE'])
        expect((await site.ask(path, { method, headers, body: method === 'GET' ? [] : ['{}'] })).status).toBe(
          404,
        );
    }
});

test('the table itself keeps people out: a route that forgets to ask is not reached', async () => {
  const reached: string[] = [];
  const careless = Object.keys(ACCESS).map((name) => [
    name,
    () => {
      reached.push(name);
      return { status: 200, json: '{}' };
    },
  ]);
  const { identity } = site;
  const { learners } = memoryStore();
  const plan = { identity, learners, clock: { now: () => NOW } };
  const api = createApi({ routes: Object.fromEntries(careless), ...plan });
  for (const [method, path] of routes)
    await api(method, addressOf(path), {
      query: '',
      cookie: undefined,
      body: undefined,
      requestId: '1',
      address: '',
    });
  expect(reached).toEqual(
    routes.filter(([, , who]) => who === 'anyone').map(([method, path]) => `${method} ${path}`),
  );
});

test('the table has routes at all (the tests above would pass on an empty one)', () => {
  expect(routes.length).toBeGreaterThanOrEqual(4);
});
