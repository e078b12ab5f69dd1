import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { completed, finished, reflected } from '../contract/facts.ts';
import { expect, test } from './fixtures.ts';
import { AdminDesk } from './models/admin-desk.ts';

const hasNoAxeFault = async (page: Page) =>
  expect((await new AxeBuilder({ page }).include('main').analyze()).violations).toEqual([]);

test.use({ expectedErrors: [/Failed to load resource: .* 422/] });

test('an admin looks over the server, gives a role, hands out and deletes what is known of somebody', async ({
  page,
}) => {
  const desk = new AdminDesk(page);
  const mark = String(Date.now());
  const [learner, boss] = [`学员${mark}`, `管理${mark}`];
  const main = page.getByRole('main');
  const row = page.getByRole('listitem').filter({ hasText: learner });
  const id = await desk.join(learner);
  await desk.send('/api/facts', {
    facts: [finished('seen'), finished('seen', 1), reflected('own', '只给自己看的话')],
  });
  const words = `第三段写错了 ${mark}`;
  const report = { id: crypto.randomUUID(), lessonId: 'm2-fab-pitch', language: 'zh', words };
  await desk.send('/api/mistakes', report);
  desk.makeAdmin(await desk.join(boss));

  await test.step('the overview says what needs somebody, in plain words', async () => {
    await desk.open();
    await expect(main).toContainText('查不到备份记录。请在服务器上运行npm run backup');
    await expect(main).toContainText(/隔离区里有\d+条对不上的记录/);
    await expect(main).toContainText(/磁盘剩[\d.]+ GB，共[\d.]+ GB/);
    await hasNoAxeFault(page);
  });

  await test.step('somebody is found and becomes a facilitator; that is in the audit log', async () => {
    await desk.go('人员');
    await page.getByLabel('找人').fill(learner);
    await page.getByRole('button', { name: '找', exact: true }).click();
    await expect(main).toContainText('列出1位。');
    await row.locator('summary').click();
    await expect(row).toContainText('学习记录：2条');
    await row.getByLabel('角色').selectOption('讲师');
    await expect(row).toContainText('他还没有设登录方式');
    await row.getByRole('button', { name: '改角色' }).click();
    await expect(row.getByText('已改为讲师。')).toBeVisible();
    await hasNoAxeFault(page);
    await desk.go('操作记录');
    await expect(main).toContainText(`${boss} 把${learner}的角色从学员改成讲师`);
    await hasNoAxeFault(page);
  });

  await test.step('what they wrote for themselves is not in the export', async () => {
    await desk.go('人员');
    await page.getByLabel('找人').fill(id);
    await page.getByRole('button', { name: '找', exact: true }).click();
    await expect(main).toContainText('列出1位。');
    await row.locator('summary').click();
    const saved = page.waitForEvent('download');
    await row.getByRole('button', { name: '导出他的资料' }).click();
    const text = readFileSync(await (await saved).path(), 'utf8');
    const told = JSON.parse(text);
    expect([told.person.nickname, told.facts.length, told.privateFactsWithheld]).toEqual([learner, 1, 1]);
    expect(text).not.toContain('只给自己看的话');
  });

  await test.step('a contradiction is looked at and cleared away, a report is dealt with', async () => {
    await desk.go('隔离区');
    const aside = page.getByRole('listitem').filter({ hasText: learner });
    await aside.getByText('看两份内容').click();
    await expect(aside).toContainText('先到的，算数');
    await hasNoAxeFault(page);
    await aside.getByRole('button', { name: '清掉这一条' }).click();
    await expect(aside).toHaveCount(0);
    await desk.go('反馈收件箱');
    const one = page.getByRole('listitem').filter({ hasText: words });
    await expect(one.getByRole('link', { name: '第20课 FAB产品介绍技术' })).toBeVisible();
    await hasNoAxeFault(page);
    await one.getByRole('button', { name: '已处理' }).click();
    await expect(one).toHaveCount(0);
  });

  await test.step('deleting takes the nickname, typed', async () => {
    await desk.go('人员');
    await page.getByLabel('找人').fill(learner);
    await page.getByRole('button', { name: '找', exact: true }).click();
    await expect(main).toContainText('列出1位。');
    await row.locator('summary').click();
    await row.getByRole('button', { name: '删除这个人' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/请照样输入称呼/).fill('别人');
    await dialog.getByRole('button', { name: '删除' }).click();
    await expect(dialog).toContainText('没有删除。请照页面上的称呼再输一次');
    await hasNoAxeFault(page);
    await dialog.getByLabel(/请照样输入称呼/).fill(learner);
    await dialog.getByRole('button', { name: '删除' }).click();
    await expect(main).toContainText(`「${learner}」已删除。`);
    await expect(row).toHaveCount(0);
  });
});

test('retention is saved only after the number of people was seen; by keyboard alone, in English', async ({
  page,
}) => {
  const desk = new AdminDesk(page);
  desk.makeAdmin(await desk.join(`Boss ${Date.now()}`));
  await desk.open('en');
  await page.getByRole('link', { name: 'Retention' }).focus();
  await page.keyboard.press('Enter');
  const status = page.getByRole('main').getByRole('status');
  await page.getByRole('radio', { name: /^are never deleted/ }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  const days = page.getByLabel('Days (30 to 3,650)');
  await expect(days).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(status).toHaveText('See how many it concerns first, then save.');
  await days.fill('20');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(status).toHaveText(/takes a whole number from 30 to 3,650\.$/);
  await days.fill('3650');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(status).toHaveText(/^0 learners have not been here for more than 3650 days\./);
  await hasNoAxeFault(page);
  await page.getByRole('button', { name: 'Save' }).focus();
  await page.keyboard.press('Enter');
  await expect(status).toHaveText('Saved.');
  await page.reload();
  await expect(page.getByRole('radio', { name: /^are deleted/ })).toBeChecked();
  await expect(page.getByRole('main')).toContainText('Last changed:');
  // As it was: other tests read the same server.
  await page.getByRole('radio', { name: /^are never deleted/ }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(status).toHaveText('Saved.');
});

test.describe('who may not', () => {
  test.use({ expectedErrors: [/Failed to load resource/] });

  test('without a session there is a way to sign in, without a role a sentence, without a server another', async ({
    page,
  }) => {
    const desk = new AdminDesk(page);
    const main = page.getByRole('main');
    await desk.open();
    await expect(main).toContainText('请先登录管理员账号');
    await expect(main.getByRole('link', { name: '去登录' })).toHaveAttribute('href', '/sign-in/');
    await hasNoAxeFault(page);
    await desk.join('小红');
    await desk.open('en');
    await expect(main).toContainText('You are here as “小红”, who may not administer.');
    await page.route('**/api/**', (route) => route.abort());
    await desk.open();
    await expect(main).toContainText('连不上服务器');
  });
});

test('an admin sees what waits to be checked, and sends once more what the other system refused', async ({
  page,
}) => {
  const desk = new AdminDesk(page);
  const main = page.getByRole('main');
  const id = await desk.join(`学员${Date.now()}`);
  // A revision nobody has: it was looked at a moment later and cannot be judged.
  await desk.send('/api/facts', { facts: [{ ...completed('far'), lessonRevision: 'ffff' }, finished('f')] });
  const boss = `管理${Date.now()}`;
  desk.makeAdmin(await desk.join(boss));
  await desk.refuse(id, 'f');
  await expect(async () => {
    await desk.open();
    await expect(main).toContainText(/等着核对分数\d+条，最早的\d{4}年.*收到/, { timeout: 2_000 });
  }).toPass();
  await expect(main).toContainText('等着发的3条，核对后才发的2条，被拒收的1条');
  await expect(main).toContainText('有1条学习记录，对方系统拒收。');
  await hasNoAxeFault(page);
  await page.getByRole('button', { name: '重新发送被拒收的' }).focus();
  await page.keyboard.press('Enter');
  await expect(main.getByRole('status')).toHaveText('1条已经排进队里，几分钟后再来看结果。');
  await page.keyboard.press('Enter');
  await expect(main.getByRole('status')).toHaveText('没有被拒收的记录。');
  await desk.go('操作记录');
  await expect(main).toContainText(`${boss} 重新发送了1条被拒收的学习记录`);
});
