import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const LESSONS = [
  'm1-attitude-is-a-choice',
  'm1-success-and-three-mindsets',
  'm1-goals-plans-rehearsal',
  'm1-energy-confidence-people',
  'm1-six-beliefs',
  'm1-who-is-the-customer',
  'm1-new-sales-model',
  'm1-service-and-satisfaction',
  'm1-customer-decides-value',
];

const WORDS = '周四先去两家店看看。';

/** Blocks of the lesson in which something is done; the check has tests of its own. */
const boards = (page: Page) =>
  page.locator('main astro-island:has(.board)').filter({ hasNot: page.locator('.check-first') });

/** In view, and its code is here. */
async function wake(board: Locator) {
  await board.scrollIntoViewIfNeeded();
  await expect(board).not.toHaveAttribute('ssr');
}

/** What a learner meets in a block: words, marks, and everything chosen or typed. */
const look = (board: Locator) =>
  board.evaluate((island) => {
    const fields = [...island.querySelectorAll<HTMLInputElement>('input, textarea, select')];
    return `${island.innerHTML}|${fields.map(({ checked, value }) => `${checked}${value}`).join()}`;
  });

/** The first thing that can be done in a block, done with the keyboard alone. */
async function act(page: Page, board: Locator): Promise<'wrote' | 'chose'> {
  const field = board
    .locator('textarea:visible, input[type=text]:visible, input:not([type]):visible')
    .first();
  if (await field.count()) {
    await field.focus();
    if (await field.getAttribute('inputmode')) {
      await page.keyboard.type('7');
      return 'chose';
    }
    await page.keyboard.insertText(WORDS);
    return 'wrote';
  }
  const slider = board.locator('input[type=range]:visible').first();
  if (await slider.count()) {
    await slider.focus();
    await page.keyboard.press('ArrowRight');
    return 'chose';
  }
  const choice = board
    .locator(
      'input:visible:enabled:not(:checked), button:visible:enabled:not([aria-pressed=true]):not([aria-disabled=true])',
    )
    .first();
  await choice.focus();
  const isField = (await choice.evaluate((one) => one.tagName)) === 'INPUT';
  await page.keyboard.press(isField ? 'Space' : 'Enter');
  return 'chose';
}

// Every block of a lesson is worked on, one after the other.
test.describe.configure({ timeout: 120_000 });

for (const [index, id] of LESSONS.entries()) {
  const isEnglish = index % 3 === 2;
  const theme = index % 2 ? 'dark' : 'light';
  test.describe(`${id}, ${isEnglish ? 'en' : 'zh'}, ${theme}`, () => {
    test.use({ colorScheme: theme });

    test('each block takes a decision by keyboard and shows what comes of it; everybody can use the page with all of it on screen', async ({
      page,
    }) => {
      await page.goto(`${isEnglish ? '/en' : ''}/learn/${id}/`);
      const all = await boards(page).count();
      expect(all).toBeGreaterThanOrEqual(3);
      const written: number[] = [];
      for (let place = 0; place < all; place += 1) {
        const board = boards(page).nth(place);
        await wake(board);
        const before = await look(board);
        if ((await act(page, board)) === 'wrote') written.push(place);
        await expect.poll(() => look(board), `block ${place + 1}`).not.toBe(before);
      }
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      await page.locator('h1').click(); // out of the last block: what was written is kept
      await page.reload();
      for (const place of written) {
        const board = boards(page).nth(place);
        await wake(board);
        await expect
          .poll(() =>
            board
              .locator('textarea, input')
              .evaluateAll((fields) => fields.map((one) => (one as HTMLInputElement).value).join('|')),
          )
          .toContain(WORDS);
      }
    });
  });
}
