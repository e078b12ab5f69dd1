import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { tools as courseTools } from '../../../scripts/lint-content.mjs';
import { figuresIn } from '../../../src/catalog/lint/completeness.ts';
import { atLeast } from '../../../src/catalog/lint/item-patterns.ts';
import { lintCourse } from '../../../src/catalog/lint/lint.ts';
import { reportOf } from '../../../src/catalog/lint/report.ts';
import { filesOf, fingerprint, type SmallCourse, smallCourse, tools } from './small-course.ts';

const lint = (small: SmallCourse, before?: SmallCourse) =>
  lintCourse(filesOf(small, before), small.scenarios, tools);

type Change = (small: SmallCourse) => void;
type Option = {
  text: { zh: string; en: string };
  correct: boolean;
  misconception?: string;
  feedback: { zh: string; en: string };
};

const optionsOf = (small: SmallCourse, item = 0) => small.items[item]?.options as Option[];
const stemOf = (small: SmallCourse, item = 0) => small.items[item]?.stem as { zh: string; en: string };
const set = (option: Option | undefined, text: { zh: string; en: string }) =>
  Object.assign(option?.text ?? {}, text);
/** A line of running text before the check, in both languages. */
const say =
  (zh: string, en = 'Something is said.') =>
  (small: SmallCourse) => {
    small.zh.splice(5, 0, zh);
    small.en.splice(5, 0, en);
  };
const listed = (small: SmallCourse) =>
  small.head.misconceptions as { id: string; text: { zh: string; en: string } }[];
const myth = (claim: string): Change => say(`<Myth claim="${claim}">`, '<Myth claim="Asking is no use.">');
/** Ten items whose options are made by a rule. */
const tenItems =
  (optionsFor: (index: number) => [string, string, boolean][]): Change =>
  (small) => {
    const [pattern] = small.items;
    small.items = Array.from({ length: 12 }, (_, index) => {
      const item = structuredClone(pattern) as Record<string, unknown> & { options: Option[] };
      item.id = `m1-small.q${index + 1}`;
      item.stem = {
        zh: `第${'天地人和日月山水风云雨雪'[index]}${'春夏秋冬东南西北上下左右'[index]}家店怎么办呢？`,
        en: `What about store ${index}?`,
      };
      item.options = optionsFor(index).map(([zh, en, correct], place) => ({
        ...structuredClone(item.options[place]),
        text: { zh, en },
        correct,
        misconception: correct ? undefined : 'talk-first',
        feedback: {
          zh: `第${index}家店第${place}句，要看它落在哪一件事上。`,
          en: `Store ${index}, sentence ${place}: see where it leads you.`,
        },
      })) as Option[];
      return item;
    });
  };
const LETTERS = '甲乙丙丁戊己庚辛壬癸子丑';

test('the small course breaks no rule: every fixture below is this course with one thing changed', () => {
  expect(lint(smallCourse())).toEqual([]);
});

/** rule → what breaks it, part of the message, file and the words of the line it must name. */
const FIXTURES: [rule: string, change: Change, message: RegExp, place?: RegExp][] = [
  [
    'completeness/place',
    (s) => {
      s.head.number = 2;
    },
    /write 1|2 is not the number/,
    /lesson\.yaml/,
  ],
  [
    'completeness/coverage',
    (s) => {
      s.coverage.push({ id: 's01.2', lesson: 'm1-small' });
    },
    /s01\.2 .* not taught/,
    /lesson\.yaml/,
  ],
  [
    'completeness/coverage',
    (s) => {
      s.coverage = [];
    },
    /s01\.1 belongs to another lesson/,
  ],
  [
    'completeness/objective',
    (s) => {
      Object.assign(s.items[1] ?? {}, { status: 'retired' });
    },
    /O1 has 1 live items/,
  ],
  [
    'completeness/practice',
    (s) => {
      s.zh = s.zh.filter((line) => !line.includes('<Sort'));
      s.en = s.en.filter((line) => !line.includes('<Sort'));
      s.head.interactions = [];
      s.head.covers = [{ seed: 's01.1', block: 'idea', practice: ['q1'] }];
    },
    /nothing is practised/,
  ],
  [
    'completeness/pointer',
    (s) => {
      Object.assign(s.items[0] ?? {}, { block: 'gone' });
    },
    /q1 leads to block "gone"/,
    /items\.yaml/,
  ],
  [
    'completeness/pointer',
    (s) => {
      s.head.covers = [{ seed: 's01.1', block: 'gone', practice: ['q1'] }];
    },
    /taught in "gone"/,
  ],
  [
    'completeness/pointer',
    (s) => {
      s.head.covers = [{ seed: 's01.1', block: 'idea', practice: ['q9'] }];
    },
    /practised in "q9"/,
  ],
  [
    'completeness/pointer',
    (s) => {
      s.head.interactions = [{ id: 'sort-it' }, { id: 'nowhere' }];
    },
    /"nowhere" is nowhere in the text/,
  ],
  [
    'completeness/pointer',
    say('听<Term id="nothing">它</Term>怎么说。', 'Hear <Term id="nothing">it</Term>.'),
    /"nothing" is no term/,
    /lesson\.zh\.mdx/,
  ],
  [
    'completeness/languages',
    (s) => {
      s.en = s.en.filter((line) => !line.includes('<Sort'));
    },
    /<QuizBlock check> where .* <Sort sort-it>/,
    /lesson\.en\.mdx/,
  ],
  ['completeness/languages', say('卖了2.57亿。', 'Sold 275 million.'), /257000000 is not in lesson\.en\.mdx/],
  [
    'completeness/length',
    (s) => {
      s.zh.splice(4, 20);
    },
    /500 Chinese|characters of running text/,
  ],
  [
    'items/length',
    (s) => {
      set(optionsOf(s)[0], { zh: '先在店里慢慢地看上一整圈再开口说话', en: 'Look round' });
    },
    /has 17 characters/,
    /items\.yaml/,
  ],
  [
    'items/above',
    (s) => {
      set(optionsOf(s)[2], { zh: '以上都对', en: 'Hand a card' });
    },
    /以上都对/,
  ],
  [
    'items/above',
    (s) => {
      set(optionsOf(s)[2], { zh: '先递名片', en: 'All of the above' });
    },
    /All of the above/,
  ],
  [
    'items/negation',
    (s) => {
      stemOf(s).zh = '哪一件不该先做？';
    },
    /哪一件不该先做/,
  ],
  [
    'items/negation',
    (s) => {
      stemOf(s).en = 'Which of these is not first?';
    },
    /is not first/,
  ],
  [
    'items/feedback',
    (s) => {
      Object.assign(optionsOf(s)[1]?.feedback ?? {}, { zh: '再想想。' });
    },
    /fewer than 15/,
  ],
  [
    'items/feedback',
    (s) => {
      Object.assign(optionsOf(s)[1]?.feedback ?? {}, { zh: '错误。请把这一课从头到尾再读上一遍。' });
    },
    /judges before it explains/,
  ],
  [
    'items/feedback-twice',
    (s) => {
      Object.assign(optionsOf(s)[1]?.feedback ?? {}, { zh: optionsOf(s)[0]?.feedback.zh });
    },
    /is the feedback of m1-small\.q1 too/,
  ],
  [
    'items/reading-time',
    (s) => {
      stemOf(s).zh = `${'店主说这一件事情要再想一想，'.repeat(25)}先做哪一件？`;
    },
    /takes more than a minute/,
  ],
  [
    'items/same-stem',
    (s) => {
      stemOf(s, 1).zh = stemOf(s, 0).zh;
    },
    /q2 asks what m1-small\.q1 asks/,
  ],
  [
    'items/misconception',
    (s) => {
      delete optionsOf(s)[1]?.misconception;
    },
    /"先报个价" in m1-small\.q1 is wrong and stands for no misconception; write misconception:/,
    /items\.yaml:22$/,
  ],
  [
    'items/misconception',
    (s) => {
      Object.assign(optionsOf(s, 1)[2] ?? {}, { misconception: 'size-first' });
    },
    /"问店有多大" in m1-small\.q2 names "size-first", which lesson\.yaml does not list; write one of talk-first/,
    /items\.yaml/,
  ],
  [
    'items/misconception',
    (s) => {
      Object.assign(optionsOf(s)[0] ?? {}, { misconception: 'talk-first' });
    },
    /"先看一圈" in m1-small\.q1 is right and names "talk-first"/,
  ],
  [
    'items/misconception',
    (s) => {
      listed(s).push({ id: 'idle', text: { zh: '问了也白问。', en: 'Asking is no use.' } });
    },
    /"idle" is behind no option and is no <Myth claim>/,
    /lesson\.yaml:20$/,
  ],
  [
    'items/misconception',
    (s) => {
      // Said in other words: nobody could tell that the lesson answers it.
      listed(s).push({ id: 'idle', text: { zh: '问了也白问。', en: 'Asking is no use.' } });
      myth('问了没用。')(s);
    },
    /"idle" is behind no option/,
  ],
  [
    'items/longest-key',
    tenItems((i) =>
      [
        [`先${LETTERS[i]}看一圈店`, 'Look', i % 3 === 0],
        [`先${LETTERS[i]}报`, 'Tell', false],
        [`先${LETTERS[i]}递`, 'Give', false],
      ].map(
        (option, place) =>
          [place === i % 3 ? `先${LETTERS[i]}看一整圈` : `先${LETTERS[i]}报`, option[1], place === i % 3] as [
            string,
            string,
            boolean,
          ],
      ),
    ),
    /the key is the longest option in 12 of 12 items \(zh/,
  ],
  [
    'items/key-place',
    tenItems((i) => [
      [`看${LETTERS[i]}`, 'Look', true],
      [`报${LETTERS[i]}`, 'Tell', false],
      [`递${LETTERS[i]}`, 'Give', false],
    ]),
    /place 1 in 12 of 12/,
  ],
  [
    'items/tell',
    tenItems((i) =>
      [0, 1, 2].map(
        (place) =>
          [
            place === i % 3 ? `问${LETTERS[i]}` : `${'报递看说讲送'[(i + place) % 6]}${LETTERS[i]}`,
            'Do',
            place === i % 3,
          ] as [string, string, boolean],
      ),
    ),
    /zh, word 问: in 12 of 12 best options, in 0 of 24 others/,
  ],
  [
    'language/typography',
    say('今天去看 3 家店。', 'See 3 stores.'),
    /space beside a Chinese character/,
    /lesson\.zh\.mdx:6/,
  ],
  ['language/typography', say('走吧!!'), /two marks/],
  ['language/typography', say('走。', 'He said "go".'), /straight quotation marks/, /lesson\.en\.mdx:6/],
  ['language/term', say('商家都这么说。'), /says "商家"/],
  ['language/term', say('您来做一道题。'), /says "您"/],
  ['language/term', say('对客户进行了解。'), /进行/],
  ['language/term', say('走。', 'The distributor waits.'), /distributor/],
  ['language/absolute', say('这是全市最好卖的砖。'), /全市最/],
  ['language/sentence', say(`${'她说这一款砖走得慢了些我们先看一看'.repeat(6)}。`), /has 102 characters/],
  [
    'language/deck',
    (s) => {
      const line = '一二三四五六七八九十甲乙丙丁戊己';
      s.deck = [0, 1, 2].map((start) => fingerprint([...line].slice(start, start + 12).join('')));
      say(`${line}。`)(s);
    },
    /repeats a sentence of the source deck/,
  ],
  [
    'facts/refused',
    say('新顾客的成本要多4倍。', 'It costs 5 times as much.'),
    /"多4倍" is not what F-12 allows/,
  ],
  ['facts/refused', say('满意度提高1%，收益增加2.75亿。', 'One point, 275 million.'), /F-10/],
  [
    'facts/source',
    (s) => {
      s.head.facts = ['F-99'];
    },
    /F-99 is not in content\/sources\.yaml/,
    /lesson\.yaml/,
  ],
  [
    'facts/source',
    (s) => {
      Object.assign(s.items[0] ?? {}, { facts: ['F-98'] });
    },
    /q1 cites F-98/,
    /items\.yaml/,
  ],
];

/** A change of anything published is one of the archive, too (archive.test.ts). */
const isOfWords = ({ rule }: { rule: string }) => !/^(drift|archive)\//.test(rule);

test.each(FIXTURES)('%s: %#', (rule, change, message, place) => {
  const small = smallCourse();
  change(small);
  const found = lint(small, smallCourse()).filter(isOfWords);
  expect(found.map((one) => one.rule)).toContain(rule);
  const own = found.filter((one) => one.rule === rule && message.test(`${one.message}; ${one.remedy}`));
  expect(own.length, JSON.stringify(found, undefined, 1)).toBeGreaterThan(0);
  if (place) expect(`${own[0]?.file}:${own[0]?.line}`).toMatch(place);
  for (const one of found) expect(one.remedy).not.toBe('');
});

/** What stands near a rule and must pass. */
const FINE: [what: string, change: Change][] = [
  ['第一步 is no absolute claim', say('第一步，先看货架，最好先问一句。')],
  ['what is quoted may be 您, absolute, or another word', say('她说：「您是全市最好的商家。」')],
  [
    'what a component has somebody say',
    say('<Line part="B">您母亲走得稳。</Line>', '<Line part="B">Your mother walks safely.</Line>'),
  ],
  [
    'figures of different length',
    (s) => {
      set(optionsOf(s)[0], { zh: '10,100元', en: '10,100 yuan' });
      set(optionsOf(s)[1], { zh: '5元', en: '5 yuan' });
      set(optionsOf(s)[2], { zh: '1.2%', en: '1.2%' });
    },
  ],
  [
    'a parallel item may ask the same',
    (s) => {
      stemOf(s, 1).zh = stemOf(s, 0).zh;
      Object.assign(s.items[1] ?? {}, { parallelOf: 'm1-small.q1' });
    },
  ],
  [
    'a marked negation',
    (s) => {
      stemOf(s).zh = '哪一件「不」该先做？';
    },
  ],
  [
    'two windows of the deck are a phrase, three a sentence',
    (s) => {
      const line = '一二三四五六七八九十甲乙丙丁戊己';
      s.deck = [0, 1].map((start) => fingerprint([...line].slice(start, start + 12).join('')));
      say(`${line}。`)(s);
    },
  ],
  ['the wrong attribution may be named as wrong', say('常见的甘地说是误传。')],
  [
    'a wrong option may claim too much',
    (s) => {
      set(optionsOf(s)[1], { zh: '说全市最好', en: 'Boast a bit' });
    },
  ],
  [
    'a misconception that only a myth answers',
    (s) => {
      listed(s).push({ id: 'idle', text: { zh: '问了也白问。', en: 'Asking is no use.' } });
      myth('问了也白问。')(s);
    },
  ],
  [
    'whoever meets no retired item needs no misconception behind it',
    (s) => {
      const third = structuredClone(s.items[1]) as { id: string; options: Option[] };
      for (const option of third.options) delete option.misconception;
      s.items.push({
        ...third,
        id: 'm1-small.q3',
        status: 'retired',
        parallelOf: 'm1-small.q2',
        options: third.options.map((option) => ({
          ...option,
          feedback: { zh: `${option.feedback.zh}旧。`, en: `${option.feedback.en} Old.` },
        })),
      });
    },
  ],
  ['1.49万 and 14,900', say('一共1.49万元。', '14,900 yuan in all.')],
];

test.each(FINE)('passes: %s', (_, change) => {
  const small = smallCourse();
  change(small);
  expect(lint(small, smallCourse()).filter(isOfWords)).toEqual([]);
});

test('an English text that is missing is a finding, unless it is said to be pending; one that is there is not', () => {
  const files = filesOf(smallCourse());
  const without = (head: Record<string, unknown>) => {
    const small = smallCourse();
    Object.assign(small.head, head);
    const all = filesOf(small);
    return { ...all, lessons: all.lessons.map((lesson) => ({ ...lesson, en: undefined })) };
  };
  const rules = (of: typeof files) =>
    lintCourse(of, [{ id: 'f-a', status: 'live' }], tools).map(({ rule }) => rule);
  expect(rules(without({}))).toEqual(['completeness/languages']);
  expect(rules(without({ en: 'pending' }))).toEqual([]);
  const both = smallCourse();
  both.head.en = 'pending';
  expect(lint(both).map(({ rule }) => rule)).toEqual(['completeness/languages']);
});

test('the report counts the misconceptions that live items test: one of two, the other has only a myth', () => {
  const small = smallCourse();
  listed(small).push({ id: 'idle', text: { zh: '问了也白问。', en: 'Asking is no use.' } });
  const cells = (row: string | undefined) => (row ?? '').split('|').map((cell) => cell.trim());
  const [head, , first] = reportOf(filesOf(small), []).split('\n').map(cells);
  expect(first?.[head?.indexOf('misconceptions tested') ?? -1]).toBe('1 of 2');
});

test('of a draft every finding is a warning', () => {
  const small = smallCourse();
  small.head.status = 'draft';
  say('商家都这么说。')(small);
  expect(lint(small).map(({ rule, severity }) => [rule, severity])).toEqual([['language/term', 'warning']]);
});

const driftOf = (change: Change) => {
  const small = smallCourse();
  change(small);
  return lint(small, smallCourse()).filter((one) => one.rule.startsWith('drift/'));
};

test('a published id that vanishes is a finding, once for all that hangs on it', () => {
  const gone = driftOf((s) => {
    s.items.splice(1, 1);
  });
  expect(gone.map(({ rule, message }) => `${rule} ${message}`)).toEqual([
    expect.stringMatching(/^drift\/gone m1-small\.q2 is published/),
  ]);
  expect(
    driftOf((s) => {
      s.scenarios = [];
    }).map(({ message }) => message),
  ).toEqual([expect.stringMatching(/^f-a is published/)]);
  expect(
    driftOf((s) => {
      optionsOf(s, 1).pop();
    }).map(({ message }) => message),
  ).toEqual([expect.stringMatching(/^m1-small\.q2\/c is/)]);
});

test('a migration says what became of it; it may not lead nowhere, nor outlive its reason', () => {
  expect(
    driftOf((s) => {
      s.items.splice(1, 1);
      s.migrations = [{ id: 'm1-small.q2', into: 'm1-small.q1', why: 'asked the same' }];
    }),
  ).toEqual([]);
  expect(
    driftOf((s) => {
      s.items.splice(1, 1);
      s.migrations = [{ id: 'm1-small.q2', into: 'm1-small.q7', why: '?' }];
    }).map(({ rule }) => rule),
  ).toEqual(['drift/into']);
  expect(
    driftOf((s) => {
      s.migrations = [{ id: 'm1-small.q2', why: '?' }];
    }).map(({ rule }) => rule),
  ).toEqual(['drift/back']);
});

test('a retired item is still there, a new one asks to be published', () => {
  expect(
    driftOf((s) => {
      Object.assign(s.items[1] ?? {}, { status: 'retired' });
    }),
  ).toEqual([]);
  expect(
    driftOf((s) => {
      optionsOf(s, 1).push(structuredClone(optionsOf(s, 1)[0]) as Option);
      Object.assign(optionsOf(s, 1)[3] ?? {}, { id: 'd' });
    }).map(({ rule }) => rule),
  ).toEqual(['drift/new']);
});

test.each([
  ['今天走 了。', 1],
  ['他说“好” ，走了。', 1],
  ['（示例）第3课，28%。', 0],
  ['据F. Reichheld与W. E. Sasser，《Zero Defections》。', 0],
  ['(560−500)÷500=12%。', 0],
])('the linter of typography, as it is set up for the course: %s', (text, least) => {
  const found = courseTools.typography(text);
  if (least) expect(found.length).toBeGreaterThanOrEqual(least);
  else expect(found).toEqual([]);
});

test('the dossier’s own example of a deck sentence is found among the real fingerprints', () => {
  const deck = readFileSync(new URL('../../../content/deck-12grams.txt', import.meta.url), 'utf8').split(
    '\n',
  );
  const small = smallCourse();
  say('人有一种绝对的自由，就是选择自己对事物的心态。')(small);
  small.deck = deck.filter(Boolean);
  const found = lintCourse(filesOf(small), small.scenarios, {
    ...tools,
    fingerprint: courseTools.fingerprint,
  });
  expect(found.map(({ rule }) => rule)).toEqual(['language/deck']);
});

test('figures are read with 万, 亿 and million', () => {
  expect(figuresIn('10,100元、1.49万、2.57亿、257 million、0.2%')).toEqual([
    10_100, 14_900, 257_000_000, 257_000_000, 0.2,
  ]);
});

test('the binomial test is the textbook’s: 5 or more of 6 at 1/3 each, by hand 13/729', () => {
  expect(
    atLeast(
      5,
      Array.from({ length: 6 }, () => 1 / 3),
    ),
  ).toBeCloseTo(13 / 729, 12);
  // Unequal chances: both of 1/2 and 1/3.
  expect(atLeast(2, [1 / 2, 1 / 3])).toBeCloseTo(1 / 6, 12);
  expect(atLeast(0, [1 / 2])).toBeCloseTo(1, 12);
});
