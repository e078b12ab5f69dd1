import { normalPattern } from './normal-form.ts';

/** Groups that every browser from the floor on knows: plain, (?: ) and the four looks ahead and behind. */
const NEWER_GROUP = /(?<!\\)\(\?(?![:=!]|<[=!])/u;

const BLANK_AT_HAN = /\p{Script=Han} | \p{Script=Han}/u;

/**
 * What is wrong with a pattern, and what to write instead.
 * @param simplified traditional → simplified, as the sentences are normalised.
 * @returns the end of a sentence, beginning with a verb; undefined when the pattern is usable.
 */
export function mistakeOfPattern(
  pattern: string,
  simplified: ReadonlyMap<string, string>,
): string | undefined {
  const normal = normalPattern(pattern, simplified);
  if (normal !== pattern)
    return `can never match, as sentences are read half-width, in lower case and simplified; write ${normal}`;
  if (NEWER_GROUP.test(pattern))
    return 'has a named group or inline flags, which older phones do not know; write (?: … ) instead';
  if (BLANK_AT_HAN.test(pattern))
    return 'has a blank beside a Han character, and sentences are read without those; delete the blank';
  const compiled = compile(pattern);
  if (typeof compiled === 'string')
    return `is no valid pattern: ${compiled}; mend it or put \\ before the mark that is meant literally`;
  if (compiled.test(''))
    return 'matches everything; delete the empty alternative beside a | or the ? and * that make all optional';
  return undefined;
}

function compile(pattern: string): RegExp | string {
  try {
    return new RegExp(pattern, 'u');
  } catch (error) {
    return (error as Error).message.replace(/^Invalid regular expression: \/.*\/u?: /u, '');
  }
}
