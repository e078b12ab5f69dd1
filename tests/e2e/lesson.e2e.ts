import type { Page } from '@playwright/test';
import { isKept } from './device.ts';
import { expect, test } from './fixtures.ts';
import { slowServer } from './slow-server.ts';

test.describe('a lesson', () => {
  test('the sorter sends a wrong card back with one question and keeps what lies right over a reload', async ({
    page,
    lesson,
  }) => {
    await lesson.open('#sort-nine');
    const board = page.locator('#sort-nine');
    await expect(board.getByText('第1张，共9张')).toBeVisible();
    const second = board.getByText('第2张，共9张');
    for (const bin of ['F', 'A', 'B']) {
      await board.getByRole('button', { name: new RegExp(`${bin}\\b`) }).click();
      const sentBack = board.getByText(`刚放进「${bin}」，退回来了。`);
      await expect(second.or(sentBack)).toBeVisible();
      if (await second.isVisible()) break;
    }
    await expect(second).toBeVisible();
    await isKept(page, 'snapshots', /placed\W+[a-z-]+\W+[FAB]\b/);
    await page.reload();
    await expect(second).toBeVisible();
  });

  test('the sorter takes number keys', async ({ page, lesson }) => {
    await lesson.open('#sort-nine');
    const board = page.locator('#sort-nine');
    await expect(board.locator('astro-island')).not.toHaveAttribute('ssr'); // a key pressed before is nobody's
    await board.locator('.bin').first().focus();
    await page.keyboard.press('1');
    await expect(board.locator('.nudge')).toBeVisible();
  });

  test('a reply changes the customer’s face and says why, and another can be tried', async ({
    page,
    lesson,
  }) => {
    await lesson.open('#just-looking');
    const block = page.locator('#just-looking');
    await block.locator('input').nth(0).check();
    await expect(block.locator('.why')).toContainText('信任');
    const first = await block.locator('.why').textContent();
    await block.locator('input').nth(1).check();
    await expect(block.locator('.why')).not.toHaveText(first ?? '');
  });

  test('what is touched before its code is here counts as soon as it is', async ({ page }) => {
    let arrive = () => {};
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    await page.route('**/_astro/*.js', async (route) => {
      await arrived;
      await route.continue();
    });
    await page.goto('/learn/m2-fab-pitch/#just-looking', { waitUntil: 'commit' });
    const block = page.locator('#just-looking');
    await expect(block.locator('astro-island[ssr]')).toHaveCount(1);
    await block.locator('input').nth(1).check();
    await page.locator('#sort-nine .bin').first().click();
    arrive();
    await expect(block.locator('.why')).toBeVisible();
    await expect(block.locator('input').nth(1)).toBeChecked();
    await isKept(page, 'snapshots', /"chosen":\["/); // and stays: nobody touches it twice
    await isKept(page, 'snapshots', /"(placed|slipped)":[[{]"/);
    await expect(page.locator('#sort-nine').getByText(/第2张，共9张|退回来了/)).toBeVisible();
  });

  test('reading on is remembered: the map leads back to the same block', async ({ page, lesson }) => {
    await lesson.open();
    await page.locator('#so-what').scrollIntoViewIfNeeded();
    await page.evaluate(() => document.getElementById('so-what')?.scrollIntoView({ block: 'start' }));
    await expect(page.locator('.outline-phone [aria-current]')).toContainText('那又怎样');
    await isKept(page, 'facts', /lesson\.opened/);
    await page.goto('/');
    const go = page.locator('[data-go]');
    await expect(go).toContainText('接着学');
    await go.click();
    await expect(page).toHaveURL(/#so-what$/);
  });

  test('the language switch keeps the place', async ({ page, lesson }) => {
    await lesson.open();
    await page.evaluate(() => document.getElementById('evidence')?.scrollIntoView({ block: 'start' }));
    await expect(page.locator('.outline-phone [aria-current]')).toContainText('证据');
    await page.locator('[data-language-switch]').first().click();
    await expect(page).toHaveURL(/\/en\/learn\/m2-fab-pitch\/#evidence$/);
  });

  test('before the learner reaches something interactive the page asks for two small scripts', async ({
    page,
    lesson,
  }) => {
    const scripts: string[] = [];
    page.on('request', (request) => request.resourceType() === 'script' && scripts.push(request.url()));
    await lesson.open();
    await page.waitForLoadState('networkidle');
    expect(scripts.length).toBeLessThanOrEqual(2);
  });

  test('a lesson once begun stays alive when the network goes: its boards still react', async ({
    page,
    context,
    lesson,
  }) => {
    await lesson.open();
    await page.evaluate(() => document.getElementById('three-layers')?.scrollIntoView());
    await fetchedAhead(page);
    await context.setOffline(true);
    await page.evaluate(() => document.getElementById('just-looking')?.scrollIntoView());
    await page.locator('#just-looking input').first().check();
    await expect(page.locator('#just-looking .why')).toContainText('信任');
  });

  /** Until the scripts of all islands, which the page asks for by itself, are here with all that they import. */
  async function fetchedAhead(page: Page) {
    await page.waitForFunction(() => {
      const here = new Set(performance.getEntriesByType('resource').map(({ name }) => name));
      return [...document.querySelectorAll('astro-island')].every((island) =>
        here.has(new URL(island.getAttribute('component-url') ?? '', location.href).href),
      );
    });
    // What is asked for already is not asked for again: this only waits.
    await page.evaluate(() =>
      Promise.all(
        [...document.querySelectorAll('astro-island')].map(
          (island) => import(new URL(island.getAttribute('component-url') ?? '', location.href).href),
        ),
      ).then(() => undefined),
    );
  }

  /** Sum of all layout shifts since the page began, as Chromium counts them. */
  const shift = (page: Page) =>
    page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
              sum += entry.value;
          }).observe({ type: 'layout-shift', buffered: true });
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
        }),
    );

  test('nothing moves while the page is painted, new or resumed', async ({ page, lesson }) => {
    await lesson.open();
    await page.waitForLoadState('networkidle');
    expect(await shift(page)).toBe(0);
    await lesson.openCheck();
    await lesson.answer('right');
    await lesson.next();
    await page.reload();
    await lesson.seeAlive();
    expect(await shift(page)).toBe(0);
  });

  test('nothing moves while the top of the page arrives piece by piece', async ({ page, baseURL }) => {
    // Before each element of the bar and of the title: what stands there must not wait for its neighbours.
    const slow = await slowServer(baseURL ?? '', /(?=<(?:details|summary|a|i|rect|svg|h1)[ >])/);
    try {
      await page.goto(`${slow.origin}/learn/m2-fab-pitch/`, { waitUntil: 'load' });
      expect(await shift(page)).toBe(0);
    } finally {
      slow.server.closeAllConnections();
      slow.server.close();
    }
  });

  test('on paper every fold is open: sorter and dialogue print as lists', async ({ page, lesson }) => {
    await lesson.open();
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('#sort-nine .on-paper li')).toHaveCount(9);
    await expect(page.locator('#sort-nine .on-paper')).toBeVisible();
    await expect(page.locator('.bar')).toBeHidden();
  });
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the lesson is readable text with a sentence about what needs scripts', async ({ page, lesson }) => {
    await lesson.open();
    await expect(page.getByText('没有启用脚本')).toBeVisible();
    await expect(page.getByRole('heading', { name: /三层话/ })).toBeVisible();
    await expect(page.locator('#sort-nine .on-paper')).toBeVisible();
    await expect(page.locator('.check-stage')).toBeHidden();
  });
});

test('below the browser floor the lesson is readable text with a sentence', async ({ page, lesson }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'CompressionStream');
  });
  await lesson.open();
  await expect(page.getByText('这个浏览器版本较旧')).toBeVisible();
  await expect(page.locator('#sort-nine .on-paper')).toBeVisible();
  await expect(page.locator('.check-stage')).toBeHidden();
});

test('dark is there before the first paint when the system is dark', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('/');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test.describe('an address that is not there', () => {
  test.use({ expectedErrors: [/404/] });

  test('answers in the language of the address and leads back to the course', async ({ page }) => {
    const zh = await page.goto('/learn/nothing/');
    expect(zh?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('没有这一页');
    const en = await page.goto('/en/learn/nothing/');
    expect(en?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such page');
    await page.getByRole('link', { name: 'Back to the course' }).click();
    await expect(page).toHaveURL(/\/en\/$/);
  });
});
