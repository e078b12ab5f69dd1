import { describe, expect, test } from 'vitest';
import { fisherExact, leastP } from '#core/simulator/proof/fisher.ts';
import { type SpokenOption, spokenOptions, tellLine, wordingTells } from '#core/simulator/proof/wording.ts';
import type { Scenario } from '#core/simulator/scenario.ts';
import { scenarioOf } from './scenarios.ts';

describe('Fisher’s exact test, two-sided, against published tables', () => {
  test.each([
    // hits, of, others, of, p; Fisher's tea: 3 of 4 cups told right by chance is nothing to speak of.
    [3, 4, 1, 4, 0.48571],
    // Wikipedia, "Fisher's exact test": 1 of 12 men and 9 of 12 women study.
    [1, 12, 9, 12, 0.0027594],
    // All of 5 against none of 5: 2 / C(10,5).
    [5, 5, 0, 5, 2 / 252],
    [0, 10, 0, 10, 1],
  ])('%i of %i against %i of %i: p = %f', (hits, size, others, rest, p) => {
    expect(fisherExact(hits, size, others, rest)).toBeCloseTo(p, 5);
    expect(fisherExact(others, rest, hits, size)).toBeCloseTo(p, 5);
  });

  test('a feature of one option can never be significant', () => {
    expect(leastP(1, 5, 5)).toBeCloseTo(1, 9);
    expect(leastP(5, 5, 5)).toBeCloseTo(2 / 252, 8);
  });
});

const WORDS = {
  zh: ['货', '价', '样板', '交期', '账', '客人', '师傅', '库房', '回访', '合同', '单子', '门口'],
  en: 'goods price panel date book guest fitter store call lease order door'.split(' '),
} as const;

/** Lines without any pattern: 30 best ones among 120, words dealt by a fixed rule. */
function plain(language: 'zh' | 'en'): SpokenOption[] {
  const words = WORDS[language];
  return Array.from({ length: 120 }, (_, index) => {
    const [a, b, c] = [0, 5, 10].map((step) => words[(index * 7 + step + (index >> 3)) % words.length]);
    const text = language === 'zh' ? `「${a}和${b}和${c}。」` : `“We look at ${a} and ${b} and ${c}.”`;
    return { isBest: index % 4 === 0, text };
  });
}

const planted = (options: readonly SpokenOption[], change: (text: string) => string, isInBest = true) =>
  options.map((option) => (option.isBest === isInBest ? { ...option, text: change(option.text) } : option));

describe('what gives a best option away is named with its counts', () => {
  test('lines without a pattern are clean, else every author would be bothered', () => {
    expect(wordingTells(plain('zh'), 'zh')).toEqual([]);
    expect(wordingTells(plain('en'), 'en')).toEqual([]);
  });

  test('a favourite word of the author', () => {
    const told = wordingTells(
      planted(plain('zh'), (text) => text.replace('「', '「您看，')),
      'zh',
    );
    expect(told.map(({ feature }) => feature)).toEqual(expect.arrayContaining(['您', '看', '您看', '，']));
    expect(told.find(({ feature }) => feature === '您看')).toMatchObject({
      kind: 'pair',
      side: 'best',
      best: 30,
      bestOf: 30,
      others: 0,
      othersOf: 90,
    });
    const english = wordingTells(
      planted(plain('en'), (text) => text.replace('We', 'Together we')),
      'en',
    );
    expect(english.map(({ kind, feature, side }) => [kind, feature, side])).toEqual([
      ['word', 'together', 'best'],
    ]);
  });

  test('a way to end: only the best reply asks', () => {
    const told = wordingTells(
      planted(plain('zh'), (text) => text.replace('。」', '？」')),
      'zh',
    );
    expect(told.filter(({ kind }) => kind === 'ending').map(({ feature, side }) => [feature, side])).toEqual(
      expect.arrayContaining([
        ['？', 'best'],
        ['。', 'others'],
      ]),
    );
  });

  test('a word that only wrong replies have gives the best one away as well', () => {
    const told = wordingTells(
      planted(plain('en'), (text) => text.replace('We', 'Surely we'), false),
      'en',
    );
    expect(told.map(({ feature, side }) => [feature, side])).toEqual([['surely', 'others']]);
  });

  test('figures count as one feature, whichever they are', () => {
    const told = wordingTells(
      planted(plain('en'), (text) => text.replace('.”', ` ${text.length},5${text.length}.”`)),
      'en',
    );
    expect(told.map(({ feature }) => feature)).toContain('#');
  });

  test('a slight leaning is no tell: 12 of 30 against 20 of 90', () => {
    const left = { best: 12, others: 20 };
    const leaning = plain('zh').map((option) => {
      const side = option.isBest ? 'best' : 'others';
      left[side] -= 1;
      return left[side] >= 0 ? { ...option, text: option.text.replace('「', '「嗯') } : option;
    });
    expect(wordingTells(leaning, 'zh')).toEqual([]);
  });

  test('the line an author reads', () => {
    const [told] = wordingTells(
      planted(plain('en'), (text) => text.replace('We', 'Together we')),
      'en',
    );
    expect(told && tellLine(told)).toMatch(
      /^word together: in 30 of 30 best options, in 0 of 90 others \(p = .+\)$/,
    );
  });
});

describe('a tell planted into the real scenarios is found', () => {
  const withWord = (scenario: Scenario<string>, word: string): Scenario<string> => ({
    ...scenario,
    stages: scenario.stages.map((stage) =>
      stage.kind === 'sheet'
        ? {
            ...stage,
            turns: stage.turns.map((turn) => ({
              ...turn,
              options: turn.options.map((option) =>
                option.quality === 'expert' ? { ...option, text: `${word}${option.text}` } : option,
              ),
            })),
          }
        : stage,
    ),
  });
  test.each([
    ['zh', '嘿，', '嘿'],
    ['en', 'Frankly, ', 'frankly'],
  ] as const)('%s', (language, word, feature) => {
    const scenarios = (['f-a', 'f-b', 'f-c'] as const).map((id) => withWord(scenarioOf(id, language), word));
    expect(wordingTells(spokenOptions(scenarios), language).map((tell) => tell.feature)).toContain(feature);
  });

  test('a forked turn counts twice, each time with its own best option', () => {
    const scenario = scenarioOf('f-b');
    const turns = scenario.stages.flatMap((stage) => (stage.kind === 'sheet' ? stage.turns : []));
    const forked = turns.filter(({ fork }) => fork).length;
    expect(forked).toBeGreaterThanOrEqual(4);
    expect(spokenOptions([scenario]).filter(({ isBest }) => isBest)).toHaveLength(turns.length + forked);
  });
});
