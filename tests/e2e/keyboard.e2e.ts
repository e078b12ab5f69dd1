import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { parse } from 'yaml';
import type { CheckContent } from '../../src/core/model/lesson.ts';
import { checkStrings } from '../../src/i18n/check.ts';
import { expect, test } from './fixtures.ts';
import { Keys } from './models/keys.ts';
import { LessonPage } from './models/lesson-page.ts';

/** Of the nine lessons of module 1 the one with six types in its pool and the boards that ask most of a keyboard. */
const LESSON = 'm1-new-sales-model';
const source = new URL('../../content/lessons/m1/07-new-sales-model/lesson.yaml', import.meta.url);
const { interactions } = parse(readFileSync(source, 'utf8'));
const block = (id: string) => interactions.find((one: { id: string }) => one.id === id);

/** The first item stands in the page; after it one of each type. */
function oneOfEach(content: CheckContent): CheckContent {
  const own = content.items.find(({ id }) => id === content.opening.shown[0]);
  const types = new Set(content.items.map(({ type }) => type));
  const others = [...types].filter((type) => type !== own?.type);
  const items = others.flatMap((type) => content.items.find((item) => item.type === type) ?? []);
  const shown = [own, ...items].flatMap((item) => (item ? [item.id] : []));
  return { ...content, opening: { ...content.opening, shown, spare: [] } };
}

/** What live regions say once `act` is done, from the very elements that stood there before: a new one nobody hears. */
async function hears(regions: Locator, act: () => Promise<unknown>) {
  const live = await regions.elementHandles();
  const now = async () => (await Promise.all(live.map((one) => one.textContent()))).join(' ').trim();
  const before = await now();
  await act();
  await expect.poll(async () => (await now()) !== before && (await now())).toBeTruthy();
  for (const one of live) expect(await one.evaluate((element) => element.isConnected)).toBe(true);
  return now();
}

async function walkSort(page: Page, keys: Keys) {
  const board = page.locator('#which-model');
  const { bins, cards } = block('which-model');
  const name = (id: string) => bins.find((bin: { id: string }) => bin.id === id).text[keys.language];
  await keys.tabTo(board.locator('.bin'));
  await expect(board.locator('astro-island')).not.toHaveAttribute('ssr');
  const wrong = cards[0].bin === bins[0].id ? '2' : '1';
  const said = await hears(board.getByRole('status'), () => keys.press(wrong));
  expect(said).toContain(block('which-model').nudge[keys.language]);
  const all = cards.map((card: { text: Record<string, string>; bin: string }) => ({
    text: card.text[keys.language],
    bin: name(card.bin),
  }));
  await hears(board.getByRole('status'), () => keys.place(board, all));
  await expect(board.locator(':focus')).toHaveCount(1);
}

async function walkChoices(page: Page, keys: Keys) {
  const board = page.locator('#which-stage');
  for (const { options } of block('which-stage').scenes) {
    const fit = options.findIndex(({ fits }: { fits: boolean }) => fits);
    await keys.tabTo(board.locator('button.option'));
    await expect(board.locator('astro-island')).not.toHaveAttribute('ssr');
    const said = await hears(board.getByRole('status'), () => keys.press(`${fit + 1}`));
    expect(said).toContain(options[fit].why[keys.language]);
    await keys.tabTo(board.locator('.btn.line'));
    await keys.press('Enter');
    // The button is gone; the focus has gone on within the board before the next press.
    await expect(board.locator('.btn.line')).toHaveCount(0);
    await expect(page.locator('#which-stage:focus, #which-stage :focus')).toHaveCount(1);
  }
  await expect(board.locator('[data-next]')).toBeFocused();
}

async function walkShares(page: Page, keys: Keys) {
  const board = page.locator('#own-shares');
  const slider = board.locator('input[type=range]').first();
  await keys.tabTo(slider);
  await expect(board.locator('astro-island')).not.toHaveAttribute('ssr');
  const before = Number(await slider.inputValue());
  await keys.press('ArrowRight');
  await expect.poll(async () => Number(await slider.inputValue())).toBeGreaterThan(before);
  await keys.tabTo(board.locator('.btn.line'));
  await keys.press('Enter');
  await keys.tabTo(board.locator('input[type=radio]'));
  await keys.press('Space');
  await keys.tabTo(board.locator('.btn.line'));
  await hears(board.getByRole('status'), () => keys.press('Enter'));
}

for (const language of ['zh', 'en'] as const)
  test.describe(language, () => {
    const strings = checkStrings(language);

    test('every block of a lesson is worked on by keyboard alone, and what comes of it is said', async ({
      page,
    }) => {
      const keys = new Keys(page, language);
      await new LessonPage(page, LESSON).open('', language);
      const live = page.locator('main astro-island:has(.board, .bench)');
      expect(await live.count(), 'blocks to walk').toBeGreaterThanOrEqual(3);
      await walkSort(page, keys);
      await walkChoices(page, keys);
      await walkShares(page, keys);
    });

    test('a check with six types of item is reached, answered and finished by keyboard alone; each response is heard', async ({
      page,
    }) => {
      const keys = new Keys(page, language);
      const lesson = new LessonPage(page, LESSON);
      await lesson.serve(oneOfEach);
      const shown = lesson.served?.opening.shown ?? [];
      expect(shown).toHaveLength(6);
      await lesson.open('', language);
      await keys.tabTo(lesson.check.locator('input'), 60);
      await lesson.seeAlive();
      // Who stood in the form as it came with the page stands there still.
      await expect(lesson.check.locator('input:focus')).toHaveCount(1);
      for (const _ of shown) {
        await keys.respond(lesson.check, await lesson.item());
        await keys.tabTo(lesson.check.locator('[type=submit]'));
        const said = await hears(lesson.check.locator('.said[role=status]'), () => keys.press('Enter'));
        expect(said).toContain(strings.right);
        await expect(lesson.check.locator('[type=submit]')).toBeFocused();
        await keys.press('Enter');
        await expect(lesson.stem.or(lesson.check.locator('.score'))).toBeFocused();
        await expect(lesson.feedback).toHaveCount(0);
      }
      await expect(lesson.check.locator('.score')).toBeFocused();
    });
  });
