import { containsStem, containsWord } from '../quiz/short-text/contains-word.ts';
import { hasDate, hasNumber } from './text-marks.ts';

/** One thing looked at in what was written, in one language on screen; word lists hold both languages. */
export type TextCheck =
  | { kind: 'number' | 'date'; field: string; text: string }
  | { kind: 'filled'; field: string; least: number; text: string }
  | { kind: 'any-of' | 'none-of'; field: string; words: readonly string[]; text: string };

/** What was written, by field. */
export type Texts = Readonly<Record<string, string>>;

/**
 * `met`: seen. `open`: not seen, or nothing written. `hit`: a word stands there that does harm (`none-of` only).
 */
export type CheckState = 'met' | 'open' | 'hit';

/** How the checks stand, in their order. Forms and words are found, not meant: nothing is refused because of them. */
export function checkStates(checks: readonly TextCheck[], texts: Texts): CheckState[] {
  return checks.map((check) => stateOf(check, (texts[check.field] ?? '').trim()));
}

function stateOf(check: TextCheck, text: string): CheckState {
  if (check.kind === 'none-of') {
    if (check.words.some((word) => containsWord(text, word))) return 'hit';
    return text ? 'met' : 'open';
  }
  return isMet(check, text) ? 'met' : 'open';
}

function isMet(check: Exclude<TextCheck, { kind: 'none-of' }>, text: string): boolean {
  switch (check.kind) {
    case 'number':
      return hasNumber(text);
    case 'date':
      return hasDate(text);
    case 'filled':
      return [...text.replace(/\s/g, '')].length >= check.least;
    default:
      return check.words.some((word) => containsStem(text, word));
  }
}
