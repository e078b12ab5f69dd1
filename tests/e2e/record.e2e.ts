import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { LessonPage } from './models/lesson-page.ts';
import { MePage } from './models/me-page.ts';

/** Runs in the page before anything else of it. */
const REFUSED = `IDBFactory.prototype.open = () => { throw new DOMException('made by the test', 'SecurityError'); };`;
const SILENT = 'IDBFactory.prototype.open = () => new EventTarget();';
const FULL_ON_DEMAND = `{
  const put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function (...given) {
    if (globalThis.isFull) throw new DOMException('made by the test', 'QuotaExceededError');
    return put.apply(this, given);
  };
}`;

/** Half of the first item: chosen, not checked. @returns what must be there again later. */
async function leaveHalfWay(lesson: LessonPage) {
  await lesson.openCheck();
  await lesson.answer('right');
  await lesson.next();
  await lesson.respond('weak');
  return seen(lesson);
}

/** Item, order and responses on screen; the view of some types arrives a moment after its item. */
async function seen({ stem, check }: LessonPage) {
  const inputs = check.locator('.option input');
  return {
    stem: await stem.textContent(),
    options: await inputs.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value)),
    chosen: await inputs.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).checked)),
    text: await check
      .locator('textarea')
      .evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).value)),
    placed: await check.locator('.placed li, .order li').allTextContents(),
  };
}

/** Writes a row past the code of the page. */
const putRow = (page: Page, store: string, key: string, value: unknown) =>
  page.evaluate(
    ([into, at, row]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('sanxiu-local');
        opening.onerror = reject;
        opening.onsuccess = () => {
          const transaction = opening.result.transaction([into], 'readwrite');
          transaction.objectStore(into).put(row, at);
          transaction.oncomplete = () => resolve();
          opening.result.close();
        };
      }),
    [store, key, value] as const,
  );

test.describe('the open check comes back as it was', () => {
  test('after the tab was killed', async ({ page, context, lesson }) => {
    const before = await leaveHalfWay(lesson);
    const gone = page.waitForEvent('crash');
    const session = await context.newCDPSession(page);
    void session.send('Page.crash').catch(() => {});
    await gone;
    const again = new LessonPage(await context.newPage());
    await again.openCheck();
    await expect.poll(() => seen(again)).toEqual(before);
  });

  test('after the browser was closed and started again', async ({
    playwright,
    baseURL,
    launchOptions,
  }, info) => {
    const start = () =>
      playwright.chromium.launchPersistentContext(info.outputPath('profile'), {
        ...launchOptions,
        ...(baseURL && { baseURL }),
        viewport: { width: 390, height: 844 },
      });
    const first = await start();
    const before = await leaveHalfWay(new LessonPage(await first.newPage()));
    await first.close();
    const second = await start();
    const again = new LessonPage(await second.newPage());
    await again.openCheck();
    await expect.poll(() => seen(again)).toEqual(before);
    await second.close();
  });
});

test('the browser is asked once, after something was kept, not to evict the record', async ({
  page,
  lesson,
}) => {
  await page.addInitScript(() => {
    StorageManager.prototype.persist = async () => {
      localStorage.setItem('asked', `${localStorage.getItem('asked') ?? ''}x`);
      return false;
    };
  });
  const asked = () => page.evaluate(() => localStorage.getItem('asked'));
  await lesson.openCheck();
  await lesson.respond('right');
  expect(await asked()).toBeNull();
  await lesson.answer('right');
  await expect.poll(asked).toBe('x');
  await page.reload();
  await lesson.seeAlive();
  await lesson.next();
  await lesson.answer('right');
  expect(await asked()).toBe('x');
});

test.describe('two tabs', () => {
  test('one is live; the other says so, follows, and can take over', async ({ context, lesson }) => {
    await lesson.openCheck();
    const other = new LessonPage(await context.newPage());
    await other.openCheck();
    const notice = '另一个页面正在作答，这里跟着显示。';
    await expect(other.check).toContainText(notice);
    await lesson.answer('right');
    await expect(other.feedback).toBeVisible();
    await other.check.getByRole('button', { name: '在这里继续' }).click();
    await expect(lesson.check).toContainText(notice);
    await expect(other.check).not.toContainText(notice);
    await other.next();
    await expect(lesson.stem).toHaveText((await other.stem.textContent()) ?? '');
  });

  test('the follower goes on by itself when the live one is closed', async ({ page, context, lesson }) => {
    await lesson.openCheck();
    await lesson.respond('right');
    const other = new LessonPage(await context.newPage());
    await other.openCheck();
    await expect(other.check).toContainText('这里跟着显示');
    await page.close();
    await expect(other.check).not.toContainText('这里跟着显示');
    await other.action.click();
    await expect(other.feedback).toBeVisible();
  });
});

test.describe('storage that fails costs no answer and says so', () => {
  for (const [what, script] of [
    ['refused', REFUSED],
    ['silent', SILENT],
  ] as const)
    test(`${what}: the check goes on in memory to its end`, async ({ page, lesson }) => {
      await page.addInitScript(script);
      await lesson.openCheck();
      await expect(lesson.check).toContainText('这个浏览器不让保存');
      await lesson.finish(() => 'right');
      await expect(lesson.check.locator('.score')).toContainText('达标');
      await new MePage(page).open();
      await expect(page.getByText('这个浏览器不让保存记录')).toBeVisible();
    });

  test('full: said at once, and kept as soon as there is room again', async ({ page, lesson }) => {
    await page.addInitScript(FULL_ON_DEMAND);
    await lesson.openCheck();
    await lesson.answer('right');
    await lesson.next();
    await page.evaluate('globalThis.isFull = true');
    await lesson.answer('right');
    await expect(lesson.check).toContainText('这台设备的空间满了');
    await page.evaluate('globalThis.isFull = false');
    await lesson.next();
    await expect(lesson.check).not.toContainText('这台设备的空间满了');
    await lesson.respond('right');
    const before = await seen(lesson);
    await page.reload();
    await lesson.seeAlive();
    await expect.poll(() => seen(lesson)).toEqual(before);
  });

  test('bad rows are set aside; everything else is there', async ({ page, lesson }) => {
    await lesson.openCheck();
    await lesson.finish(() => 'right');
    const me = new MePage(page);
    await me.open();
    const can = await me.abilities.allTextContents();
    expect(can.length).toBeGreaterThan(0);
    await putRow(page, 'facts', 'bad', { id: 'bad', type: 'nonsense' });
    await putRow(page, 'facts', 'worse', { id: 'worse', n: 10n ** 40n }); // JSON cannot hold it
    await page.reload();
    await expect(page.getByText('有2条记录读不出来，已放在一边；其余的都在。')).toBeVisible();
    await expect(me.abilities).toHaveText(can);
  });

  test('an unreadable open check is set aside with a sentence, and a new one begins', async ({
    page,
    lesson,
  }) => {
    await leaveHalfWay(lesson);
    await putRow(page, 'snapshots', 'check:m2-fab-pitch', { v: 1, seq: 'torn' });
    await page.reload();
    await lesson.seeAlive();
    await expect(lesson.check).toContainText('上次没做完的检查读不出来');
    await expect(lesson.check.locator('.label.num').first()).toHaveText('想一想·第1题，共5题');
    await lesson.answer('right');
  });

  test('a record that a release before pictures wrote is carried on', async ({ page }) => {
    await page.goto('/glossary/'); // a page that opens no record
    await page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const opening = indexedDB.open('sanxiu-local', 1);
          opening.onupgradeneeded = () => {
            for (const store of ['facts', 'snapshots', 'quarantine', 'meta'])
              opening.result.createObjectStore(store);
            opening.transaction?.objectStore('facts').createIndex('at', 'at');
            opening.transaction?.objectStore('facts').put(
              {
                ...{ v: 1, id: 'old', at: 1, deviceId: 'd', language: 'zh', type: 'reflection.saved' },
                ...{ lessonId: 'm2-fab-pitch', blockId: 'tomorrow', text: '上一版写下的' },
              },
              'old',
            );
          };
          opening.onsuccess = () => {
            opening.result.close();
            resolve();
          };
        }),
    );
    await new MePage(page).open();
    await expect(page.getByText('上一版写下的')).toBeVisible();
    const stores = await page.evaluate(
      () =>
        new Promise<string[]>((resolve) => {
          const opening = indexedDB.open('sanxiu-local');
          opening.onsuccess = () => {
            resolve([...opening.result.objectStoreNames]);
            opening.result.close();
          };
        }),
    );
    expect(stores).toEqual(['blobs', 'facts', 'meta', 'quarantine', 'snapshots']);
  });

  test('a database without its stores is left untouched, and a new one keeps what comes', async ({
    page,
    lesson,
  }) => {
    await page.goto('/glossary/'); // a page that opens no record: on another the two would race
    await page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          indexedDB.deleteDatabase('sanxiu-local').onsuccess = () => {
            const opening = indexedDB.open('sanxiu-local', 2);
            opening.onupgradeneeded = () => opening.result.createObjectStore('other');
            opening.onsuccess = () => {
              opening.result.close();
              resolve();
            };
          };
        }),
    );
    const before = await leaveHalfWay(lesson);
    await page.reload();
    await lesson.seeAlive();
    await expect.poll(() => seen(lesson)).toEqual(before);
    await new MePage(page).open();
    await expect(page.getByText('以前的记录读不出来，原样放在一边')).toBeVisible();
    const names = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
    expect(names.sort()).toEqual(['sanxiu-local', 'sanxiu-local-2']);
  });
});

test.describe('the record goes where its owner goes', () => {
  test('a text copied in one browser brings progress and the open check to another', async ({
    page,
    lesson,
    browser,
  }) => {
    await lesson.openCheck();
    await lesson.finish(() => 'right');
    await lesson.check.getByRole('button', { name: '换题再来一次' }).click();
    await lesson.answer('right');
    await lesson.next();
    const stem = await lesson.stem.textContent();
    const me = new MePage(page);
    await me.open();
    const can = await me.abilities.allTextContents();
    const text = await me.exportedText();

    const context = await browser.newContext({ locale: 'zh-CN' });
    const there = new MePage(await context.newPage());
    await there.open();
    await expect(there.page.getByText('这里还空着')).toBeVisible();
    await there.unfold('导入记录');
    await there.paste(text.slice(0, -10));
    await expect(there.page.getByText('这份记录只有前一半')).toBeVisible();
    await there.paste(`给你：\n${text}\n`);
    await expect(there.page.getByText(/合并好了：新增\d+条，原来就有0条，放在一边0条/)).toBeVisible();
    await expect(there.abilities).toHaveText(can);
    await there.paste(text);
    await expect(there.page.getByText(/合并好了：新增0条/)).toBeVisible();
    const check = new LessonPage(there.page);
    await check.openCheck();
    await expect(check.stem).toHaveText(stem ?? '');
    await context.close();
  });

  test('a file saved in one browser is read by another', async ({ page, lesson, browser }) => {
    await lesson.openCheck();
    await lesson.answer('right');
    const me = new MePage(page);
    await me.open();
    await me.unfold('导出全部记录');
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: '存成文件' }).click();
    const file = await saving;
    expect(file.suggestedFilename()).toMatch(/^sanxiu-\d{4}-\d{2}-\d{2}\.json$/);

    const context = await browser.newContext({ locale: 'zh-CN' });
    const there = new MePage(await context.newPage());
    await there.open();
    await there.unfold('导入记录');
    await there.page.getByLabel('选择文件').setInputFiles((await file.path()) ?? '');
    await expect(there.page.getByText(/合并好了：新增[1-9]/)).toBeVisible();
    await context.close();
  });

  test('inside WeChat there is no file to save, and the way out is explained', async ({ browser }) => {
    const context = await browser.newContext({
      locale: 'zh-CN',
      userAgent: 'Mozilla/5.0 MicroMessenger/8.0.50',
    });
    const me = new MePage(await context.newPage());
    await me.open();
    await expect(me.page.getByText('在浏览器打开')).toBeVisible();
    await me.unfold('导出全部记录');
    await expect(me.page.getByRole('button', { name: '复制成文字' })).toBeVisible();
    await expect(me.page.getByRole('button', { name: '存成文件' })).toHaveCount(0);
    await context.close();
  });

  test('a full record with everything unfolded can be used by everybody', async ({ page, lesson }) => {
    await lesson.openCheck();
    await lesson.check.getByText('确定', { exact: true }).click();
    await lesson.answer('weak');
    await lesson.next();
    await lesson.finish(() => 'right');
    const me = new MePage(page);
    await me.open();
    await page.getByText('1题确定但答错了').click();
    await me.unfold('导出全部记录');
    await me.unfold('导入记录');
    await expect(page.getByText('说「确定」')).toBeVisible();
    expect((await new AxeBuilder({ page }).include('main').analyze()).violations).toEqual([]);
    await page.getByRole('button', { name: '删除我的记录' }).press('Enter');
    await expect(page.getByRole('dialog')).toBeVisible();
    expect((await new AxeBuilder({ page }).include('dialog').analyze()).violations).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: '删除我的记录' })).toBeFocused();
  });

  test('deleting asks twice, then leaves nothing, in the other tab neither', async ({
    page,
    context,
    lesson,
  }) => {
    await leaveHalfWay(lesson);
    const other = new MePage(await context.newPage());
    await other.open();
    await other.page.getByRole('button', { name: '删除我的记录' }).click();
    await other.page.getByRole('dialog').getByRole('button', { name: '取消' }).click();
    await other.deleteAll();
    await expect(other.page.getByText('这里还空着')).toBeVisible();
    await expect(lesson.check.locator('.label.num').first()).toHaveText('想一想·第1题，共5题');
    const left = await page.evaluate(() => Object.keys(localStorage));
    expect(left.filter((key) => /check|jot|sheet/.test(key))).toEqual([]);
    await page.reload();
    await lesson.openCheck();
    await expect(lesson.check.locator('.label.num').first()).toHaveText('想一想·第1题，共5题');
  });
});
