import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { PracticePage } from './models/practice-page.ts';

/** Works through a task with the keyboard: one radio where one is needed, then the button that ends it. */
async function doTaskByKeyboard(page: Page) {
  const task = page.locator('.task');
  const done = task.locator('.task-done .btn');
  if ((await done.getAttribute('aria-disabled')) === 'true') {
    await task.locator('input[type=radio]').first().focus();
    await page.keyboard.press('Space');
  }
  await done.focus();
  await page.keyboard.press('Enter');
}

test.describe('a run at level 1', () => {
  test('is played to its debrief with the keyboard alone, the new line always in focus', async ({ page }) => {
    const practice = new PracticePage(page);
    await practice.open();
    const { strings } = practice;
    await page.locator('.levels input').first().focus();
    await page.keyboard.press('Space');
    await practice.startButton.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: strings.prepTitle })).toBeFocused();
    await page.getByRole('button', { name: strings.prepGoNone }).focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('.log li').last()).toBeFocused();
    await practice.sayByKey('best');
    await expect(page.locator('.log li').last()).toBeFocused();
    await expect(page.locator('[data-announce]')).toContainText('信任');
    for (let part = 0; part < 8; part += 1) {
      await practice.talk('best');
      if (await page.locator('.story').isVisible()) break;
      await doTaskByKeyboard(page);
    }
    await expect(page.getByRole('heading', { name: strings.storyTitle })).toBeFocused();
    await page.getByRole('button', { name: strings.toRating }).focus();
    await page.keyboard.press('Enter');
    for (const criterion of await page.locator('.criterion').all()) {
      await criterion.locator('input').nth(3).focus();
      await page.keyboard.press('Space');
    }
    await page.getByRole('button', { name: strings.toDebrief }).focus();
    await page.keyboard.press('Enter');
    await expect(practice.debrief).toBeFocused();
    await page.goto('/practice/');
    await expect(page.locator('[data-scenario=d-a] [data-scores]')).toContainText('首次');
  });

  test('takes three cards along: a fourth is refused with a reason, as often as it is tried', async ({
    page,
  }) => {
    const practice = new PracticePage(page);
    await practice.open();
    await practice.startButton.click();
    const cards = page.locator('.prep input');
    await cards.first().waitFor();
    const taken = () => page.locator('.prep input:checked').count();
    for (const card of await cards.all()) await card.click({ force: true });
    const most = await taken();
    expect(most).toBeLessThanOrEqual(3);
    const refused = page.locator('.prep input:not(:checked)').first();
    for (let press = 0; press < 2; press += 1) {
      await refused.click({ force: true });
      await expect(page.locator('.step [role=status]')).toContainText(/三样|6分/);
      expect(await taken()).toBe(most);
    }
  });

  test('comes back after a reload in the middle of a turn, with options in the same order', async ({
    page,
  }) => {
    const practice = new PracticePage(page);
    await practice.open();
    await practice.begin();
    await practice.sayByKey('best');
    await practice.sayByKey('worst');
    const line = await practice.lastLine.textContent();
    const order = await practice.options.allTextContents();
    const log = await page.locator('.log li').allTextContents();
    await page.reload();
    await practice.seeAlive();
    await expect(practice.lastLine).toHaveText(line ?? '');
    expect(await practice.options.allTextContents()).toEqual(order);
    expect(await page.locator('.log li').allTextContents()).toEqual(log);
    await practice.sayByKey('best');
  });

  test('keeps the note of one’s own, and what is half rated', async ({ page }) => {
    const practice = new PracticePage(page);
    await practice.open();
    await practice.begin();
    await page.locator('.run-in button').click();
    await page.getByRole('dialog').getByLabel(practice.strings.ownNote).fill('问秀梅账本');
    await page.keyboard.press('Escape');
    await practice.leave();
    await page.getByRole('button', { name: practice.strings.toRating }).click();
    await page.locator('.criterion').first().locator('input').nth(4).check({ force: true });
    await page.reload();
    await expect(page.locator('.criterion').first().locator('input').nth(4)).toBeChecked();
    await page.locator('.run-in button').click();
    await expect(page.getByRole('dialog').getByLabel(practice.strings.ownNote)).toHaveValue('问秀梅账本');
  });

  test('a double tap says one line only', async ({ page }) => {
    const practice = new PracticePage(page);
    await practice.open();
    await practice.begin();
    await practice.options.nth(await practice.place('best')).dblclick();
    await expect(practice.round).toContainText('第2轮');
    // A second line would have been said before the next one, which comes after it.
    await practice.sayByKey('best');
    await expect(practice.round).toContainText('第3轮');
  });

  test('the way back leads to the briefing and loses nothing; the run goes on from there', async ({
    page,
  }) => {
    const practice = new PracticePage(page);
    await practice.open();
    await practice.begin();
    await practice.sayByKey('best');
    await page.goBack();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByText('上次练到第2轮')).toBeVisible();
    await page.getByRole('link', { name: practice.strings.resumeRun }).click();
    await expect(practice.round).toContainText('第2轮');
    await page.goto('/practice/');
    await expect(page.locator('[data-scenario=d-a]')).toContainText(practice.strings.openRun);
  });

  test('a new beginning over an open run asks first', async ({ page }) => {
    const practice = new PracticePage(page);
    await practice.open();
    await practice.begin();
    await practice.sayByKey('best');
    await page.getByRole('link', { name: practice.strings.leave }).click();
    await practice.startButton.click();
    await expect(page.getByText(practice.strings.dropAsk)).toBeVisible();
    await page.getByRole('button', { name: practice.strings.dropYes }).click();
    await expect(page.getByRole('heading', { name: practice.strings.prepTitle })).toBeVisible();
  });

  test('the hint waits 20 seconds unless the learner wants it at once; it names no line', async ({
    page,
  }) => {
    const practice = new PracticePage(page);
    await practice.open();
    await practice.begin();
    await expect(page.locator('.choose-head button')).toHaveAttribute('aria-disabled', 'true');
    await page.locator('.run-in button').click();
    await page.getByRole('dialog').getByLabel(practice.strings.hintNoWait).check();
    await page.keyboard.press('Escape');
    await page.locator('.choose-head button').click();
    await expect(page.locator('.hint')).not.toBeEmpty();
    const hint = (await page.locator('.hint').textContent()) ?? '';
    for (const option of await practice.options.allTextContents()) expect(option).not.toContain(hint);
  });
});

test('the other language shows the same turn of the same run', async ({ page }) => {
  const practice = new PracticePage(page);
  await practice.open();
  await practice.begin();
  await practice.sayByKey('best');
  await page.locator('.run-in button').click();
  await page.getByRole('dialog').getByRole('link', { name: 'English' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(practice.round).toContainText('Round 2');
  await expect(page.locator('.log')).not.toContainText(/\p{Script=Han}/u);
});

test('a second tab follows the first one and can take over', async ({ page, context }) => {
  const practice = new PracticePage(page);
  await practice.open();
  await practice.begin();
  await practice.sayByKey('best');
  const second = await context.newPage();
  const other = new PracticePage(second);
  await other.open('sales-doctor/d-a', '#run');
  await expect(second.getByText(other.strings.following)).toBeVisible();
  await practice.sayByKey('best');
  await expect(other.round).toContainText('第3轮');
  await second.keyboard.press('1');
  await expect(other.round).toContainText('第3轮');
  await second.getByRole('button', { name: other.strings.takeOver }).click();
  await expect(second.getByText(other.strings.following)).toBeHidden();
  await other.sayByKey('best');
  await expect(practice.round).toContainText('第4轮');
});

test.describe('without a network', () => {
  test('a run can be finished once its page is open', async ({ page, context }) => {
    const missed: string[] = [];
    page.on('requestfailed', (request) => missed.push(new URL(request.url()).pathname));
    const practice = new PracticePage(page);
    await practice.open('fab-pitch/f-a');
    await practice.content();
    await page.waitForLoadState('networkidle');
    await context.setOffline(true);
    await practice.begin();
    await practice.talk('best');
    await expect(page.locator('.task')).toBeVisible();
    await practice.leave();
    await practice.rate();
    await expect(practice.debrief).toBeVisible();
    expect(missed.filter((path) => path !== '/favicon.svg')).toEqual([]);
  });
});

test.describe('where the browser keeps nothing', () => {
  test('the run goes on in memory and says so', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(globalThis, 'indexedDB', { get: () => undefined });
    });
    const practice = new PracticePage(page);
    await practice.open();
    await expect(page.getByText(practice.strings.memory.blocked)).toBeVisible();
    await practice.begin();
    await practice.sayByKey('best');
    await expect(practice.round).toContainText('第2轮');
  });
});

test.describe('levels 2 and 3', () => {
  test('a sentence is put together from its parts, shown before it is said, and answered', async ({
    page,
  }) => {
    const practice = new PracticePage(page);
    await practice.open();
    await practice.begin(2);
    await expect(page.locator('.meters')).toHaveCount(0);
    await page.getByLabel('今天的安排').check({ force: true });
    await page.locator('.sentence', { hasText: '占二位40分钟' }).locator('input').check({ force: true });
    await page.getByLabel('占二位40分钟').last().check({ force: true });
    await page.getByLabel('这样可以吗').last().check({ force: true });
    await expect(page.locator('.preview')).toContainText('占二位40分钟，这样可以吗？');
    await page.reload();
    await expect(page.locator('.preview')).toContainText('占二位40分钟，这样可以吗？');
    await page.getByRole('button', { name: practice.strings.say }).click();
    await expect(page.locator('.say.me')).toContainText('占二位40分钟，这样可以吗？');
    await page.getByLabel('单量与进店').check({ force: true });
    await page.getByText(practice.strings.otherWay).click();
    await page.getByLabel(practice.strings.otherWayPick).selectOption('ask_detail');
    await page.getByRole('button', { name: practice.strings.say }).click();
    await expect(practice.lastLine).toHaveText('「七月以前40单，这两个月31单。」');
  });

  test('what is typed survives a reload; a danger is shown before it is sent and can be rewritten', async ({
    page,
  }) => {
    const practice = new PracticePage(page);
    await practice.open();
    await practice.begin(3);
    await page.getByLabel('单量与进店').check({ force: true });
    await page.getByLabel(practice.strings.claim).selectOption('ask_detail');
    const field = page.getByLabel(practice.strings.write);
    await field.fill('我保证下个月回到四十单。');
    await page.reload();
    await expect(field).toHaveValue('我保证下个月回到四十单。');
    await page.getByRole('button', { name: practice.strings.read }).click();
    await expect(page.locator('.heard')).toContainText('打包票');
    await expect(page.getByRole('button', { name: /坚持我的标签/ })).toHaveCount(0);
    await page.getByRole('button', { name: practice.strings.rewrite }).click();
    await expect(field).toBeFocused();
    await field.fill('这一个月少的九单，是从哪一周开始少的？');
    await page.getByRole('button', { name: practice.strings.read }).click();
    await expect(page.locator('.say.me')).toContainText('是从哪一周开始少的');
  });
});
