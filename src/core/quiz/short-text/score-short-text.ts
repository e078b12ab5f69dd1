import type { KeyedShortText } from '../../model/item.ts';
import type { TextElement } from '../../model/item-parts.ts';
import type { ResponseOf } from '../../model/response.ts';
import { containsStem, containsWord } from './contains-word.ts';

/**
 * Score an own sentence: the share of required elements it contains; 0 with a forbidden word. The lists of both
 * languages count, whichever is on screen.
 * The key was proven by `assertKey` when the item was loaded (build, server).
 * @param response `{ text }`, ready to be scored.
 * @returns the points earned, 0 to 1.
 * @see assessment.md §2, TXT.
 */
export function scoreShortText({ text }: ResponseOf<'TXT'>, item: KeyedShortText): number {
  const present = item.elements.length - missingElements(text, item).length;
  const spoiled = forbiddenWords(text, item).length > 0;
  return spoiled ? 0 : present / item.elements.length;
}

/** The required elements none of whose words occurs in the text. */
export function missingElements(text: string, item: KeyedShortText): TextElement[] {
  return item.elements.filter((element) => !wordsOf(element).some((word) => containsStem(text, word)));
}

/** The forbidden entries that occur in the text. */
export function forbiddenWords(text: string, item: KeyedShortText): KeyedShortText['forbidden'][number][] {
  return item.forbidden.filter(({ word }) => containsWord(text, word.zh) || containsWord(text, word.en));
}

/** The words of an element in both languages. */
export function wordsOf(element: TextElement): string[] {
  return [...element.anyOf.zh, ...element.anyOf.en];
}
