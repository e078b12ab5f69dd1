/** The form in which sentences are compared with patterns, and how long a sentence is. */

const HAN = '\\p{Script=Han}';
/** Blanks beside a Han character say nothing: 「40 单」 is 「40单」. */
const BLANK_AT_HAN = new RegExp(` (?=${HAN})|(?<=${HAN}) `, 'gu');
/** Invisible: joiners, variation selectors, soft hyphens. They must not hide a word. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
/** Han characters and marks of full width: one unit each; all else is half a unit. */
const FULL_WIDTH = /[\p{Script=Han}\u3000-\u303f\uff01-\uff60]/u;

/**
 * Normal form of a sentence: NFKC, lower case, straight apostrophes, simplified characters, single blanks, trimmed.
 * Normalising twice changes nothing.
 * @param simplified traditional character → simplified one; no value is a key.
 */
export function normalise(text: string, simplified: ReadonlyMap<string, string>): string {
  const folded = fold(text).replace(INVISIBLE, '');
  const han = Array.from(folded, (one) => simplified.get(one) ?? one).join('');
  return fold(han).replace(/\s+/gu, ' ').replace(BLANK_AT_HAN, '').trim();
}

/** A pattern in the same form; escapes such as `\S` and blanks stay as they are. */
export function normalPattern(pattern: string, simplified: ReadonlyMap<string, string>): string {
  return pattern
    .split(/(\\.)/su)
    .map((part) => (part.startsWith('\\') ? part : fold(part)))
    .map((part) => Array.from(part, (one) => simplified.get(one) ?? one).join(''))
    .join('');
}

/** Lower case may undo NFKC for a few letters, hence twice. */
function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().normalize('NFKC').replace(/[‘’]/gu, "'");
}

/**
 * Length of a sentence as typed, blanks at both ends not counted.
 * @returns a multiple of ½: a Han character or full-width mark is 1, any other character ½.
 */
export function unitsOf(text: string): number {
  let units = 0;
  for (const one of text.trim()) units += FULL_WIDTH.test(one) ? 1 : 0.5;
  return units;
}

/** Is there anything to read: a Han character, a letter or a digit? */
export function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** `現现 們们` → 現 to 现, 們 to 们. */
export function characterTable(pairs: string): Map<string, string> {
  const table = new Map<string, string>();
  for (const pair of pairs.split(/\s+/u)) {
    const [from, to] = Array.from(pair);
    if (from !== undefined && to !== undefined) table.set(from, to);
  }
  return table;
}
