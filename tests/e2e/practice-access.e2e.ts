import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { PracticePage } from './models/practice-page.ts';

const themes = ['light', 'dark'] as const;
const languages = ['zh', 'en'] as const;

async function isFineForEverybody(page: Page, what: string) {
  expect((await new AxeBuilder({ page }).analyze()).violations, what).toEqual([]);
}

for (const theme of themes)
  for (const language of languages)
    test.describe(`${language}, ${theme}`, () => {
      test.use({ colorScheme: theme, locale: language === 'en' ? 'en-GB' : 'zh-CN' });

      test('list, briefing and preparation can be used by everybody', async ({ page }) => {
        await page.goto(`${language === 'en' ? '/en' : ''}/practice/`);
        await page.waitForLoadState('networkidle');
        await isFineForEverybody(page, 'list');
        const practice = new PracticePage(page, language);
        await practice.open();
        await isFineForEverybody(page, 'briefing');
        await practice.startButton.click();
        await expect(page.locator('.prep')).toBeVisible();
        await page.locator('.prep input').first().check({ force: true });
        await isFineForEverybody(page, 'preparation');
      });

      test('talk, notes, story and own rating can be used by everybody', async ({ page }) => {
        test.slow(); // four looks at a whole page
        const practice = new PracticePage(page, language);
        await practice.open();
        await practice.begin();
        await practice.sayByKey('best');
        await practice.sayByKey('worst');
        await isFineForEverybody(page, 'talk');
        await page.locator('.run-in button').click();
        await isFineForEverybody(page, 'notes');
        await page.keyboard.press('Escape');
        await practice.leave();
        await isFineForEverybody(page, 'story');
        await page.getByRole('button', { name: practice.strings.toRating }).click();
        await page.locator('.criterion input').first().check({ force: true });
        await isFineForEverybody(page, 'own rating');
      });

      test('sentences of parts and of one’s own can be used by everybody', async ({ page }) => {
        const practice = new PracticePage(page, language);
        await practice.open();
        await practice.begin(2);
        await page.locator('.topics input').first().check({ force: true });
        await page.locator('.sentence input').first().check({ force: true });
        await page.locator('.other-way summary').click();
        await isFineForEverybody(page, 'level 2');
        await practice.open('sales-doctor/d-c');
        await practice.begin(3);
        await page.locator('.topics input').first().check({ force: true });
        await page.getByLabel(practice.strings.claim).selectOption('ask_detail');
        await page
          .getByLabel(practice.strings.write)
          .fill(language === 'en' ? 'I guarantee it.' : '我保证。');
        await page.getByRole('button', { name: practice.strings.read }).click();
        await expect(page.locator('.heard')).toBeVisible();
        await isFineForEverybody(page, 'level 3');
      });
    });

test('at 320 px wide, as at 400 % zoom, nothing is wider than the screen', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const wide = () => page.evaluate(() => document.documentElement.scrollWidth);
  await page.goto('/practice/');
  expect(await wide()).toBeLessThanOrEqual(320);
  for (const language of languages) {
    const practice = new PracticePage(page, language);
    await practice.open();
    expect(await wide()).toBeLessThanOrEqual(320);
    if (language === 'en') await practice.startButton.click();
    if (language === 'en') await practice.startButton.click();
    else await practice.startButton.click();
    await page.locator('.step .btn.realm').click();
    await expect(practice.options.first()).toBeVisible();
    expect(await wide()).toBeLessThanOrEqual(320);
  }
});

test('with 200 % zoom bar and dock leave the screen to the talk: they stand in the flow', async ({
  page,
}) => {
  await page.setViewportSize({ width: 195, height: 422 });
  const practice = new PracticePage(page);
  await practice.open();
  await practice.begin();
  for (const part of ['.run-bar', '.dock.choose'])
    expect(await page.locator(part).evaluate((one) => getComputedStyle(one).position)).toBe('static');
});

test('every target of a talk is at least 44 px high', async ({ page }) => {
  const practice = new PracticePage(page);
  await practice.open();
  await practice.begin();
  for (const target of await page.locator('.run :is(button, a):visible').all())
    expect(
      (await target.boundingBox())?.height ?? 0,
      (await target.textContent()) ?? '',
    ).toBeGreaterThanOrEqual(44);
});
