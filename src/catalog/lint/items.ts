import type { AuthoredItem } from '#core/model/item.schema.ts';
import { LANGUAGES, type Language, type Text } from '#core/model/text.ts';
import { tellLine, wordingTells } from '#core/simulator/proof/wording.ts';
import { type LessonFiles, liveItems, textsBelow } from './course-files.ts';
import type { Finding } from './finding.ts';

type Found = Omit<Finding, 'severity'>;
type Path = readonly (string | number)[];

/** p below which a pattern over a module is no chance. */
const SIGNIFICANT = 0.01;
/** An option may be this much longer or shorter than the mean of its list, or this many characters. */
const LENGTH_RATIO = 0.3;
const LENGTH_SLACK: Readonly<Record<Language, number>> = { zh: 6, en: 20 };
const FEEDBACK_LEAST = 15;
/** What a learner reads in a minute: 300 Chinese characters, 200 English words. */
const READ_MOST: Readonly<Record<Language, number>> = { zh: 300, en: 200 };
/** Shared pairs of characters from which two stems ask the same. */
const ALIKE = 0.8;

/** Options of which some are keys, as a learner chooses among them. */
interface Choice {
  lesson: LessonFiles;
  item: AuthoredItem;
  path: Path;
  options: readonly { text: Text; isKey: boolean }[];
}

function choiceOf(lesson: LessonFiles, item: AuthoredItem): Choice[] {
  const index = lesson.items.data.items.indexOf(item);
  const list = (field: string, options: Choice['options']): Choice[] => [
    { lesson, item, path: ['items', index, field], options },
  ];
  switch (item.type) {
    case 'S':
    case 'M':
      return list(
        'options',
        item.options.map(({ text, correct }) => ({ text, isKey: correct })),
      );
    case 'SCN':
      return list(
        'options',
        item.options.map(({ text, credit }) => ({ text, isKey: credit === 1 })),
      );
    case 'TF':
      return list(
        'reasons',
        item.reasons.map(({ text, correct }) => ({ text, isKey: correct })),
      );
    default:
      return [];
  }
}

const lengthOf = (text: string) => [...text].length;
const at = ({ lesson, path }: Choice, more: Path = []) => ({
  file: lesson.items.file,
  line: lesson.items.lineAt([...path, ...more]),
});

/** Rule group 2, item by item. */
export function itemRules(lesson: LessonFiles): Found[] {
  return lesson.items.data.items.flatMap((item, index) => [
    ...choiceOf(lesson, item).flatMap((choice) => [...lengths(choice), ...noneOfTheAbove(choice)]),
    ...negation(lesson, item, index),
    ...feedbacks(lesson, item, index),
    ...readingTime(lesson, item, index),
  ]);
}

/** Figures with their units, and members of a list, are as long as they are. */
const IS_FIGURE = /^[\d.,%／/×÷+\-–约至到元年月天次个家万亿片箱分钟小时 ]+$/u;

function lengths(choice: Choice): Found[] {
  return LANGUAGES.flatMap((language) => {
    const texts = choice.options.map(({ text }) => text[language]);
    if (texts.every((text) => IS_FIGURE.test(text) || /^[\d.,]/.test(text))) return [];
    const mean = texts.reduce((sum, text) => sum + lengthOf(text), 0) / texts.length;
    return texts.flatMap((text, index) => {
      const apart = Math.abs(lengthOf(text) - mean);
      if (apart <= mean * LENGTH_RATIO || apart <= LENGTH_SLACK[language]) return [];
      return [
        {
          ...at(choice, [index, 'text', language]),
          rule: 'items/length',
          message: `"${text}" has ${lengthOf(text)} characters, the options of ${choice.item.id} ${mean.toFixed(0)} on average`,
          remedy: `keep within ±30%, or ${LENGTH_SLACK[language]} characters`,
        },
      ];
    });
  });
}

const ABOVE = /^(以上|上述)(都|全|皆|均)|^(都|全)(对|不对|不是)$|\b(all|none) of (the above|these)\b/i;

function noneOfTheAbove(choice: Choice): Found[] {
  return choice.options.flatMap(({ text }, index) =>
    LANGUAGES.filter((language) => ABOVE.test(text[language])).map((language) => ({
      ...at(choice, [index, 'text', language]),
      rule: 'items/above',
      message: `"${text[language]}" asks for a guess about the other options`,
      remedy: 'write an option of its own',
    })),
  );
}

/** The question of a stem that asks what does NOT hold. */
const NEGATED: Readonly<Record<Language, RegExp>> = {
  zh: /(哪[^，。？]{0,8}(不|没有?)(?!同|多|少)|(不|没)(是|属于|该|能|应该|合适)的?[^，。？]{0,4}(是)?哪)[^？]*？/,
  en: /\b(which|what)\b[^.?]*\b(not|except|never)\b[^.?]*\?/i,
};

function negation(lesson: LessonFiles, item: AuthoredItem, index: number): Found[] {
  return LANGUAGES.flatMap((language) => {
    const stem = item.stem[language];
    const asked = stem.match(NEGATED[language])?.[0];
    if (!asked || /\*\*|「不|“not|NOT|EXCEPT/.test(asked)) return [];
    return [
      {
        file: lesson.items.file,
        line: lesson.items.lineAt(['items', index, 'stem', language]),
        rule: 'items/negation',
        message: `"${asked}" asks for what does not hold and can be misread`,
        remedy: 'ask for what holds, or mark the word: 「不」, NOT',
      },
    ];
  });
}

/** A sentence that only judges tells nobody where it broke. */
const ONLY_JUDGES = /^(错误?|不对|不正确|答错了?|Wrong|Incorrect|False)[。，.!！,]/i;

function feedbacks(lesson: LessonFiles, item: AuthoredItem, index: number): Found[] {
  return textsBelow(item, ['items', index])
    .filter(({ path }) => path.includes('feedback') || path.includes('truthFeedback'))
    .flatMap((text) =>
      LANGUAGES.flatMap((language) => {
        const place = { file: lesson.items.file, line: lesson.items.lineAt([...text.path, language]) };
        const found: Found[] = [];
        if (lengthOf(text[language]) < FEEDBACK_LEAST)
          found.push({
            ...place,
            rule: 'items/feedback',
            message: `"${text[language]}" has fewer than ${FEEDBACK_LEAST} characters`,
            remedy: 'say what is attractive about it, then where it breaks',
          });
        if (ONLY_JUDGES.test(text[language]))
          found.push({
            ...place,
            rule: 'items/feedback',
            message: `"${text[language].slice(0, 12)}" judges before it explains`,
            remedy: 'begin with what is attractive about it',
          });
        return found;
      }),
    );
}

function readingTime(lesson: LessonFiles, item: AuthoredItem, index: number): Found[] {
  const { feedback: _, extension: __, truthFeedback: ___, ...shown } = item as Record<string, unknown>;
  const texts = textsBelow(shown).filter(({ path }) => !path.includes('feedback') && !path.includes('slips'));
  const amount: Record<Language, number> = {
    zh:
      texts
        .map(({ zh }) => zh)
        .join('')
        .match(/\p{Script=Han}/gu)?.length ?? 0,
    en:
      texts
        .map(({ en }) => en)
        .join(' ')
        .match(/[\w’'-]+/g)?.length ?? 0,
  };
  return LANGUAGES.filter((language) => amount[language] > READ_MOST[language]).map((language) => ({
    file: lesson.items.file,
    line: lesson.items.lineAt(['items', index, 'stem']),
    rule: 'items/reading-time',
    message: `${item.id} takes more than a minute to read (${amount[language]} ${language === 'zh' ? 'characters' : 'words'})`,
    remedy: `shorten it to ${READ_MOST[language]}`,
  }));
}

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
