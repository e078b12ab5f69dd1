import { expect, type Locator, type Page } from '@playwright/test';
import type { KeyedItem } from '../../../src/core/model/item.ts';

type Language = 'zh' | 'en';
type Of<T extends KeyedItem['type']> = Extract<KeyedItem, { type: T }>;

/** Someone who has a keyboard and nothing else: every step starts where the focus is. */
export class Keys {
  readonly page: Page;
  readonly language: Language;

  constructor(page: Page, language: Language) {
    this.page = page;
    this.language = language;
  }

  press(key: string) {
    return this.page.keyboard.press(key);
  }

  /** Presses Tab until the focus is on `target`. */
  async tabTo(target: Locator, most = 30) {
    const held = target.and(this.page.locator(':focus'));
    for (let pressed = 0; pressed < most; pressed += 1) {
      if (await held.count()) return;
      await this.press('Tab');
    }
    throw new Error(`${target} is not reached by ${most} presses of Tab`);
  }

  /** The first of a group of radios is entered by Tab, the others by the arrow. */
  async choose(group: Locator, value: string) {
    const radios = group.locator('input[type=radio]');
    await this.tabTo(radios);
    await this.press('Space');
    const wanted = group.locator(`input[value="${value}"]`);
    for (let moved = 0; moved < 8 && !(await wanted.isChecked()); moved += 1) await this.press('ArrowDown');
    await expect(wanted).toBeChecked();
  }

  /** Sends each card on top to its bin by the number key. */
  async place(board: Locator, cards: readonly { text: string; bin: string }[]) {
    await this.tabTo(board.locator('.bin'));
    const names = await board.locator('.bin b').allTextContents();
    for (let left = cards.length; left > 0; left -= 1) {
      const shown = (await board.locator('.card').textContent()) ?? '';
      const card = cards.find(({ text }) => shown.endsWith(text));
      await this.press(`${names.indexOf(card?.bin ?? '') + 1}`);
      await expect(board.locator('.card', { hasText: card?.text ?? '' })).toHaveCount(0);
    }
  }

  /** Moves cards up until they stand as wanted; the focus goes along with the card. */
  async order(board: Locator, wanted: readonly string[]) {
    const rows = board.locator('.order .card-text');
    for (const [place, text] of wanted.entries()) {
      const now = (await rows.allTextContents()).indexOf(text);
      if (now <= place) continue;
      await this.tabTo(board.locator('.order li').nth(now).locator('[data-move=up]'));
      for (let moved = now; moved > place; moved -= 1) {
        await this.press('Enter');
        await expect(rows.nth(moved - 1)).toHaveText(text);
      }
    }
    const keep = board.locator('button.btn.line');
    if (await keep.count()) {
      await this.tabTo(keep);
      await this.press('Enter');
    }
  }

  /** Responds rightly to an item of the types that the walked check is made of. */
  async respond(check: Locator, item: KeyedItem) {
    switch (item.type) {
      case 'S':
      case 'SCN':
        return this.choose(check.locator('.options').first(), bestOf(item));
      case 'TF': {
        const reason = item.reasons.find(({ correct }) => correct)?.id ?? '';
        await this.choose(check.locator('.options').first(), `${item.truth}`);
        await this.press('Tab');
        return this.choose(check.locator('.options').nth(1), reason);
      }
      case 'M': {
        const right = item.options.filter(({ correct }) => correct).map(({ id }) => id);
        const shown = await check
          .locator('.option input')
          .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
        const inOrder = shown.filter((id) => right.includes(id));
        return this.tick(inOrder.map((id) => check.locator(`.option input[value="${id}"]`)));
      }
      case 'MAT':
        return this.place(
          check,
          item.left.map(({ text, match }) => ({
            text: text[this.language],
            bin: item.right.find(({ id }) => id === match)?.text[this.language] ?? '',
          })),
        );
      case 'ORD':
        return this.order(
          check,
          item.cards.map(({ text }) => text[this.language]),
        );
      case 'HOT':
        return this.spot(check, item);
      default:
        throw new Error(`${item.type} is no type of this check; drive it here`);
    }
  }

  private async tick(boxes: readonly Locator[]) {
    for (const box of boxes) {
      await this.tabTo(box);
      await this.press('Space');
      await expect(box).toBeChecked();
    }
  }

  private async spot(check: Locator, item: Of<'HOT'>) {
    const inputs = check.locator('.spot input');
    const live = item.spots.filter(({ still }) => !still);
    const right = live.flatMap(({ correct }, index) => (correct ? [inputs.nth(index)] : []));
    if (item.choose !== 1) return this.tick(right);
    await this.tabTo(inputs);
    await this.press('Space');
    for (let moved = 0; moved < live.length && !(await right[0]?.isChecked()); moved += 1)
      await this.press('ArrowDown');
  }
}

function bestOf({ options }: Of<'S'> | Of<'SCN'>): string {
  const best = options.find((one) => ('correct' in one ? one.correct : one.credit === 1));
  return best?.id ?? '';
}
