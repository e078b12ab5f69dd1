import type { Language } from '../model/text.ts';

type Rule = readonly [wrong: RegExp, message: string];

const BOTH: readonly Rule[] = [
  [/\d \d{3}(?!\d)/, 'writes thousands with a space; write 10,100'],
  [/\d %/, 'has a space before %; write 28%'],
];

const CHINESE: readonly Rule[] = [
  [
    /\p{Script=Han} +[A-Za-z0-9]|[A-Za-z0-9%] +\p{Script=Han}/u,
    'has a space beside a Chinese character; delete it',
  ],
  [/\p{Script=Han}[,;:!?](?!\d)/u, 'has a half-width mark after a Chinese character; write ，；：！？'],
];

const ENGLISH: readonly Rule[] = [[/["']/, 'has straight quotation marks; write “ ” and ’']];

/**
 * How figures, spaces and marks are written in the course (architecture.md §9).
 * @param text one field or line, without markup.
 * @returns a sentence per broken rule, each with its remedy; none when all is well.
 */
export function houseStyleMistakes(text: string, language: Language): string[] {
  const rules = [...BOTH, ...(language === 'zh' ? CHINESE : ENGLISH)];
  return rules.filter(([wrong]) => wrong.test(text)).map(([, message]) => message);
}
