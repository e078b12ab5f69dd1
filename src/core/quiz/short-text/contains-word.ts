/**
 * Finding words in a learner's own sentence. Text and word are compared in NFKC and lower case, so 「ＡＢＣ」 is “abc”.
 * A phrase with Han characters is found anywhere, blanks ignored. A phrase in other letters keeps to word limits.
 */

/** Whole words only: “but” is not in “button”, “you can” is not in “you can’t”. For forbidden words. */
export function containsWord(text: string, word: string): boolean {
  return contains(text, word, `(?!${LETTER}|'\\p{Script=Latin})`);
}

/** The last word may go on: “promise” is in “promised”, but “sure” is not in “unsure”. For required elements. */
export function containsStem(text: string, word: string): boolean {
  return contains(text, word, '(?!\\p{N})');
}

const LETTER = '[\\p{Script=Latin}\\p{N}]';

function contains(text: string, word: string, limit: string): boolean {
  const wanted = fold(word);
  if (wanted === '') return false;
  if (/\p{Script=Han}/u.test(wanted)) return squeeze(fold(text)).includes(squeeze(wanted));
  const letters = wanted.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  const before = new RegExp(`^${LETTER}`, 'u').test(wanted) ? `(?<!${LETTER})` : '';
  const after = new RegExp(`${LETTER}$`, 'u').test(wanted) ? limit : '';
  return new RegExp(before + letters + after, 'u').test(fold(text));
}

function fold(text: string): string {
  return text.normalize('NFKC').replace(/[‘’]/g, "'").toLowerCase().replace(/\s+/g, ' ').trim();
}

function squeeze(text: string): string {
  return text.replaceAll(' ', '');
}
