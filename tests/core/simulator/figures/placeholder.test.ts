import { expect, test } from 'vitest';
import { figureAlone, fillFigures, placesIn } from '#core/simulator/figures/placeholder.ts';

/** What stands in a line is what a person would say: each way of saying a figure, with the words by hand. */

test.each([
  ['{n}', 1_152_000, '1,152,000'],
  ['{n}', 1.75, '1.75'],
  ['{n}', 50, '50'],
  ['{n}', -3_600, '−3,600'],
  ['{n:100}', 34_560, '34,600'],
  ['{n:<1000}', 35_568, '35,000'],
  ['{n:>1000}', 59_568, '60,000'],
  ['{n:0.1}', 6.1447, '6.1'],
  ['{n:wan}', 1_152_000, '115.2万'],
  ['{n:10000:wan}', 1_152_000, '115万'],
  ['{n:wan}', 28_500, '2.85万'],
  ['{n:wan-mixed}', 3_456_000, '345万6'],
  ['{n:wan-mixed}', 3_240_000, '324万'],
  ['{n:1000:wan-mixed}', 135_922, '13万6'],
  ['{n:zh}', 23_040, '两万三千零四十'],
  ['{n:zh}', 50_177, '五万零一百七十七'],
  ['{n:zh}', 10_100, '一万零一百'],
  ['{n:zh}', 9_800, '九千八百'],
  ['{n:zh}', 112_013, '十一万二千零一十三'],
  ['{n:zh}', 200_000, '二十万'],
  ['{n:zh}', 20_000_000, '两千万'],
  ['{n:zh}', 120_000_050, '一亿二千万零五十'],
  ['{n:zh}', 12, '十二'],
  ['{n:zh}', 0, '零'],
  ['{n:zh-short}', 27_000, '两万七'],
  ['{n:zh-short}', 28_500, '两万八千五'],
  ['{n:zh-short}', 436_000, '四十三万六'],
  ['{n:zh-short}', 100_000, '十万'],
  ['{n:zh-short}', 102_000, '十万二千'],
  ['{n:<1000:zh-over}', 34_560, '三万四千多'],
  ['{n:<1000:zh-over}', 36_000, '三万六千'],
  ['{n:<10000:zh-over}', 345_600, '三十四万多'],
  ['{n:10000:zh-near}', 100_354, '十万出头'],
  ['{n:10000:zh-near}', 19_440, '近两万'],
  ['{n:10000:zh-near}', 20_000, '两万'],
  ['{n:zh-share}', 0.28, '两成八'],
  ['{n:zh-share}', 0.3, '三成'],
  ['{n:percent}', 0.285, '28.5%'],
  ['{n:en}', 5, 'five'],
  ['{n:1000:en}', 50_177, 'fifty thousand'],
  ['{n:1000:en}', 47_334, 'forty-seven thousand'],
  ['{n:en-start}', 76_000, 'Seventy-six thousand'],
  ['{n:zh-years}', 23.5, '两年'],
  ['{n:zh-years}', 49.6, '四年多'],
  ['{n:zh-years}', 44, '三年半'],
  ['{n:zh-years}', 46, '快四年'],
  ['{n:en-years}', 49.6, 'over four years'],
  ['{n:en-years}', 46, 'nearly four years'],
  ['{n:en-years}', 44, 'three and a half years'],
  ['{n:en-years}', 19.7, 'a year and a half'],
  ['{n:6:en-years}', 49.6, 'four years'],
  ['{n:zh-months}', 6.14, '六个月出头'],
  ['{n:zh-months}', 5.45, '五个半月'],
  ['{n:zh-months}', 5.8, '将近六个月'],
  ['{n:0.5:zh-months}', 6.14, '六个月'],
  ['{n:en-months}', 6.14, 'just over six months'],
  ['{n:en-months}', 6.58, 'six and a half months'],
])('%s of %d is %s', (text, n, said) => {
  expect(fillFigures(text, { n })).toBe(said);
});

test('a text keeps all that is no place', () => {
  expect(fillFigures('「{a}拨，成交22%，一单{b}元」', { a: 180, b: 10_100 })).toBe(
    '「180拨，成交22%，一单10,100元」',
  );
});

test('a field with one place and nothing else is the figure itself', () => {
  expect(figureAlone('{a}', { a: 20_736 })).toBe(20_736);
  expect(figureAlone('r4', { a: 1 })).toBeUndefined();
  expect(figureAlone('{a}元', { a: 1 })).toBeUndefined();
});

test('braces that hold no place are seen, and never filled silently', () => {
  expect(placesIn('{A b} {x:zh}').map((place) => 'id' in place)).toEqual([false, true]);
  expect(() => fillFigures('{lost}', { a: 1 })).toThrow('{lost} is no figure');
});
