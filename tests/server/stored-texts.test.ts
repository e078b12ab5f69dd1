/**
 * Texts that a database may choke on, in every place where a text comes in. PostgreSQL ends a statement with U+0000 in it
 * with an error, and takes no long key into an index, where SQLite takes both: so both are asked the same.
 */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { TOLD_VERSION } from '#core/cohort/cohort.ts';
import { ACCESS } from '#server/http/access.ts';
import { finished, reflected } from '../contract/facts.ts';
import { mistake } from '../contract/mistakes.ts';
import { type Postgres, skipsPostgres, startPostgres } from '../contract/postgres.ts';
import { type AccountSite, doings, PASSWORD, serveAccounts } from './account-site.ts';
import { ORIGIN } from './api-site.ts';
import { makeSoftKey } from './soft-key.ts';

/** 6,000 characters in which no database finds anything to make shorter. */
const LONG = Array.from({ length: 70 }, (_, index) =>
  createHash('sha512').update(String(index)).digest('base64url'),
)
  .join('')
  .slice(0, 6_000);
const TOO_LONG = '6,000 more characters';
const ODD: readonly [name: string, spoil: (text: string) => string][] = [
  ['a NUL', (text) => `${text}\u0000`],
  ['half a character', (text) => `${text}\ud800`],
  [TOO_LONG, (text) => text + LONG],
];
/** Free texts: kept without what nobody can see, or kept as a hash only. Everything else odd is refused. */
const TAKEN = /^(nickname|name|words|password|next|current|facts\..*)$/;
/** Routes that write and read no text out of a body. */
const BODILESS = [
  'DELETE /api/learner',
  'DELETE /api/session',
  'POST /api/transfer-code',
  'POST /api/account/recovery-code',
  'POST /api/account/sign-out-everywhere',
  'POST /api/account/passkey-options',
  'DELETE /api/account/passkeys/:passkeyId',
  'POST /api/sign-in/passkey-options',
  'PUT /api/blobs/:blobId',
  'DELETE /api/cohorts/:cohortId',
  'POST /api/cohorts/:cohortId/invitation',
  'DELETE /api/cohorts/:cohortId/assignments/:assignmentId',
  'DELETE /api/cohorts/:cohortId/members/:learnerId',
  'POST /api/cohorts/:cohortId/members/:learnerId/recovery-code',
  'DELETE /api/enrolments/:cohortId',
  'POST /api/admin/people/:learnerId/recovery-code',
  'POST /api/admin/mistakes/:mistakeId/done',
  'POST /api/admin/retention',
  'POST /api/admin/statements/send-again',
];

type Leaf = readonly (string | number)[];
type Body = Record<string, unknown>;

/** Where the texts of a body stand. */
function textsOf(value: unknown, at: Leaf = []): Leaf[] {
  if (typeof value === 'string') return [at];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => textsOf(member, [...at, key]));
}

function spoilt(body: Body, [key = '', ...rest]: Leaf, spoil: (text: string) => string): Body {
  const value = body[key];
  return { ...body, [key]: rest.length ? spoilt(value as Body, rest, spoil) : spoil(String(value)) };
}

function suite(open: () => Promise<string | undefined>): void {
  let site: AccountSite;
  let people: ReturnType<typeof doings>;
  let admin = '';
  let cohortId = '';
  let names = 0;
  beforeAll(async () => {
    const databaseUrl = await open();
    site = await serveAccounts({ ...(databaseUrl && { databaseUrl }) });
    people = doings(site);
    admin = await site.join('管理员', 'admin');
    cohortId = (await people.post('/api/cohorts', { name: '一班' }, admin)).json.id;
    const { invitation } = (await people.get(`/api/cohorts/${cohortId}`, admin)).json;
    await people.post('/api/enrolments', { code: invitation.code, told: TOLD_VERSION }, admin);
  });
  afterAll(() => site.end());
  beforeEach(() => void site.log.splice(0));

  const keyOf = async (cookie: string, more?: Parameters<typeof makeSoftKey>[2]) =>
    makeSoftKey((await people.post('/api/account/passkey-options', {}, cookie)).json, ORIGIN, more);
  const ceremony = async () => (await people.post('/api/sign-in/passkey-options')).json;

  /** Right in every part, so that the spoilt one is what is looked at. Made anew each time. */
  const BODIES: Record<string, (cookie: string) => Body | Promise<Body>> = {
    'POST /api/learner': () => ({ nickname: '小刚' }),
    'POST /api/transfer-code/redeem': () => ({ code: 'ABCDEFGH' }),
    'POST /api/facts': () => ({ facts: { 0: finished('a'), 1: reflected('b', '先听后说') } }),
    'POST /api/mistakes': () => ({ ...mistake(1), path: '/learn/m2-fab-pitch/' }),
    'POST /api/account': () => ({ username: 'xiaohong', password: PASSWORD }),
    'POST /api/account/password': async (cookie) => {
      const { made: response } = await keyOf(cookie);
      await people.post('/api/account/passkeys', { response, name: '我的手机' }, cookie);
      names += 1;
      return { next: PASSWORD, username: `name-${names}` };
    },
    'POST /api/account/passkeys': async (cookie) => ({
      response: (await keyOf(cookie)).made,
      name: '我的手机',
    }),
    'POST /api/sign-in': () => ({ username: 'xiaohong', password: 'not the one' }),
    'POST /api/sign-in/passkey': async (cookie) => {
      const key = await keyOf(cookie);
      await people.post('/api/account/passkeys', { response: key.made, name: '我的手机' }, cookie);
      const given = await ceremony();
      return { ceremony: given.ceremony, response: key.use(given.options) };
    },
    'POST /api/sign-in/recovery': () => ({
      username: 'xiaohong',
      recoveryCode: 'ABCDE-FGHJK-MNPQR-STVWX',
      password: PASSWORD,
    }),
    'POST /api/merge': () => ({ ticket: 'a.b.c' }),
    'POST /api/admin-link/redeem': () => ({ token: 'x'.repeat(43) }),
    'POST /api/cohorts': () => ({ name: '二班' }),
    'POST /api/cohorts/:cohortId': () => ({ name: '一班' }),
    'POST /api/cohorts/:cohortId/facilitators': () => ({ who: 'somebody' }),
    'POST /api/cohorts/:cohortId/assignments': () => ({ kind: 'lesson', activityId: 'm1-a' }),
    'POST /api/enrolments': () => ({ code: 'ABCDEFGH', told: TOLD_VERSION }),
    'POST /api/enrolments/:cohortId/shares': () => ({ factId: 'a' }),
    'POST /api/enrolments/:cohortId/shares/end': () => ({ factId: 'a' }),
    'POST /api/admin/people/:learnerId/role': () => ({ role: 'learner' }),
    'DELETE /api/admin/people/:learnerId': () => ({ nickname: '小刚' }),
    'POST /api/admin/quarantine/dismiss': () => ({ learnerId: 'a', factId: 'b', digest: 'c' }),
  };

  test('every route that reads a text is here', () => {
    const writing = Object.keys(ACCESS).filter((name) => !name.startsWith('GET '));
    expect([...Object.keys(BODIES), ...BODILESS].sort()).toEqual(writing.sort());
  });

  test.each(Object.keys(BODIES))('%s refuses what cannot be kept, and never falls over', async (name) => {
    const [method = '', path = ''] = name.split(' ');
    const address = path.replace(':cohortId', cohortId).replace(':learnerId', 'nobody');
    const isForAll = !/\/(admin|cohorts|enrolments)/.test(path) || path === '/api/admin-link/redeem';
    const prepare = BODIES[name] as (cookie: string) => Promise<Body>;
    for (const leaf of textsOf(await prepare(await site.join())))
      for (const [oddity, spoil] of ODD) {
        const cookie = isForAll ? await site.join() : admin;
        const body = spoilt(await prepare(cookie), leaf, spoil);
        const sent = name === 'POST /api/facts' ? { facts: Object.values(body.facts as object) } : body;
        const by = path === '/api/learner' ? '' : cookie;
        const { status, text } = await site.call(method, address, { cookie: by, sent });
        const told = `${leaf.join('.')} with ${oddity}: ${status} ${text.slice(0, 200)}`;
        if (oddity === TOO_LONG || TAKEN.test(leaf.join('.'))) expect(status, told).toBeLessThan(500);
        else expect([400, 404, 422, 429], told).toContain(status);
      }
    expect(site.log).toEqual([]);
  });

  test('what is wrong with a passkey is named', async () => {
    const cookie = await site.join();
    const { made } = await keyOf(cookie);
    const sent = { response: { ...made, id: 'a\u0000' }, name: '我的手机' };
    const { status, text } = await people.post('/api/account/passkeys', sent, cookie);
    expect(status).toBe(400);
    expect(text).toContain('body.response.id');
  });

  test('a device that signs for another key than it names, with an id no index takes, is refused', async () => {
    const cookie = await site.join();
    const { made } = await keyOf(cookie, { attestedId: Buffer.from(LONG, 'base64url') });
    const done = await people.post('/api/account/passkeys', { response: made, name: '我的手机' }, cookie);
    expect(done.status).toBe(422);
    expect(site.log).toEqual([]);
  });

  test.each([
    '/api/admin/people?q=a%00b',
    '/api/facts?since=%00',
    '/api/admin/statements?after=%00.1',
    '/api/invitations/%00',
    '/api/enrolments/%ED%A0%80/shares',
  ])('what is asked by %s falls over nothing', async (asked) => {
    expect((await people.get(asked, admin)).status).toBeLessThan(500);
    expect(site.log).toEqual([]);
  });
}

describe('SQLite', () => suite(async () => undefined));

describe.skipIf(skipsPostgres)('PostgreSQL', () => {
  let server: Postgres;
  afterAll(() => server?.stop());
  suite(async () => {
    server = await startPostgres();
    return server.database();
  });
});
