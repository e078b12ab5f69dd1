import type { Language } from '../../model/text.ts';
import type { Scenario } from '../scenario.ts';
import type { Quality } from '../scenario-move.ts';
import { fisherExact, leastP } from './fisher.ts';

/**
 * Does the wording give the best option away? A manager must listen, not recognise the reply by a favourite word, a mark or
 * its ending. Counted over all guided turns of a simulator in one language, forked versions included.
 */

/** An option as a learner reads it. */
export interface SpokenOption {
  text: string;
  isBest: boolean;
}

/** A feature that tells best options from others. */
export interface Tell {
  /** `word` also stands for a Han character, `pair` for two characters in a row. */
  kind: 'word' | 'pair' | 'mark' | 'ending';
  feature: string;
  /** Where it stands too often. */
  side: 'best' | 'others';
  best: number;
  bestOf: number;
  others: number;
  othersOf: number;
  /** Holm–Bonferroni corrected. */
  p: number;
}

/** Corrected p below which a feature is a tell. */
export const SIGNIFICANT = 0.01;

/**
 * The options of all guided turns, each version of a turn for itself: a fork makes another option the best.
 * @param scenarios of one simulator, in one language.
 */
export function spokenOptions(scenarios: readonly Scenario<string>[]): SpokenOption[] {
  return scenarios
    .flatMap(({ stages }) => stages.flatMap((stage) => (stage.kind === 'sheet' ? stage.turns : [])))
    .flatMap(({ options, fork }) => {
      const version = (quality: (id: string, own: Quality) => Quality) =>
        options.map(({ id, text, quality: own }) => ({ text, isBest: quality(id, own) === 'expert' }));
      const own = version((_, quality) => quality);
      return fork ? [...own, ...version((id, quality) => fork.options[id]?.quality ?? quality)] : own;
    });
}

/**
 * Words, marks and endings that stand significantly more often in best options, or in the others.
 * @param options e.g. from `spokenOptions`; a feature counts once per option.
 * @returns the tells, the plainest first; empty when the wording gives nothing away.
 * @see Fisher's exact test, two-sided; Holm 1979; features too rare ever to be significant are left out (Tarone 1990).
 */
export function wordingTells(options: readonly SpokenOption[], language: Language): Tell[] {
  const bestOf = options.filter(({ isBest }) => isBest).length;
  const othersOf = options.length - bestOf;
  const counted = [...countFeatures(options, language)].map(([key, { best, others }]) => {
    const [kind, feature] = key.split('\t') as [Tell['kind'], string];
    return { kind, feature, best, others, bestOf, othersOf, p: fisherExact(best, bestOf, others, othersOf) };
  });
  const tested = testable(counted, bestOf, othersOf).sort((a, b) => a.p - b.p);
  let p = 0;
  return tested.flatMap((one, index) => {
    p = Math.max(p, Math.min(1, one.p * (tested.length - index)));
    if (p >= SIGNIFICANT) return [];
    const side = one.best * othersOf > one.others * bestOf ? 'best' : 'others';
    return [{ ...one, side, p } satisfies Tell];
  });
}

interface Count {
  best: number;
  others: number;
}

function countFeatures(options: readonly SpokenOption[], language: Language): Map<string, Count> {
  const counts = new Map<string, Count>();
  for (const { text, isBest } of options)
    for (const key of featuresOf(text, language)) {
      const count = counts.get(key) ?? { best: 0, others: 0 };
      if (isBest) count.best += 1;
      else count.others += 1;
      counts.set(key, count);
    }
  return counts;
}

/** The largest set in which even the rarest feature could still be significant after the correction. */
function testable<C extends Count>(counted: readonly C[], bestOf: number, othersOf: number): C[] {
  const reach = counted
    .map((count) => ({ count, least: leastP(count.best + count.others, bestOf, othersOf) }))
    .sort((a, b) => a.least - b.least);
  const size = reach.filter(({ least }, index) => least * (index + 1) < SIGNIFICANT).length;
  return reach.slice(0, size).map(({ count }) => count);
}

const FIGURE = /\d[\d.,]*/gu;
const WHOLE_QUOTE = /^[「『“"]|[」』”"]$/gu;
const ZH_TOKEN = /\p{Script=Han}|[A-Za-z]+|#|\p{P}/gu;
const EN_TOKEN = /[a-z]+(?:’[a-z]+)*|#|\p{P}/gu;
const MARK = /^\p{P}$/u;

/** The features of one option, each once, as `kind<tab>feature`. A figure is `#`, whichever it is. */
function featuresOf(text: string, language: Language): Set<string> {
  const bare = text.trim().replace(WHOLE_QUOTE, '').replace(FIGURE, '#');
  const tokens = (language === 'zh' ? bare.match(ZH_TOKEN) : bare.toLowerCase().match(EN_TOKEN)) ?? [];
  const isMark = (token: string) => token !== '#' && MARK.test(token);
  const features = new Set(tokens.map((token) => `${isMark(token) ? 'mark' : 'word'}\t${token}`));
  const last = tokens.at(-1);
  if (last !== undefined && isMark(last)) features.add(`ending\t${last}`);
  if (language === 'zh')
    tokens.slice(1).forEach((token, index) => {
      features.add(`pair\t${tokens[index]}${token}`);
    });
  return features;
}

/** A tell in one line, for the message an author reads. */
export function tellLine({ kind, feature, best, bestOf, others, othersOf, p }: Tell): string {
  return `${kind} ${feature}: in ${best} of ${bestOf} best options, in ${others} of ${othersOf} others (p = ${p.toPrecision(2)})`;
}
