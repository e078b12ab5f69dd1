/** What a learner is called on screen, made safe to show and to sort: no invisible signs, one way of writing each character. */
export type NicknameReading =
  | { status: 'read'; nickname: string }
  /** empty: nothing visible is left · too-long: more than `NICKNAME_LIMIT` characters as a reader counts them. */
  | { status: 'refused'; reason: 'empty' | 'too-long' };

/** Characters as a reader counts them (graphemes). */
export const NICKNAME_LIMIT = 40;
/** UTF-16 units after normalising: a character can carry any number of marks, a column cannot. */
const UNIT_LIMIT = 400;

// Controls; signs that turn the direction of what follows; marks of width zero. The joiner (U+200D) stays: it makes emoji.
const INVISIBLE = /[\p{Cc}\u061c\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/gu;
// A joiner that joins no pictures only makes two equal-looking names differ.
const STRAY_JOINER =
  /(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)\u200d|\u200d(?!\p{Extended_Pictographic})/gu;

const BETWEEN_WIDE_SIGNS = /[^（），：；！？…]+/gu;
const inOneWriting = (text: string) => text.normalize('NFKC');

/**
 * Read a nickname as typed.
 * @returns NFKC, white space folded to single blanks, none at the ends. Never throws.
 */
export const readNickname = (typed: string): NicknameReading => read(typed, inOneWriting);

/**
 * Read the name of a class as typed: as a nickname, but Chinese punctuation stays Chinese. NFKC puts “(周末班)” for
 * “（周末班）”, which helps whoever looks for a person, and looks wrong in the heading of a page.
 */
export const readCohortName = (typed: string): NicknameReading =>
  read(typed, (text) => text.replace(BETWEEN_WIDE_SIGNS, inOneWriting));

function read(typed: string, normalize: (text: string) => string): NicknameReading {
  const nickname = normalize(typed.replace(/\p{Surrogate}/gu, '\ufffd'))
    .replace(/\s+/g, ' ')
    .replace(INVISIBLE, '')
    .replace(STRAY_JOINER, '')
    .trim();
  if (nickname === '') return { status: 'refused', reason: 'empty' };
  if (nickname.length > UNIT_LIMIT) return { status: 'refused', reason: 'too-long' };
  const count = [...new Intl.Segmenter('zh').segment(nickname)].length;
  return count > NICKNAME_LIMIT ? { status: 'refused', reason: 'too-long' } : { status: 'read', nickname };
}
