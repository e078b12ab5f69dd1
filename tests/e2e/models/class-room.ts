import { DatabaseSync } from 'node:sqlite';
import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test';

/** Who leads a class, on a laptop. */
export class TrainerDesk {
  readonly context: BrowserContext;
  readonly page: Page;

  constructor(context: BrowserContext, page: Page) {
    this.context = context;
    this.page = page;
  }

  static async of(browser: Browser): Promise<TrainerDesk> {
    const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 800 } });
    return new TrainerDesk(context, await context.newPage());
  }

  /** Known to the server under a nickname, with the role that an administrator would give. */
  async signIn(nickname: string) {
    const id = await this.page.evaluate(async (name) => {
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ nickname: name });
      return (await (await fetch('/api/learner', { method: 'POST', headers, body })).json()).id as string;
    }, nickname);
    const database = new DatabaseSync('test-results/data/sanxiu.db', { timeout: 5_000 });
    database.prepare("update learner set role = 'facilitator' where id = ?").run(id);
    database.close();
  }

  part(name: string) {
    return this.page.getByRole('region', { name, exact: true }).first();
  }

  async make(name: string) {
    await this.page.getByLabel('班级名称').fill(name);
    await this.page.getByRole('button', { name: '建一个班' }).click();
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText(name);
  }

  /** @param due `2026-12-01`; '' = no day. */
  async assign(kind: string, which: RegExp, due = '') {
    const tasks = this.part('任务');
    await tasks.getByLabel('做什么').selectOption(kind);
    const options = await tasks.getByLabel('哪一个').locator('option').allTextContents();
    await tasks.getByLabel('哪一个').selectOption(options.find((one) => which.test(one)) ?? '');
    await tasks.getByLabel('期限').fill(due);
    const before = await tasks.locator('.tasks > li').count();
    await tasks.getByRole('button', { name: '布置' }).click();
    await expect(tasks.locator('.tasks > li')).toHaveCount(before + 1);
  }

  async refresh() {
    await this.page.getByRole('button', { name: '刷新' }).click();
  }
}
