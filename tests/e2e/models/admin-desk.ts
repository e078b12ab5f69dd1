import { DatabaseSync } from 'node:sqlite';
import { expect, type Page } from '@playwright/test';

/** `/admin` as somebody sees it who has just been made an admin. */
export class AdminDesk {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Begin on the server as somebody new, in this browser. @returns their id. */
  async join(nickname: string): Promise<string> {
    await this.page.goto('/privacy/');
    return this.page.evaluate(async (name) => {
      await fetch('/api/session', {
        method: 'DELETE',
        headers: { 'content-type': 'application/json' },
        body: '{}',
      });
      const reply = await fetch('/api/learner', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ nickname: name }),
      });
      return (await reply.json()).id;
    }, nickname);
  }

  /** Send something to the server as this browser's learner. */
  async send(path: string, sent: unknown): Promise<void> {
    await this.page.evaluate(
      async ([to, body]) => {
        await fetch(to, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      },
      [path, JSON.stringify(sent)] as const,
    );
  }

  /** Behind the server's back, as there is no first admin yet to give it. */
  makeAdmin(id: string): void {
    const database = new DatabaseSync('test-results/data/sanxiu.db', { timeout: 5_000 });
    database.prepare("update learner set role = 'admin' where id = ?").run(id);
    database.close();
  }

  /** As if the LRS had refused the statement of a fact, and as if this server forwarded: it does not, in these tests. */
  async refuse(learnerId: string, factId: string): Promise<void> {
    const database = new DatabaseSync('test-results/data/sanxiu.db', { timeout: 5_000 });
    database.prepare('insert into outbox_refusal values (?, ?, 400, 1)').run(learnerId, factId);
    database.close();
    await this.page.route('**/api/admin/overview', async (route) => {
      const reply = await route.fetch();
      const outbox = { pending: 3, held: 2, refused: 1, isPaused: false };
      await route.fulfill({ response: reply, json: { ...(await reply.json()), outbox } });
    });
  }

  async open(language: 'zh' | 'en' = 'zh', part = ''): Promise<void> {
    await this.page.goto(`${language === 'en' ? '/en' : ''}/admin/${part && `#${part}`}`);
    await this.page.locator('main astro-island:not([ssr])').waitFor();
  }

  async go(part: string): Promise<void> {
    await this.page
      .getByRole('navigation', { name: /管理的各部分|Parts of/ })
      .getByRole('link', { name: part })
      .click();
    await expect(this.page.getByRole('heading', { level: 2, name: part })).toBeVisible();
  }
}
