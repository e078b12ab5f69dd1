import type { AuthoredItem } from '#core/model/item.schema.ts';
import { LANGUAGES, type Language } from '#core/model/text.ts';
import { at, type Choice, choiceOf, lengthOf } from './choices.ts';
import { type LessonFiles, textsBelow } from './course-files.ts';
import type { Finding } from './finding.ts';

type Found = Omit<Finding, 'severity'>;

/** An option may be this much longer or shorter than the mean of its list, or this many characters. */
const LENGTH_RATIO = 0.3;
const LENGTH_SLACK: Readonly<Record<Language, number>> = { zh: 6, en: 20 };
const FEEDBACK_LEAST = 15;
/** What a learner reads in a minute: 300 Chinese characters, 200 English words. */
const READ_MOST: Readonly<Record<Language, number>> = { zh: 300, en: 200 };

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
