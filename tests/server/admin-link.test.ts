import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { oneTimeSecrets } from '#server/auth/signed-texts.ts';
import { createAdminLinks } from '#server/usecase/admin-link.ts';
import { type AccountSite, doings, serveAccounts } from './account-site.ts';
import { NOW } from './api-site.ts';
import { running, temporaryFolders } from './data-folders.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

describe('the link that makes an admin', () => {
  let site: AccountSite;
  let people: ReturnType<typeof doings>;
  beforeAll(async () => {
    site = await serveAccounts();
    people = doings(site);
  });
  afterAll(() => site.end());
  const makeLink = () => {
    const { adminLinks: links, audit } = site.store;
    return createAdminLinks({
      links,
      audit,
      secrets: oneTimeSecrets,
      clock: { now: () => site.time.at },
    }).make('https://sanxiu.example');
  };
  const tokenOf = (link: string) => link.split('#admin=')[1] ?? '';
  const redeem = (cookie: string, token: string) => people.post('/api/admin-link/redeem', { token }, cookie);

  test('wants a claimed place first; then it makes an admin, once, and the book says who', async () => {
    expect(await site.store.adminLinks.hasAdmin()).toBe(false);
    const link = await makeLink();
    expect(link).toMatch(/^https:\/\/sanxiu\.example\/sign-in\/#admin=[\w-]{43}$/);
    const cookie = await site.join('王老师');
    const early = await redeem(cookie, tokenOf(link));
    expect([early.status, early.text]).toEqual([409, expect.stringMatching(/还没有设登录方式/)]);
    expect((await people.get('/api/learner', cookie)).json.role).toBe('learner');
    await people.claim(cookie, 'wang');
    site.time.at += 1;
    const done = await redeem(cookie, tokenOf(link));
    site.time.at = NOW;
    expect([done.status, done.json.learner.role]).toEqual([200, 'admin']);
    expect((await people.get('/api/learner', cookie)).json.role).toBe('admin');
    expect(await site.store.adminLinks.hasAdmin()).toBe(true);
    // Asked again after a lost answer.
    expect((await redeem(cookie, tokenOf(link))).status).toBe(200);
    const other = await site.join();
    await people.claim(other, 'other');
    expect((await redeem(other, tokenOf(link))).status).toBe(422);
    const { id } = done.json.learner;
    expect(await site.store.audit.list(9)).toEqual([
      expect.objectContaining({
        actorId: id,
        subjectId: id,
        act: 'role.changed',
        detail: { role: 'admin', by: 'admin-link' },
      }),
      expect.objectContaining({ actorId: 'system', act: 'admin-link.made', detail: {} }),
    ]);
  });

  test('a wrong one and one older than a day make nobody an admin; the database holds only hashes', async () => {
    const cookie = await site.join();
    await people.claim(cookie, 'late');
    const token = tokenOf(await makeLink());
    const rows = JSON.stringify(await site.store.db.selectFrom('admin_link').selectAll().execute());
    expect(rows).not.toContain(token);
    expect((await redeem(cookie, `${token}x`)).status).toBe(422);
    site.time.at = NOW + 24 * 3_600_000;
    const over = await redeem(cookie, token);
    site.time.at = NOW;
    expect([over.status, over.text]).toEqual([422, expect.stringMatching(/24小时[\s\S]*npm run admin:link/)]);
    expect((await people.get('/api/learner', cookie)).json.role).toBe('learner');
  });

  test('used again after the role was taken away it does not give it back', async () => {
    const cookie = await site.join();
    await people.claim(cookie, 'former-admin');
    const token = tokenOf(await makeLink());
    const { learner } = (await redeem(cookie, token)).json;
    await site.store.learners.setRole(learner.id, 'learner');
    await redeem(cookie, token);
    expect((await people.get('/api/learner', cookie)).json.role).toBe('learner');
  });
});

describe('npm run admin:link', () => {
  const { folder, clear } = temporaryFolders();
  afterAll(clear);
  const run = (env: Record<string, string>, ...args: string[]) =>
    new Promise<{ code: number; out: string; err: string }>((resolve) => {
      execFile(
        process.execPath,
        ['src/app.ts', '--admin-link', ...args],
        { cwd: root, env: { ...process.env, PORT: '', HOST: '', DATABASE_URL: '', ORIGIN: '', ...env } },
        (error, out, err) => resolve({ code: error ? Number(error.code) : 0, out, err }),
      );
    });

  test('prints one while a server runs on the same folder, and it is good there', async () => {
    const dataDir = folder();
    const server = await running(dataDir);
    const said = await run({ DATA_DIR: dataDir, ORIGIN: 'https://sanxiu.example' });
    expect([said.code, said.err]).toEqual([0, '']);
    const [link, token = ''] = /https:\/\/sanxiu\.example\/sign-in\/#admin=([\w-]+)/.exec(said.out) ?? [];
    expect(said.out).toMatch(/管理员链接[\s\S]*administrator/);
    expect(link).toBeDefined();
    const hash = oneTimeSecrets.hash('admin-link', token);
    await server.accounts.beginWith('company-user', { id: 'w', nickname: '王', createdAt: 1 });
    const session = { learnerId: 'w', generation: 1 };
    expect(await server.adminLinks.redeem(session, { hash, at: Date.now(), entryId: 'e' })).toBe('done');
    await server.stop();
  });

  test('where there is no data nothing is made; a wrong argument is refused', async () => {
    const none = await run({ DATA_DIR: `${folder()}/data` });
    expect([none.code, none.err]).toEqual([1, expect.stringMatching(/还没有数据[\s\S]*no data/)]);
    const wrong = await run({ DATA_DIR: folder() }, '--forever');
    expect([wrong.code, wrong.err]).toEqual([1, expect.stringMatching(/argument "--forever"/)]);
  });
});
