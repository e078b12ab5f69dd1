import { createHash } from 'node:crypto';
import { stringify } from 'yaml';
import { type CourseFiles, yamlFile } from '../../../src/catalog/lint/course-files.ts';
import { publishedNow } from '../../../src/catalog/lint/drift.ts';
import type { LanguageTools } from '../../../src/catalog/lint/language.ts';
import { archivedText, archivePath, revisedNow } from '../../../src/catalog/lint/revisions.ts';

/** The fewest words that break no rule; a test changes one thing and sees which rule speaks. */
export interface SmallCourse {
  head: Record<string, unknown>;
  items: Record<string, unknown>[];
  zh: string[];
  en: string[];
  glossary: unknown;
  sources: unknown;
  deck: string[];
  coverage: { id: string; lesson: string }[];
  migrations: { id: string; into?: string; why: string }[];
  scenarios: { id: string; status: string }[];
}

const ID = 'm1-small';

/** 900 characters of sentences that are not too long. */
const FILLER = Array.from({ length: 52 }, () => '今天先去看货架再问店主哪一款走得慢些呢。');

const choice = (q: number, options: [string, string, boolean][], stem: [string, string]) => ({
  id: `${ID}.q${q}`,
  type: 'S',
  objective: 'O1',
  bloom: 'Ap',
  status: 'live',
  block: 'idea',
  facts: [],
  stem: { zh: stem[0], en: stem[1] },
  options: options.map(([zh, en, correct], index) => ({
    id: 'abc'[index],
    text: { zh, en },
    correct,
    ...(!correct && { misconception: 'talk-first' }),
    feedback: {
      zh: `第${q}题第${index + 1}句说的是这一件事，看看它落在哪里。`,
      en: `Sentence ${index + 1} of question ${q} speaks of this; see where it leads.`,
    },
  })),
  extension: { zh: '再想一步，明天就用。', en: 'Think one step further and use it tomorrow.' },
});

export function smallCourse(): SmallCourse {
  return {
    head: {
      id: ID,
      module: 'm1',
      number: 1,
      status: 'live',
      minutes: 9,
      summary: { zh: '学会先问。', en: 'Learn to ask first.' },
      objectives: [{ id: 'O1', bloom: 'Ap', text: { zh: '先问', en: 'ask first' } }],
      misconceptions: [
        { id: 'talk-first', text: { zh: '先开口的占上风。', en: 'Whoever speaks first leads.' } },
      ],
      facts: ['F-01'],
      covers: [{ seed: 's01.1', block: 'idea', practice: ['q1', 'sort-it'] }],
      interactions: [{ id: 'sort-it', kind: 'sort' }],
    },
    items: [
      choice(
        1,
        [
          ['先看一圈', 'Look round', true],
          ['先报个价', 'Name a price', false],
          ['先递名片', 'Hand a card', false],
        ],
        ['店主在点货，先做哪一件？', 'The owner counts stock. What comes first?'],
      ),
      choice(
        2,
        [
          ['问哪天开始', 'Ask since when', false],
          ['问谁来拍板', 'Ask who decides', true],
          ['问店有多大', 'Ask the size', false],
        ],
        ['价钱谈到一半停住了，接下来问什么？', 'The talk about price has stopped. What do you ask?'],
      ),
    ],
    zh: [
      '---',
      `lesson: ${ID}`,
      '---',
      '<KeyIdea id="idea">',
      ...FILLER,
      '示例：一个月10,100元。（F-01）',
      '</KeyIdea>',
      '<Sort id="sort-it" />',
      '<QuizBlock id="check" />',
    ],
    en: [
      '---',
      `lesson: ${ID}`,
      '---',
      '<KeyIdea id="idea">',
      'Example: 10,100 yuan a month. (F-01)',
      '</KeyIdea>',
      '<Sort id="sort-it" />',
      '<QuizBlock id="check" />',
    ],
    glossary: {
      terms: [
        { id: 'need', zh: '需求', en: 'need', definition: { zh: '顾客要的。', en: 'What is wanted.' } },
      ],
    },
    sources: { sources: [{ id: 'F-01' }] },
    deck: [],
    coverage: [{ id: 's01.1', lesson: ID }],
    migrations: [],
    scenarios: [{ id: 'f-a', status: 'live' }],
  };
}

export const fingerprint = (text: string) => createHash('sha1').update(text).digest('hex').slice(0, 12);

/** Complains of a half-width comma, so that it is seen whether the linter was asked. */
export const tools: LanguageTools = {
  typography: (text) => (text.includes('!!') ? ['two marks'] : []),
  fingerprint,
};

/** @param before what was published, when that differs from what stands there now. */
export function filesOf(small: SmallCourse, before: SmallCourse = small): CourseFiles {
  const folder = 'content/lessons/m1/01-small';
  const file = (name: string, data: unknown) => yamlFile(name, stringify(data));
  const built = {
    course: file('content/course.yaml', {
      passPoints: 4,
      modules: [{ id: 'm1', lessons: [{ id: ID, number: 1, minutes: 9 }] }],
    }),
    coverage: small.coverage,
    glossary: file('content/glossary.yaml', small.glossary),
    sources: file('content/sources.yaml', small.sources),
    deck: new Set(small.deck),
    lessons: [
      {
        folder,
        head: file(`${folder}/lesson.yaml`, small.head),
        items: file(`${folder}/items.yaml`, { practice: true, items: small.items }),
        zh: { file: `${folder}/lesson.zh.mdx`, language: 'zh', lines: small.zh },
        en: { file: `${folder}/lesson.en.mdx`, language: 'en', lines: small.en },
      },
    ],
    others: [],
    migrations: file('content/migrations.yaml', { migrations: small.migrations }),
  } as unknown as CourseFiles;
  const former = before === small ? built : filesOf(before);
  const revised = revisedNow(former);
  const published = {
    ...publishedNow(former.lessons, before.scenarios),
    revisions: Object.fromEntries(revised.map(({ id, revision }) => [id, [revision]])),
    passPoints: [4],
  };
  return {
    ...built,
    published: file('content/published.yaml', published) as CourseFiles['published'],
    archive: new Map(revised.map((one) => [archivePath(one), archivedText(one)])),
  };
}
