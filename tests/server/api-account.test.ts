import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { finished } from '../contract/facts.ts';
import { type AccountSite, cookieOf, doings, PASSWORD, serveAccounts } from './account-site.ts';

let site: AccountSite;
let people: ReturnType<typeof doings>;
beforeAll(async () => {
  site = await serveAccounts();
  people = doings(site);
});
afterAll(() => site.end());

const CODE = /^([2-9A-HJKMNP-TV-Z]{5}-){3}[2-9A-HJKMNP-TV-Z]{5}$/;
/** A learner with an account of that name, and one fact. */
async function claimed(username: string, nickname = '小红') {
  const cookie = await site.join(nickname);
  await people.post('/api/facts', { facts: [finished(`of-${username}`)] }, cookie);
  const { json } = await people.claim(cookie, username);
  return { cookie, username, recoveryCode: json.recoveryCode as string };
}

describe('claiming a place with a password', () => {
  test('a nickname becomes an account in place: the same learner, the same facts, from any device', async () => {
    const cookie = await site.join('小红');
    const before = (await people.get('/api/learner', cookie)).json;
    await people.post('/api/facts', { facts: [finished('a')] }, cookie);
    expect((await people.get('/api/account', cookie)).json).toEqual({ learner: before });
    const done = await people.claim(cookie, ' ＸiaoHong ');
    expect([done.status, done.json]).toEqual([
      201,
      {
        account: {
          username: 'XiaoHong',
          passkeys: [],
          hasPassword: true,
          hasRecoveryCode: true,
          isCompany: false,
        },
        recoveryCode: expect.stringMatching(CODE),
      },
    ]);
    const elsewhere = await people.signIn('xiaohong');
    expect(elsewhere.status).toBe(200);
    expect(elsewhere.json).toEqual({ learner: { ...before, isClaimed: true } });
    const second = cookieOf(elsewhere);
    expect(await people.factsOf(second)).toEqual(['a']);
    expect((await people.get('/api/account', second)).json.account.username).toBe('XiaoHong');
  });

  test('a cookie of better-auth reaches nobody, and none of its sessions stays', async () => {
    const { username } = await claimed('cookieless');
    const reply = await people.signIn(username);
    expect([reply.headers['set-cookie']].flat().map((one) => String(one).split('=')[0])).toEqual(['sanxiu']);
    expect(await site.store.db.selectFrom('auth_session').selectAll().execute()).toEqual([]);
  });

  test('Chinese names are names; the same name in another case or width is taken', async () => {
    await claimed('小明Ａ');
    for (const same of ['小明A', '小明a', ' 小明ａ ']) {
      const reply = await people.claim(await site.join(), same);
      expect([same, reply.status, reply.text]).toEqual([
        same,
        409,
        expect.stringMatching(/已经有人用了[\s\S]*is taken/),
      ]);
    }
  });

  test.each([
    [{ username: 'a', password: PASSWORD }, /2到40个字/],
    [{ username: 'x'.repeat(41), password: PASSWORD }, /2 to 40 characters/],
    [{ username: 'a b', password: PASSWORD }, /不能有空格/],
    [{ username: '<b>', password: PASSWORD }, /no blanks/],
    [{ username: 'long enough'.replace(' ', ''), password: '1234567' }, /至少8个字符/],
    [{ username: 'longenough', password: 'x'.repeat(129) }, /at most 128/],
    [{ username: 5, password: PASSWORD }, /username/],
    [{ username: 'longenough' }, /password/],
    [{ username: 'longenough', password: PASSWORD, role: 'admin' }, /role/],
    ['{', /JSON/],
  ])('%j is refused with the reason', async (sent, said) => {
    const reply = await people.post('/api/account', sent, await site.join());
    expect([reply.status, reply.text]).toEqual([400, expect.stringMatching(said)]);
  });

  test('sent again after a lost answer it is answered again; another name or password is not', async () => {
    const one = await claimed('again');
    const again = await people.claim(one.cookie, 'AGAIN');
    expect([again.status, again.json.account.username]).toEqual([201, 'again']);
    expect(again.json.recoveryCode).not.toBe(one.recoveryCode);
    for (const [name, password] of [
      ['again', 'another password'],
      ['other', PASSWORD],
    ] as const)
      expect((await people.claim(one.cookie, name, password)).status).toBe(409);
    expect((await people.signIn('again')).status).toBe(200);
  });
});

describe('signing in', () => {
  test('a wrong name and a wrong password get the same answer and no cookie', async () => {
    await claimed('secret');
    const replies = [
      await people.signIn('secret', 'wrong password'),
      await people.signIn('nobody-of-that-name'),
      await people.signIn('!!'),
      await people.signIn(''),
    ];
    for (const reply of replies) {
      expect([reply.status, reply.text]).toEqual([422, replies[0]?.text]);
      expect(reply.headers['set-cookie']).toBeUndefined();
    }
    expect(replies[0]?.text).toMatch(/用户名或密码不对[\s\S]*is wrong/);
  });

  test('on a device that was somebody else: told who, with a ticket only where that was no account', async () => {
    const { username } = await claimed('switcher');
    const nickname = await site.join('路过的人');
    const { json } = await people.signIn(username, PASSWORD, nickname);
    const former = (await people.get('/api/learner', nickname)).json;
    expect(json.former).toEqual({ id: former.id, nickname: '路过的人', ticket: expect.any(String) });
    const other = await claimed('switcher-two');
    const second = (await people.signIn(username, PASSWORD, other.cookie)).json;
    expect(second.former).toEqual({ id: expect.any(String), nickname: '小红' });
    // Oneself is nobody else.
    const own = cookieOf(await people.signIn(username));
    expect((await people.signIn(username, PASSWORD, own)).json.former).toBeUndefined();
  });

  test('a password is changed only by who knows the present one', async () => {
    const { cookie, username } = await claimed('changer');
    const change = (sent: unknown) => people.post('/api/account/password', sent, cookie);
    const wrong = await change({ current: 'not this one', next: 'another password' });
    expect([wrong.status, wrong.text]).toEqual([422, expect.stringMatching(/现在的密码不对/)]);
    expect((await change({ next: 'another password' })).status).toBe(422);
    expect((await change({ current: PASSWORD, next: 'short' })).status).toBe(400);
    expect((await people.signIn(username)).status).toBe(200);
    expect((await change({ current: PASSWORD, next: 'another password' })).status).toBe(200);
    expect((await people.signIn(username)).status).toBe(422);
    expect((await people.signIn(username, 'another password')).status).toBe(200);
    expect((await people.post('/api/account/password', { next: PASSWORD }, await site.join())).status).toBe(
      409,
    );
  });

  test('signing out everywhere ends every other session, and this device goes on', async () => {
    const { cookie, username } = await claimed('everywhere');
    const second = cookieOf(await people.signIn(username));
    const done = await people.post('/api/account/sign-out-everywhere', {}, cookie);
    const next = cookieOf(done);
    expect(done.status).toBe(200);
    for (const ended of [cookie, second]) expect((await people.get('/api/learner', ended)).status).toBe(401);
    expect((await people.get('/api/learner', next)).json.nickname).toBe('小红');
    expect((await people.signIn(username)).status).toBe(200);
  });
});

describe('coming back by the recovery code', () => {
  test('a new password, a new code, all other sessions ended; the code is good once', async () => {
    const { cookie, username, recoveryCode } = await claimed('forgetful');
    const typed = recoveryCode.toLowerCase().replaceAll('-', ' ');
    const sent = { username: 'FORGETFUL', recoveryCode: typed, password: 'another password' };
    const done = await people.post('/api/sign-in/recovery', sent);
    expect([done.status, done.json.learner.nickname]).toEqual([200, '小红']);
    expect(done.json.recoveryCode).toMatch(CODE);
    expect(done.json.recoveryCode).not.toBe(recoveryCode);
    expect((await people.get('/api/learner', cookie)).status).toBe(401);
    expect(await people.factsOf(cookieOf(done))).toEqual(['of-forgetful']);
    expect((await people.signIn(username)).status).toBe(422);
    expect((await people.signIn(username, 'another password')).status).toBe(200);
    expect((await people.post('/api/sign-in/recovery', sent)).status).toBe(422);
    const next = { ...sent, recoveryCode: done.json.recoveryCode };
    expect((await people.post('/api/sign-in/recovery', next)).status).toBe(200);
  });

  test('a code of another account, a wrong code, a wrong name: the same answer, nothing changed', async () => {
    const [one, other] = [await claimed('owner-one'), await claimed('owner-two')];
    const tries = [
      { username: one.username, recoveryCode: other.recoveryCode },
      { username: one.username, recoveryCode: 'AAAAA-BBBBB-CCCCC-DDDDD' },
      { username: one.username, recoveryCode: 'no code' },
      { username: 'nobody-here', recoveryCode: one.recoveryCode },
    ];
    for (const sent of tries) {
      const reply = await people.post('/api/sign-in/recovery', { ...sent, password: 'another password' });
      expect([reply.status, reply.text]).toEqual([422, expect.stringMatching(/用户名或恢复码不对/)]);
    }
    for (const { username } of [one, other]) expect((await people.signIn(username)).status).toBe(200);
  });

  test('a new code makes the former one void', async () => {
    const { cookie, username, recoveryCode } = await claimed('renewer');
    const { status, json } = await people.post('/api/account/recovery-code', {}, cookie);
    expect([status, json.recoveryCode]).toEqual([201, expect.stringMatching(CODE)]);
    const sent = { username, password: 'another password' };
    expect((await people.post('/api/sign-in/recovery', { ...sent, recoveryCode })).status).toBe(422);
    expect((await people.post('/api/sign-in/recovery', { ...sent, ...json })).status).toBe(200);
  });

  test('neither code nor password lies in the database as it is', async () => {
    const { recoveryCode } = await claimed('hidden');
    const { db } = site.store;
    const rows = JSON.stringify([
      await db.selectFrom('recovery_code').selectAll().execute(),
      await db.selectFrom('auth_account').selectAll().execute(),
      await db.selectFrom('auth_user').selectAll().execute(),
    ]);
    expect(rows).toContain('hidden');
    expect(rows).not.toContain(PASSWORD);
    expect(rows).not.toContain(recoveryCode.replaceAll('-', ''));
    expect(rows).not.toContain(recoveryCode);
  });
});

test('a deleted learner takes the account along, and the name is free', async () => {
  const { cookie, username, recoveryCode } = await claimed('leaver');
  expect((await site.call('DELETE', '/api/learner', { cookie, sent: {} })).status).toBe(200);
  expect((await people.signIn(username)).status).toBe(422);
  const sent = { username, recoveryCode, password: PASSWORD };
  expect((await people.post('/api/sign-in/recovery', sent)).status).toBe(422);
  expect((await people.claim(await site.join('小刚'), username)).status).toBe(201);
  expect((await people.signIn(username)).json.learner.nickname).toBe('小刚');
});
