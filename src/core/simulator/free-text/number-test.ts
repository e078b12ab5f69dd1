import { firstHit, matches, type Rules } from './compile-rules.ts';
import { figuresOf } from './figures.ts';
import type { Hit, Situation } from './free-text.ts';
import { isKnown } from './known-figures.ts';
import type { Sentence } from './sentence.ts';

/**
 * A figure that claims an effect and has no source. A figure the customer named or showed needs none; a source that is
 * hearsay (“in the trade”, 听说) is none.
 * @returns the words of the figure and of the claim; empty when all is well.
 */
export function hitsUnsupportedNumber(
  rules: Rules,
  { clauses, masked }: Sentence,
  { knownFigures = [] }: Situation,
): Hit[] {
  const list = (name: string) => rules.lists.get(name);
  const hearsay = firstHit(list('antisource'), masked);
  if (!hearsay && matches(list('source'), masked)) return [];
  for (const clause of clauses) {
    const number = firstHit(list('number'), clause);
    const claim = firstHit(list('claim'), clause);
    if (!number || !claim || matches(list('criterion'), clause)) continue;
    if (matches(list('question'), clause) && matches(list('openq'), clause)) continue;
    if (!hearsay && areKnown(figuresOf(clause), knownFigures)) continue;
    return hearsay ? [number, claim, hearsay] : [number, claim];
  }
  return [];
}

function areKnown(figures: readonly string[], known: readonly string[]): boolean {
  return figures.length > 0 && figures.every((figure) => isKnown(figure, known));
}
