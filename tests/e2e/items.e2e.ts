import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { KeyedItem } from '#core/model/item.ts';
import type { CheckContent } from '#core/model/lesson.ts';
import { expect, test } from './fixtures.ts';

const vectors = new URL('../fixtures/vectors/', import.meta.url);

/** The item of a table made by hand, as one of this lesson's. */
function itemOf(file: string, number: number, lessonId: string): KeyedItem {
  const { item } = JSON.parse(readFileSync(new URL(file, vectors), 'utf8'));
  return {
    ...item,
    id: `${lessonId}.q${number}`,
    lessonId,
    objective: `O${(number % 5) + 1}`,
    block: 'three-layers',
  };
}

const shared = {
  id: 'week',
  stem: { zh: '林悦要排下个月的拜访。', en: 'Lin Yue plans the visits of next month.' },
  figures: [{ label: { zh: '每月可用', en: 'Available a month' }, text: { zh: '126小时', en: '126 hours' } }],
};

/** After the lesson's own first item: a number about a case, and one place in each kind of drawing. */
function withNewTypes(content: CheckContent): CheckContent {
  const { lessonId } = content;
  const [first = ''] = content.opening.shown;
  const items = [
    { ...itemOf('numeric-hours.json', 91, lessonId), case: shared },
    itemOf('hot-time-bar.json', 92, lessonId),
    itemOf('hot-early-pitch.json', 93, lessonId),
    itemOf('hot-sample-area.json', 94, lessonId),
  ];
  const own = content.items.filter((item) => item.id === first);
  const shown = [first, ...items.map((item) => item.id)];
  return { ...content, items: [...own, ...items], opening: { ...content.opening, shown, spare: [] } };
}

const violations = async (page: Page) =>
  (await new AxeBuilder({ page }).include('#check').analyze()).violations;

for (const language of ['zh', 'en'] as const)
  test(`${language}: a number, places on a time bar, in a talk and on a picture are answered and scored`, async ({
    page,
    lesson,
  }) => {
    test.slow(); // eight looks by axe
    await lesson.serve(withNewTypes);
    await lesson.open('#check', language);
    await lesson.seeAlive();
    await lesson.answer('right');
    await lesson.next();
    await expect(lesson.check.locator('.case')).toContainText(language === 'zh' ? '126小时' : '126 hours');
    for (let position = 2; position <= 5; position += 1) {
      expect(await violations(page), `item ${position}`).toEqual([]);
      await lesson.answer('right');
      expect(await violations(page), `item ${position} with its feedback`).toEqual([]);
      await lesson.next();
    }
    await expect(lesson.check.locator('.score')).toContainText(
      language === 'zh' ? '达标：5分' : 'Passed: 5 of 5',
    );
  });

test('what is typed is read back, and what is no number is handed back before it costs a point', async ({
  lesson,
}) => {
  await lesson.serve(withNewTypes);
  await lesson.openCheck();
  await lesson.answer('right');
  await lesson.next();
  const field = lesson.check.getByRole('textbox', { name: '你算出来的数' });
  const read = lesson.check.locator('.numeric [role=status]');
  await field.fill('１２１．８小时');
  await expect(read).toHaveText('读作121.8小时');
  await field.fill('0.012万');
  await expect(read).toHaveText('读作120小时');
  await field.fill('5天');
  await expect(read).toHaveText('没看懂：写一个数，单位是小时，比如5或10,100。');
  await lesson.action.click({ force: true });
  await expect(lesson.check.locator('.unready')).toContainText('单位是小时');
  await field.fill('80');
  await field.press('Enter');
  await expect(lesson.feedback).toContainText('对了一部分（得0.5分，满分1分）');
  await expect(lesson.feedback).toContainText('路程没有算进来。');
});

test('places are chosen by keyboard alone, on the drawing or in its list, which hold the same choice', async ({
  page,
  lesson,
}) => {
  await lesson.serve((content) => {
    const { lessonId, opening } = content;
    const items = [itemOf('hot-time-bar.json', 92, lessonId), itemOf('hot-sample-area.json', 94, lessonId)];
    const own = content.items.filter((item) => item.id === opening.shown[0]);
    const shown = [...own, ...items].map((item) => item.id);
    return { ...content, items: [...own, ...items], opening: { ...opening, shown, spare: [] } };
  });
  await lesson.openCheck();
  await lesson.answer('right');
  await lesson.action.press('Enter');
  await expect(lesson.stem).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: /讲政策/ })).toBeChecked();
  await page.getByRole('button', { name: '换成列表作答' }).press('Enter');
  await expect(page.getByRole('button', { name: '换回图上作答' })).toBeFocused();
  await expect(page.getByRole('radio', { name: /讲政策/ })).toBeChecked();
  await lesson.action.press('Enter');
  await expect(lesson.feedback).toContainText('先讲了28分钟');
  await lesson.action.press('Enter');
  await expect(page.getByRole('img', { name: '恒美建材的样板区' })).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(page.getByRole('checkbox', { name: /落灰的样板/ })).toBeChecked();
  await expect(page.getByRole('checkbox', { name: /坏了的射灯/ })).toBeChecked();
  await lesson.action.press('Enter');
  await expect(lesson.feedback).toContainText('对了一部分（得0.67分，满分1分）');
});
