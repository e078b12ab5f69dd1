/**
 * Finding words in a learner's own sentence. Text and word are compared in NFKC and lower case, so 「ＡＢＣ」 is “abc”.
 * A phrase with Han characters is found anywhere, blanks ignored. A phrase in other letters keeps to word limits.
 */

/** Whole words only: “but” is not in “button”, “you can” is not in “you can’t”. For forbidden words. */
export function containsWord(text: string, word: string): boolean {
  return contains(text, word, "(?![\\p{Script=Latin}\\p{N}]|'\\p{Script=Latin})");
}

/** The last word may go on: “promise” is in “promised”, “sure” is not in “unsure”. For required elements. */
export function containsStem(text: string, word: string): boolean {
  return contains(text, word, '(?!\\p{N})');
}

function contains(text: string, word: string, end: string): boolean {
  const wanted = fold(word);
  if (wanted === '') return false;
  if (/\p{Script=Han}/u.test(wanted)) return squeeze(fold(text)).includes(squeeze(wanted));
  const letters = wanted.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  return new RegExp(`(^|[^\\p{Script=Latin}\\p{N}])${letters}${end}`, 'u').test(fold(text));
}

function fold(text: string): string {
  return text.normalize('NFKC').replace(/[‘’]/g, "'").toLowerCase().replace(/\s+/g, ' ').trim();
}

function squeeze(text: string): string {
  return text.replaceAll(' ', '');
}
