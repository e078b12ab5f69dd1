import { expect, type Locator, type Page } from '@playwright/test';
import type { KeyedItem } from '../../../src/core/model/item.ts';
import type { CheckContent } from '../../../src/core/model/lesson.ts';

type Language = 'zh' | 'en';

/** How to answer: all right, or so that no point is earned. */
export type Aim = 'right' | 'weak';

/** A lesson, `m2-fab-pitch` unless another is named, and its check, as a learner meets it. */
export class LessonPage {
  readonly page: Page;
  readonly check: Locator;
  readonly id: string;

  constructor(page: Page, id = 'm2-fab-pitch') {
    this.page = page;
    this.id = id;
    this.check = page.locator('#check');
  }

  async open(hash = '', language: Language = 'zh') {
    await this.page.goto(`${language === 'en' ? '/en' : ''}/learn/${this.id}/${hash}`);
  }

  /** The check is alive: the attempt, not the form in the page, is on screen. */
  async openCheck(language: Language = 'zh') {
    await this.open('#check', language);
    await this.seeAlive();
  }

  async seeAlive() {
    await expect(this.check.locator('form.item, .outcome').first()).toBeVisible();
    await expect(this.check.locator('form[data-first]')).toHaveCount(0);
  }

  /** What the check is made of, keys included: the file the page itself fetches. */
  /** What `serve` gives the page in place of the built content. */
  served: CheckContent | undefined;

  /** The check of the next visit, changed; its first item must stay, as it stands in the page. */
  async serve(change: (content: CheckContent) => CheckContent) {
    await this.open();
    this.served = change(await this.content());
    await this.page.route(`**/_content/${this.id}.*.json`, (route) => route.fulfill({ json: this.served }));
  }

  async content(): Promise<CheckContent> {
    const props = await this.page.locator('#check astro-island').getAttribute('props');
    const url = JSON.parse(props ?? '{}').contentUrl[1] as string;
    return (await this.page.request.get(url)).json();
  }

  get stem() {
    return this.check.locator('.stem');
  }

  get action() {
    return this.check.locator('.check-actions button[type=submit], .check-actions button').last();
  }

  get feedback() {
    return this.check.locator('.feedback');
  }

  /** The item on screen, found by its stem. */
  async item(): Promise<KeyedItem> {
    const stem = await this.stem.textContent();
    const { items } = this.served ?? (await this.content());
    const forms = items.flatMap((item): KeyedItem[] =>
      item.type === 'NUM' ? (item.twins ?? [item]).map((twin) => ({ ...item, ...twin })) : [item],
    );
    const found = forms.find(
      (item) => stem?.trim() === item.stem.zh.trim() || stem?.trim() === item.stem.en.trim(),
    );
    if (!found) throw new Error(`no item with the stem ${stem}`);
    return found;
  }

  /** Responds to the item on screen; does not check it. */
  async respond(aim: Aim) {
    const item = await this.item();
    const language: Language = (await this.page.locator('html').getAttribute('lang')) === 'en' ? 'en' : 'zh';
    const option = (id: string) => this.check.locator(`.option input[value="${id}"]`);
    switch (item.type) {
      case 'S':
      case 'SCN': {
        const good = (one: (typeof item.options)[number]) =>
          'correct' in one ? one.correct : one.credit === 1;
        const bad = (one: (typeof item.options)[number]) =>
          'correct' in one ? !one.correct : one.credit === 0;
        const chosen = item.options.find(aim === 'right' ? good : bad);
        return option(chosen?.id ?? '').check();
      }
      case 'M':
        for (const one of item.options) if (one.correct === (aim === 'right')) await option(one.id).check();
        return;
      case 'TF':
        await option(String(item.truth === (aim === 'right'))).check();
        return option(item.reasons.find((one) => one.correct === (aim === 'right'))?.id ?? '').check();
      case 'CAT':
        return this.place(item.cards, item.bins, (card) => card.bin, aim, language);
      case 'MAT':
        return this.place(item.left, item.right, (left) => left.match, aim, language);
      case 'ORD':
        return this.order(
          item.cards.map((card) => card.text[language]),
          aim,
        );
      case 'NUM':
        return this.check.locator('.numeric input').fill(`${aim === 'right' ? item.key : item.key * 7 + 3}`);
      case 'HOT':
        for (const [index, spot] of item.spots.entries())
          if (spot.correct === (aim === 'right')) await this.check.locator('.spot').nth(index).click();
        return;
      case 'TXT':
        return this.check.locator('textarea').fill(aim === 'right' ? item.model[language] : '好');
    }
  }

  /** Sorting and matching: the card on top goes to its bin, or to another one. */
  private async place<C extends { text: { zh: string; en: string } }>(
    cards: readonly C[],
    bins: readonly { id: string; text: { zh: string; en: string } }[],
    right: (card: C) => string,
    aim: Aim,
    language: Language,
  ) {
    for (let left = cards.length; left > 0; left -= 1) {
      const shown = (await this.check.locator('.card').textContent()) ?? '';
      const card = cards.find((one) => shown.endsWith(one.text[language]));
      const bin = bins.find((one) => card && one.id === right(card));
      // Right sides are shown in an order of their own.
      const shownBins = await this.check.locator('.bin b').allTextContents();
      const index = shownBins.indexOf(bin?.text[language] ?? '');
      await this.check
        .locator('.bin')
        .nth(aim === 'right' ? index : (index + 1) % bins.length)
        .click();
    }
  }

  /** Cards into the right order, or the very opposite, by the buttons. */
  private async order(texts: string[], aim: Aim) {
    const wanted = aim === 'right' ? texts : [...texts].reverse();
    const keep = this.check.getByRole('button', { name: /次序就这样|Keep this order/ });
    const rows = this.check.locator('.order .card-text');
    await rows.first().waitFor(); // the view comes by itself
    for (const [place, text] of wanted.entries()) {
      for (;;) {
        const now = (await rows.allTextContents()).indexOf(text);
        if (now <= place) break;
        await this.check.locator('.order li').nth(now).locator('[data-move=up]').click();
      }
    }
    if (await keep.isVisible()) await keep.click();
  }

  /** Responds, checks and waits for the feedback. */
  async answer(aim: Aim) {
    await this.respond(aim);
    await this.action.click();
    await expect(this.feedback).toBeVisible();
  }

  async next() {
    const before = await this.check.locator('.label.num').first().textContent();
    await this.action.click();
    await expect(async () => {
      const outcome = await this.check.locator('.outcome').count();
      const label = await this.check
        .locator('.label.num')
        .first()
        .textContent({ timeout: 500 })
        .catch(() => '');
      expect(outcome > 0 || label !== before).toBe(true);
    }).toPass();
  }

  /** Answers everything on offer to the end of the attempt, retries included. */
  async finish(aim: (position: number) => Aim) {
    for (let position = 1; (await this.check.locator('.outcome').count()) === 0; position += 1) {
      await this.answer(aim(position));
      await this.next();
    }
  }
}
