import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { AdminDesk } from './models/admin-desk.ts';
import { TrainerDesk } from './models/class-room.ts';

/** On with Tab until what is wanted has the focus, as somebody without a mouse does. */
async function tabTo(
  page: Page,
  role: 'button' | 'textbox' | 'combobox' | 'link' | 'searchbox',
  name: string,
) {
  const wanted = page.getByRole('main').getByRole(role, { name, exact: true });
  await wanted.first().waitFor();
  for (let presses = 0; presses < 80; presses += 1) {
    if (await wanted.evaluateAll((all) => all.includes(document.activeElement as HTMLElement))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no ${role} “${name}” was reached by Tab`);
}

test.use({ expectedErrors: [/Failed to load resource: .* 401/] });

test('a class is made and a lesson assigned by keyboard alone', async ({ browser }) => {
  const { page, ...desk } = await TrainerDesk.of(browser);
  const trainer = new TrainerDesk(desk.context, page);
  await page.goto('/cohorts/');
  await trainer.signIn('钱老师');
  await page.reload();
  await tabTo(page, 'textbox', '班级名称');
  await page.keyboard.type('只用键盘建的班');
  await tabTo(page, 'button', '建一个班');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('只用键盘建的班');
  await tabTo(page, 'button', '任务');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '任务' })).toBeFocused();
  await tabTo(page, 'combobox', '哪一个');
  await page.keyboard.press('ArrowDown');
  await tabTo(page, 'button', '布置');
  await page.keyboard.press('Enter');
  await expect(trainer.part('任务').locator('.tasks > li')).toContainText('第2课');
  await desk.context.close();
});

test('an admin gives a role by keyboard alone', async ({ page }) => {
  const desk = new AdminDesk(page);
  const name = `键盘${Date.now()}`;
  await desk.join(name);
  desk.makeAdmin(await desk.join(`管理${name}`));
  await desk.open();
  await tabTo(page, 'link', '人员');
  await page.keyboard.press('Enter');
  await tabTo(page, 'searchbox', '找人');
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toContainText('列出1位。');
  const row = page.getByRole('listitem').filter({ hasText: name });
  await page.keyboard.press('Tab'); // the button of the search
  await page.keyboard.press('Tab');
  await expect(row.locator('summary')).toBeFocused();
  await page.keyboard.press('Enter');
  await tabTo(page, 'combobox', '角色');
  await page.keyboard.press('ArrowDown');
  await tabTo(page, 'button', '改角色');
  await page.keyboard.press('Enter');
  await expect(row.getByText('已改为讲师。')).toBeVisible();
  await expect(row.locator('summary')).toContainText('讲师');
});
