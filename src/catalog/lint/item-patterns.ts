import { LANGUAGES, type Language } from '#core/model/text.ts';
import { tellLine, wordingTells } from '#core/simulator/proof/wording.ts';
import { at, type Choice, choiceOf, lengthOf } from './choices.ts';
import { type LessonFiles, liveItems, textsBelow } from './course-files.ts';
import type { Finding } from './finding.ts';

type Found = Omit<Finding, 'severity'>;

/** p below which a pattern over a module is no chance. */
const SIGNIFICANT = 0.01;
/** Shared pairs of characters from which two stems ask the same. */
const ALIKE = 0.8;

/**
 * Rule group 2, over the live items of a module: whoever has not read the lesson must not find the key by its outside.
 * @param lessons of one module.
 */
export function moduleRules(lessons: readonly LessonFiles[]): Found[] {
  const choices = lessons.flatMap((lesson) => liveItems(lesson).flatMap((item) => choiceOf(lesson, item)));
  return [
    ...LANGUAGES.flatMap((language) => [...longestKey(choices, language), ...tells(choices, language)]),
    ...keyPlace(choices),
    ...repeats(lessons),
    ...alike(lessons),
  ];
}

const withOneKey = (choices: readonly Choice[]) =>
  choices.filter(({ options }) => options.filter(({ isKey }) => isKey).length === 1);

function longestKey(choices: readonly Choice[], language: Language): Found[] {
  const single = withOneKey(choices);
  const hits = single.filter(({ options }) => {
    const lengths = options.map(({ text }) => lengthOf(text[language]));
    const key = lengths[options.findIndex(({ isKey }) => isKey)] ?? 0;
    return lengths.filter((length) => length >= key).length === 1;
  });
  const p = atLeast(
    hits.length,
    single.map(({ options }) => 1 / options.length),
  );
  const [first] = hits;
  if (!first || p >= SIGNIFICANT) return [];
  return [
    {
      ...at(first),
      rule: 'items/longest-key',
      message: `the key is the longest option in ${hits.length} of ${single.length} items (${language}, p = ${p.toPrecision(2)}): ${hits.map(({ item }) => item.id).join(', ')}`,
      remedy: 'shorten some of the keys, or lengthen a rival',
    },
  ];
}

function keyPlace(choices: readonly Choice[]): Found[] {
  const single = withOneKey(choices);
  return [0, 1, 2, 3].flatMap((place) => {
    const able = single.filter(({ options }) => options.length > place);
    const hits = able.filter(({ options }) => options[place]?.isKey);
    const p = atLeast(
      hits.length,
      able.map(({ options }) => 1 / options.length),
    );
    const [first] = hits;
    // Four places are looked at, so each may be chance a quarter as often.
    if (!first || p >= SIGNIFICANT / 4) return [];
    return [
      {
        ...at(first),
        rule: 'items/key-place',
        message: `the key stands at place ${place + 1} in ${hits.length} of ${able.length} items (p = ${p.toPrecision(2)})`,
        remedy: 'change places in some of them: print and exports keep the order of the file',
      },
    ];
  });
}

function tells(choices: readonly Choice[], language: Language): Found[] {
  const [first] = choices;
  if (!first) return [];
  const options = choices.flatMap(({ options: list }) =>
    list.map(({ text, isKey }) => ({ text: text[language], isBest: isKey })),
  );
  return wordingTells(options, language).map((tell) => ({
    ...at(first),
    rule: 'items/tell',
    message: `${language}, ${tellLine(tell)}`,
    remedy: 'say it otherwise in some of them, or use it on the other side too',
  }));
}

function repeats(lessons: readonly LessonFiles[]): Found[] {
  const seen = new Map<string, string>();
  return lessons.flatMap((lesson) =>
    lesson.items.data.items.flatMap((item, index) =>
      textsBelow(item, ['items', index])
        .filter(({ path }) => path.includes('feedback'))
        .flatMap((text) =>
          LANGUAGES.flatMap((language) => {
            const words = text[language];
            const before = seen.get(words);
            seen.set(words, item.id);
            if (before === undefined) return [];
            return [
              {
                file: lesson.items.file,
                line: lesson.items.lineAt([...text.path, language]),
                rule: 'items/feedback-twice',
                message: `"${words.slice(0, 24)}…" is the feedback of ${before} too`,
                remedy: 'write what is attractive about this option, and where this one breaks',
              },
            ];
          }),
        ),
    ),
  );
}

const pairsOf = (text: string) => {
  const letters = [...text.toLowerCase().replace(/[\p{P}\s]/gu, '')];
  return new Set(letters.slice(1).map((letter, index) => `${letters[index]}${letter}`));
};

function alike(lessons: readonly LessonFiles[]): Found[] {
  const stems = lessons.flatMap((lesson) =>
    lesson.items.data.items.map((item, index) => ({ lesson, item, index, pairs: pairsOf(item.stem.zh) })),
  );
  return stems.flatMap((one, position) =>
    stems.slice(0, position).flatMap((other) => {
      const related = [one.item, other.item].some((item, side) => {
        const id = (side === 0 ? other : one).item.id;
        return item.parallelOf === id || item.sharesOptionsWith === id;
      });
      const shared = [...one.pairs].filter((pair) => other.pairs.has(pair)).length;
      const ratio = shared / (one.pairs.size + other.pairs.size - shared || 1);
      if (related || ratio < ALIKE) return [];
      return [
        {
          file: one.lesson.items.file,
          line: one.lesson.items.lineAt(['items', one.index, 'stem']),
          rule: 'items/same-stem',
          message: `${one.item.id} asks what ${other.item.id} asks`,
          remedy: `write parallelOf: ${other.item.id}, or ask something else`,
        },
      ];
    }),
  );
}

/**
 * How probable `hits` or more successes are.
 * @param chances of success, one per trial, each 0 … 1.
 * @returns 0 … 1. One-sided binomial test when all chances are equal; else Poisson binomial, summed exactly.
 */
export function atLeast(hits: number, chances: readonly number[]): number {
  let counts = [1];
  for (const chance of chances)
    counts = [...counts, 0].map((same, index) => same * (1 - chance) + (counts[index - 1] ?? 0) * chance);
  return counts.slice(hits).reduce((sum, one) => sum + one, 0);
}
