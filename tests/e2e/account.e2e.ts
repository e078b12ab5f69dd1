import { execFileSync } from 'node:child_process';
import AxeBuilder from '@axe-core/playwright';
import { rowsOf } from './device.ts';
import { expect, test } from './fixtures.ts';
import { AccountDevice } from './models/account-device.ts';

const PASSWORD = '三月的雨 2026';
/** Of its own for each test: they run at once on one server. */
const named = (name: string) => `${name}.${Math.random().toString(36).slice(2, 10)}`;

const axe = async ({ page }: AccountDevice) =>
  expect((await new AxeBuilder({ page }).include('main').analyze()).violations).toEqual([]);

test('an account: made on one phone, signed in to on another, and what was studied there joins', async ({
  browser,
}) => {
  const name = named('小红');
  const a = await AccountDevice.of(browser);
  const b = await AccountDevice.of(browser);

  await test.step('a nickname becomes an account, and the code is shown once', async () => {
    await a.write('甲手机上写的');
    await a.turnOn('小红');
    await expect(a.account).toContainText('设备都丢了');
    await axe(a);
    await a.account.getByLabel('用户名').fill(name);
    await a.account.getByLabel('密码', { exact: true }).fill('short');
    await a.account.getByRole('button', { name: '设账号', exact: true }).click();
    await expect(a.account).toContainText('密码要8到128个字符');
    await expect(a.account.getByLabel('用户名')).toHaveValue(name);
    await a.context.setOffline(true);
    await a.account.getByLabel('密码', { exact: true }).fill(PASSWORD);
    await a.account.getByRole('button', { name: '设账号', exact: true }).click();
    await expect(a.account).toContainText('你填的都还在');
    await expect(a.account.getByLabel('密码', { exact: true })).toHaveValue(PASSWORD);
    await a.context.setOffline(false);
    await a.account.getByRole('button', { name: '设账号', exact: true }).click();
    await expect(a.account.locator('output')).toBeVisible();
    await a.account.getByRole('button', { name: '完成' }).press('Enter');
    await expect(a.account).toContainText('先记下来');
    await axe(a);
    await a.noteCode();
    await expect(a.account).toContainText(`用户名是${name}`);
    await expect(a.account.locator('output')).toHaveCount(0);
    await axe(a);
  });

  await test.step('on the second phone: what was studied there is asked for once, and joins', async () => {
    await b.write('乙手机上写的');
    await b.openSignIn();
    await axe(b);
    await b.signIn(name, '不是这一个密码');
    await expect(b.main).toContainText('用户名或密码不对');
    await b.signIn(name, PASSWORD);
    await expect(b.main).toContainText('这台设备上原来的记录，是你的吗？');
    await expect(b.main).toContainText('学过1课，写下1处');
    await axe(b);
    await b.main.getByRole('button', { name: '是我的，并进我的账号' }).click();
    await expect(b.page).toHaveURL(/\/me\/$/);
    await b.seesAllSent();
    await expect(b.notes).toContainText('甲手机上写的');
    await expect(b.notes).toContainText('乙手机上写的');
  });
  await Promise.all([a, b].map(({ context }) => context.close()));
});

test('a shared phone: signed out nothing is left, another’s record is left alone, and a lost password comes back', async ({
  browser,
}) => {
  const name = named('小兰');
  const a = await AccountDevice.of(browser);
  await a.write('账号里写的');
  await a.turnOn('小兰');
  const code = await a.claim(name, PASSWORD);
  const b = await AccountDevice.of(browser);

  await test.step('signed in without a question where nothing was studied', async () => {
    await b.openSignIn();
    await b.signIn(name, PASSWORD);
    await b.seesAllSent();
    await expect(b.notes).toContainText('账号里写的');
  });

  await test.step('signed out on a shared phone nothing of it is left there', async () => {
    await b.signOut('从这台设备上清掉');
    await expect(b.notes).toHaveCount(0);
    expect(await rowsOf(b.page, 'facts')).toEqual([]);
    const databases = await b.page.evaluate(async () => {
      const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
      const counts = names.map(
        (one) =>
          new Promise<number>((resolve) => {
            const opening = indexedDB.open(one);
            opening.onsuccess = () => {
              const counting = opening.result.transaction('facts').objectStore('facts').count();
              counting.onsuccess = () => resolve(counting.result);
            };
          }),
      );
      return Promise.all(counts);
    });
    expect(databases.every((count) => count === 0)).toBe(true);
  });

  await test.step('somebody else studies there; the account is signed in to, and the answer is no', async () => {
    await b.write('别人在这里写的');
    await b.openSignIn();
    await b.signIn(name, PASSWORD);
    await b.main.getByRole('button', { name: '不是我的，留在原处' }).click();
    await b.seesAllSent();
    await expect(b.notes).toContainText('账号里写的');
    await expect(b.notes).not.toContainText('别人在这里写的');
    await b.signOut('记录留在这台设备里');
    await expect(b.notes).toContainText('别人在这里写的');
    await expect(b.notes).not.toContainText('账号里写的');
  });

  await test.step('coming back by the recovery code: no question again, and a new code', async () => {
    await b.openSignIn();
    await b.main.getByText('忘了密码').click();
    const form = b.main.locator('details form');
    await form.getByLabel('用户名').fill(name);
    await form.getByLabel('恢复码').fill(code.toLowerCase().replaceAll('-', ' '));
    await form.getByLabel('新密码').fill('另一个更长的密码');
    await form.getByRole('button', { name: '换密码并登录' }).click();
    expect(await b.noteCode()).not.toBe(code);
    await expect(b.page).toHaveURL(/\/me\/$/);
    await b.seesAllSent();
    await expect(b.notes).not.toContainText('别人在这里写的');
    await a.openMe();
    await expect(a.sync).toContainText('登录已经失效');
  });
  await Promise.all([a, b].map(({ context }) => context.close()));
});

test('a nickname joins an account, the server’s copy too; the other tab opens the account’s record', async ({
  browser,
}) => {
  const name = named('小明');
  const owner = await AccountDevice.of(browser);
  await owner.write('账号里写的');
  await owner.turnOn('小明');
  await owner.claim(name, PASSWORD);
  await owner.context.close();

  const phone = await AccountDevice.of(browser);
  await phone.write('用称呼写的');
  await phone.turnOn('明');
  const tab = new AccountDevice(phone.context, await phone.context.newPage());
  await tab.openMe();
  await expect(tab.notes).toContainText('用称呼写的');

  await phone.page.bringToFront();
  await phone.openSignIn();
  await expect(phone.main).toContainText('这台设备现在用的是称呼「明」，还没有账号');
  await phone.context.setOffline(true);
  await phone.signIn(name, PASSWORD);
  await expect(phone.main).toContainText('连不上服务器');
  await phone.context.setOffline(false);
  await phone.signIn(name, PASSWORD);
  await expect(phone.main).toContainText('它的称呼是「明」，服务器上也有一份');

  // The page goes before it is answered: nothing is sent, and the question is asked again.
  await phone.openMe();
  await expect(phone.account).toContainText('登录还差一步');
  await phone.account.getByRole('link', { name: '去说一下' }).click();
  const yes = phone.main.getByRole('button', { name: '是我的，并进我的账号' });
  await expect(yes).toBeVisible(); // the page is here before the network goes
  await phone.context.setOffline(true);
  await yes.click();
  await expect(phone.main).toContainText('原来的记录没有动');
  await phone.context.setOffline(false);
  await phone.main.getByRole('button', { name: '接着做' }).click();
  // One tab syncs at a time: the one where it was asked for last. The other one opens anew meanwhile and, being in sight here
  // too, asks as well; so it is asked for until this one has it.
  await expect(async () => {
    await phone.sync.getByRole('button', { name: '现在同步' }).click();
    await expect(phone.sync).toContainText('这台设备上的都送到了。', { timeout: 3_000 });
  }).toPass();
  for (const one of [phone, tab]) {
    await expect(one.notes).toContainText('账号里写的');
    await expect(one.notes).toContainText('用称呼写的');
  }
  await phone.context.close();
});

test('a passkey: it makes the account, signs in without a word typed, and is the last way in', async ({
  browser,
}) => {
  const phone = await AccountDevice.of(browser);
  const devtools = await phone.context.newCDPSession(phone.page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
    },
  });
  await phone.turnOn('阿芳');
  await phone.account.getByRole('button', { name: '不设密码，用通行密钥' }).click();
  await phone.noteCode();
  await expect(phone.account).toContainText('用通行密钥登录，称呼是阿芳');
  await phone.account.getByText('通行密钥', { exact: true }).click();
  await phone.account.getByRole('button', { name: '移除我的设备' }).click();
  await expect(phone.account).toContainText('这是登录的最后一个办法');
  await axe(phone);

  await phone.signOut('从这台设备上清掉');
  await phone.openSignIn();
  await phone.main.getByRole('button', { name: '用通行密钥登录' }).click();
  await phone.seesAllSent();
  await expect(phone.account).toContainText('称呼是阿芳');

  const name = named('阿芳');
  await phone.account.getByText('加一个密码').click();
  await phone.account.getByLabel('用户名').fill(name);
  await phone.account.getByLabel('新密码').fill(PASSWORD);
  await phone.account.getByRole('button', { name: '保存新密码' }).click();
  await expect(phone.account).toContainText(`用户名是${name}`);
  await phone.account.getByText('通行密钥', { exact: true }).click();
  await phone.account.getByRole('button', { name: '移除我的设备' }).click();
  await expect(phone.account).toContainText('还没有。');
  await phone.context.close();
});

test('turned off, the copy on the server can still be deleted: never another one’s, and never only in words', async ({
  browser,
}) => {
  const phone = await AccountDevice.of(browser);
  const learnerStatus = () => phone.page.evaluate(async () => (await fetch('/api/learner')).status);
  const turnOff = async () => {
    await phone.sync.getByRole('button', { name: '在这台设备上关掉' }).click();
    await expect(phone.sync).toContainText('同步已经关掉');
    await expect(phone.sync.getByRole('heading')).toBeFocused();
  };
  const question = phone.page.getByRole('dialog', { name: '删掉服务器上的那一份？' });
  const remove = async () => {
    await phone.sync.getByRole('button', { name: '删掉服务器上的那一份' }).click();
    await question.getByLabel('我知道删除后找不回来').check();
    await question.getByRole('button', { name: '删除' }).click();
  };

  await test.step('somebody else has come to be signed in: theirs stays', async () => {
    await phone.turnOn('小青');
    await turnOff();
    const own = await phone.context.cookies();
    await phone.context.clearCookies();
    await phone.page.evaluate(() =>
      fetch('/api/learner', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ nickname: '别人' }),
      }),
    );
    await remove();
    await expect(question.getByRole('status')).toContainText('另一个账号');
    expect(await learnerStatus()).toBe(200);
    await question.getByRole('button', { name: '取消' }).click();
    await phone.context.clearCookies();
    await phone.context.addCookies(own);
  });

  await test.step('one’s own is deleted, without being sent to once more', async () => {
    await remove();
    await expect(phone.sync).toContainText('服务器上的那一份已经删除');
    await expect(phone.sync.getByRole('button', { name: '打开同步' })).toBeVisible();
    expect(await learnerStatus()).not.toBe(200);
  });

  await test.step('signed out of an account, the copy is still there, and that is said', async () => {
    await phone.turnOn('小青');
    await phone.claim(named('小青'), PASSWORD);
    await turnOff();
    await phone.context.clearCookies();
    await remove();
    await expect(question.getByRole('status')).toContainText('登录已经失效，没有变化');
  });
  await phone.context.close();
});

test('the link of an admin: no account yet, one is made, then it is used by a press; all by keyboard', async ({
  page,
  baseURL,
}) => {
  const lines = execFileSync(process.execPath, ['dist/main.mjs', '--admin-link'], {
    env: { ...process.env, DATA_DIR: 'test-results/data', PORT: new URL(baseURL ?? '').port },
    encoding: 'utf8',
  });
  const token = /#admin=([\w-]+)/.exec(lines)?.[1];
  const admin = new AccountDevice(page.context(), page);
  const tabTo = async (name: string, role: 'textbox' | 'button' | 'checkbox' = 'textbox', nth = 0) => {
    const aim = admin.main.getByRole(role, { name, exact: true }).nth(nth);
    await aim.waitFor();
    for (let presses = 0; presses < 60; presses += 1) {
      if (await aim.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`no way by Tab to ${role} ${name}`);
  };
  await page.goto(`/sign-in/#admin=${token}`);
  await expect(admin.main).toContainText('这个链接只能用一次');
  expect(page.url()).not.toContain('admin');
  await axe(admin);
  await page.reload();
  const name = named('管理员');
  await tabTo('怎么称呼您');
  await page.keyboard.type('陈老师');
  await tabTo('用户名', 'textbox', 1);
  await page.keyboard.insertText(name);
  await tabTo('密码', 'textbox', 1);
  await page.keyboard.insertText(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(admin.main.locator('output')).toBeVisible();
  await tabTo('我已经记在别处了', 'checkbox');
  await page.keyboard.press('Space');
  await tabTo('完成', 'button');
  await page.keyboard.press('Enter');
  await expect(admin.main).toContainText('确认后，「陈老师」就是这个网站的管理员');
  await axe(admin);
  await tabTo('确认，成为管理员', 'button');
  await page.keyboard.press('Enter');
  await expect(admin.main).toContainText('「陈老师」现在是管理员了');
  await expect(admin.main.getByRole('link', { name: '管理' })).toHaveAttribute('href', '/admin/');
  await admin.openMe();
  await expect(admin.account.getByRole('link', { name: '带班' })).toHaveAttribute('href', '/cohorts/');
});

test.describe('where there is no server', () => {
  test.use({ expectedErrors: [/404/] });
  test('signing in says so, and study goes on', async ({ page }) => {
    await page.route('**/healthz', (route) => route.fulfill({ status: 404, body: 'Not found' }));
    await page.goto('/en/sign-in/');
    await expect(page.locator('main')).toContainText(
      'No server that can sign you in answers at this address.',
    );
    await expect(page.locator('main')).toContainText('Go on studying as usual');
    expect((await new AxeBuilder({ page }).include('main').analyze()).violations).toEqual([]);
  });
});

test('the company: its button, coming back without success, and coming back signed in', async ({
  page,
  browser,
}) => {
  await page.route('**/api/contact', (route) =>
    route.fulfill({ json: { reportTo: null, companySignIn: '华东农机' } }),
  );
  await page.goto('/sign-in/#company-failed=denied');
  await expect(page.locator('main')).toContainText('华东农机那边没有同意登录，这里没有变化。');
  expect(page.url()).not.toContain('denied');
  const leaving = page.waitForRequest('**/api/sign-in/company');
  await page.route('**/api/sign-in/company', (route) => route.fulfill({ status: 204 }));
  await page.getByRole('button', { name: '用华东农机账号登录' }).click();
  await leaving;

  const name = named('小周');
  const owner = await AccountDevice.of(browser);
  await owner.turnOn('小周');
  await owner.claim(name, PASSWORD);
  await owner.context.close();
  const device = new AccountDevice(page.context(), page);
  await device.write('回来以前写的');
  // As the company's page sends the browser back: the cookie is there, the page learns whose it is.
  const status = await page.evaluate(
    async (body) => {
      const headers = { 'content-type': 'application/json' };
      return (await fetch('/api/sign-in', { method: 'POST', headers, body })).status;
    },
    JSON.stringify({ username: name, password: PASSWORD }),
  );
  expect(status).toBe(200);
  await page.goto('/sign-in/?next=/glossary/#company');
  await device.main.getByRole('button', { name: '是我的，并进我的账号' }).click();
  await expect(page).toHaveURL(/\/glossary\/$/);
  await device.openMe();
  await device.seesAllSent();
  await expect(device.notes).toContainText('回来以前写的');
});
