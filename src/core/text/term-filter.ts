/** As words are compared: one width, one case, no blanks, hyphens or quotation marks. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\-·'’"“”「」『』]+/g, '');

/**
 * Whether a term is among those looked for.
 * @param names the term in each language.
 * @param typed what the reader typed; blanks part it, and each part must be in one of the names. Nothing typed finds all.
 */
export const isTermFound = (names: readonly string[], typed: string): boolean =>
  typed
    .split(/\s+/)
    .map(plain)
    .every((part) => names.some((name) => plain(name).includes(part)));
