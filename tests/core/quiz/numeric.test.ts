import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type AuthoredItem, authoredItemSchema } from '#core/model/item.schema.ts';
import type { KeyedNumeric } from '#core/model/item.ts';
import { assertKey } from '#core/quiz/answer-key.ts';
import { scoreItem } from '#core/quiz/item-types.ts';
import { readNumber } from '#core/quiz/numeric/read-number.ts';
import { drawTwin } from '#core/quiz/numeric/twin.ts';
import { publishItem } from '#core/quiz/publish-item.ts';
import { quizView } from '#core/quiz/quiz.view.ts';
import { fold, opening, planOf, single } from './small.ts';

const years = { zh: '年', en: 'years' };
const yuan = { zh: '元', en: 'yuan' };

describe('I13 a number is read as the learner means it', () => {
  test.each<[string, number, { zh: string; en: string }]>([
    ['5', 5, years],
    ['5年', 5, years],
    ['５', 5, years],
    ['５年', 5, years],
    [' 5 年 ', 5, years],
    ['5 years', 5, years],
    ['5 Years', 5, years],
    ['约5年', 5, years],
    ['5.', 5, years],
    ['.5', 0.5, years],
    ['0.5', 0.5, years],
    ['4。4', 4.4, years],
    ['-3', -3, years],
    ['−3', -3, years],
    ['10100', 10_100, yuan],
    ['10,100', 10_100, yuan],
    ['10，100', 10_100, yuan],
    ['１０，１００', 10_100, yuan],
    ['10 100元', 10_100, yuan],
    ['1,234,567.8', 1_234_567.8, yuan],
    ['¥4,646', 4_646, yuan],
    ['￥4646', 4_646, yuan],
    ['1.5万', 15_000, yuan],
    ['1.5 万元', 15_000, yuan],
    ['１．５万', 15_000, yuan],
    ['233%', 233, { zh: '%', en: '%' }],
    ['233％', 233, { zh: '%', en: '%' }],
    ['233', 233, { zh: '%', en: '%' }],
    ['12㎡', 12, { zh: '㎡', en: 'm²' }],
    ['12m2', 12, { zh: '㎡', en: 'm²' }],
  ])('%s is %d', (typed, value, unit) => expect(readNumber(typed, unit)).toBeCloseTo(value, 9));

  test.each([
    ...[
      '',
      ' ',
      '.',
      '-',
      '万',
      '年',
      '五',
      '很多',
      '5个月',
      '5%',
      '5kg',
      '2+3',
      '5 或 6',
      '5～6',
      '1.2.3',
      '--5',
    ],
    ...['4,4', '1,0000', '10,10', ',100', '1,000,00', '1e3', '0x10', 'Infinity', 'NaN', '5年年'],
  ])('「%s」 is handed back, so that nobody loses points for what was never understood', (typed) => {
    expect(readNumber(typed, years)).toBeUndefined();
  });

  test('every amount comes back from the way the course writes it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 0, max: 99 }), (whole, part) => {
        const value = whole + part / 100;
        const typed = `${value.toLocaleString('en', { maximumFractionDigits: 2 })}元`;
        expect(readNumber(typed, yuan)).toBeCloseTo(value, 6);
      }),
    );
  });

  test('the view says what was understood while the learner types, and nothing while it is no number', () => {
    const item = published(churn);
    const typing = (typed: string) =>
      quizView(
        fold(opening(planOf({ shown: [item], spare: [] })), [
          { type: 'quiz.start', at: 1 },
          { type: 'quiz.respond', at: 2, itemId: item.id, response: { typed } },
        ]).snapshot,
      );
    expect(typing('１．５万年')).toMatchObject({ understood: 15_000 });
    expect(typing('5个月').understood).toBeUndefined();
    expect(typing('5个月').unready).toBe('not-a-number');
  });
});

const text = (zh: string, en = zh) => ({ zh, en });

/** L08 q2 of curriculum.md: at 20% churn a referrer stays 5 years; at 25% 4, at 10% 10. */
const churn = {
  id: 'm9-small.q1',
  type: 'NUM',
  objective: 'O1',
  bloom: 'Ap',
  status: 'live',
  block: 'about-o1',
  stem: text(
    '{referrers}位工长，每年流失{churn}%，平均留几年？',
    '{referrers} fitters, {churn}% leave a year. How long does one stay?',
  ),
  unit: years,
  parameters: { churn: [20, 25, 10], referrers: [30, 1200, 40] },
  steps: { leavers: 'referrers * churn / 100' },
  key: '100 / churn',
  tolerance: 0.1,
  slips: [{ value: 'leavers', credit: 0, feedback: text('{leavers}位是每年走的人。') }],
  feedback: text('100%÷{churn}%={key}年。'),
  extension: text('{leavers}位走，{key}年。'),
};

function published(authored: object): KeyedNumeric {
  const item = authoredItemSchema.parse(authored) as AuthoredItem;
  const head = { lessonId: 'm9-small', status: 'live', cases: [], revisionOf: () => 'rev' } as const;
  return publishItem(item, head) as KeyedNumeric;
}

function problems(authored: object): string[] {
  const parsed = authoredItemSchema.safeParse(authored);
  return parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
}

describe('I14 twins: the same question with other figures', () => {
  const item = published(churn);

  test('each set is worked out where the item is published: key, slips and every text', () => {
    expect(item.twins?.map(({ key, slips, parameters }) => [key, slips[0]?.value, parameters])).toEqual([
      [5, 6, { churn: 20, referrers: 30 }],
      [4, 300, { churn: 25, referrers: 1200 }],
      [10, 4, { churn: 10, referrers: 40 }],
    ]);
    expect(item.twins?.map(({ stem }) => stem.zh)).toEqual([
      '30位工长，每年流失20%，平均留几年？',
      '1,200位工长，每年流失25%，平均留几年？',
      '40位工长，每年流失10%，平均留几年？',
    ]);
    expect(item.twins?.[1]?.slips[0]?.feedback.zh).toBe('300位是每年走的人。');
    expect(item.twins?.[2]?.feedback.zh).toBe('100%÷10%=10年。');
    expect(item.twins?.[0]?.extension.en).toBe('6位走，5年。');
    expect(() => assertKey(item)).not.toThrow();
  });

  test('formulas, lists and decimals stay with the author; nothing of them is shipped', () => {
    expect(Object.keys(item)).not.toEqual(expect.arrayContaining(['steps']));
    expect(Object.keys(item)).not.toEqual(expect.arrayContaining(['decimals']));
    expect(JSON.stringify(item)).not.toMatch(/\{churn\}|\{key\}|referrers \*/);
  });

  test('an attempt’s seed decides the figures, so that two devices and a server see the same question', () => {
    const keys = Array.from({ length: 60 }, (_, seed) => drawTwin(item, `s${seed}`, 0) as KeyedNumeric);
    expect(new Set(keys.map(({ key }) => key))).toEqual(new Set([5, 4, 10]));
    expect(drawTwin(item, 'golden', 0)).toEqual(drawTwin(item, 'golden', 0));
  });

  test('a retry has the next figures, so that a number remembered is no answer', () => {
    for (let seed = 0; seed < 20; seed += 1) {
      const [first, again] = [drawTwin(item, `s${seed}`, 0), drawTwin(item, `s${seed}`, 1)] as KeyedNumeric[];
      expect(again?.key).not.toBe(first?.key);
      expect(drawTwin(first as KeyedNumeric, `s${seed}`, 1)).toEqual(again);
    }
  });

  test('the attempt shows and scores its own figures, and its fact names them', () => {
    const plan = planOf({ shown: [item], spare: [], passPoints: 1 });
    const begun = fold(opening(plan), [{ type: 'quiz.start', at: 1 }]).snapshot;
    const [shown] = begun.context.entries.map((entry) => entry.item as KeyedNumeric);
    const wrong = fold(begun, [
      { type: 'quiz.respond', at: 2, itemId: item.id, response: { typed: '77年' } },
      { type: 'quiz.check', at: 3 },
    ]);
    expect(wrong.facts[0]).toMatchObject({
      type: 'item.responded',
      response: { typed: '77年' },
      parameters: shown?.parameters,
      score: { earned: 0, possible: 1 },
    });
    const retry = wrong.snapshot.context.entries[1]?.item as KeyedNumeric;
    expect(retry.parameters).not.toEqual(shown?.parameters);
    const right = fold(wrong.snapshot, [
      { type: 'quiz.next', at: 4 },
      { type: 'quiz.respond', at: 5, itemId: item.id, response: { typed: String(retry.key) } },
      { type: 'quiz.check', at: 6 },
    ]);
    expect(right.facts[0]).toMatchObject({ parameters: retry.parameters, score: { earned: 1 } });
  });

  test('an item of another type has no parameters in its fact', () => {
    const { facts } = fold(opening(planOf({ shown: [single('q1')], spare: [] })), [
      { type: 'quiz.start', at: 1 },
      { type: 'quiz.respond', at: 2, itemId: 'm9-small.q1', response: { optionId: 'a' } },
      { type: 'quiz.check', at: 3 },
    ]);
    expect(facts[0]).not.toHaveProperty('parameters');
  });
});

describe('I11 what an author writes is worked out', () => {
  const flat = {
    ...churn,
    parameters: undefined,
    steps: undefined,
    stem: text('每年流失20%，平均留几年？'),
    slips: [],
  };
  const slip = (value: number | string) => ({ value, credit: 0.5, feedback: text('再想一步。') });
  const whole = {
    ...flat,
    slips: [slip(20)],
    feedback: text('100÷20={key}。'),
    extension: text('更进一步。'),
  };

  test('without parameters there is one set of figures, in its texts as well', () => {
    const item = published({ ...whole, key: '100 / 20' });
    expect([item.key, item.feedback.zh, item.twins, item.parameters]).toEqual([
      5,
      '100÷20=5。',
      undefined,
      undefined,
    ]);
  });

  test('a share as tolerance is of each key', () => {
    const item = published({ ...whole, key: 4646, tolerance: '1%', slips: [slip(5656)] });
    expect(item.tolerance).toBeCloseTo(46.46, 9);
    expect(scoreItem({ typed: '4,690' }, item)).toMatchObject({ earned: 1 });
    expect(scoreItem({ typed: '4,700' }, item)).toMatchObject({ earned: 0 });
  });

  test('figures stand as the course writes them: thousands set off, no zeros at the end, decimals as wished', () => {
    const shown = (key: string, place: string, more: object = {}) =>
      published({ ...whole, ...more, key, slips: [slip(1)], feedback: text(place) }).feedback.zh;
    expect(shown('1000000 / 3', '{key}')).toBe('333,333.33');
    expect(shown('1000000 / 3', '{key}', { decimals: 0 })).toBe('333,333');
    expect(shown('1000000 / 3', '{key:1}')).toBe('333,333.3');
    expect(shown('80 / 1', '{key:1}')).toBe('80');
    expect(shown('32000 / (86551 / 12)', '{key:1}')).toBe('4.4');
  });

  test.each<[string, object, RegExp]>([
    [
      'a name nobody has',
      { key: '100 / churm' },
      /^key "churm" in "100 \/ churm" is no parameter .*; write churn, referrers, leavers/,
    ],
    [
      'a step used before its turn',
      { steps: { a: 'b', b: 'churn' } },
      /^steps.a "b" in "b" is no parameter and no step before it; write churn, referrers/,
    ],
    ['a formula nobody can read', { key: '100 / / churn' }, /^key "100 \/ \/ churn" cannot be read; use/],
    ['an empty formula', { key: ' ' }, /^key " " is empty; write/],
    [
      'division by zero in one twin',
      { parameters: { churn: [20, 0, 10], referrers: [30, 40, 50] } },
      /^key "100 \/ churn" divides by 0 .*; change them/,
    ],
    [
      'a key below zero',
      { key: '10 - churn' },
      /^key is -10 \(with churn 20, referrers 30\); ask for an amount/,
    ],
    [
      'lists of two lengths',
      { parameters: { churn: [20, 25], referrers: [30, 40, 50] } },
      /^parameters.referrers has 3 values, churn has 2; write as many/,
    ],
    [
      'a single twin',
      { parameters: { churn: [20], referrers: [30] } },
      /^parameters.churn has fewer than 2 values; write/,
    ],
    [
      'a place without a figure',
      { feedback: text('{chrun}') },
      /^feedback.zh \{chrun\} is no figure of this item; write one of churn, referrers, leavers, key/,
    ],
    [
      'other figures in the English stem',
      { stem: text('{churn}%，{referrers}位', '{churn}%') },
      /^stem.en tells \{churn\}, the Chinese \{churn\} \{referrers\}; tell the same/,
    ],
    [
      'a slip as good as the key in one twin',
      { slips: [slip('churn / 4')] },
      /^slips.0.value is 5, as good as the key 5 \(with churn 20, referrers 30\); change/,
    ],
    [
      'two slips that cannot be told apart',
      { slips: [slip('leavers'), slip('leavers + 0.01')] },
      /^slips.1.value is 6.01, as good as the slip 6 before it/,
    ],
    ['a credit of 1', { slips: [{ ...slip(1), credit: 1 }] }, /^slips.0.credit must be 0.5 or 0; write/],
    ['no slip', { slips: [] }, /^slips is empty; write the slip that people make/],
    [
      'a tolerance of prose',
      { tolerance: 'about 1' },
      /^tolerance must be an amount in the unit or a share of the key; write e.g./,
    ],
    ['no tolerance', { tolerance: undefined }, /^tolerance must be an amount/],
    [
      'a unit of ten thousands',
      { unit: text('万元', '10,000 yuan') },
      /^unit begins with 万; write the plain unit/,
    ],
    [
      'a parameter without a usable name',
      { parameters: { 'Churn rate': [1, 2] } },
      /^parameters.*(Churn rate|is no usable name)/,
    ],
  ])('%s', (_title, change, message) => {
    expect(problems({ ...churn, ...change })).toContainEqual(expect.stringMatching(message));
  });

  test('the example of docs/authoring.md passes, so that an author can begin with a copy of it', () => {
    const guide = readFileSync(new URL('../../../docs/authoring.md', import.meta.url), 'utf8');
    const example = [...guide.matchAll(/```yaml\n([\s\S]*?)```/g)].find(([, yaml]) =>
      yaml?.includes('type: NUM'),
    );
    const [authored] = parse(example?.[1] ?? '');
    expect(problems(authored)).toEqual([]);
    expect(published(authored).twins?.map(({ key }) => key)).toEqual([5, 4, 8]);
  });

  test('a mistake that is in every twin is told once', () => {
    expect(problems({ ...churn, key: 'x' })).toHaveLength(1);
  });
});
