import type { ItemType, KeyedItem, KeyedItemOf } from '../model/item.ts';
import type { NumericForm } from '../model/item-parts.ts';
import { AnswerKeyError } from './answer-key-error.ts';
import { isNear, slipTolerance } from './numeric/score-numeric.ts';
import { hasId } from './options.ts';
import { freeCards } from './order/score-order.ts';
import { wordsOf } from './short-text/score-short-text.ts';

type KeyCheck<T extends ItemType> = (item: KeyedItemOf<T>) => void;

const KEY_CHECKS: { readonly [T in ItemType]: KeyCheck<T> } = {
  S: assertSingle,
  M: assertMultiple,
  TF: assertTrueFalse,
  CAT: assertCategorise,
  ORD: assertOrder,
  MAT: assertMatch,
  NUM: assertNumeric,
  TXT: assertShortText,
  HOT: assertHot,
  SCN: assertScenario,
};

/**
 * Prove that an item can be scored by its own key. Called once, where an item is loaded (build, server, a stored attempt):
 * scoring relies on it and does not look again.
 * @throws {AnswerKeyError} an author's mistake; names item, value and remedy.
 */
export function assertKey(item: KeyedItem): void {
  (KEY_CHECKS[item.type] as KeyCheck<ItemType>)(item);
}

/** Exactly one option is correct. */
function assertSingle({ id, options }: KeyedItemOf<'S'>): void {
  const keys = options.filter((option) => option.correct).map((option) => option.id);
  if (keys.length !== 1) {
    throw new AnswerKeyError(id, 'needs exactly one correct option', keys, 'mark one option correct: true');
  }
}

/** An option is correct, and `choose` is the number of keys. */
function assertMultiple({ id, options, choose }: KeyedItemOf<'M'>): void {
  const keys = options.filter((option) => option.correct).length;
  if (keys === 0) throw new AnswerKeyError(id, 'has no correct option', 0, 'mark the keys correct: true');
  if (choose !== undefined && choose !== keys) {
    throw new AnswerKeyError(id, `has ${keys} keys`, choose, `write choose: ${keys}`);
  }
}

/** Exactly one reason is correct. */
function assertTrueFalse({ id, reasons }: KeyedItemOf<'TF'>): void {
  const keys = reasons.filter((reason) => reason.correct).map((reason) => reason.id);
  if (keys.length !== 1) {
    throw new AnswerKeyError(id, 'needs exactly one correct reason', keys, 'mark one reason correct: true');
  }
}

/** There are cards, and each card's bin is among the bins. */
function assertCategorise({ id, cards, bins }: KeyedItemOf<'CAT'>): void {
  if (cards.length === 0) throw new AnswerKeyError(id, 'has no cards', 0, 'write 6 to 12 cards');
  const lost = cards.find((card) => !hasId(bins, card.bin));
  if (lost) {
    const remedy = `write one of ${bins.map((bin) => bin.id).join(', ')}`;
    throw new AnswerKeyError(id, `card ${lost.id} names no bin of the item`, lost.bin, remedy);
  }
}

/** No card occurs twice, the given card is the first, and two or more are free. */
function assertOrder(item: KeyedItemOf<'ORD'>): void {
  const { id, given } = item;
  const ids = item.cards.map((card) => card.id);
  if (new Set(ids).size !== ids.length) {
    throw new AnswerKeyError(id, 'has two cards with one id', ids, 'give each card an id of its own');
  }
  if (given !== undefined && given !== ids[0]) {
    throw new AnswerKeyError(id, 'gives a card that is not the first', given, `write given: ${ids[0]}`);
  }
  if (freeCards(item).length < 2) {
    throw new AnswerKeyError(id, 'has fewer than two cards to order', ids, 'write 4 to 7 cards');
  }
}

/** There are left sides, and each one's match is among the right sides. */
function assertMatch({ id, left, right }: KeyedItemOf<'MAT'>): void {
  if (left.length === 0) throw new AnswerKeyError(id, 'has no left side', 0, 'write 4 to 6 pairs');
  const lost = left.find((side) => !hasId(right, side.match));
  if (lost) {
    const remedy = `write one of ${right.map((side) => side.id).join(', ')}`;
    throw new AnswerKeyError(id, `${lost.id} matches no right side`, lost.match, remedy);
  }
}

/** Every set of figures has a key, and each slip is told apart from the key and from the slips before it. */
function assertNumeric({ id, twins, ...own }: KeyedItemOf<'NUM'>): void {
  if (twins?.length === 0) throw new AnswerKeyError(id, 'has no set of figures', 0, 'write two or more');
  for (const form of [own, ...(twins ?? [])]) assertForm(id, form);
}

function assertForm(id: string, form: NumericForm): void {
  const { key, tolerance, slips } = form;
  if (!(key >= 0 && Number.isFinite(key))) {
    throw new AnswerKeyError(id, 'has a key that is no amount', key, 'write a number from 0 up');
  }
  if (!(tolerance >= 0 && Number.isFinite(tolerance))) {
    throw new AnswerKeyError(id, 'has no tolerance', tolerance, 'write e.g. tolerance: 0.1');
  }
  slips.forEach(({ value, credit }, index) => {
    if (!(credit >= 0 && credit < 1) || !Number.isFinite(value)) {
      throw new AnswerKeyError(
        id,
        `slip ${index + 1} has no value or a credit of 1 or more`,
        credit,
        'write 0 or 0.5',
      );
    }
    const before = slips
      .slice(0, index)
      .find((other) => isNear(value, other.value, slipTolerance(other.value, form)));
    if (isNear(value, key, tolerance) || before) {
      const wrong = `slip ${index + 1} is no other value than ${before ? 'the slip before it' : 'the key'}`;
      throw new AnswerKeyError(id, wrong, value, 'change the figures, narrow the tolerance or drop the slip');
    }
  });
}

/** Spots that can be chosen have their key; one target means that one spot is chosen. */
function assertHot({ id, spots, choose }: KeyedItemOf<'HOT'>): void {
  const open = spots.filter((spot) => !spot.still);
  const bare = open.find((spot) => typeof spot.correct !== 'boolean' || !spot.feedback);
  if (bare) {
    throw new AnswerKeyError(
      id,
      'has a spot without its key',
      bare.id,
      'write correct and feedback, or still: true',
    );
  }
  const keys = open.filter((spot) => spot.correct).length;
  if (keys === 0) throw new AnswerKeyError(id, 'has no target', 0, 'mark the targets correct: true');
  if (choose === undefined ? keys === 1 : choose !== keys) {
    throw new AnswerKeyError(id, `has ${keys} targets`, choose, `write choose: ${keys}`);
  }
}

/** The item requires something, and every element lists words. */
function assertShortText({ id, elements }: KeyedItemOf<'TXT'>): void {
  if (elements.length === 0) {
    throw new AnswerKeyError(id, 'requires no element', 0, 'write at least one element with its words');
  }
  for (const element of elements) {
    const words = wordsOf(element);
    if (words.length > 0 && words.every((word) => word.trim() !== '')) continue;
    throw new AnswerKeyError(
      id,
      `element ${element.id} has an empty word list`,
      words,
      'write words in anyOf',
    );
  }
}

/** Every credit is within 0 to 1, and exactly one option has credit 1. */
function assertScenario({ id, options }: KeyedItemOf<'SCN'>): void {
  const wrong = options.find(({ credit }) => !(credit >= 0 && credit <= 1));
  if (wrong) {
    const remedy = 'write 1, 0.5 or 0';
    throw new AnswerKeyError(id, `option ${wrong.id} has a credit outside 0 to 1`, wrong.credit, remedy);
  }
  const best = options.filter((option) => option.credit === 1).map((option) => option.id);
  if (best.length !== 1) {
    throw new AnswerKeyError(id, 'needs exactly one best option', best, 'give credit 1 to one option');
  }
}
