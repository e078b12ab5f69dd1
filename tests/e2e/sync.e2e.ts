import AxeBuilder from '@axe-core/playwright';
import { rowsOf } from './device.ts';
import { expect, test } from './fixtures.ts';
import { SyncDevice } from './models/sync-device.ts';

test('two phones become one record: by a code, after a week apart, and until it is deleted', async ({
  browser,
}) => {
  const a = await SyncDevice.of(browser);
  const b = await SyncDevice.of(browser);

  await test.step('study offline, then turn it on', async () => {
    await a.openLesson();
    await a.context.setOffline(true);
    await a.write('先问她哪一步最费事');
    await a.context.setOffline(false);
    await a.openMe();
    await expect(a.section).toContainText('从技术上读得到');
    expect((await new AxeBuilder({ page: a.page }).include('main').analyze()).violations).toEqual([]);
    await a.section.getByRole('button', { name: '打开同步' }).click();
    await expect(a.section).toContainText('请写一个称呼');
    await a.turnOn('小红');
    await expect(a.section).toContainText('已打开，称呼是小红。');
  });

  await test.step('the second phone joins by the code and sees the first one’s words', async () => {
    await a.section.getByRole('button', { name: '显示转移码' }).click();
    const shown = a.section.locator('output');
    await expect(shown).toHaveText(/^[2-9A-Z]{4} [2-9A-Z]{4}$/);
    await expect(a.section.getByRole('img', { name: '转移码的二维码' })).toBeVisible();
    expect((await new AxeBuilder({ page: a.page }).include('main').analyze()).violations).toEqual([]);
    const code = (await shown.textContent()) ?? '';
    await b.openMe();
    await b.join('2222 2222');
    await expect(b.section).toContainText('这个转移码不对');
    // As the camera opens it: the field is filled, and nothing happens by itself.
    await b.page.goto('/me/?');
    await b.page.goto(`/me/#code=${code.replace(' ', '')}`);
    await expect(b.section.getByLabel('那台设备上显示的转移码')).toHaveValue(code.replace(' ', ''));
    expect(b.page.url()).not.toContain('code');
    await b.section.getByRole('button', { name: '用这个码接上' }).click();
    await expect(b.page.locator('.notes-list')).toContainText('先问她哪一步最费事');
    await b.seesAllSent();
  });

  await test.step('what the second one does reaches the first', async () => {
    await b.openLesson();
    await b.write('下周三再去一次');
    await b.openMe();
    await b.seesAllSent();
    await a.syncNow();
    await expect(a.page.locator('.notes-list')).toContainText('下周三再去一次');
  });

  await test.step('a week apart both write in the same place: both keep both', async () => {
    for (const one of [a, b]) {
      await one.openLesson();
      await one.context.setOffline(true);
    }
    await a.write('我这周写的');
    await b.write('他那周写的');
    for (const one of [a, b]) {
      await one.context.setOffline(false);
      await one.openMe();
      await one.seesAllSent();
    }
    await a.syncNow();
    await b.syncNow();
    for (const { page } of [a, b])
      await expect(page.locator('.notes-list')).toContainText(/他那周写的.*另一台设备上写的.*我这周写的/);
    const ids = async (one: SyncDevice) =>
      (await rowsOf(one.page, 'facts')).map((row) => JSON.parse(row).id).sort();
    await expect.poll(() => ids(a)).toEqual(await ids(b));
  });

  await test.step('turned off it sends nothing; turned on again it goes on', async () => {
    await b.section.getByRole('button', { name: '在这台设备上关掉' }).click();
    await expect(b.section).toContainText('这台设备上的同步已经关掉，不再送');
    await b.page.reload();
    await b.section.getByRole('button', { name: '再打开' }).click();
    await b.seesAllSent();
  });

  await test.step('deleting the copy leaves what each phone has, and nobody brings it back', async () => {
    const before = await rowsOf(a.page, 'facts');
    await a.section.getByRole('button', { name: '删掉服务器上的那一份' }).click();
    const question = a.page.getByRole('dialog');
    await expect(question).toContainText('每台设备上已有的记录不动');
    await question.getByLabel('我知道删除后找不回来').check();
    await question.getByRole('button', { name: '删除', exact: true }).click();
    await expect(a.section).toContainText('服务器上的那一份已经删除。这台设备上的记录还在。');
    expect(await rowsOf(a.page, 'facts')).toEqual(before);
    await b.syncNow();
    await expect(b.section).toContainText('服务器上的那一份已经删除，可能是在你的另一台设备上删的');
    await expect(b.page.locator('.notes-list')).toContainText('我这周写的');
    await expect(b.section.getByRole('button', { name: '打开同步' })).toBeVisible();
  });
  await Promise.all([a, b].map(({ context }) => context.close()));
});

test('whoever has not turned it on sends nothing and fetches nothing for it', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('/learn/m1-goals-plans-rehearsal/#first-entry');
  const block = page.locator('#first-entry');
  await block.locator('astro-island:not([ssr])').first().waitFor();
  await block.locator('textarea').first().fill('只在这里');
  await page.locator('h1').click();
  await expect.poll(async () => (await rowsOf(page, 'facts')).join()).toContain('只在这里');
  expect(asked.filter((url) => /sync|\/api\//.test(url))).toEqual([]);
});

test.describe('a static copy of the site', () => {
  test.use({ expectedErrors: [/404/] });
  test('has no server to sync with, and says nothing of it', async ({ page }) => {
    await page.route('**/healthz', (route) => route.fulfill({ status: 404, body: 'Not found' }));
    const asked = page.waitForResponse('**/healthz');
    await page.goto('/me/');
    await asked;
    await expect(page.getByRole('heading', { name: '记录归你' })).toBeVisible();
    await expect(page.getByRole('heading', { name: '在别的设备上接着学' })).toHaveCount(0);
  });
});
