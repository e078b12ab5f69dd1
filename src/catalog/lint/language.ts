import { houseStyleMistakes } from '#core/text/house-style.ts';
import {
  type CourseFiles,
  type LessonFiles,
  type PlacedText,
  proseOf,
  textsBelow,
  type YamlFile,
} from './course-files.ts';
import type { Finding } from './finding.ts';

type Found = Omit<Finding, 'severity'>;

/** What rules about language need from outside: a linter of Chinese typography and SHA-1. */
export interface LanguageTools {
  /** @returns one sentence per mistake in a line of Chinese text. */
  typography: (text: string) => string[];
  /** @returns the first 12 hex digits of the SHA-1 of a text. */
  fingerprint: (text: string) => string;
}

/** One line or field of text and where it stands. */
interface Passage {
  file: string;
  line: number;
  text: string;
  /** Told to the learner, not said by somebody in an example or offered as a wrong answer. */
  isNarration: boolean;
}

/** Rule group 3, one lesson. */
export function languageRules(files: CourseFiles, lesson: LessonFiles, tools: LanguageTools): Found[] {
  const zh = [...prose(lesson.zh), ...fields(lesson.head, 'zh'), ...fields(lesson.items, 'zh')];
  const en = [
    ...(lesson.en ? prose(lesson.en) : []),
    ...fields(lesson.head, 'en'),
    ...fields(lesson.items, 'en'),
  ];
  return [...chinese(zh, files.deck, tools), ...english(en), ...sentences(lesson)];
}

/** Rule group 3, any other file that learners read: terms, sources, course map, role-plays, worksheets. */
export function fileLanguageRules(
  files: CourseFiles,
  file: YamlFile<unknown>,
  tools: LanguageTools,
): Found[] {
  return [...chinese(fields(file, 'zh'), files.deck, tools), ...english(fields(file, 'en'))];
}

/** Components whose text is somebody’s own words. */
const SAID = /<(Line|Side|Poster)\b/;

function prose(text: LessonFiles['zh']): Passage[] {
  return proseOf(text).flatMap((line, index) =>
    line.trim() === ''
      ? []
      : [
          {
            file: text.file,
            line: index + 1,
            text: line.trim(),
            isNarration: !SAID.test(text.lines[index] ?? ''),
          },
        ],
  );
}

/** Fields in which the course itself speaks; elsewhere somebody says it, or it is a wrong answer. */
const NARRATED = /^(summary|objectives|feedback|truthFeedback|extension|why|nudge|definition|claim|use)$/;

function fields(file: YamlFile<unknown>, language: 'zh' | 'en'): Passage[] {
  const isNarration = ({ path }: PlacedText) =>
    !file.file.includes('/scenarios/') && path.some((step) => NARRATED.test(String(step)));
  return textsBelow(file.data).map((text) => ({
    file: file.file,
    line: file.lineAt([...text.path, language]),
    text: text[language],
    isNarration: isNarration(text),
  }));
}

function chinese(passages: readonly Passage[], deck: ReadonlySet<string>, tools: LanguageTools): Found[] {
  return passages.flatMap(({ file, line, text, isNarration }) => {
    const place = { file, line };
    const found: Found[] = [...houseStyleMistakes(text, 'zh'), ...tools.typography(text)].map((message) => ({
      ...place,
      rule: 'language/typography',
      message: `"${short(text)}" ${message}`,
      remedy: 'see the house rules in docs/authoring.md',
    }));
    if (isNarration)
      found.push(
        ...patterns(place, text, WORDS, 'language/term'),
        ...patterns(place, text, ABSOLUTE, 'language/absolute'),
      );
    if (repeatsDeck(text, deck, tools.fingerprint))
      found.push({
        ...place,
        rule: 'language/deck',
        message: `"${short(text)}" repeats a sentence of the source deck`,
        remedy: 'say it in your own words',
      });
    return found;
  });
}

function english(passages: readonly Passage[]): Found[] {
  return passages.flatMap(({ file, line, text, isNarration }) => [
    ...houseStyleMistakes(text, 'en').map((message) => ({
      file,
      line,
      rule: 'language/typography',
      message: `"${short(text)}" ${message}`,
      remedy: 'see the house rules in docs/authoring.md',
    })),
    ...(isNarration ? patterns({ file, line }, text, ENGLISH_WORDS, 'language/term') : []),
  ]);
}

const short = (text: string) => ([...text].length > 24 ? `${[...text].slice(0, 24).join('')}…` : text);

type Pattern = readonly [wrong: RegExp, remedy: string];

/** Words of the course, one per idea (glossary.md, audit.md traps 27 to 29). */
const WORDS: readonly Pattern[] = [
  [/商家/, 'write 经销商'],
  [/客户经理|销售经理/, 'write 业务经理'],
  [/消费者(?!协会|权益|保护|事务)/, 'write 顾客'],
  [/您/, 'learners are 你; 您 is for customers and stands in 「」'],
  [/对[^，。；]{1,12}进行(?!中)/, 'use the verb itself: 先问清客户要什么'],
];

const ENGLISH_WORDS: readonly Pattern[] = [
  [/\b(sales|business) managers?\b/i, 'write account manager'],
  [/\bdistributors?\b/i, 'write dealer, or sub-dealer'],
  [/\bshopping (guide|assistant)s?\b/i, 'write in-store guide'],
];

/** Absolute words of advertising law art. 9, with what makes them harmless: 第一步, 最好先. */
const ABSOLUTE: readonly Pattern[] = [
  [
    /(全|本)(国|省|市|城|网|县|区).{0,2}(第一|唯一|最)|第一(品牌|名牌)|顶级|独一无二|国家级|唯一(的)?(一家|品牌|选择)|没得比/,
    'say what can be checked: compared with what, by which report',
  ],
  [
    /(业界|行业|市场|同类)(中|里|内)?最|最(高级|先进|优质|顶尖)/,
    'say what can be checked: compared with what, by which report',
  ],
  [
    /(百分之百|100%)(满意|有效|成功|保证)|零(风险|破损|色差)|包(赚|您满意|回本)/,
    'say what is estimated, for which period',
  ],
];

/** Words that are quoted are somebody’s, or what not to say. */
const unquoted = (text: string) => text.replace(/「[^」]*」|『[^』]*』|“[^”]*”|《[^》]*》/g, '');

function patterns(
  place: { file: string; line: number },
  text: string,
  list: readonly Pattern[],
  rule: string,
): Found[] {
  return list.flatMap(([wrong, remedy]) => {
    const [word] = unquoted(text).match(wrong) ?? [];
    return word ? [{ ...place, rule, message: `says "${word}"`, remedy }] : [];
  });
}

/** Chinese characters of a sentence on average over a lesson, and in any one of them. */
const MEAN_SENTENCE = 35;
const LONGEST_SENTENCE = 80;

function sentences({ zh }: LessonFiles): Found[] {
  const all = proseOf(zh)
    .flatMap((text, index) =>
      text.split(/[。！？；]/).map((sentence) => ({
        line: index + 1,
        sentence,
        han: sentence.match(/\p{Script=Han}/gu)?.length ?? 0,
      })),
    )
    .filter(({ han }) => han > 0);
  const mean = all.reduce((sum, { han }) => sum + han, 0) / (all.length || 1);
  const found: Found[] = all
    .filter(({ han }) => han > LONGEST_SENTENCE)
    .map(({ line, sentence, han }) => ({
      file: zh.file,
      line,
      rule: 'language/sentence',
      message: `"${short(sentence.trim())}" has ${han} characters`,
      remedy: 'make two sentences of it',
    }));
  if (mean > MEAN_SENTENCE)
    found.push({
      file: zh.file,
      line: 1,
      rule: 'language/sentence',
      message: `sentences have ${mean.toFixed(0)} characters on average`,
      remedy: `keep to ${MEAN_SENTENCE}`,
    });
  return found;
}

const WINDOW = 12;

/** Three windows of twelve characters in a row found in the deck (dossier README, no. 11). */
function repeatsDeck(
  text: string,
  deck: ReadonlySet<string>,
  fingerprint: (text: string) => string,
): boolean {
  const han = text.match(/\p{Script=Han}/gu) ?? [];
  let inRow = 0;
  for (let start = 0; start + WINDOW <= han.length; start += 1) {
    inRow = deck.has(fingerprint(han.slice(start, start + WINDOW).join(''))) ? inRow + 1 : 0;
    if (inRow === 3) return true;
  }
  return false;
}
