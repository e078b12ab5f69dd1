import { spokenFull } from './spoken-chinese.ts';
import { englishWords } from './spoken-english.ts';

/** Spans of time as people say them: four years, over four, three and a half, nearly five. */

interface SpanWords {
  whole: (count: number) => string;
  over: (count: number) => string;
  half: (count: number) => string;
  nearly: (count: number) => string;
}

/** So near to a whole year, or a whole month, a span is said as whole; so near to half of one as half. */
const YEARS = { whole: 0.125, half: 0.25 };
const MONTHS = { whole: 0.04, half: 0.2 };

function said(value: number, near: typeof YEARS, words: SpanWords): string {
  const count = Math.round(value);
  const below = Math.floor(value);
  if (Math.abs(value - below - 0.5) <= near.half) return words.half(below);
  if (Math.abs(value - count) <= near.whole) return words.whole(count);
  return value > count ? words.over(count) : words.nearly(count);
}

/** 两年, 两个月: before a measure word two is 两. */
const measured = (count: number): string => (count === 2 ? '两' : spokenFull(count));

const ZH_YEARS: SpanWords = {
  whole: (count) => `${measured(count)}年`,
  over: (count) => `${measured(count)}年多`,
  half: (count) => `${measured(count)}年半`,
  nearly: (count) => `快${measured(count)}年`,
};
const EN_YEARS: SpanWords = {
  whole: (count) => `${englishWords(count)} years`,
  over: (count) => `over ${englishWords(count)} years`,
  half: (count) => (count === 1 ? 'a year and a half' : `${englishWords(count)} and a half years`),
  nearly: (count) => `nearly ${englishWords(count)} years`,
};
const ZH_MONTHS: SpanWords = {
  whole: (count) => `${measured(count)}个月`,
  over: (count) => `${measured(count)}个月出头`,
  half: (count) => `${measured(count)}个半月`,
  nearly: (count) => `将近${measured(count)}个月`,
};
const EN_MONTHS: SpanWords = {
  whole: (count) => `${englishWords(count)} months`,
  over: (count) => `just over ${englishWords(count)} months`,
  half: (count) => `${englishWords(count)} and a half months`,
  nearly: (count) => `just under ${englishWords(count)} months`,
};

/** @param months of 15 and more, else one year would need a word of its own. */
export const chineseYears = (months: number): string => said(months / 12, YEARS, ZH_YEARS);
export const englishYears = (months: number): string => said(months / 12, YEARS, EN_YEARS);
/** @param months of two and more. */
export const chineseMonths = (months: number): string => said(months, MONTHS, ZH_MONTHS);
export const englishMonths = (months: number): string => said(months, MONTHS, EN_MONTHS);
