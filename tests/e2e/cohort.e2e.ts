import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { isKept } from './device.ts';
import { expect, test } from './fixtures.ts';
import { TrainerDesk } from './models/class-room.ts';
import { LessonPage } from './models/lesson-page.ts';
import { SyncDevice } from './models/sync-device.ts';

const CLASS = '秋季班<img src=x onerror="window.hacked=1">';
const LEARNER = '=cmd|小红<b>';
const NOTE = '只给我自己看的一句话';
const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);

test('a class: made, joined by its link after studying alone, reported, exported, left', async ({
  browser,
}) => {
  // A long story: on a busy machine it takes more than the usual minute.
  test.slow();
  const desk = await TrainerDesk.of(browser);
  const phone = await SyncDevice.of(browser);

  await test.step('the trainer signs in, makes a class and assigns', async () => {
    await desk.page.goto('/cohorts/');
    await expect(desk.page.getByText('请先登录')).toBeVisible();
    await desk.signIn('王老师');
    await desk.page.reload();
    await expect(desk.page.getByText('还没有班级')).toBeVisible();
    expect((await new AxeBuilder({ page: desk.page }).include('main').analyze()).violations).toEqual([]);
    await desk.make(CLASS);
    await expect(desk.page.getByText('班里还没有学员')).toBeVisible();
    await desk.assign('lesson', /^第20课/, day(1));
    await desk.assign('scenario', /./, day(-2));
  });

  await test.step('the learner studies alone: a note, and a check', async () => {
    await phone.openLesson();
    await phone.context.setOffline(true);
    await phone.write(NOTE);
    await phone.context.setOffline(false);
    const lesson = new LessonPage(phone.page);
    await lesson.openCheck();
    await lesson.finish(() => 'right');
    await isKept(phone.page, 'facts', /lesson\.completed/);
  });

  await test.step('the link shows what is shared before anything is joined', async () => {
    const link = await desk.part('邀请').getByRole('textbox', { name: '链接' }).inputValue();
    expect(link).toMatch(/\/join\/#c=[2-9A-Z]{8}$/);
    await phone.page.goto(link);
    await expect(phone.page.getByRole('heading', { name: CLASS })).toBeFocused();
    expect(phone.page.url()).not.toContain('#');
    // Phones reload pages by themselves: whoever scanned the link does not have to find it again.
    await phone.page.reload();
    await expect(phone.page.getByRole('heading', { name: CLASS })).toBeFocused();
    await expect(phone.page.getByText('讲师：王老师')).toBeVisible();
    await expect(phone.page.getByRole('region', { name: '讲师看得到什么' })).toContainText('你写下的话');
    expect((await new AxeBuilder({ page: phone.page }).include('main').analyze()).violations).toEqual([]);
    await phone.page.getByLabel('你的称呼').fill(LEARNER);
    await phone.page.getByRole('button', { name: '我看过了，加入' }).click();
    // The form is gone; who works by keyboard goes on here, not at the top of the page.
    await expect(phone.page.getByText(`已加入「${CLASS}」。`)).toBeFocused();
  });

  await test.step('what was set stands under “Me” and on the home page, done or overdue', async () => {
    await phone.page.getByRole('link', { name: '看讲师布置的任务' }).click();
    const own = phone.page.getByRole('region', { name: '班级和任务' });
    await expect(own.getByRole('listitem').filter({ hasText: '第20课' })).toContainText('已完成');
    await expect(own.getByText('过了期限')).toHaveCount(1);
    await expect(phone.section).toContainText('这台设备上的都送到了。');
    expect((await new AxeBuilder({ page: phone.page }).include('main').analyze()).violations).toEqual([]);
    await phone.page.goto('/');
    await expect(
      phone.page.getByRole('link', { name: '讲师布置的任务还有1项没完成，1项过了期限' }),
    ).toBeVisible();
  });

  await test.step('the report shows the lesson done, and nothing that was written', async () => {
    const row = desk.part('学员').getByRole('row').filter({ hasText: LEARNER });
    // Scores count once the server has checked them.
    await expect(async () => {
      await desk.refresh();
      await expect(row.getByRole('cell').first()).toHaveText(/^1\/\d+$/, { timeout: 1_000 });
    }).toPass();
    const tasks = desk.part('任务').locator('.tasks > li');
    await expect(tasks.filter({ hasText: '第20课' })).toContainText('1人完成，0人还没完成，0人逾期');
    await expect(tasks.filter({ hasText: '模拟练习过关' })).toContainText('逾期的1人');
    const goals = desk.part('目标');
    await expect(goals.getByRole('columnheader').first()).toHaveText('课');
    await expect(goals.getByRole('row').filter({ hasText: /^第20课/ })).toContainText('1/1');
    await goals.getByLabel('看哪一课').selectOption('m2-fab-pitch');
    await expect(goals.getByRole('row').filter({ hasText: LEARNER })).toContainText('学成100%');
    expect((await new AxeBuilder({ page: desk.page }).include('main').analyze()).violations).toEqual([]);
    const report = await desk.page.evaluate(async () => {
      const id = location.hash.slice(1);
      return (await fetch(`/api/cohorts/${id}/report`)).text();
    });
    expect(report).toContain('m2-fab-pitch');
    expect(report).not.toContain(NOTE);
    await expect(desk.page.locator('body')).not.toContainText(NOTE);
  });

  await test.step('the table for spreadsheets has it too, with no formula in it', async () => {
    const coming = desk.page.waitForEvent('download');
    await desk.page.getByRole('button', { name: '导出表格（CSV）' }).click();
    const text = await readFile(await (await coming).path(), 'utf8');
    expect(text).toMatch(/^\ufeff称呼,/);
    expect(text).toContain(`'${LEARNER}`);
    expect(text).toContain('学成');
    expect(text).not.toContain(NOTE);
    for (const page of [desk.page, phone.page])
      expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  });

  await test.step('who leaves is seen no more, and keeps the record', async () => {
    await phone.openMe();
    const own = phone.page.getByRole('region', { name: '班级和任务' });
    await own.locator('summary', { hasText: '讲师看得到什么' }).click();
    await own.getByRole('button', { name: '退出这个班' }).click();
    await phone.page.getByRole('dialog').getByRole('button', { name: '退出' }).click();
    await expect(own).toContainText(`已退出「${CLASS}」。`);
    await expect(phone.page.locator('.notes-list')).toContainText(NOTE);
    await desk.refresh();
    await expect(desk.page.getByText('班里还没有学员')).toBeVisible();
  });
  await Promise.all([desk, phone].map(({ context }) => context.close()));
});

test('a learner shows the trainer one note, and takes it back', async ({ browser }) => {
  const desk = await TrainerDesk.of(browser);
  const phone = await SyncDevice.of(browser);
  await desk.page.goto('/cohorts/');
  await desk.signIn('王老师');
  await desk.page.reload();
  await desk.make(CLASS);
  await phone.openLesson();
  await phone.write(NOTE);
  await phone.page.goto(await desk.part('邀请').getByRole('textbox', { name: '链接' }).inputValue());
  await phone.page.getByLabel('你的称呼').fill(LEARNER);
  await phone.page.getByRole('button', { name: '我看过了，加入' }).click();
  await phone.page.getByRole('link', { name: '看讲师布置的任务' }).click();
  await expect(phone.section).toContainText('这台设备上的都送到了。');
  const own = phone.page.getByRole('region', { name: '班级和任务' });
  await own.locator('summary', { hasText: '给讲师看一份' }).click();
  await expect(own.locator('.share-one')).toContainText(NOTE);
  await expect(own.locator('.share-one')).toContainText('还有这个网站的管理员');
  expect((await new AxeBuilder({ page: phone.page }).include('#assigned').analyze()).violations).toEqual([]);
  await own.getByRole('button', { name: `给「${CLASS}」的讲师看这一份` }).click();
  await expect(own.getByText(`「${CLASS}」的讲师看得到这一份了。`)).toBeVisible();
  await desk.refresh();
  const given = desk.part('学员给您看的').getByRole('listitem');
  await given.locator('summary', { hasText: LEARNER }).click();
  await expect(given).toContainText(NOTE);
  expect((await new AxeBuilder({ page: desk.page }).include('main').analyze()).violations).toEqual([]);
  await own.getByRole('button', { name: '不再给看' }).click();
  await expect(own.getByText('讲师看不到这一份了。')).toBeVisible();
  await desk.refresh();
  await expect(desk.part('学员给您看的')).toContainText('还没有学员给您看什么。');
  await expect(desk.page.locator('body')).not.toContainText(NOTE);
  for (const page of [desk.page, phone.page])
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  await Promise.all([desk, phone].map(({ context }) => context.close()));
});

test('an invitation prints alone, on one sheet; the class prints without it', async ({ browser }) => {
  const trainer = await TrainerDesk.of(browser);
  const { context, page } = trainer;
  await page.goto('/cohorts/');
  await trainer.signIn('赵老师');
  await page.reload();
  await trainer.make('春季班');
  await trainer.assign('lesson', /^第20课/, day(1));
  // The browser's own dialog is left out: what it would be given is looked at while it would be open.
  await page.evaluate(() => {
    window.print = () => {};
  });
  await page.emulateMedia({ media: 'print' });
  const invite = trainer.part('邀请');
  await expect(page.getByRole('heading', { name: '任务' })).toBeVisible();
  await expect(page.locator('.qr')).toBeHidden();

  await page.emulateMedia({ media: 'screen' });
  await invite.getByRole('button', { name: '打印成一页' }).click();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { name: '春季班' })).toBeVisible();
  await expect(page.locator('.qr')).toBeVisible();
  await expect(page.locator('.big-code')).toHaveText(/^[2-9A-Z]{4} [2-9A-Z]{4}$/);
  await expect(page.getByText('用手机扫二维码加入')).toBeVisible();
  await expect(page.getByRole('heading', { name: '任务' })).toBeHidden();
  await expect(page.getByRole('button').filter({ visible: true })).toHaveCount(0);
  const sheet = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
  expect(sheet.match(/\/Type \/Page\b/g)).toHaveLength(1);

  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(page.locator('.qr')).toBeHidden();
  await expect(page.getByRole('heading', { name: '任务' })).toBeVisible();
  await context.close();
});

test('who is in no class fetches nothing for it', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('/');
  await page.goto('/me/');
  await expect(page.getByRole('heading', { name: '记录归你' })).toBeVisible();
  expect(asked.filter((url) => /ssigned|enrolments/.test(url))).toEqual([]);
});
