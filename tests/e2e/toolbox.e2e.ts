import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { isKept, rowsOf } from './device.ts';
import { expect, test } from './fixtures.ts';

const open = async (page: Page, path = '/toolbox/t-01/') => {
  await page.goto(path);
  await expect(page.locator('.sheet')).toBeVisible();
};

test('a lesson leads to its worksheet, which keeps every word over a reload and says what is missing', async ({
  page,
}) => {
  await page.goto('/learn/m1-goals-plans-rehearsal/');
  await page.locator('#tool-goal-board a').click();
  await expect(page).toHaveURL(/\/toolbox\/t-01\/$/);
  await expect(page.locator('.sheet')).toBeVisible();
  await page.getByLabel('目标要填', { exact: true }).fill('把店做好');
  await expect(page.getByText('目标里没有数字')).toBeVisible();
  await page.getByLabel('基线').fill('40万');
  await page.getByLabel('目标值').fill('448,000');
  await page.getByLabel('当前值').fill('421000');
  await expect(page.getByText('已走43.8%')).toBeVisible();
  await page.getByRole('button', { name: '加一句如果……就……' }).click();
  await expect(page.getByLabel('如果要填')).toBeFocused();
  await page.keyboard.type('开口问价');
  await page.reload();
  await expect(page.getByLabel('目标要填', { exact: true })).toHaveValue('把店做好');
  await expect(page.getByLabel('如果要填')).toHaveValue('开口问价');
  await expect(page.getByText(/还差\d+处/)).toBeVisible();
});

test('a version is kept, another sheet begun, the former one opened again; the example touches neither', async ({
  page,
}) => {
  await open(page);
  await page.getByLabel('目标要填', { exact: true }).fill('到90天');
  await page.getByRole('button', { name: '存成一版' }).click();
  await expect(page.getByText(/存过一版/)).toBeVisible();
  await page.getByLabel('目标要填', { exact: true }).fill('到60天');
  await page.getByRole('button', { name: '存成一版' }).click();
  await page.getByText('以前的版本（1）').click();
  await page.getByRole('button', { name: '用这一版' }).click();
  await expect(page.getByLabel('目标要填', { exact: true })).toHaveValue('到90天');
  await page.getByRole('button', { name: '载入示例' }).click();
  const goal = page.getByLabel('目标要填', { exact: true });
  await expect(goal).toHaveValue(/恒美/);
  await expect(page.getByText('都齐了。')).toBeVisible();
  // To be looked at: it becomes nobody's sheet, whatever is pressed.
  await page.getByRole('button', { name: '存成一版' }).click();
  await expect(page.getByText('这是示例，还不是你的。')).toBeVisible();
  await page.getByLabel('我的几张').selectOption({ label: '到90天' });
  await expect(goal).toHaveValue('到90天');
  await page.reload();
  await expect(goal).toHaveValue('到90天');
  await expect(page.getByLabel('我的几张')).toHaveCount(0);
  expect((await rowsOf(page, 'facts')).filter((row) => row.includes('恒美'))).toEqual([]);
});

test('a second sheet that was never kept by hand is found again, and the first beside it', async ({
  page,
}) => {
  await open(page);
  const goal = page.getByLabel('目标要填', { exact: true });
  await goal.fill('第一张，到90天');
  await isKept(page, 'snapshots', /第一张/);
  await page.getByRole('button', { name: '新建一张' }).click();
  await expect(goal).toHaveValue('');
  await goal.fill('第二张，到30天');
  await isKept(page, 'snapshots', /第二张/);
  await page.reload();
  await expect(goal).toHaveValue('第二张，到30天');
  await page.getByLabel('我的几张').selectOption({ label: '第一张，到90天' });
  await expect(goal).toHaveValue('第一张，到90天');
  // Opened again, each is a version: a fact that other devices will see.
  await isKept(page, 'facts', /第一张/);
  await isKept(page, 'facts', /第二张/);
});

test('two tabs on one sheet: the one that rests follows, and nothing that either wrote is lost', async ({
  page,
  context,
}) => {
  await open(page);
  const goal = page.getByLabel('目标要填', { exact: true });
  await goal.fill('第一页写的');
  await isKept(page, 'snapshots', /第一页写的/);
  const other = await context.newPage();
  await open(other);
  const there = other.getByLabel('目标要填', { exact: true });
  await expect(there).toHaveValue('第一页写的');
  await there.fill('第二页写的');
  await expect(goal).toHaveValue('第二页写的');
  await goal.fill('第一页又写的');
  await expect(there).toHaveValue('第一页又写的');
  // At the same moment: one of them stands, the other one is a version.
  await Promise.all([goal.fill('这边抢着写'), there.fill('那边抢着写')]);
  for (const words of [/这边抢着写/, /那边抢着写/])
    await expect
      .poll(async () =>
        [...(await rowsOf(page, 'facts')), ...(await rowsOf(page, 'snapshots'))].some((row) =>
          words.test(row),
        ),
      )
      .toBe(true);
  await expect.poll(async () => (await goal.inputValue()) === (await there.inputValue())).toBe(true);
  await goal.fill('第一页又写的');
  await page.getByRole('button', { name: '存成一版' }).click();
  await isKept(page, 'facts', /第一页又写的/);
  await other.close();
});

test('what is no number stays as it was typed and says so', async ({ page }) => {
  await open(page);
  await page.getByLabel('基线').fill('40万左右');
  await expect(page.getByText('「40万左右」不是数字')).toHaveCount(2); // at the field and at the foot
  await isKept(page, 'snapshots', /40万左右/);
  await page.reload();
  await expect(page.getByLabel('基线')).toHaveValue('40万左右');
});

test('a sheet leaves as file, table and text, and the file comes back as a sheet of its own', async ({
  page,
}) => {
  await open(page);
  await page.getByLabel('目标要填', { exact: true }).fill('=1+1');
  await page.getByText('带走', { exact: true }).click();
  const save = async (name: string) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name }).click(),
    ]);
    return { name: download.suggestedFilename(), path: (await download.path()) ?? '' };
  };
  const table = await save('存成表格');
  expect(table.name).toBe('sanxiu-t-01.csv');
  expect(readFileSync(table.path, 'utf8')).toContain("'=1+1");
  const text = await save('存成文字');
  expect(readFileSync(text.path, 'utf8')).toMatch(/^# 目标看板\n/);
  const file = await save('存成文件（可再导入）');
  await page.locator('input[type=file]').setInputFiles(file.path);
  await expect(page.getByText('导入好了，另开了一张。')).toBeVisible();
  await expect(page.getByLabel('目标要填', { exact: true })).toHaveValue('=1+1');
  await page.getByText('带走', { exact: true }).click();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{}') });
  await expect(page.getByText('这不是三修的工具单')).toBeVisible();
});

for (const [language, prefix, scheme] of [
  ['zh', '', 'light'],
  ['en', '/en', 'dark'],
] as const)
  test.describe(`${language}, ${scheme}`, () => {
    test.use({ colorScheme: scheme });

    test('toolbox and filled sheets can be used by everybody, at 320 px too', async ({ page }) => {
      await page.goto(`${prefix}/toolbox/`);
      await expect(page.locator('.tools li')).toHaveCount(2);
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      for (const id of ['t-01', 't-02']) {
        await open(page, `${prefix}/toolbox/${id}/`);
        await page.getByRole('button', { name: /载入示例|Load the example/ }).click();
        await expect(page.locator('.sheet-row').first()).toBeVisible();
        expect((await new AxeBuilder({ page }).analyze()).violations, id).toEqual([]);
        await page.setViewportSize({ width: 320, height: 640 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth), id).toBeLessThanOrEqual(320);
        await page.setViewportSize({ width: 390, height: 844 });
      }
    });
  });

test('without a network an open sheet goes on and keeps', async ({ page, context }) => {
  await open(page, '/toolbox/t-02/');
  await context.setOffline(true);
  await page.getByLabel('说给自己的一句').fill('三个问题我准备好了');
  await page
    .getByRole('group', { name: '自己信几分' })
    .getByLabel('5', { exact: true })
    .check({ force: true });
  await expect(page.getByText('自己都不太信')).toBeVisible();
  await page.getByRole('button', { name: '存成一版' }).click();
  await expect(page.getByText(/存过一版/)).toBeVisible();
});
