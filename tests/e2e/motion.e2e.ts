import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { LessonPage } from './models/lesson-page.ts';
import { PracticePage } from './models/practice-page.ts';

const FRAME_MS = 17;

/** What moves for longer than a frame, or would when it changes: running animations and declared durations. */
const moving = (page: Page) =>
  page.evaluate((frame) => {
    const ms = (list: string) =>
      Math.max(...list.split(',').map((one) => Number.parseFloat(one) * (/ms$/.test(one.trim()) ? 1 : 1000)));
    const found = new Set<string>();
    for (const one of document.getAnimations()) {
      const { duration, delay } = one.effect?.getComputedTiming() ?? {};
      if (Number(duration ?? 0) + Number(delay ?? 0) > frame) found.add(`animation ${one.constructor.name}`);
    }
    for (const element of document.querySelectorAll('body, body *'))
      for (const part of [undefined, '::before', '::after']) {
        const style = getComputedStyle(element, part);
        const name = `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}${part ?? ''}`;
        if (ms(style.transitionDuration) > frame) found.add(`transition ${name}`);
        if (style.animationName !== 'none' && ms(style.animationDuration) > frame)
          found.add(`animation ${name}`);
      }
    if (getComputedStyle(document.documentElement).scrollBehavior === 'smooth') found.add('smooth scrolling');
    return [...found];
  }, FRAME_MS);

/** The surfaces in turn, each left in a state that has something to move. */
async function surfaces(page: Page): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  await page.goto('/learn/m1-attitude-is-a-choice/');
  const first = page.locator('main astro-island').first();
  await first.scrollIntoViewIfNeeded();
  await expect(first).not.toHaveAttribute('ssr');
  found.lesson = await moving(page);
  const lesson = new LessonPage(page);
  await lesson.openCheck();
  await lesson.answer('right');
  found.check = await moving(page);
  await lesson.next();
  await lesson.finish(() => 'right');
  const practice = new PracticePage(page);
  await practice.open();
  await practice.begin();
  await practice.sayByKey('best');
  found.practice = await moving(page);
  await page.goto('/');
  // The seal of a lesson just finished falls on the map.
  await expect(page.locator('.cell.done').first()).toBeVisible();
  found.home = await moving(page);
  return found;
}

test.describe('with less motion wished for', () => {
  test.use({ reducedMotion: 'reduce' });

  test('nothing moves for longer than a frame on lesson, check, role-play and home', async ({ page }) => {
    expect(await surfaces(page)).toEqual({ lesson: [], check: [], practice: [], home: [] });
  });
});

test.describe('without that wish', () => {
  test.use({ reducedMotion: 'no-preference' });

  test('these surfaces do move, so that the test above can fail', async ({ page }) => {
    const found = await surfaces(page);
    expect(found.lesson).not.toEqual([]);
    expect(found.practice).not.toEqual([]);
    expect(found.home).not.toEqual([]);
  });
});
