import { expect, type Locator } from '@playwright/test';
import { isKept, rowsOf } from './device.ts';
import { test } from './fixtures.ts';
import { drawnPicture } from './models/drawn-picture.ts';
import { SyncDevice } from './models/sync-device.ts';

const widthOf = (image: Locator) =>
  image.evaluate((shown: HTMLImageElement) => (shown.complete ? shown.naturalWidth : 0));

/** What was written is a version, and the draft knows that it is: a page that goes between the two makes it one again. */
async function isVersion({ page }: SyncDevice, words: string) {
  await isKept(page, 'facts', new RegExp(words));
  const row = (await rowsOf(page, 'facts')).find((one) => one.includes(words)) ?? '{}';
  await isKept(page, 'snapshots', new RegExp(`${words}.*"base":"${JSON.parse(row).id}"`));
}

/** The sheet of T-01 on one phone. */
const sheetOf = ({ page }: SyncDevice) => ({
  async open() {
    await page.goto('/toolbox/t-01/');
    await expect(page.locator('.sheet')).toBeVisible();
  },
  goal: page.getByLabel('目标必填', { exact: true }),
  picture: page.locator('.sheet-picture img'),
  keep: () => page.getByRole('button', { name: '存成一版' }).click(),
});

test('a picture of one phone is seen on the other, later than the sheet if need be, and goes with the copy', async ({
  browser,
}) => {
  const a = await SyncDevice.of(browser);
  const b = await SyncDevice.of(browser);
  const [onA, onB] = [sheetOf(a), sheetOf(b)];
  const isSent = () =>
    a.page.waitForResponse((reply) => reply.request().method() === 'PUT' && reply.status() === 201);

  await test.step('the first phone takes a picture, and it goes to the server after its sheet', async () => {
    await a.openMe();
    await expect(a.section).toContainText('表格里的照片也送');
    await a.turnOn('小红');
    await onA.open();
    await onA.goal.fill('到90天');
    await a.page.getByLabel('拍一张，或选一张').setInputFiles(await drawnPicture(a.page, 320, 200));
    await expect(onA.picture).toHaveCount(1);
    const sent = isSent();
    await onA.keep();
    await sent;
  });

  await test.step('the second phone joins and sees it', async () => {
    await a.openMe();
    await a.seesAllSent();
    await a.section.getByRole('button', { name: '显示转移码' }).click();
    const code = (await a.section.locator('output').textContent()) ?? '';
    await b.openMe();
    await b.join(code);
    await b.seesAllSent();
    await onB.open();
    await expect(onB.goal).toHaveValue('到90天');
    await expect.poll(() => widthOf(onB.picture)).toBe(320);
    await b.context.setOffline(true);
    await b.page.getByRole('button', { name: '存成一版' }).click();
    await expect.poll(() => widthOf(onB.picture)).toBe(320);
    await b.context.setOffline(false);
  });

  await test.step('another picture: the sheet says that it is on its way, and shows it once it can be had', async () => {
    await b.context.route('**/api/blobs/**', (route) => route.abort());
    await onA.open();
    await a.page.getByLabel('换一张').setInputFiles(await drawnPicture(a.page, 240, 200, 8));
    await expect.poll(() => widthOf(onA.picture)).toBe(240);
    const sent = isSent();
    await onA.keep();
    await sent;
    await b.openMe();
    await expect(b.section).toContainText('还有1张照片没送到或没取到');
    await onB.open();
    await expect(b.page.locator('.sheet-picture')).toContainText('这张图还没取到这台设备上');
    await b.context.unroute('**/api/blobs/**');
    await b.context.setOffline(true);
    await b.context.setOffline(false);
    await expect.poll(() => widthOf(onB.picture)).toBe(240);
  });

  await test.step('deleting the copy deletes them there; each phone keeps what it has', async () => {
    const [id = ''] = await b.page.evaluate(
      () =>
        new Promise<string[]>((resolve) => {
          const opening = indexedDB.open('sanxiu-local');
          opening.onsuccess = () => {
            const keys = opening.result.transaction('blobs').objectStore('blobs').getAllKeys();
            keys.onsuccess = () => resolve(keys.result.map(String));
          };
        }),
    );
    const ask = () => b.page.evaluate(async (blobId) => (await fetch(`/api/blobs/${blobId}`)).status, id);
    expect(await ask()).toBe(200);
    await a.openMe();
    await a.section.getByRole('button', { name: '删掉服务器上的那一份' }).click();
    const question = a.page.getByRole('dialog');
    await question.getByLabel('我知道删除后找不回来').check();
    await question.getByRole('button', { name: '删除', exact: true }).click();
    await expect(a.section).toContainText('服务器上的那一份已经删除。');
    expect(
      await b.page.evaluate(
        async (blobId) => (await fetch(`/api/blobs/${blobId}`, { cache: 'no-store' })).status,
        id,
      ),
    ).toBe(410);
    await onB.open();
    await expect.poll(() => widthOf(onB.picture)).toBe(240);
  });
  await Promise.all([a, b].map(({ context }) => context.close()));
});

test('two phones change one sheet without a network: the later one stands, the other one is among the versions', async ({
  browser,
}) => {
  const a = await SyncDevice.of(browser);
  const b = await SyncDevice.of(browser);
  const [onA, onB] = [sheetOf(a), sheetOf(b)];
  await a.openMe();
  await a.turnOn('小红');
  await onA.open();
  await onA.goal.fill('一起写的');
  await onA.keep();
  await isKept(a.page, 'facts', /一起写的/);
  await a.openMe();
  await a.seesAllSent();
  await a.section.getByRole('button', { name: '显示转移码' }).click();
  const code = (await a.section.locator('output').textContent()) ?? '';
  await b.openMe();
  await b.join(code);
  await b.seesAllSent();
  for (const [phone, sheet] of [
    [a, onA],
    [b, onB],
  ] as const) {
    await sheet.open();
    await expect(sheet.goal).toHaveValue('一起写的');
    await phone.context.setOffline(true);
  }
  // One after the other, so that the clocks say which is the later.
  await onA.goal.fill('第一台写的');
  await onA.keep();
  await isVersion(a, '第一台写的');
  await onB.goal.fill('第二台写的');
  await onB.keep();
  await isVersion(b, '第二台写的');
  for (const phone of [a, b]) {
    await phone.context.setOffline(false);
    await phone.openMe();
    await phone.seesAllSent();
  }
  await a.syncNow();
  const versionsOf = ({ page }: SyncDevice) => page.locator('.sheet-versions li');
  for (const [phone, sheet, whose] of [
    [a, onA, '这台设备'],
    [b, onB, '另一台设备'],
  ] as const) {
    await isKept(phone.page, 'facts', /第一台写的/);
    await isKept(phone.page, 'facts', /第二台写的/);
    await sheet.open();
    await expect(sheet.goal).toHaveValue('第二台写的');
    await phone.page.getByText('以前的版本（2）').click();
    await expect(versionsOf(phone)).toContainText([whose, whose]);
  }
  // Gone back to, the earlier one stands again, and the later one is among the versions.
  await versionsOf(a).first().getByRole('button', { name: '用这一版' }).click();
  await expect(onA.goal).toHaveValue('第一台写的');
  await onA.keep();
  await expect(a.page.getByText('以前的版本（3）')).toBeVisible();
  await expect(versionsOf(a)).toContainText(['另一台设备', '这台设备', '这台设备']);
  await Promise.all([a, b].map(({ context }) => context.close()));
});
