import { chineseMonths, chineseYears, englishMonths, englishYears } from './spans.ts';
import { spokenFull, spokenShare, spokenShort } from './spoken-chinese.ts';
import { englishWords } from './spoken-english.ts';

/** How a figure is written in a text. Every format takes the value already rounded, and the exact one. */
type Format = (rounded: number, exact: number) => string;

const WAN = 10_000;
/** 1,152,000; at most two places; a true minus. */
function plain(value: number): string {
  const [whole = '', places = ''] = Math.abs(value)
    .toFixed(2)
    .replace(/\.?0+$/, '')
    .split('.');
  const text = whole.replace(/\B(?=(\d{3})+$)/g, ',') + (places && `.${places}`);
  return value < 0 ? `−${text}` : text;
}

function wanMixed(value: number): string {
  const thousands = Math.round((value % WAN) / 1000);
  return `${Math.floor(value / WAN)}万${thousands || ''}`;
}

/** Formats by their name in a placeholder. The first four speak of any amount, the rest of spans and shares. */
export const FORMATS: Readonly<Record<string, Format>> = {
  plain,
  wan: (value) => `${plain(value / WAN)}万`,
  'wan-mixed': wanMixed,
  zh: spokenFull,
  'zh-short': spokenShort,
  'zh-over': (value, exact) => `${spokenFull(value)}${exact > value ? '多' : ''}`,
  'zh-near': (value, exact) => {
    if (exact === value) return spokenShort(value);
    return exact > value ? `${spokenShort(value)}出头` : `近${spokenShort(value)}`;
  },
  'zh-share': spokenShare,
  percent: (value) => `${plain(value * 100)}%`,
  en: englishWords,
  'en-start': (value) => englishWords(value).replace(/^./, (letter) => letter.toUpperCase()),
  'zh-years': chineseYears,
  'en-years': englishYears,
  'zh-months': chineseMonths,
  'en-months': englishMonths,
};
