import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import type { Language } from '../../src/core/model/text.ts';
import type { Scenario } from '../../src/core/simulator/scenario.ts';
import type { Task } from '../../src/core/simulator/scenario-task.ts';
import { taskStrings } from '../../src/i18n/practice-tasks.ts';
import { expect, test } from './fixtures.ts';
import { PracticePage } from './models/practice-page.ts';

/** A scenario's page at its tasks; the talk before them is said with the best lines. */
class TaskPage extends PracticePage {
  readonly task: Locator;
  #scenario: Scenario<string> | undefined;

  constructor(page: Page, language: Language = 'zh') {
    super(page, language);
    this.task = page.locator('.task');
  }

  /** Begin a scenario at level 1 and talk until there is something to do. */
  async beginTask(path: string) {
    await this.open(path);
    await this.page.locator('.levels input').first().check();
    await this.startButton.click();
    await this.page.getByRole('button', { name: this.strings.prepGoNone }).click();
    this.#scenario = await this.played();
    await this.talk('best');
  }

  get scenario(): Scenario<string> {
    if (!this.#scenario) throw new Error('beginTask comes first');
    return this.#scenario;
  }

  taskOf<K extends Task<string>['kind']>(kind: K) {
    return this.scenario.stages.find((stage) => stage.kind === kind) as Extract<Task<string>, { kind: K }>;
  }

  /** Real radios and checkboxes lie over their labels. */
  async choose(...texts: string[]) {
    for (const text of texts) await this.task.getByLabel(text, { exact: true }).check();
  }

  async isFineForEverybody() {
    expect((await new AxeBuilder({ page: this.page }).include('.task').analyze()).violations).toEqual([]);
    const width = this.page.viewportSize()?.width ?? 0;
    expect(await this.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
}

const figure = (value: number) => value.toLocaleString('en-US');

// A whole talk comes before each task, and everybody's checks after it.
test.describe.configure({ timeout: 180_000 });

test('a pitch is built, kept over a reload, spoken against the clock; then the poster', async ({ page }) => {
  const view = new TaskPage(page);
  const { pitch, advert } = taskStrings(view.language);
  await view.beginTask('fab-pitch/f-a');
  const { benefits, advantages, features, evidence, limit } = view.taskOf('pitch');
  await view.choose(
    benefits[0]?.text ?? '',
    advantages[0]?.text ?? '',
    features[0]?.text ?? '',
    evidence[1]?.text ?? '',
    pitch.limitSay.replace('{limit}', limit),
  );
  await view.task.getByRole('button', { name: pitch.say }).press('Enter');
  await expect(view.task.getByText(pitch.noOrder)).toBeVisible();
  await view.choose(pitch.orders.BAF);
  // What was chosen last is written a moment later.
  await view.isFineForEverybody();
  await page.reload();
  await expect(view.task.getByLabel(benefits[0]?.text ?? '')).toBeChecked();
  await view.task.getByRole('button', { name: pitch.say }).click();
  await expect(view.task.getByRole('heading', { name: pitch.readAloud })).toBeFocused();
  await view.task.getByRole('button', { name: pitch.start }).click();
  await expect(view.task.getByRole('status')).toHaveText('开始，45秒。');
  await expect(view.task.getByText(/已用[1-9]秒/)).toBeVisible();
  await view.isFineForEverybody();
  await view.task.getByRole('button', { name: pitch.finish }).click();
  await view.talk('best');
  await expect(view.task.getByRole('heading', { name: advert.heading })).toBeVisible();
  // Bring the benefit to the top with the keyboard alone.
  const card = view.taskOf('advert').cards.find(({ role }) => role === 'B')?.text ?? '';
  const up = view.task.getByRole('button', {
    name: taskStrings(view.language).board.up.replace('{card}', card),
  });
  for (let step = 0; step < 3; step += 1)
    if ((await up.getAttribute('aria-disabled')) === 'false') await up.press('Enter');
  await expect(view.task.locator('.advert-print p').first()).toHaveText(card);
  await view.isFineForEverybody();
  await view.task.getByRole('button', { name: advert.done }).click();
  await expect(view.task).toHaveCount(0);
});

test('the shop is walked by tapping it and by the list, then diagnosed', async ({ page }) => {
  const view = new TaskPage(page);
  const { walk, diagnosis } = taskStrings(view.language);
  await view.beginTask('sales-doctor/d-a');
  const { spots, budget } = view.taskOf('walk');
  const shop = view.task.getByRole('group', { name: walk.plan });
  for (const box of await shop.getByRole('button').all())
    expect((await box.boundingBox())?.width ?? 0, 'wide enough for a thumb').toBeGreaterThanOrEqual(52);
  await shop.getByRole('button', { name: spots[0]?.name ?? '' }).click();
  await view.choose(spots[0]?.neutral ?? '');
  await expect(shop.getByRole('button', { name: `${spots[0]?.name} (${walk.seen})` })).toBeVisible();
  for (const spot of spots.slice(2, budget + 1)) {
    await view.task.locator('.walk-list').getByRole('button', { name: spot.name }).click();
    await view.choose(spot.judging);
  }
  await view.task
    .locator('.walk-list')
    .getByRole('button', { name: spots.at(-1)?.name ?? '' })
    .click();
  await expect(view.task.getByText(walk.full)).toBeVisible();
  await view.isFineForEverybody();
  await view.task.getByRole('button', { name: walk.done }).click();
  await view.talk('best');
  await view.task.locator('.bin').nth(2).click();
  await view.task.locator('.card').waitFor();
  await page.keyboard.press('1');
  await view.task.getByRole('button', { name: diagnosis.call.replace('{who}', '马丽') }).click();
  await expect(view.task.getByText(view.taskOf('board').phone.line)).toBeVisible();
  await view.task.getByRole('button', { name: diagnosis.done }).press('Enter');
  await expect(view.task.getByText(diagnosis.unready)).toBeVisible();
  const { causes } = view.taskOf('board');
  await view.choose(causes.find(({ role }) => role === 'root')?.text ?? '');
  await view.task
    .getByLabel(diagnosis.rejectWith.replace('{cause}', causes[3]?.text ?? ''))
    .selectOption({ index: 1 });
  await view.task.getByLabel(diagnosis.because).fill('换了人');
  await view.isFineForEverybody();
  await view.task.getByRole('button', { name: diagnosis.done }).click();
  await expect(view.task).toHaveCount(0);
});

for (const language of ['zh', 'en'] as const)
  test(`papers are asked for and the sums worked out by keyboard, ${language}`, async ({ page }) => {
    const view = new TaskPage(page, language);
    const { dataroom, desk } = taskStrings(view.language);
    await view.beginTask('roi-selling/r-b');
    const { items } = view.taskOf('dataroom');
    await view.task.getByRole('button', { name: items[0]?.text ?? '' }).press('Enter');
    await view.task
      .getByRole('radio')
      .and(page.locator(dataroom.stating.map((way) => `[value="${way}"]`).join()))
      .press('Space');
    await view.task.getByRole('button', { name: dataroom.ask }).press('Enter');
    await expect(view.task.getByRole('button', { name: items[0]?.text ?? '' })).toBeFocused();
    const finding = view.scenario.findings.find(({ id }) => id === 'breakage')?.text ?? '';
    await expect(view.task.locator('.walk-list')).toContainText(finding);
    await view.isFineForEverybody();
    await view.task.getByRole('button', { name: dataroom.done }).press('Enter');
    await view.talk('best');
    // This run’s dossier: what its seed has drawn.
    const { purchases = 0, racks = 0 } = view.scenario.drawn ?? {};
    const saved = Math.round(purchases * 0.01);
    const rows = view.task.locator('.desk-row');
    const first = rows.first().getByRole('textbox');
    await first.fill(`${figure(purchases)}×`);
    await rows.first().getByRole('button', { name: desk.signs['('] }).click();
    await expect(first).toBeFocused();
    await page.keyboard.type('2.2%-1.2%)');
    await expect(rows.first()).toContainText(figure(saved));
    await expect(rows.nth(1)).toContainText(desk.missing.split('{item}')[1] ?? '');
    await rows.nth(4).getByRole('textbox').fill('3000*12');
    await rows
      .nth(5)
      .getByRole('textbox')
      .fill(`${figure(racks)}+4,000`);
    await expect(view.task.locator('.task-done')).toContainText(figure(saved - 36_000));
    await view.isFineForEverybody();
    await page.reload();
    await expect(first).toHaveValue(`${figure(purchases)}×(2.2%-1.2%)`);
    const { decision, labels } = view.taskOf('desk');
    await view.choose(labels[decision.best[0] ?? ''] ?? '');
    await view.task.getByRole('button', { name: desk.done }).press('Enter');
    await expect(view.task).toHaveCount(0);
  });
