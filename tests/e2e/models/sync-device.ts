import { type Browser, type BrowserContext, expect, type Locator, type Page } from '@playwright/test';
import { isKept } from '../device.ts';

const LESSON = '/learn/m1-goals-plans-rehearsal/';

/** One phone: a browser of its own, in Chinese. */
export class SyncDevice {
  readonly context: BrowserContext;
  readonly page: Page;

  constructor(context: BrowserContext, page: Page) {
    this.context = context;
    this.page = page;
  }

  static async of(browser: Browser): Promise<SyncDevice> {
    const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 390, height: 844 } });
    return new SyncDevice(context, await context.newPage());
  }

  get section(): Locator {
    return this.page.getByRole('region', { name: '在别的设备上接着学' });
  }

  async openMe() {
    await this.page.goto('/me/');
    await expect(this.section).toBeVisible();
  }

  async openLesson() {
    await this.page.goto(`${LESSON}#first-entry`);
    await this.page.locator('#first-entry astro-island:not([ssr])').first().waitFor();
  }

  /** In the open lesson: write into the same place, until it is kept. */
  async write(text: string) {
    const block = this.page.locator('#first-entry');
    await block.locator('textarea').first().fill(text);
    await this.page.locator('h1').click(); // out of the block: it is kept
    await isKept(this.page, 'facts', new RegExp(text));
  }

  async turnOn(nickname: string) {
    await this.section.getByLabel('怎么称呼你').fill(nickname);
    await this.section.getByRole('button', { name: '打开同步' }).click();
    await this.seesAllSent();
  }

  async join(code: string) {
    await this.section.getByText('另一台设备上已经打开了').click();
    await this.section.getByLabel('那台设备上显示的转移码').fill(code);
    await this.section.getByRole('button', { name: '用这个码接上' }).click();
  }

  seesAllSent = () => expect(this.section).toContainText('这台设备上的都送到了。');

  async syncNow() {
    await this.section.getByRole('button', { name: '现在同步' }).click();
  }
}
