import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { passkeyPlace } from '#server/http/passkey-place.ts';
import { finished } from '../contract/facts.ts';
import { type AccountSite, cookieOf, doings, PASSWORD, serveAccounts } from './account-site.ts';
import { NOW, ORIGIN, serveApi } from './api-site.ts';
import { makeSoftKey } from './soft-key.ts';

let site: AccountSite;
let people: ReturnType<typeof doings>;
beforeAll(async () => {
  site = await serveAccounts();
  people = doings(site);
});
afterAll(() => site.end());

const optionsFor = async (cookie: string) =>
  (await people.post('/api/account/passkey-options', {}, cookie)).json;
const add = (cookie: string, response: object, name = '我的手机') =>
  people.post('/api/account/passkeys', { response, name }, cookie);
/** A learner with a passkey and nothing else. */
async function withKey() {
  const cookie = await site.join('小红');
  const key = makeSoftKey(await optionsFor(cookie), ORIGIN);
  const done = await add(cookie, key.made);
  return { cookie, key, done };
}
const begin = async () => (await people.post('/api/sign-in/passkey-options')).json;
const use = (ceremony: string, response: object, cookie = '') =>
  people.post('/api/sign-in/passkey', { ceremony, response }, cookie);

describe('a passkey as the first way in', () => {
  test('claims the place, with a recovery code, and signs in on another device', async () => {
    const { cookie, key, done } = await withKey();
    await people.post('/api/facts', { facts: [finished('a')] }, cookie);
    expect([done.status, done.json]).toEqual([
      201,
      {
        account: {
          passkeys: [{ id: expect.any(String), name: '我的手机', createdAt: NOW }],
          hasPassword: false,
          hasRecoveryCode: true,
          isCompany: false,
        },
        recoveryCode: expect.stringMatching(/^([2-9A-Z]{5}-){3}[2-9A-Z]{5}$/),
      },
    ]);
    const { ceremony, options } = await begin();
    const signedIn = await use(ceremony, key.use(options));
    expect([signedIn.status, signedIn.json.learner]).toEqual([
      200,
      { id: expect.any(String), nickname: '小红', role: 'learner', isClaimed: true },
    ]);
    expect(await people.factsOf(cookieOf(signedIn))).toEqual(['a']);
  });

  test('options name the host, the learner, what is wanted of the device, and no key there is already', async () => {
    const { cookie, key } = await withKey();
    const options = await optionsFor(cookie);
    const { id } = (await people.get('/api/learner', cookie)).json;
    expect(options).toMatchObject({
      rp: { id: 'sanxiu.example' },
      user: { id: Buffer.from(id).toString('base64url'), name: '小红' },
      attestation: 'none',
      excludeCredentials: [{ id: key.credentialId }],
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
  });

  test('the recovery code leads back with a name and a password, when the key is lost', async () => {
    const { done } = await withKey();
    await people.claim(await site.join(), 'name-of-another');
    const sent = { recoveryCode: done.json.recoveryCode, password: PASSWORD };
    const taken = await people.post('/api/sign-in/recovery', { ...sent, username: 'name-of-another' });
    expect(taken.status).toBe(409);
    expect((await people.post('/api/sign-in/recovery', { ...sent, username: 'key-lost' })).status).toBe(200);
    expect((await people.signIn('key-lost')).status).toBe(200);
  });

  test('a password can be set beside it, with a name', async () => {
    const { cookie } = await withKey();
    const change = (sent: unknown) => people.post('/api/account/password', sent, cookie);
    expect((await change({ next: PASSWORD })).status).toBe(400);
    expect((await change({ next: PASSWORD, username: 'beside' })).status).toBe(200);
    expect((await people.signIn('beside')).status).toBe(200);
  });
});

describe('what does not hold is refused, and nothing is kept', () => {
  const OTHER = 'https://evil.example';
  test('making: another site, another learner’s challenge, one of ours that is over, no check of the person', async () => {
    const cookie = await site.join();
    const options = await optionsFor(cookie);
    const foreign = await optionsFor(await site.join());
    const tried = [
      makeSoftKey(options, OTHER).made,
      makeSoftKey({ ...options, rp: { id: 'evil.example' } }, ORIGIN).made,
      makeSoftKey({ ...options, challenge: foreign.challenge }, ORIGIN).made,
      makeSoftKey({ ...options, challenge: 'AAAA' }, ORIGIN).made,
      makeSoftKey(options, ORIGIN, { flags: 0x01 }).made,
    ];
    for (const made of tried) {
      const reply = await add(cookie, made);
      expect([reply.status, reply.text]).toEqual([422, expect.stringMatching(/没有通过核对/)]);
    }
    site.time.at = NOW + 10 * 60_000;
    expect((await add(cookie, makeSoftKey(options, ORIGIN).made)).status).toBe(422);
    site.time.at = NOW;
    expect((await people.get('/api/account', cookie)).json.account).toBeUndefined();
    expect((await add(cookie, makeSoftKey(options, ORIGIN).made, ' ')).status).toBe(400);
  });

  test('using: an answer given before, another challenge, another key’s signature, a counter that went back', async () => {
    const { key } = await withKey();
    const { key: other } = await withKey();
    const first = await begin();
    const answer = key.use(first.options, 5);
    expect((await use(first.ceremony, answer)).status).toBe(200);
    const next = await begin();
    const tried: [string, object][] = [
      [first.ceremony, answer],
      [next.ceremony, answer],
      [next.ceremony, { ...other.use(next.options), id: key.credentialId, rawId: key.credentialId }],
      [next.ceremony, key.use(next.options, 4)],
      [next.ceremony, makeSoftKey({ challenge: '', rp: { id: 'sanxiu.example' } }, ORIGIN).use(next.options)],
      [`${next.ceremony}x`, key.use(next.options, 6)],
    ];
    for (const [ceremony, response] of tried) {
      const reply = await use(ceremony, response);
      expect([reply.status, reply.headers['set-cookie']]).toEqual([422, undefined]);
    }
    // Keys that are kept in a cloud count nothing: an answer of theirs is good once all the same.
    const { key: synced } = await withKey();
    const only = await begin();
    const answered = synced.use(only.options);
    expect((await use(only.ceremony, answered)).status).toBe(200);
    expect((await use(only.ceremony, answered)).status).toBe(422);
    site.time.at = NOW + 10 * 60_000;
    expect((await use(next.ceremony, key.use(next.options, 6))).status).toBe(422);
    site.time.at = NOW;
    expect((await use(next.ceremony, key.use(next.options, 6))).status).toBe(200);
  });

  test('somebody else’s key cannot be added', async () => {
    const { cookie, key } = await withKey();
    const rows = await site.store.accounts.findPasskey(key.credentialId);
    expect(rows?.credentialId).toBe(key.credentialId);
    const stranger = await site.join();
    const options = await optionsFor(stranger);
    const userId = await site.waysIn.passwords.begin((await people.get('/api/learner', stranger)).json.id);
    const passkey = { ...(rows as NonNullable<typeof rows>), id: 'another' };
    const session = { learnerId: userId.slice(2), generation: 1 };
    expect(options.challenge).toBeDefined();
    expect(await site.store.accounts.claim(session, { userId, passkey, at: NOW })).toBe('other');
    expect((await people.get('/api/account', stranger)).json.account).toBeUndefined();
    expect((await people.get('/api/account', cookie)).json.account.passkeys).toHaveLength(1);
  });
});

describe('removing', () => {
  test('one of two goes and signs in no more; the last way in stays', async () => {
    const { cookie, key, done } = await withKey();
    const [first] = done.json.account.passkeys;
    const remove = (id: string, by = cookie) =>
      site.call('DELETE', `/api/account/passkeys/${id}`, { cookie: by, sent: {} });
    const last = await remove(first.id);
    expect([last.status, last.text]).toEqual([409, expect.stringMatching(/唯一的登录方式/)]);
    const second = makeSoftKey(await optionsFor(cookie), ORIGIN);
    const added = await add(cookie, second.made, '公司电脑');
    expect([added.status, added.json.recoveryCode]).toEqual([201, undefined]);
    // Nobody else can.
    const stranger = await withKey();
    expect((await remove(first.id, stranger.cookie)).status).toBe(404);
    expect((await remove(first.id, await site.join())).status).toBe(404);
    const gone = await remove(first.id);
    expect([gone.status, gone.json.account.passkeys.map(({ name }: { name: string }) => name)]).toEqual([
      200,
      ['公司电脑'],
    ]);
    const { ceremony, options } = await begin();
    expect((await use(ceremony, key.use(options))).status).toBe(422);
    const again = await begin();
    expect((await use(again.ceremony, second.use(again.options))).status).toBe(200);
  });

  test('with a password the only passkey may go', async () => {
    const { cookie, done } = await withKey();
    await people.post('/api/account/password', { next: PASSWORD, username: 'keyless' }, cookie);
    const path = `/api/account/passkeys/${done.json.account.passkeys[0].id}`;
    expect((await site.call('DELETE', path, { cookie, sent: {} })).status).toBe(200);
  });
});

describe('where passkeys belong', () => {
  test.each([
    ['https://sanxiu.example', 'anything', { host: 'sanxiu.example', origin: 'https://sanxiu.example' }],
    [undefined, 'localhost:4321', { host: 'localhost', origin: 'http://localhost:4321' }],
    ['http://localhost:8080', 'x', { host: 'localhost', origin: 'http://localhost:8080' }],
    ['http://sanxiu.example', 'sanxiu.example', undefined],
    [undefined, '192.168.1.5:4321', undefined],
    [undefined, '127.0.0.1:4321', undefined],
    ['https://10.0.0.1', '10.0.0.1', undefined],
    [undefined, '[::1]:4321', undefined],
    [undefined, undefined, undefined],
    [undefined, 'a b', undefined],
  ])('ORIGIN %s, asked for as %s: %j', (origin, host, place) => {
    expect(passkeyPlace(origin, host)).toEqual(place);
  });

  test('elsewhere the answer says what to do instead', async () => {
    const lan = await serveApi({ publicOrigin: undefined });
    const reply = await lan.call('POST', '/api/sign-in/passkey-options', { sent: {} });
    expect([reply.status, reply.text]).toEqual([
      422,
      expect.stringMatching(/https[\s\S]*用户名和密码[\s\S]*password/),
    ]);
    await lan.stop();
  });
});
