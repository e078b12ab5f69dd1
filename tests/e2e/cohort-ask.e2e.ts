import { expect, test } from './fixtures.ts';
import { TrainerDesk } from './models/class-room.ts';

test.use({ expectedErrors: [/Failed to load resource: .* 4\d\d/, /net::ERR_INTERNET_DISCONNECTED/] });

test('an invitation ends only after a question, never by a slip in the days', async ({ browser }) => {
  const desk = await TrainerDesk.of(browser);
  const { page } = desk;
  await page.goto('/cohorts/');
  await desk.signIn('孙老师');
  await page.reload();
  await desk.make('不小心的班');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  // The class, its report and what is shown to it are asked for once each, not over and over.
  const asked: string[] = [];
  page.on('request', (request) => {
    if (/\/api\/cohorts\//.test(request.url()))
      asked.push(new URL(request.url()).pathname.split('/').at(-1) ?? '');
  });
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect([asked.length, new Set(asked).size]).toEqual([3, 3]);
  const invite = desk.part('邀请');
  const code = invite.locator('.big-code');
  const first = await code.textContent();

  for (const days of ['', '0', '366']) {
    await invite.getByLabel('有效天数').fill(days);
    await invite.getByRole('button', { name: '改有效期' }).click();
    await expect(invite.getByText('没有改。有效天数要填1到365之间的整数。')).toBeVisible();
  }
  await page.reload();
  await expect(code).toHaveText(first ?? '');

  await invite.getByRole('button', { name: '换一个新码' }).click();
  await expect(page.getByRole('dialog')).toContainText('换一个新的邀请码，90天有效？');
  await page.keyboard.press('Escape');
  await expect(code).toHaveText(first ?? '');
  await invite.getByRole('button', { name: '换一个新码' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '换一个新码' }).click();
  await expect(code).not.toHaveText(first ?? '');
  await expect(code).toHaveText(/^[2-9A-Z]{4} [2-9A-Z]{4}$/);

  await invite.getByRole('button', { name: '停用邀请' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '停用邀请' }).click();
  await expect(invite.getByText('邀请已停用')).toBeVisible();
  await expect(invite.getByRole('heading')).toBeFocused();
  await desk.context.close();
});

test('a task is withdrawn after a question; what is refused is said where one is, and not after the next act', async ({
  browser,
}) => {
  const desk = await TrainerDesk.of(browser);
  const { page, context } = desk;
  await page.goto('/cohorts/');
  await desk.signIn('李老师');
  await page.reload();
  await desk.make('有任务的班');
  await desk.assign('lesson', /^第20课/);
  const tasks = desk.part('任务').locator('.tasks > li');
  await tasks.getByRole('button', { name: '撤掉任务' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '取消' }).click();
  await expect(tasks).toHaveCount(1);
  await tasks.getByRole('button', { name: '撤掉任务' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '撤掉任务' }).click();
  await expect(tasks).toHaveCount(0);
  await expect(page.getByRole('heading', { name: '任务', exact: true })).toBeFocused();

  const manage = desk.part('管理');
  await manage.getByLabel('加一位讲师一起带').fill('没有这个人');
  await manage.getByRole('button', { name: '加入' }).click();
  const wrong = page.getByText('没有用户名或编号是这个的讲师。');
  await expect(wrong).toBeInViewport();
  await context.setOffline(true);
  await desk.refresh();
  await expect(page.getByText('连不上服务器，没有变化。')).toBeVisible();
  await expect(wrong).toBeHidden();
  await context.close();
});
