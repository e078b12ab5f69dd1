import AxeBuilder from '@axe-core/playwright';
import { rowsOf } from './device.ts';
import { expect, test } from './fixtures.ts';
import { AccountDevice } from './models/account-device.ts';

const PASSWORD = '三月的雨 2026';
/** Of its own for each test: they run at once on one server. */
const named = (name: string) => `${name}.${Math.random().toString(36).slice(2, 10)}`;

const axe = async ({ page }: AccountDevice) =>
  expect((await new AxeBuilder({ page }).include('main').analyze()).violations).toEqual([]);

test('an account: made on one phone, signed in to on another, the records there joined or left by one answer', async ({
  browser,
}) => {
  const name = named('小红');
  const a = await AccountDevice.of(browser);
  const b = await AccountDevice.of(browser);
  let code = '';

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
    code = await a.noteCode();
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
    await expect(b.notes).toContainText('乙手机上写的');
    await expect(b.notes).not.toContainText('别人在这里写的');
    await b.signOut('记录留在这台设备里');
    await expect(b.notes).toContainText('别人在这里写的');
    await expect(b.notes).not.toContainText('乙手机上写的');
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
