import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { compileRules } from '#core/simulator/free-text/compile-rules.ts';
import type { FreeTextData, Situation } from '#core/simulator/free-text/free-text.ts';
import { readSentence } from '#core/simulator/free-text/read-sentence.ts';
import { resultOf } from '#core/simulator/free-text/reading-result.ts';

const folder = new URL('../../../', import.meta.url);

/** The word lists as authors keep them. */
export const listsText = readFileSync(new URL('content/scenarios/free-text.yaml', folder), 'utf8');
export const lists: FreeTextData = parse(listsText);
export const rules = compileRules(lists);

/** Reads a sentence in a plain situation: one customer, nothing said yet, no need stated. */
export function readingOf(text: string, tag: Situation['tag'], situation: Partial<Situation> = {}) {
  return readSentence(rules, { text, tag, listeners: 1, needStated: false, ...situation });
}

/** The same as one word: `accept`, `hear:guarantee`, `ask:advise/evidence`. */
export function heard(text: string, tag: Situation['tag'], situation: Partial<Situation> = {}): string {
  return resultOf(readingOf(text, tag, situation));
}

/** A sentence with the reading that it must keep; a hand-made table, see the fixture. */
export interface Vector {
  id: string;
  text: string;
  claimed: Situation['tag'];
  /** The customer's last line. */
  last?: string;
  /** Two customers are present. */
  two?: true;
  /** A need has been stated. */
  need?: true;
  /** `accept + purpose time`, `hear:…`, `down:…`, `ask:…/…`, `reject:…`. */
  expected: string;
}

export const vectors: Vector[] = readFileSync(
  new URL('tests/fixtures/simulator/free-text-vectors.jsonl', folder),
  'utf8',
)
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));
