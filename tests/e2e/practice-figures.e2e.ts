import type { Page } from '@playwright/test';
import type { Scenario } from '../../src/core/simulator/scenario.ts';
import { debriefStrings } from '../../src/i18n/practice-debrief.ts';
import { isKept } from './device.ts';
import { expect, test } from './fixtures.ts';
import { PracticePage } from './models/practice-page.ts';

const words = debriefStrings('zh');

/** What the owner says after he has worked out one point of conversion: a line that holds figures of the run. */
function reckoning({ stages }: Scenario<string>): string {
  const turns = stages.flatMap((stage) => (stage.kind === 'sheet' ? stage.turns : []));
  return turns.find(({ id }) => id === 'M8')?.line ?? '';
}

async function seeReckoning(page: Page, run: Scenario<string>) {
  await page.getByRole('button', { name: words.expertOpen }).click();
  await expect(page.locator('.expert-heard', { hasText: reckoning(run) })).toBeVisible();
}

test.describe.configure({ timeout: 120_000 });

test('a run draws its figures: preparation, notes, a reload, the look back and a later one tell the same', async ({
  page,
}) => {
  const practice = new PracticePage(page);
  await practice.open('roi-selling/r-a');
  const { strings } = practice;
  await expect(page.getByText(strings.knownDrawn)).toBeVisible();
  await expect(page.getByText('全年销售额4,800,000元', { exact: false }).first()).toBeVisible();
  await practice.startButton.click();
  await expect(page.getByRole('heading', { name: strings.prepTitle })).toBeFocused();
  const run = await practice.played();
  expect(run.drawn).toBeDefined();
  for (const line of run.briefing.known)
    await expect(page.locator('.run').getByText(line, { exact: true }).first()).toBeVisible();

  await page.getByRole('button', { name: strings.prepGoNone }).click();
  await page.locator('.task').waitFor();
  await isKept(page, 'snapshots', /"value":"playing"/);
  await page.reload();
  await practice.seeAlive();
  expect((await practice.played()).drawn).toEqual(run.drawn);
  for (const line of run.briefing.known) await expect(page.locator('.notes-pad').first()).toContainText(line);

  await practice.leave();
  await practice.rate();
  await expect(practice.debrief).toBeFocused();
  await seeReckoning(page, run);
  await isKept(page, 'facts', /scenario\.finished/);

  await practice.open('roi-selling/r-a');
  await page.getByRole('link', { name: strings.pastReplay }).click();
  await seeReckoning(page, run);
});
