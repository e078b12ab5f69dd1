import { matches, type Rules } from './compile-rules.ts';
import type { Situation } from './free-text.ts';
import { normalise } from './normal-form.ts';

/** A sentence prepared for the lists. */
export interface Sentence {
  /** Normal form, quotes as they are. */
  plain: string;
  /** Normal form, the customer's own words replaced by ▢. */
  masked: string;
  /** `masked`, cut at marks; a mark stays with its clause. */
  clauses: readonly string[];
  lastLine: string;
  earlierLines: readonly string[];
}

/** How far before a quote its announcement may stand, in characters. */
const ANNOUNCED_WITHIN = 24;
const QUOTE = /「([^「」]*)」|『([^『』]*)』|“([^“”]*)”|"([^"]*)"/gu;
/** Not inside a figure: 10,100 and 17:00 are one piece. */
const CLAUSE_END = /(?<=[。!?;—]|(?<!\d)[,:]|,(?!\d{3}(?!\d))|:(?!\d)|\.(?= |$))/u;

export function prepare(rules: Rules, situation: Situation): Sentence {
  const normal = (text: string) => normalise(text, rules.simplified);
  const plain = normal(situation.text);
  const lastLine = normal(situation.lastLine ?? '');
  const masked = maskQuotes(rules, plain, lastLine);
  return {
    plain,
    masked,
    clauses: masked
      .split(CLAUSE_END)
      .map((clause) => clause.trim())
      .filter((clause) => clause !== ''),
    lastLine,
    earlierLines: (situation.earlierLines ?? []).map(normal),
  };
}

/** A quote counts as the customer's when he just said it, or when the learner says that he did. */
function maskQuotes(rules: Rules, plain: string, lastLine: string): string {
  return plain.replace(QUOTE, (quote: string, ...rest: unknown[]) => {
    const at = rest.find((one) => typeof one === 'number') as number;
    const words = quote.slice(1, -1).replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, '');
    const isHis = words !== '' && lastLine.includes(words);
    const announcement = plain.slice(Math.max(0, at - ANNOUNCED_WITHIN), at);
    return isHis || matches(rules.lists.get('said'), announcement) ? '▢' : quote;
  });
}
