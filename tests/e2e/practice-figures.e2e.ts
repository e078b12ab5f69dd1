import type { Page } from '@playwright/test';
import { isKept } from './device.ts';
import { expect, test } from './fixtures.ts';
import { PracticePage } from './models/practice-page.ts';

/** Figures of the run with thousands, as the briefing and the notes write them. */
const shown = (page: Page, line: string) => expect(page.getByText(line, { exact: true }).first());

test.describe.configure({ timeout: 120_000 });

test('a run draws its figures: preparation, notes, a reload and the look back all tell the same ones', async ({
  page,
}) => {
  const practice = new PracticePage(page);
  await practice.open('roi-selling/r-a');
  const { strings } = practice;
  await expect(page.getByText(strings.knownDrawn)).toBeVisible();
  await shown(page, '全年销售额4,800,000元，毛利率28%（管理账，含税简化，示例）').toBeVisible();
  await practice.startButton.click();
  await expect(page.getByRole('heading', { name: strings.prepTitle })).toBeFocused();
  const run = await practice.played();
  for (const line of run.briefing.known) await shown(page.locator('.run') as never, line).toBeVisible();

  await page.getByRole('button', { name: strings.prepGoNone }).click();
  await page.locator('.task').waitFor();
  await isKept(page, 'snapshots', /"value":"playing"/);
  await page.reload();
  await practice.seeAlive();
  expect((await practice.played()).drawn).toEqual(run.drawn);
  const pad = page.locator('.notes-pad').first();
  for (const line of run.briefing.known) await expect(pad).toContainText(line);

  await practice.leave();
  await practice.rate();
  await expect(practice.debrief).toBeFocused();
  await isKept(page, 'facts', /scenario\.finished/);
});
