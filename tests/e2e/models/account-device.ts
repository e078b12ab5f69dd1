import { type Browser, type BrowserContext, expect, type Locator, type Page } from '@playwright/test';
import { isKept } from '../device.ts';

const LESSON = '/learn/m1-goals-plans-rehearsal/';

/** One phone in Chinese, as its owner signs in and out on it. */
export class AccountDevice {
  readonly context: BrowserContext;
  readonly page: Page;

  constructor(context: BrowserContext, page: Page) {
    this.context = context;
    this.page = page;
  }

  static async of(browser: Browser): Promise<AccountDevice> {
    const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 390, height: 844 } });
    return new AccountDevice(context, await context.newPage());
  }

  get sync(): Locator {
    return this.page.getByRole('region', { name: '在别的设备上接着学' });
  }

  get account(): Locator {
    return this.page.getByRole('region', { name: '账号' });
  }

  get main(): Locator {
    return this.page.locator('main');
  }

  get notes(): Locator {
    return this.page.locator('.notes-list');
  }

  async openMe() {
    await this.page.goto('/me/');
    await expect(this.page.getByRole('heading', { name: '记录归你' })).toBeVisible();
  }

  /** Into the same place of the same lesson, until it is kept. */
  async write(text: string) {
    await this.page.goto(`${LESSON}#first-entry`);
    const block = this.page.locator('#first-entry');
    await block.locator('astro-island:not([ssr])').first().waitFor();
    await block.locator('textarea').first().fill(text);
    await this.page.locator('h1').click(); // out of the block: it is kept
    await isKept(this.page, 'facts', new RegExp(text));
  }

  async turnOn(nickname: string) {
    await this.openMe();
    await this.sync.getByLabel('怎么称呼你').fill(nickname);
    await this.sync.getByRole('button', { name: '打开同步' }).click();
    await this.seesAllSent();
  }

  seesAllSent = () => expect(this.sync).toContainText('这台设备上的都送到了。');

  /** Name and password for the nickname of this device. @returns the recovery code, noted down. */
  async claim(username: string, password: string): Promise<string> {
    await this.account.getByLabel('用户名').fill(username);
    await this.account.getByLabel('密码', { exact: true }).fill(password);
    await this.account.getByRole('button', { name: '设账号', exact: true }).click();
    return this.noteCode();
  }

  async noteCode(): Promise<string> {
    const shown = this.main.locator('output');
    await expect(shown).toHaveText(/^([2-9A-Z]{5}-){3}[2-9A-Z]{5}$/);
    const code = (await shown.textContent()) ?? '';
    await this.main.getByLabel('我已经记在别处了').check();
    await this.main.getByRole('button', { name: '完成' }).click();
    return code;
  }

  async openSignIn() {
    await this.page.goto('/sign-in/');
    await this.main.getByRole('button', { name: '登录', exact: true }).waitFor();
  }

  async signIn(username: string, password: string) {
    const form = this.main.locator('form').first();
    await form.getByLabel('用户名').fill(username);
    await form.getByLabel('密码', { exact: true }).fill(password);
    await form.getByRole('button', { name: '登录', exact: true }).click();
  }

  async signOut(choice: '记录留在这台设备里' | '从这台设备上清掉') {
    await this.account.getByRole('button', { name: '在这台设备上退出登录' }).click();
    const question = this.page.getByRole('dialog', { name: '在这台设备上退出登录？' });
    await expect(question).toContainText('服务器上都有');
    await question.getByLabel(choice).check({ force: true });
    await question.getByRole('button', { name: '退出登录' }).click();
    await expect(this.sync.getByRole('button', { name: '打开同步' })).toBeVisible();
  }
}
