// Controls but tab and line end; signs that turn the direction of what follows: on an operator's terminal they would act.
const UNPRINTABLE = /(?![\t\n])[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/gu;

/**
 * Make free text safe to keep in any database and to print on any screen.
 * @returns line ends as `\n`, halves of characters as U+FFFD, no control signs, no blanks at the ends. Never throws.
 */
export const plainWords = (typed: string): string =>
  typed
    .replace(/\r\n?/g, '\n')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(UNPRINTABLE, '')
    .trim();
