import AxeBuilder from '@axe-core/playwright';
import { isKept } from './device.ts';
import { expect, test } from './fixtures.ts';

test('what was written in a lesson stands in the record, with the way back to where it was written', async ({
  page,
}) => {
  await page.goto('/learn/m1-goals-plans-rehearsal/#first-entry');
  const block = page.locator('#first-entry');
  await block.locator('astro-island:not([ssr])').first().waitFor();
  await block.locator('textarea').first().fill('先问她哪一步最费事。');
  await page.locator('h1').click(); // out of the block: it is kept
  await isKept(page, 'facts', /先问她哪一步最费事。/);
  await page.goto('/me/');
  await expect(page.getByText('先问她哪一步最费事。')).toBeVisible();
  const notes = page.locator('.notes-list');
  await expect(notes.getByRole('link')).toHaveAttribute('href', /first-entry$/);
  await expect(page.locator('.modules li').first()).toContainText('0课，共9课');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});
