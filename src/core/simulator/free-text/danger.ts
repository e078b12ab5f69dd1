import { type Danger, hitsOf, matches, type Rules } from './compile-rules.ts';
import type { Hit, Reading, Situation } from './free-text.ts';
import { hitsUnsupportedNumber } from './number-test.ts';
import type { Sentence } from './sentence.ts';

/**
 * Does the customer hear something harmful, whatever was claimed? Lists in their order, clause by clause.
 * @returns the first list that hits; undefined when none does.
 */
export function hearDanger(
  rules: Rules,
  sentence: Sentence,
  situation: Situation,
): Extract<Reading, { kind: 'hear' }> | undefined {
  for (const danger of rules.dangers) {
    const isNumber = danger.test === 'number';
    const hits = isNumber
      ? hitsUnsupportedNumber(rules, sentence, situation)
      : hitsOfDanger(rules, danger, sentence, situation);
    if (hits.length === 0) continue;
    const code = danger.code === undefined ? {} : { code: danger.code };
    const because = { step: isNumber ? ('number' as const) : ('danger' as const), hits };
    return { kind: 'hear', tag: danger.tag, ...code, elements: [], because };
  }
  return undefined;
}

function hitsOfDanger(rules: Rules, danger: Danger, sentence: Sentence, situation: Situation): Hit[] {
  if (danger.listeners === 2 && situation.listeners !== 2) return [];
  if (danger.sparesQuestions && isGenuineQuestion(rules, sentence)) return [];
  for (const clause of sentence.clauses) {
    const hit = hitOfClause(rules, danger, clause);
    if (hit) return [hit];
  }
  return [];
}

function hitOfClause(rules: Rules, danger: Danger, clause: string): Hit | undefined {
  if (danger.reportable && matches(rules.lists.get('said'), clause)) return undefined;
  if (matches(danger.except, clause)) return undefined;
  for (const { index, ...hit } of hitsOf(danger.hits, clause)) {
    if (matches(rules.lists.get('postneg'), clause.slice(index + hit.words.length))) continue;
    const isNegated = !danger.ignoresNegation && hasNegation(rules, clause.slice(0, index));
    if (!isNegated || matches(danger.despiteNegation, hit.words)) return hit;
  }
  return undefined;
}

/** A word of negation, once phrases that only look like one (不错, no problem) are taken out. */
function hasNegation(rules: Rules, before: string): boolean {
  let rest = before;
  for (const { all } of rules.lists.get('neg_exception')?.patterns ?? []) rest = rest.replace(all, '');
  return matches(rules.lists.get('negator'), rest);
}

/** The last clause asks something open, and nothing is being sold. */
function isGenuineQuestion(rules: Rules, { clauses, masked }: Sentence): boolean {
  const last = clauses.at(-1) ?? '';
  return (
    matches(rules.lists.get('question'), last) &&
    matches(rules.lists.get('openq'), last) &&
    !matches(rules.lists.get('product'), masked)
  );
}
