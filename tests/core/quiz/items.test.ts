import { describe, expect, test } from 'vitest';
import { ITEM_TYPES, type ItemType, type KeyedItem } from '#core/model/item.ts';
import { assertKey } from '#core/quiz/answer-key.ts';
import { AnswerKeyError } from '#core/quiz/answer-key-error.ts';
import { acceptsResponse, feedbackFor, scoreItem, validateItem } from '#core/quiz/item-types.ts';
import { containsStem, containsWord } from '#core/quiz/short-text/contains-word.ts';
import { vectorItem, vectors } from './vectors.ts';

const RULES: Record<ItemType, string> = {
  S: 'I1',
  SCN: 'I1',
  M: 'I2',
  TF: 'I3',
  CAT: 'I4',
  MAT: 'I4',
  ORD: 'I5',
  TXT: 'I6',
  NUM: 'I11',
  HOT: 'I12',
};

describe.each(vectors)('$name ($source)', ({ item, cases }) => {
  const rule = RULES[item.type];
  test.each(cases.filter((entry) => entry.earned))(
    `${rule} the learner gets the points of the table: $title`,
    ({ response, earned = [0, 1] }) => {
      const scored = scoreItem(response, item);
      expect(scored).toMatchObject({ status: 'scored', possible: 1 });
      expect(scored.status === 'scored' && scored.earned).toBeCloseTo(earned[0] / earned[1], 12);
    },
  );

  test.each(cases.filter((entry) => entry.unready))(
    `${rule} the learner may still fix it: $title`,
    ({ response, unready }) => {
      expect(scoreItem(response, item)).toEqual({ status: 'unready', reason: unready });
      expect(validateItem(response, item)).toBe(unready);
      expect(feedbackFor(response, item)).toEqual([]);
    },
  );

  test.each(cases.filter((entry) => entry.feedback))(
    'I9 the learner reads about what was given, and nothing else: $title',
    ({ response, feedback }) => {
      const lines = feedbackFor(response, item);
      expect(lines.map((line) => [line.tone, line.text.zh])).toEqual(feedback);
    },
  );
});

test('I1 every item type has a table made by hand, so no scoring rule goes unchecked', () => {
  expect(new Set(vectors.map((vector) => vector.item.type))).toEqual(new Set(ITEM_TYPES));
  for (const { cases, name } of vectors) expect(cases.length, name).toBeGreaterThanOrEqual(4);
});

describe('I9 feedback tells which card it speaks of', () => {
  test('a card astray is named, so that a learner with two cards astray knows which line is for which', () => {
    const item = vectorItem('CAT');
    const bins = Object.fromEntries(item.cards.map((card) => [card.id, 'F']));
    const about = feedbackFor({ bins }, item).map((line) => line.about?.zh);
    expect(about).toEqual(item.cards.filter((card) => card.bin !== 'F').map((card) => card.text.zh));
  });

  test('model response and self-check carry a role, so that a view can set headings over them', () => {
    const lines = feedbackFor({ text: '嗯' }, vectorItem('TXT'));
    expect(lines.map((line) => line.role)).toEqual([undefined, undefined, 'model', 'self-check']);
  });
});

describe('I6 words are found where a person would find them', () => {
  test.each([
    ['How big?', '?', true],
    ['多大？', '?', true],
    ['it grips better', 'better', true],
    ['unsure', 'sure', false],
    ['compared with gloss', 'compar', true],
    ['100 %', '100%', false],
    ['35 days', '3', false],
    ['不 应 该', '应该', true],
    ['anything', '', false],
    ['a+b?', 'a+b', true],
  ])('%s has %s: %s', (sentence, word, found) => expect(containsStem(sentence, word)).toBe(found));

  test.each([
    ['a button', 'but', false],
    ['BUT no', 'but', true],
    ['you can’t', 'you can', false],
    ['you can.', 'you can', true],
    ['100% sure', '100%', true],
    ['a 1100% rise', '100%', false],
  ])('forbidden: %s has %s: %s', (sentence, word, found) => expect(containsWord(sentence, word)).toBe(found));
});

describe('I7 drafts hold only what the item has', () => {
  const foreign: [ItemType, unknown][] = [
    ['S', { optionId: 'z' }],
    ['S', { optionId: 'c', extra: 1 }],
    ['S', null],
    ['S', 'c'],
    ['M', { optionIds: ['margin', 'z'] }],
    ['M', { optionIds: 'margin' }],
    ['TF', { truth: 'false', reasonId: 'few' }],
    ['TF', { truth: false, reasonId: 'z' }],
    ['CAT', { bins: { absorption: 'X' } }],
    ['CAT', { bins: { z: 'F' } }],
    ['CAT', { bins: ['F'] }],
    ['ORD', { order: ['plan', 'z'] }],
    ['ORD', { order: ['plan', 'do', 'do'] }],
    ['ORD', { order: ['do', 'plan'] }],
    ['MAT', { pairs: { l1: 'z' } }],
    ['MAT', { pairs: { z: 'cash' } }],
    ['TXT', { text: 3 }],
    ['SCN', { optionId: 'toString' }],
    ['NUM', { typed: 121.8 }],
    ['NUM', { typed: '121.8', unit: '小时' }],
    ['NUM', { text: '121.8' }],
    ['HOT', { optionIds: ['l2'] }],
    ['HOT', { optionIds: ['z'] }],
    ['HOT', { optionId: 'l3' }],
  ];
  test.each(foreign)('%s refuses %j, so that no stored attempt points at nothing', (type, response) => {
    expect(acceptsResponse(response, vectorItem(type))).toBe(false);
  });

  const drafts: [ItemType, unknown][] = [
    ['M', { optionIds: [] }],
    ['M', { optionIds: ['margin', 'margin'] }],
    ['TF', {}],
    ['TF', { truth: true }],
    ['CAT', { bins: {} }],
    ['ORD', { order: [] }],
    ['ORD', { order: ['plan', 'check'] }],
    ['MAT', { pairs: { l1: 'cash' } }],
    ['TXT', { text: '长'.repeat(500) }],
    ['NUM', { typed: '1.5万元左右' }],
    ['HOT', { optionIds: [] }],
    ['HOT', { optionIds: ['l3', 'l9'] }],
  ];
  test.each(drafts)('%s takes the unfinished %j, so that nothing half done is lost', (type, response) => {
    expect(acceptsResponse(response, vectorItem(type))).toBe(true);
  });
});

describe('I10 an item that cannot be scored tells the author what to write', () => {
  const broken: [string, KeyedItem][] = [
    ['no key', withOptions('S', { correct: false })],
    ['two keys', withOptions('S', { correct: true })],
    ['no key in M', withOptions('M', { correct: false })],
    ['choose differs', { ...vectorItem('M'), choose: 3 }],
    ['two reasons', withReasons(true)],
    ['no best response', withOptions('SCN', { credit: 0.5 })],
    ['credit of 2', withOptions('SCN', { credit: 2 })],
    ['no cards', { ...vectorItem('CAT'), cards: [] }],
    ['a bin nobody has', { ...vectorItem('CAT'), bins: [] }],
    ['no left side', { ...vectorItem('MAT'), left: [] }],
    ['a match nobody has', { ...vectorItem('MAT'), right: [] }],
    ['given is not first', { ...vectorItem('ORD'), given: 'do' }],
    ['one card', { ...vectorItem('ORD'), cards: vectorItem('ORD').cards.slice(0, 2) }],
    [
      'a card twice',
      { ...vectorItem('ORD'), cards: [...vectorItem('ORD').cards, ...vectorItem('ORD').cards] },
    ],
    ['nothing required', { ...vectorItem('TXT'), elements: [] }],
    ['an empty word', withWords([''])],
    ['no words', withWords([])],
    ['a key below 0', { ...vectorItem('NUM'), key: -1 }],
    ['a key that is no number', { ...vectorItem('NUM'), key: Number.NaN }],
    ['a tolerance below 0', { ...vectorItem('NUM'), tolerance: -0.1 }],
    ['a slip as good as the key', withSlips({ value: 122, credit: 0.5 })],
    ['two slips of one value', withSlips({ value: 80, credit: 0.5 }, { value: 80.1, credit: 0 })],
    ['a slip with full credit', withSlips({ value: 80, credit: 1 })],
    ['a slip without a value', withSlips({ value: Number.NaN, credit: 0 })],
    ['a twin without a key', { ...vectorItem('NUM'), twins: [{ ...vectorItem('NUM'), key: Number.NaN }] }],
    ['twins without figures', { ...vectorItem('NUM'), twins: [] }],
    ['no target', withSpots({ correct: false })],
    ['three targets for one', withSpots({ correct: true })],
    ['one target and any number of taps', unlimited()],
    ['a spot without feedback', withSpots({ feedback: undefined })],
  ];
  test.each(broken)('%s', (_title, item) => {
    const proof = () => assertKey(item);
    expect(proof).toThrow(AnswerKeyError);
    expect(proof).toThrow(new RegExp(`^${item.id}: .+ \\(found .*\\); .+`));
  });

  test.each(vectors)('$name ($source) can be scored, so it is let through', ({ item }) => {
    expect(() => assertKey(item)).not.toThrow();
  });
});

function withOptions(type: 'S' | 'M' | 'SCN', change: object): KeyedItem {
  const item = vectorItem(type);
  return { ...item, options: item.options.map((option) => ({ ...option, ...change })) } as KeyedItem;
}

function withReasons(correct: boolean): KeyedItem {
  const item = vectorItem('TF');
  return { ...item, reasons: item.reasons.map((reason) => ({ ...reason, correct })) };
}

function withSlips(...slips: { value: number; credit: number }[]): KeyedItem {
  const feedback = { zh: '再算', en: 'again' };
  return { ...vectorItem('NUM'), slips: slips.map((slip) => ({ ...slip, feedback })) };
}

function withSpots(change: object): KeyedItem {
  const item = vectorItem('HOT');
  return {
    ...item,
    spots: item.spots.map((spot) => (spot.still ? spot : { ...spot, ...change })),
  } as KeyedItem;
}

function unlimited(): KeyedItem {
  const { choose: _choose, ...item } = vectorItem('HOT');
  return item;
}

function withWords(words: string[]): KeyedItem {
  const item = vectorItem('TXT');
  return {
    ...item,
    elements: item.elements.map((element) => ({ ...element, anyOf: { zh: words, en: [] } })),
  };
}
