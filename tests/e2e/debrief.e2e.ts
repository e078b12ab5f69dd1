import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { debriefStrings } from '../../src/i18n/practice-debrief.ts';
import { expect, test } from './fixtures.ts';
import { PracticePage } from './models/practice-page.ts';

type Language = 'zh' | 'en';

/** A guided run of four rounds, left when the task comes, rated, and looked back on. */
async function lookBack(
  page: Page,
  language: Language = 'zh',
  aims: ('best' | 'worst')[] = ['worst', 'best'],
) {
  const practice = new PracticePage(page, language);
  await practice.open('fab-pitch/f-a');
  await practice.begin(1);
  for (const aim of aims) {
    await practice.options.first().waitFor();
    await practice.sayByKey(aim);
  }
  await practice.leave();
  await practice.rate(2);
  await expect(page.locator('.debrief')).toBeVisible();
  return { practice, words: debriefStrings(language) };
}

test('by keyboard alone: rounds are walked through, a turning point read, and the run taken up from there', async ({
  page,
}) => {
  const { words, practice } = await lookBack(page);
  await expect(page.locator('.debrief [data-focus]')).toBeFocused();

  const point = page.locator('.curve-point').first();
  await point.focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('.curve-panel h3')).toHaveText('第2轮');
  await page.keyboard.press('Home');
  await expect(page.locator('.curve-panel h3')).toHaveText('第1轮');
  await expect(page.locator('.curve-point[tabindex="0"]')).toHaveCount(1);

  await page.locator('.curve-mark').first().press('Enter');
  await expect(page.locator('.turns h3').first()).toBeFocused();

  const rubric = page.locator('.rub summary').first();
  await rubric.press('Enter');
  await expect(page.locator('.rub .basis').first()).toBeVisible();

  await page.getByRole('button', { name: '从第1轮重来' }).first().press('Enter');
  await expect(practice.options.first()).toBeVisible();
  expect(words.marks[0]).toBe('甲');
});

test('a second try stands beside the first: tree, scores, and both runs turn by turn', async ({ page }) => {
  const { practice, words } = await lookBack(page);
  await page.getByRole('button', { name: '从第1轮重来' }).first().click();
  await practice.options.first().waitFor();
  await practice.sayByKey('best');
  await practice.sayByKey('best');
  await practice.leave();
  await practice.rate(3);
  const tries = page.locator('.tries > li');
  await expect(tries).toHaveCount(2);
  await expect(tries.first()).toContainText(words.tryFirst);
  await expect(tries.last()).toContainText('从第1轮重来');
  await tries.first().getByRole('button', { name: words.beside }).click();
  const rows = page.locator('.beside-row');
  await expect(rows.first()).toBeVisible();
  await expect(rows.first().locator('.beside-cell')).toHaveCount(2);
});

test('the sentence for tomorrow is kept: it stands there again after a reload', async ({ page }) => {
  const { words } = await lookBack(page);
  await page.getByLabel(words.transferLabel).fill('先问哪天开始的，再说产品。');
  await page.getByRole('button', { name: words.transferSave }).click();
  await expect(page.getByText(words.transferSaved)).toBeVisible();
  await page.reload();
  await expect(page.getByLabel(words.transferLabel)).toHaveValue('先问哪天开始的，再说产品。');
});

test('the expert’s run opens after one’s own and says why each sentence is good', async ({ page }) => {
  const { words, practice } = await lookBack(page);
  await page.getByRole('button', { name: words.expertOpen }).click();
  await expect(page.getByRole('heading', { name: words.expertTitle })).toBeFocused();
  const { scenario } = await practice.content();
  const turns = scenario.stages.flatMap((stage) => (stage.kind === 'sheet' ? stage.turns : []));
  await expect(page.locator('.expert-own')).toHaveCount(turns.length);
  await expect(page.locator('.expert-own .why').first()).not.toBeEmpty();
});

for (const language of ['zh', 'en'] as const)
  test(`on paper it is two pages, ${language}, with every fold open and the curve as figures`, async ({
    page,
  }) => {
    const { words } = await lookBack(page, language);
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.curve-table table')).toBeVisible();
    await expect(page.getByRole('button', { name: words.expertOpen })).toBeHidden();
    await page.emulateMedia({ media: null });
    const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page[^s]/g)?.length).toBeLessThanOrEqual(2);
    await expect(page.locator('.rub details[open]')).toHaveCount(0);
  });

for (const theme of ['light', 'dark'] as const)
  for (const language of ['zh', 'en'] as const)
    test.describe(`${language}, ${theme}`, () => {
      test.use({ colorScheme: theme, locale: language === 'en' ? 'en-GB' : 'zh-CN' });

      test('the look back can be used by everybody, everything opened', async ({ page }) => {
        const { words } = await lookBack(page, language);
        await page.locator('.curve-point').first().click();
        await page.getByRole('button', { name: words.asTable }).click();
        await page.locator('.debrief').evaluate((view) => {
          for (const fold of view.querySelectorAll('details')) fold.open = true;
        });
        await page.emulateMedia({ reducedMotion: 'reduce' }); // no smooth scrolling under way
        await page.getByRole('button', { name: words.expertOpen }).click();
        expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      });
    });

test('at 320 px wide, as at 400 % zoom, nothing is wider than the screen', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const language of ['zh', 'en'] as const) {
    const { words } = await lookBack(page, language);
    await page.locator('.curve-point').first().click();
    await page.getByRole('button', { name: words.asTable }).click();
    await page.getByRole('button', { name: words.expertOpen }).click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  }
});

test('with forced colours the lines, the steps and the chosen round stay visible', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await lookBack(page);
  await page.locator('.curve-point').first().click();
  const stroke = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((line) => getComputedStyle(line).stroke);
  expect(await stroke('.curve-trust')).not.toBe(await stroke('.curve-rule'));
  const outline = await page
    .locator('.curve-point[aria-pressed="true"]')
    .evaluate((button) => getComputedStyle(button).outlineStyle);
  expect(outline).not.toBe('none');
});
