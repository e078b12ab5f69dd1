import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSignInAnswer } from '#core/account/account.ts';
import { finished } from '../contract/facts.ts';
import { type AccountSite, doings, PASSWORD, serveAccounts } from './account-site.ts';
import { NOW, ORIGIN } from './api-site.ts';
import { CLIENT, type Company, openBrowser, startCompany } from './company.ts';

let company: Company;
let site: AccountSite;
let people: ReturnType<typeof doings>;
const serveWith = (issuer: string, secret = CLIENT.clientSecret) =>
  serveAccounts({ origin: ORIGIN, company: { ...CLIENT, clientSecret: secret, issuer, name: '云帆集团' } });
beforeAll(async () => {
  company = await startCompany();
  site = await serveWith(company.issuer);
  people = doings(site);
});
afterAll(async () => {
  await site.end();
  await company.stop();
});
const learnerOf = async (cookie: string) => (await people.get('/api/learner', cookie)).json;

describe('signing in through the company', () => {
  test('the first time makes a learner, by the name the company says; later ones find the same', async () => {
    const browser = openBrowser(site);
    expect(await browser.signIn('zhang')).toBe('/sign-in/#company');
    const learner = await learnerOf(browser.session());
    expect(learner).toMatchObject({ nickname: '姓名zhang', role: 'learner', isClaimed: true });
    await people.post('/api/facts', { facts: [finished('a')] }, browser.session());
    const { account } = (await people.get('/api/account', browser.session())).json;
    expect(account).toEqual({ passkeys: [], hasPassword: false, hasRecoveryCode: false, isCompany: true });
    const elsewhere = openBrowser(site);
    expect(await elsewhere.signIn('zhang', 'en')).toBe('/en/sign-in/#company');
    expect(await learnerOf(elsewhere.session())).toEqual(learner);
    expect(await people.factsOf(elsewhere.session())).toEqual(['a']);
    const colleague = openBrowser(site);
    await colleague.signIn('li');
    expect((await learnerOf(colleague.session())).nickname).toBe('姓名li');
    const unnamed = openBrowser(site);
    await unnamed.signIn('nameless');
    expect((await learnerOf(unnamed.session())).nickname).toBe('学员');
  });

  test('asks with PKCE, state and nonce, and for no more than the name', async () => {
    await openBrowser(site).signIn('zhang');
    const asked = company.asked.at(-1);
    expect(Object.fromEntries(asked ?? [])).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{32}$/),
      nonce: expect.stringMatching(/^[\w-]{32}$/),
      redirect_uri: `${ORIGIN}/api/sign-in/company/callback`,
    });
    expect(new Set(asked?.get('scope')?.split(' '))).toEqual(new Set(['openid', 'profile']));
  });

  test('a nickname on the device is claimed in place; a name and password can be set beside', async () => {
    const nickname = await site.join('小红');
    await people.post('/api/facts', { facts: [finished('before')] }, nickname);
    const before = await learnerOf(nickname);
    const browser = openBrowser(site, nickname);
    expect(await browser.signIn('wang')).toBe('/sign-in/#company');
    expect(await learnerOf(browser.session())).toEqual({ ...before, isClaimed: true });
    expect(await people.factsOf(browser.session())).toEqual(['before']);
    const sent = { next: PASSWORD, username: 'wang' };
    expect((await people.post('/api/account/password', sent, browser.session())).status).toBe(200);
    expect((await people.signIn('wang')).json.learner.id).toBe(before.id);
    const elsewhere = openBrowser(site);
    await elsewhere.signIn('wang');
    expect((await learnerOf(elsewhere.session())).id).toBe(before.id);
  });

  test('a device that was somebody else is told who; a nickname can be added, an account stays its own', async () => {
    await openBrowser(site).signIn('zhao');
    const nickname = await site.join('路过的人');
    await people.post('/api/facts', { facts: [finished('theirs')] }, nickname);
    const browser = openBrowser(site, nickname);
    const [path, fragment = ''] = (await browser.signIn('zhao')).split('#company=');
    const answer = readSignInAnswer(JSON.parse(Buffer.from(fragment, 'base64url').toString()));
    expect([path, answer?.learner.nickname, answer?.former?.nickname]).toEqual([
      '/sign-in/',
      '姓名zhao',
      '路过的人',
    ]);
    const merged = await people.post('/api/merge', { ticket: answer?.former?.ticket }, browser.session());
    expect(merged.status).toBe(200);
    expect(await people.factsOf(browser.session())).toEqual(['theirs']);
    const account = await site.join('小红');
    await people.claim(account, 'with-password');
    const other = openBrowser(site, account);
    const told = (await other.signIn('zhao')).split('#company=')[1] ?? '';
    expect(JSON.parse(Buffer.from(told, 'base64url').toString()).former).toEqual({
      id: (await learnerOf(account)).id,
      nickname: '小红',
    });
    expect((await people.get('/api/account', account)).json.account.isCompany).toBe(false);
  });

  test('nothing of the company is kept but who it was: no token, name, address or session', async () => {
    await openBrowser(site).signIn('sparse');
    const { db } = site.store;
    expect(await db.selectFrom('auth_session').selectAll().execute()).toEqual([]);
    expect(
      await db
        .selectFrom('auth_verification' as never)
        .selectAll()
        .execute(),
    ).toEqual([]);
    const accounts = (await db.selectFrom('auth_account').selectAll().execute()) as object[];
    const own = accounts.find((row) => 'accountId' in row && row.accountId === 'sparse');
    expect(own).toMatchObject({ accessToken: null, refreshToken: null, idToken: null, password: null });
    const users = JSON.stringify(await db.selectFrom('auth_user').selectAll().execute());
    expect(users).not.toMatch(/姓名|sparse/);
  });

  test('cookies on the way are ours, for this way only, and go at its end', async () => {
    const reply = await site.ask('/api/sign-in/company', {});
    expect([reply.headers['set-cookie']].flat()).toEqual([
      expect.stringMatching(
        /^sanxiu-company=[\w-]+; Path=\/api\/sign-in\/company; Max-Age=600; HttpOnly; SameSite=Lax; Secure$/,
      ),
    ]);
    const browser = openBrowser(site);
    await browser.signIn('zhang');
    expect([...browser.cookies.keys()]).toEqual(['sanxiu']);
  });
});

describe('what does not hold ends at the page, with the reason, and changes nobody (fault 21)', () => {
  test('an answer meant for another browser signs nobody in: no login by somebody else’s link', async () => {
    const attacker = openBrowser(site);
    const begun = await attacker.open('/api/sign-in/company');
    const back = await attacker.goThrough(begun.location, 'attacker');
    const victim = openBrowser(site, await site.join('小红'));
    const before = await learnerOf(victim.session());
    expect((await victim.open(back)).location).toBe('/sign-in/#company-failed=again');
    // Neither when the victim is on the way there too.
    await victim.open('/api/sign-in/company');
    expect((await victim.open(back)).location).toMatch(/#company-failed=again$/);
    expect(await learnerOf(victim.session())).toEqual(before);
  });

  test('another site cannot send a browser there', async () => {
    for (const from of ['cross-site', 'same-site']) {
      const reply = await openBrowser(site).open('/api/sign-in/company', { 'sec-fetch-site': from });
      expect([from, reply.status, reply.location]).toEqual([from, 403, '']);
    }
    for (const from of ['same-origin', 'none'])
      expect((await openBrowser(site).open('/api/sign-in/company', { 'sec-fetch-site': from })).status).toBe(
        302,
      );
  });

  test('who says no there, an answer used twice, one too late, a made-up one', async () => {
    expect(await openBrowser(site).signIn(undefined, 'en')).toBe('/en/sign-in/#company-failed=denied');
    const browser = openBrowser(site);
    const begun = await browser.open('/api/sign-in/company');
    const state = browser.cookies.get('sanxiu-company') ?? '';
    const back = await browser.goThrough(begun.location, 'zhang');
    expect((await browser.open(back)).location).toBe('/sign-in/#company');
    browser.cookies.set('sanxiu-company', state);
    expect((await browser.open(back)).location).toMatch(/#company-failed=/);
    for (const query of ['', '?code=x', '?state=x&code=y', '?error=access_denied', '?code=%00'])
      expect((await openBrowser(site).open(`/api/sign-in/company/callback${query}`)).location).toMatch(
        /^\/sign-in\/#company-failed=\w+$/,
      );
  });

  test('a wrong secret, and a server that is away: told apart, and passwords go on', async () => {
    const wrong = await serveWith(company.issuer, 'not the secret');
    expect(await openBrowser(wrong).signIn('zhang')).toMatch(/#company-failed=(failed|again)$/);
    await wrong.end();
    const away = await serveWith('http://localhost:9');
    const reply = await openBrowser(away).open('/api/sign-in/company');
    expect([reply.status, reply.location]).toEqual([302, '/sign-in/#company-failed=unreachable']);
    expect(away.warnings.at(-1)).toMatch(/company.unreachable/);
    const others = doings(away);
    await others.claim(await away.join(), 'by-password');
    expect((await others.signIn('by-password')).status).toBe(200);
    await away.end();
  });

  test('the same number at another company is somebody else', async () => {
    const other = await startCompany();
    const { db } = site.store;
    const first = openBrowser(site);
    await first.signIn('007');
    const rows = await db.selectFrom('auth_account').selectAll().execute();
    const moved = await serveAccounts({
      origin: ORIGIN,
      company: { ...CLIENT, issuer: other.issuer, name: '另一家' },
    });
    await openBrowser(moved).signIn('007');
    const [own] = await moved.store.db.selectFrom('auth_account').selectAll().execute();
    expect(rows.some(({ providerId }) => providerId === own?.providerId)).toBe(false);
    await moved.end();
    await other.stop();
  });
});

test('cut off after the company’s account was made, the next time makes the learner', async () => {
  const cut = await serveAccounts({
    origin: ORIGIN,
    company: { ...CLIENT, issuer: company.issuer, name: '云帆集团' },
    change: ({ accounts }) => {
      let isFirst = true;
      return {
        accounts: {
          ...accounts,
          beginWith: (...args) => {
            if (!isFirst) return accounts.beginWith(...args);
            isFirst = false;
            throw new Error('killed here');
          },
        },
      };
    },
  });
  const browser = openBrowser(cut);
  const begun = await browser.open('/api/sign-in/company');
  const back = await browser.goThrough(begun.location, 'zhang');
  expect((await browser.open(back)).status).toBe(500);
  expect(await cut.store.db.selectFrom('learner').selectAll().execute()).toEqual([]);
  const again = openBrowser(cut);
  expect(await again.signIn('zhang')).toBe('/sign-in/#company');
  expect(await cut.store.db.selectFrom('auth_user').select('id').execute()).toHaveLength(1);
  expect((await doings(cut).get('/api/learner', again.session())).json.nickname).toBe('姓名zhang');
  await cut.end();
});

test('pages learn the company’s name; without it there is no such way', async () => {
  expect((await people.get('/api/contact', '')).json).toEqual({ reportTo: null, companySignIn: '云帆集团' });
  const without = await serveAccounts();
  expect((await doings(without).get('/api/contact', '')).json.companySignIn).toBeNull();
  expect((await openBrowser(without).open('/api/sign-in/company')).status).toBe(404);
  await without.end();
  expect(site.time.at).toBe(NOW);
});
