import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixtures.ts';
import { LessonPage } from './models/lesson-page.ts';

const themes = ['light', 'dark'] as const;
const languages = ['zh', 'en'] as const;

for (const theme of themes)
  for (const language of languages) {
    const prefix = language === 'en' ? '/en' : '';
    test.describe(`${language}, ${theme}`, () => {
      test.use({ colorScheme: theme, locale: language === 'en' ? 'en-GB' : 'zh-CN' });

      for (const path of ['/', '/me/', '/sign-in/'])
        test(`${path} can be used by everybody`, async ({ page }) => {
          await page.goto(`${prefix}${path}`);
          await page.waitForLoadState('networkidle');
          expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
        });

      test('the lesson with interactions touched and feedback shown can be used by everybody', async ({
        page,
        lesson,
      }) => {
        await lesson.open('#sort-nine', language);
        await page.locator('#sort-nine .bin').first().click();
        await page.evaluate(() => document.getElementById('just-looking')?.scrollIntoView());
        await page.locator('#just-looking input').first().check();
        await page.evaluate(() => document.getElementById('check')?.scrollIntoView());
        await lesson.seeAlive();
        await lesson.answer('weak');
        expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      });
    });
  }

/** The longest lesson, with what unfolds in it unfolded: table of contents, goals, a term, the check with its feedback. */
for (const [language, theme] of [
  ['zh', 'dark'],
  ['en', 'light'],
] as const)
  test.describe(`longest lesson, ${language}, ${theme}`, () => {
    test.use({ colorScheme: theme, locale: language === 'en' ? 'en-GB' : 'zh-CN' });

    test('with a term explained and feedback shown it can be used by everybody, in the other theme too', async ({
      page,
    }) => {
      const lesson = new LessonPage(page, 'm1-service-and-satisfaction');
      await lesson.openCheck(language);
      await lesson.answer('weak');
      const term = page.locator('a.term').first();
      await term.press('Enter');
      await expect(term).toHaveAttribute('aria-expanded', 'true');
      for (const unfolded of await page.locator('main details:not([open]) > summary').all())
        if (await unfolded.isVisible()) await unfolded.press('Enter');
      expect((await new AxeBuilder({ page }).analyze()).violations, theme).toEqual([]);
      // Only colours differ in the other theme.
      await page.evaluate(
        (other) => document.documentElement.setAttribute('data-theme', other),
        theme === 'dark' ? 'light' : 'dark',
      );
      const colours = new AxeBuilder({ page }).withRules(['color-contrast', 'link-in-text-block']);
      expect((await colours.analyze()).violations, 'the other theme').toEqual([]);
    });
  });

for (const width of [640, 320, 195])
  test(`at ${width} px, as enlarged two or four times or on an enlarged phone, reading pages and a check stay within the screen`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 640 });
    for (const prefix of width === 195 ? ['/en'] : ['', '/en'])
      for (const path of [
        '/learn/m1-service-and-satisfaction/',
        '/toolbox/',
        '/glossary/',
        '/sources/',
        '/me/',
      ]) {
        await page.goto(`${prefix}${path}`);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(wide, `${prefix}${path}`).toBeLessThanOrEqual(width);
      }
    const lesson = new LessonPage(page, 'm1-service-and-satisfaction');
    await lesson.openCheck();
    await lesson.answer('weak');
    expect(await page.evaluate(() => document.documentElement.scrollWidth), 'check').toBeLessThanOrEqual(
      width,
    );
  });

test('at 320 px wide, as at 400 % zoom, nothing is wider than the screen', async ({ page, lesson }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const path of ['/', '/en/', '/learn/m2-fab-pitch/', '/en/learn/m2-fab-pitch/', '/me/', '/en/me/']) {
    await page.goto(path);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide, path).toBeLessThanOrEqual(320);
  }
  await lesson.openCheck();
  await lesson.finish(() => 'right');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test('a phone at 200 % zoom shows every page without sideways scrolling', async ({ page }) => {
  await page.setViewportSize({ width: 195, height: 422 });
  for (const path of [
    '/en/',
    '/en/me/',
    '/en/glossary/',
    '/en/toolbox/t-01/',
    '/en/practice/roi-selling/r-a/',
    '/en/learn/m2-fab-pitch/',
    '/learn/m1-service-and-satisfaction/',
  ]) {
    await page.goto(path);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide, path).toBeLessThanOrEqual(195);
  }
});
