import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { Statement } from '#core/statement/statement.ts';
import { statementSchema } from '../core/statement/xapi.schema.ts';
import { isKept, rowsOf } from './device.ts';
import { expect, test } from './fixtures.ts';
import { MePage } from './models/me-page.ts';
import { SyncDevice } from './models/sync-device.ts';

/** Press, and read what the browser saves. */
async function download(page: Page): Promise<Statement[]> {
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: '学习记录（xAPI）' }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toMatch(/^sanxiu-xapi-\d{4}-?\d\d-?\d\d\.json$/);
  const statements = JSON.parse(readFileSync(await saved.path(), 'utf8'));
  for (const statement of statements) expect(statementSchema.safeParse(statement).error).toBeUndefined();
  return statements;
}

test('a learner takes their record along as xAPI with no network, in it what was done and nothing of what was written', async ({
  page,
  context,
  lesson,
  baseURL,
}) => {
  await lesson.openCheck();
  await lesson.answer('right');
  await isKept(page, 'facts', /item\.responded/);
  await page.goto('/learn/m1-goals-plans-rehearsal/#first-entry');
  const block = page.locator('#first-entry');
  await block.locator('astro-island:not([ssr])').first().waitFor();
  await block.locator('textarea').first().fill('只写给自己看的一句。');
  await page.locator('h1').click();
  await isKept(page, 'facts', /只写给自己看的一句。/);
  const facts = (await rowsOf(page, 'facts')).map((row) => JSON.parse(row));

  const fetched = page.waitForResponse(/own-statements/);
  await new MePage(page).open();
  await (await fetched).finished();
  await context.setOffline(true);
  await page.getByText('导出全部记录', { exact: true }).click();
  const statements = await download(page);
  const open = facts.filter(({ type }) => type !== 'reflection.saved' && type !== 'worksheet.saved');
  expect(statements).toHaveLength(open.length);
  expect(statements.map(({ verb }) => verb.display.en)).toContain('answered');
  // Nobody has a name for this learner yet, so the device's stands in.
  expect(new Set(statements.map(({ actor }) => actor.account.name))).toEqual(new Set([facts[0].deviceId]));
  expect(new Set(statements.map(({ actor }) => actor.account.homePage))).toEqual(new Set([`${baseURL}/`]));
  expect(JSON.stringify(statements)).not.toContain('只写给自己看的一句');
  await expect(page.getByText(`${open.length}条学习记录已交给浏览器保存`)).toBeVisible();
  // The same again: the same ids, so that whoever reads both has nothing twice.
  expect((await download(page)).map(({ id }) => id)).toEqual(statements.map(({ id }) => id));
});

test('who syncs is named as the server names them, so that own and forwarded statements are the same', async ({
  browser,
}) => {
  const device = await SyncDevice.of(browser);
  const { page } = device;
  await device.openLesson();
  await isKept(page, 'facts', /lesson\.opened/);
  await device.openMe();
  await device.turnOn('小红');
  const { id } = await page.evaluate(async () => (await fetch('/api/learner')).json());
  await page.getByText('导出全部记录', { exact: true }).click();
  const statements = await download(page);
  expect(statements.length).toBeGreaterThan(0);
  expect(new Set(statements.map(({ actor }) => actor.account.name))).toEqual(new Set([id]));
  expect(JSON.stringify(statements)).not.toContain('小红');
  await device.context.close();
});
