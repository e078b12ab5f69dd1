import { describe, expect, expectTypeOf, test } from 'vitest';
import { type AuthoredItem, authoredItemSchema, itemsFileSchema } from '#core/model/item.schema.ts';
import type { ItemType, KeyedItem } from '#core/model/item.ts';
import { publishItem } from '#core/quiz/publish-item.ts';
import { vectorItem, vectors } from './vectors.ts';

/** An item as its author writes it. */
function authored(type: ItemType, change: object = {}): Record<string, unknown> {
  const { lessonId: _lesson, revision: _revision, ...item } = vectorItem(type);
  return { ...item, ...change };
}

function problems(
  value: unknown,
  schema: typeof authoredItemSchema | typeof itemsFileSchema = authoredItemSchema,
) {
  const parsed = schema.safeParse(value);
  return parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
}

/** What only authors need stays behind; a numeric item's formulas are worked out (numeric.test.ts). */
type Behind = 'seeds' | 'facts' | 'sharesOptionsWith' | 'case';
type Published<T> = T extends unknown ? Omit<T, Behind> & { lessonId: string; revision: string } : never;
type Flat = Exclude<AuthoredItem, { type: 'NUM' | 'HOT' }>;

test('I10 what the schema lets through is what scoring expects, so that a build cannot ship a half item', () => {
  expectTypeOf<Published<Flat>>().toExtend<KeyedItem>();
});

test.each(vectors)('I10 the model item of assessment.md passes: $name', ({ item }) => {
  const { lessonId: _lesson, revision: _revision, ...fields } = item;
  expect(problems(fields)).toEqual([]);
});

describe('I10 the author reads what is wrong and what to write instead', () => {
  const twoKeys = vectorItem('S').options.map((option) => ({ ...option, correct: true }));
  const cases: [string, Record<string, unknown>, RegExp][] = [
    [
      'S with three keys',
      authored('S', { options: twoKeys }),
      /^options 3 options are correct; mark exactly one/,
    ],
    [
      'S with two options',
      authored('S', { options: twoKeys.slice(1) }),
      /^options has fewer than 3 options; write 3/,
    ],
    [
      'S with one id twice',
      authored('S', { options: doubled('S') }),
      /^options.1.id "a" is used twice in options; give/,
    ],
    ['an unquoted id', authored('S', { options: renamed(1) }), /^options.0.id must be a quoted id; write/],
    [
      'an id with a blank',
      authored('S', { options: renamed('a b') }),
      /^options.0.id is no usable id; write/,
    ],
    [
      'M with one number and other keys',
      authored('M', { choose: 3 }),
      /^choose is 3, but 4 options are correct; write 4/,
    ],
    [
      'M with every option a key',
      authored('M', { options: allKeys() }),
      /^options every option is correct; add/,
    ],
    [
      'TF without a key',
      authored('TF', { reasons: noReason() }),
      /^reasons 0 reasons are correct; mark exactly one/,
    ],
    ['TF without truth', authored('TF', { truth: undefined }), /^truth must be true or false; write/],
    [
      'CAT with a lost card',
      authored('CAT', { cards: lost() }),
      /^cards.0.bin "X" is not among the bins; write one of F, A, B/,
    ],
    [
      'CAT with five cards',
      authored('CAT', { cards: vectorItem('CAT').cards.slice(1) }),
      /^cards has fewer than 6 cards; write/,
    ],
    [
      'ORD with three cards',
      authored('ORD', { cards: vectorItem('ORD').cards.slice(0, 3) }),
      /^cards has fewer than 4 cards; write/,
    ],
    [
      'ORD that gives another card',
      authored('ORD', { given: 'do' }),
      /^given "do" is not the first card; write plan/,
    ],
    [
      'MAT without an extra',
      authored('MAT', { right: vectorItem('MAT').right.slice(0, 4) }),
      /^right .*: none; write exactly one extra/,
    ],
    [
      'MAT with one right side for two',
      authored('MAT', { left: sameMatch() }),
      /^left.1.match "control" is matched twice; give/,
    ],
    [
      'TXT of 200 characters',
      authored('TXT', { maxLength: 200 }),
      /^maxLength is above 120 characters; write at most 120/,
    ],
    [
      'TXT with a long model',
      authored('TXT', { maxLength: 10 }),
      /^model.zh has 20 characters, maxLength is 10; shorten it/,
    ],
    [
      'TXT without English words',
      authored('TXT', { elements: onlyChinese() }),
      /^elements.0.anyOf.en has no English word; write/,
    ],
    [
      'SCN with two best',
      authored('SCN', { options: credited(1) }),
      /^options 3 responses have credit 1; give it to exactly one/,
    ],
    [
      'SCN with credit 0.7',
      authored('SCN', { options: credited(0.7) }),
      /^options.0.credit must be 1, 0.5 or 0; write/,
    ],
    [
      'SCN with a long stem',
      authored('SCN', { stem: { zh: '长'.repeat(121), en: 'x' } }),
      /^stem.zh has 121 characters; tell/,
    ],
    ['an unknown type', authored('S', { type: 'SINGLE' }), /^type is no item type; write S, M, TF/],
    ['an objective of prose', authored('S', { objective: 'first' }), /^objective is no objective; write O1/],
    ['an id without lesson', authored('S', { id: 'q1' }), /^id is no item id; write <lesson-id>.qN/],
    ['no English stem', authored('S', { stem: { zh: '题' } }), /^stem.en needs English text; write/],
  ];
  test.each(cases)('%s', (_title, item, message) => {
    expect(problems(item)).toContainEqual(expect.stringMatching(message));
  });

  test('a misspelt field is named, so that nothing an author wrote is dropped in silence', () => {
    expect(problems(authored('S', { feedbak: 'x' })).join()).toContain('feedbak');
  });
});

describe('I10 the items of a lesson', () => {
  const file = (...items: unknown[]) => ({ practice: true, items });

  test('a pool of three items passes and gets empty lists of sources', () => {
    const parsed = itemsFileSchema.parse(
      file(authored('S', { id: 'm1-a.q1' }), authored('M', { id: 'm1-a.q2' })),
    );
    expect(parsed.items.map((item) => [item.seeds, item.facts])).toEqual([
      [[], []],
      [[], []],
    ]);
  });

  test.each([
    [
      'an id twice',
      file(authored('S'), authored('S')),
      /items.1.id "m2-roi-selling-logic.q1" is used twice; give/,
    ],
    [
      'two lessons',
      file(authored('S'), authored('M')),
      /items.1.id .* is of another lesson; write m2-roi-selling-logic.qN/,
    ],
    [
      'a parallel to nothing',
      file(authored('S', { parallelOf: 'm2-x.q9' })),
      /parallelOf "m2-x.q9" is not in this file; write/,
    ],
    [
      'no word on practice',
      { items: [authored('S')] },
      /^practice must be true or false; write practice: true/,
    ],
  ])('%s', (_title, value, message) => {
    expect(problems(value, itemsFileSchema)).toContainEqual(expect.stringMatching(message));
  });
});

describe('I16 extended matching: the same options under two stems', () => {
  const pair = (change: object = {}, type: ItemType = 'S') => ({
    practice: true,
    items: [
      authored(type, { id: 'm1-a.q1' }),
      { ...authored(type, { id: 'm1-a.q2', sharesOptionsWith: 'm1-a.q1' }), ...change },
    ],
  });
  const [a, b, c] = vectorItem('S').options;
  const turned = [
    { ...a, correct: true },
    { ...b, correct: false },
    { ...c, correct: false },
  ];

  test('another key under another stem passes, in whatever order the options stand', () => {
    expect(problems(pair({ options: turned }), itemsFileSchema)).toEqual([]);
    expect(problems(pair({ options: turned.toReversed() }), itemsFileSchema)).toEqual([]);
  });

  test.each([
    ['the same key twice', pair(), /^items.1.sharesOptionsWith "m1-a.q1" has the same key; change the stem/],
    [
      'an option that differs by a word',
      pair({
        options: [{ ...turned[0], text: { zh: '20,200元整', en: '20,200 yuan' } }, ...turned.slice(1)],
      }),
      /^items.1.sharesOptionsWith "m1-a.q1" has not the same options: "20,200元整 .*copy zh and en letter by letter/,
    ],
    [
      'an item nobody wrote',
      pair({ options: turned, sharesOptionsWith: 'm1-a.q9' }),
      /^items.1.sharesOptionsWith "m1-a.q9" is no other item of this file; write its id/,
    ],
    [
      'itself',
      pair({ options: turned, sharesOptionsWith: 'm1-a.q2' }),
      /^items.1.sharesOptionsWith "m1-a.q2" is no other item of this file/,
    ],
    [
      'cards instead of options',
      pair({}, 'CAT'),
      /"m1-a.q1" is of type CAT, this one of CAT; both must be S, M or SCN/,
    ],
  ])('%s', (_title, file, message) => {
    expect(problems(file, itemsFileSchema)).toContainEqual(expect.stringMatching(message));
  });

  test('it is the author’s note and is not shipped', () => {
    const [, item] = itemsFileSchema.parse(pair({ options: turned })).items;
    const head = { lessonId: 'm1-a', status: 'live', cases: [], revisionOf: () => 'rev' } as const;
    expect(publishItem(item as AuthoredItem, head)).not.toHaveProperty('sharesOptionsWith');
  });
});

describe('I10 a wrong option names its misconception', () => {
  const head = {
    lessonId: 'm1-a',
    status: 'live',
    cases: [],
    revisionOf: (x: unknown) => JSON.stringify(x),
  } as const;
  const named = (list: readonly object[]) =>
    list.map((option, index) => (index === 0 ? option : { ...option, misconception: 'more-is-better' }));

  test.each([
    ['S', 'options', vectorItem('S').options],
    ['M', 'options', vectorItem('M').options],
    ['TF', 'reasons', vectorItem('TF').reasons],
    ['SCN', 'options', vectorItem('SCN').options],
  ] as const)('%s: the note is not shipped and changes no revision', (type, field, list) => {
    const shipped = (change: object) => publishItem(authoredItemSchema.parse(authored(type, change)), head);
    const withNote = shipped({ [field]: named(list) });
    expect(JSON.stringify(withNote)).not.toContain('misconception');
    expect(withNote).toEqual(shipped({}));
  });

  test('an id that is none is refused', () => {
    const options = vectorItem('S').options.map((option) => ({ ...option, misconception: 'More is better' }));
    expect(problems(authored('S', { options }))).toContainEqual(
      'options.0.misconception must be lower-case words joined by hyphens, e.g. need-first',
    );
  });
});

function doubled(type: 'S') {
  return vectorItem(type).options.map((option) => ({ ...option, id: 'a' }));
}
function renamed(id: unknown) {
  return vectorItem('S').options.map((option, index) => (index === 0 ? { ...option, id } : option));
}
function allKeys() {
  return vectorItem('M').options.map((option) => ({ ...option, correct: true }));
}
function noReason() {
  return vectorItem('TF').reasons.map((reason) => ({ ...reason, correct: false }));
}
function lost() {
  return vectorItem('CAT').cards.map((card) => ({ ...card, bin: 'X' }));
}
function sameMatch() {
  return vectorItem('MAT').left.map((left) => ({ ...left, match: 'control' }));
}
function onlyChinese() {
  return vectorItem('TXT').elements.map((element) => ({
    ...element,
    anyOf: { zh: element.anyOf.zh, en: [] },
  }));
}
function credited(credit: number) {
  return vectorItem('SCN').options.map((option) => ({ ...option, credit }));
}
