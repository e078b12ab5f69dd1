import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixtures.ts';

for (const [language, prefix, scheme] of [
  ['zh', '', 'light'],
  ['en', '/en', 'dark'],
] as const)
  test.describe(`${language}, ${scheme}`, () => {
    test.use({ colorScheme: scheme });

    for (const page of ['glossary', 'sources'])
      test(`${page} can be used by everybody and is no wider than a phone at 400 % zoom`, async ({
        page: tab,
      }) => {
        await tab.goto(`${prefix}/${page}/`);
        await expect(tab.getByRole('heading', { level: 1 })).toBeVisible();
        expect((await new AxeBuilder({ page: tab }).analyze()).violations).toEqual([]);
        await tab.setViewportSize({ width: 320, height: 640 });
        expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      });
  });

test('a source note leads to its source, which leads back to the lesson', async ({ page, lesson }) => {
  await lesson.open();
  await page.locator('.source a', { hasText: 'F-22' }).click();
  await expect(page).toHaveURL(/\/sources\/#f-22$/);
  const source = page.locator('#f-22');
  await expect(source).toContainText('尼尔·雷克汉姆');
  await expect(source.getByRole('link', { name: /第20课/ })).toHaveAttribute('href', '/learn/m2-fab-pitch/');
});

test('terms are looked up by pinyin in Chinese and by letter in English', async ({ page }) => {
  await page.goto('/glossary/');
  // 费比模式, fèi
  await expect(page.locator('section[aria-labelledby=F]')).toContainText('费比模式');
  // 利益, lì
  await expect(page.locator('section[aria-labelledby=L] #term-benefit')).toContainText('利益 benefit');
  await page.goto('/en/glossary/');
  await expect(page.locator('section[aria-labelledby=B] #term-benefit')).toContainText('benefit 利益');
});

test('a term in a lesson shows its meaning on the spot, by keyboard too, and goes again', async ({
  page,
  lesson,
}) => {
  await lesson.open();
  const term = page.locator('a.term[href="#term-benefit"]').first();
  await term.focus();
  await page.keyboard.press('Enter');
  const note = page.locator('#term-benefit-note');
  await expect(note).toContainText('对说出过某个需求的那一位顾客的好处');
  await expect(term).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Enter');
  await expect(note).toHaveCount(0);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('a term leads to its meaning at the end of the lesson', async ({ page }) => {
    await page.goto('/learn/m2-fab-pitch/');
    await page.locator('a.term[href="#term-benefit"]').first().click();
    await expect(page.locator('#term-benefit')).toBeInViewport();
  });
});

test('a mistake is reported with a prepared text that names lesson, version and place', async ({
  page,
  lesson,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await lesson.open();
  const form = page.locator('[data-report]');
  await form.locator('summary').click();
  await form.getByLabel('在哪一段').selectOption('so-what');
  await form.getByLabel('哪里不对').fill('第三段的单位写错了。');
  const revision = await page.locator('html').getAttribute('data-revision');
  await form.getByRole('button', { name: '复制这段文字' }).click();
  await expect(form.getByRole('status')).toContainText('已复制。没有设置收件地址，发给你的培训负责人就行。');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain(`m2-fab-pitch ${revision} zh`);
  expect(copied).toContain('位置：「那又怎样？」');
  expect(copied).toContain('/learn/m2-fab-pitch/#so-what');
  expect(copied.endsWith('第三段的单位写错了。')).toBe(true);
  expect((await new AxeBuilder({ page }).include('[data-report]').analyze()).violations).toEqual([]);
});
