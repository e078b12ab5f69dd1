import { expect, type Locator, type Page } from '@playwright/test';

/** `/me` in Chinese, as its owner meets it. */
export class MePage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open() {
    await this.page.goto('/me/');
    await expect(this.page.getByRole('heading', { name: '记录归你' })).toBeVisible();
  }

  /** The objectives under 你现在能做到的. */
  get abilities(): Locator {
    return this.page.getByRole('region', { name: '你现在能做到的' }).locator('.does');
  }

  async unfold(title: '导出全部记录' | '导入记录') {
    await this.page.getByText(title, { exact: true }).click();
  }

  /** The export as the text a learner would copy. */
  async exportedText(): Promise<string> {
    await this.unfold('导出全部记录');
    const field = this.page.getByLabel('记录的文字');
    await expect(field).toHaveValue(/^SX1\./);
    return field.inputValue();
  }

  async paste(text: string) {
    await this.page.getByLabel('或者把复制的文字粘贴在这里').fill(text);
    await this.page.getByRole('button', { name: '导入这段文字' }).click();
  }

  async deleteAll() {
    await this.page.getByRole('button', { name: '删除我的记录' }).click();
    const question = this.page.getByRole('dialog');
    await question.getByLabel('我知道删除后找不回来').check();
    await question.getByRole('button', { name: '删除', exact: true }).click();
    await expect(this.page.getByText('这台设备上的记录已经删除。')).toBeVisible();
  }
}
