import { execFileSync } from 'node:child_process';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

/** The operator's view, from a second process while the server runs. */
const inbox = (...args: string[]) =>
  execFileSync('node', ['dist/main.mjs', '--inbox', ...args], {
    env: { ...process.env, DATA_DIR: 'test-results/data', DATABASE_URL: '' },
    encoding: 'utf8',
  });
const inboxWith = (words: string): { id: string; where: string; revision: string }[] =>
  JSON.parse(inbox('--json')).filter((one: { words: string }) => one.words === words);

/** The form, unfolded and alive. */
async function unfold(page: Page) {
  const form = page.locator('[data-report]');
  await form.locator('summary').click();
  await expect(form.locator('[data-report-copy]:not([hidden])')).toHaveCount(1);
  return form;
}

for (const [language, names] of [
  [
    'zh',
    { place: '在哪一段', words: '哪里不对', post: '发给课程管理员', thanks: '收到了，谢谢。', path: '' },
  ],
  [
    'en',
    {
      place: 'In which part',
      words: 'What is wrong',
      post: 'Send to the course administrator',
      thanks: 'Received, thank you.',
      path: '/en',
    },
  ],
] as const)
  test(`${language}: a mistake tapped twice is in the operator’s inbox once, with lesson, version and place`, async ({
    page,
    lesson,
  }) => {
    const words = `第三段的单位写错了。${language} ${Date.now()}`;
    await lesson.open('', language);
    const revision = await page.locator('html').getAttribute('data-revision');
    let sent = 0;
    page.on('request', (request) => {
      if (request.url().endsWith('/api/mistakes')) sent += 1;
    });
    const form = await unfold(page);
    await expect(form.locator('[data-report-by-hand]')).toBeHidden();
    await form.getByLabel(names.place).selectOption('so-what');
    await form.getByLabel(names.words).fill(words);
    await form.getByRole('button', { name: names.post }).dblclick();
    await expect(form.getByRole('status')).toContainText(names.thanks);
    await expect(form.getByLabel(names.words)).toHaveValue('');
    expect((await new AxeBuilder({ page }).include('[data-report]').analyze()).violations).toEqual([]);
    expect(sent).toBe(1);
    const found = inboxWith(words);
    expect(found).toMatchObject([{ where: `${names.path}/learn/m2-fab-pitch/#so-what`, revision }]);
    inbox('--done', found[0]?.id ?? '');
    expect(inboxWith(words)).toEqual([]);
  });

test('an empty report is not sent: the page says what is missing and goes there', async ({
  page,
  lesson,
}) => {
  let sent = 0;
  await page.route('**/api/mistakes', (route) => {
    sent += 1;
    return route.continue();
  });
  await lesson.open();
  const form = await unfold(page);
  await form.getByRole('button', { name: '发给课程管理员' }).click();
  await expect(form.getByRole('status')).toContainText('先写一句哪里不对');
  await expect(form.getByLabel('哪里不对')).toBeFocused();
  expect(sent).toBe(0);
});

test.describe('when something is wrong with the server', () => {
  test.use({ expectedErrors: [/Failed to load resource/] });

  test('a lost connection keeps the words, shows the text to copy, and a second try is the same report', async ({
    page,
    lesson,
  }) => {
    const words = `网断了 ${Date.now()}`;
    const ids: string[] = [];
    // The report arrives; the answer does not.
    await page.route('**/api/mistakes', async (route) => {
      ids.push(route.request().postDataJSON().id);
      if (ids.length > 1) return route.continue();
      await route.fetch();
      return route.abort();
    });
    await lesson.open();
    const form = await unfold(page);
    await form.getByLabel('哪里不对').fill(words);
    await form.getByRole('button', { name: '发给课程管理员' }).click();
    await expect(form.getByRole('status')).toContainText('没有送到，你写的还在');
    await expect(form.getByLabel('哪里不对')).toHaveValue(words);
    await expect(form.locator('[data-report-text]')).toContainText(words);
    await expect(form.getByRole('button', { name: '复制这段文字' })).toBeVisible();
    expect((await new AxeBuilder({ page }).include('[data-report]').analyze()).violations).toEqual([]);
    await form.getByRole('button', { name: '发给课程管理员' }).click();
    await expect(form.getByRole('status')).toContainText('收到了');
    expect(ids).toEqual([ids[0], ids[0]]);
    expect(inboxWith(words)).toHaveLength(1);
  });

  test('a refusal by the server does the same', async ({ page, lesson }) => {
    await page.route('**/api/mistakes', (route) => route.fulfill({ status: 429, body: '' }));
    await lesson.open();
    const form = await unfold(page);
    await form.getByLabel('哪里不对').fill('图看不清。');
    await form.getByRole('button', { name: '发给课程管理员' }).click();
    await expect(form.getByRole('status')).toContainText('没有送到');
    await expect(form.getByLabel('哪里不对')).toHaveValue('图看不清。');
    await expect(form.locator('[data-report-text]')).toContainText('图看不清。');
  });

  test('with no server there is a prepared text that names lesson, version and place', async ({
    page,
    lesson,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.route('**/api/**', (route) => route.abort());
    await lesson.open();
    const form = await unfold(page);
    await expect(form.locator('[data-report-post]')).toBeHidden();
    await form.getByLabel('在哪一段').selectOption('so-what');
    await form.getByLabel('哪里不对').fill('第三段的单位写错了。');
    const revision = await page.locator('html').getAttribute('data-revision');
    await form.getByRole('button', { name: '复制这段文字' }).click();
    await expect(form.getByRole('status')).toContainText(
      '已复制。没有设置收件地址，发给你的培训负责人就行。',
    );
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain(`m2-fab-pitch ${revision} zh`);
    expect(copied).toContain('位置：「那又怎样？」');
    expect(copied).toContain('/learn/m2-fab-pitch/#so-what');
    expect(copied.endsWith('第三段的单位写错了。')).toBe(true);
  });
});
