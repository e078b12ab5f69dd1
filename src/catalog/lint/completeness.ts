import {
  blocksOf,
  type CourseFiles,
  type LessonFiles,
  type LessonText,
  liveItems,
  PRACTICES,
  proseOf,
} from './course-files.ts';
import type { Finding } from './finding.ts';

type Found = Omit<Finding, 'severity'>;

/** Rule group 1: what a live lesson must have before anybody learns from it. */
export function completeness(files: CourseFiles, lesson: LessonFiles): Found[] {
  return [
    ...place(files, lesson),
    ...coverage(files, lesson),
    ...objectives(lesson),
    ...practice(lesson),
    ...pointers(files, lesson),
    ...languages(lesson),
    ...length(lesson),
  ];
}

function place({ course }: CourseFiles, { folder, head }: LessonFiles): Found[] {
  const { id, number, module, minutes } = head.data;
  const home = course.data.modules.find((one) => one.lessons.some((lesson) => lesson.id === id));
  const wanted = home?.lessons.find((one) => one.id === id);
  const at = (field: string) => ({ file: head.file, line: head.lineAt([field]), rule: 'completeness/place' });
  if (!home || !wanted)
    return [
      {
        ...at('id'),
        message: `"${id}" is not in content/course.yaml`,
        remedy: 'write an id that stands there',
      },
    ];
  const found: Found[] = [];
  if (wanted.number !== number)
    found.push({
      ...at('number'),
      message: `${number} is not the number of ${id}`,
      remedy: `write ${wanted.number}, as in course.yaml`,
    });
  if (home.id !== module)
    found.push({
      ...at('module'),
      message: `${id} is not in ${module}`,
      remedy: `write ${home.id}, as in course.yaml`,
    });
  if (wanted.minutes !== minutes)
    found.push({
      ...at('minutes'),
      message: `${minutes} are not the minutes of ${id}`,
      remedy: `write ${wanted.minutes}, as in course.yaml`,
    });
  const path = `/${module}/${String(number).padStart(2, '0')}-`;
  if (!folder.includes(path))
    found.push({
      ...at('number'),
      message: `the folder is ${folder}`,
      remedy: `move it below content/lessons${path}…`,
    });
  return found;
}

function coverage({ coverage: seeds }: CourseFiles, { head }: LessonFiles): Found[] {
  const { id, covers } = head.data;
  const rule = 'completeness/coverage';
  const wanted = seeds.filter((seed) => seed.lesson === id).map((seed) => seed.id);
  const missing = wanted
    .filter((seed) => !covers.some((cover) => cover.seed === seed))
    .map((seed) => ({
      file: head.file,
      line: head.lineAt(['covers']),
      rule,
      message: `${seed} of the deck belongs to this lesson and is not taught`,
      remedy: 'teach it and name block and practice in `covers`',
    }));
  const strange = covers.flatMap((cover, index) =>
    wanted.includes(cover.seed)
      ? []
      : [
          {
            file: head.file,
            line: head.lineAt(['covers', index]),
            rule,
            message: `${cover.seed} belongs to another lesson`,
            remedy: 'delete it here; content/coverage.json says where it belongs',
          },
        ],
  );
  return [...missing, ...strange];
}

function objectives(lesson: LessonFiles): Found[] {
  const { head } = lesson;
  return head.data.objectives.flatMap(({ id }, index) => {
    const count = liveItems(lesson).filter((item) => item.objective === id).length;
    if (count >= 2) return [];
    return [
      {
        file: head.file,
        line: head.lineAt(['objectives', index]),
        rule: 'completeness/objective',
        message: `${id} has ${count} live items`,
        remedy: 'write two, so that a second attempt can ask it differently',
      },
    ];
  });
}

function practice({ zh }: LessonFiles): Found[] {
  const check = zh.lines.findIndex((text) => text.includes('<QuizBlock'));
  const before = blocksOf(zh).some(
    ({ component, line }) => PRACTICES.includes(component) && (check < 0 || line <= check),
  );
  if (before) return [];
  return [
    {
      file: zh.file,
      line: check + 1,
      rule: 'completeness/practice',
      message: 'nothing is practised before the check',
      remedy: 'put an interaction before <QuizBlock>',
    },
  ];
}

/** What points to a block, an item, an interaction, a term or a source must find it. */
function pointers(files: CourseFiles, { head, items, zh }: LessonFiles): Found[] {
  const blocks = blocksOf(zh);
  const ids = new Set(blocks.map(({ id }) => id));
  const practices = new Set([
    ...items.data.items.map((item) => item.id.split('.')[1]),
    ...head.data.interactions.map(({ id }) => id),
  ]);
  const rule = 'completeness/pointer';
  const found: Found[] = [];
  items.data.items.forEach((item, index) => {
    if (!ids.has(item.block))
      found.push({
        file: items.file,
        line: items.lineAt(['items', index, 'block']),
        rule,
        message: `${item.id} leads to block "${item.block}", which the lesson does not have`,
        remedy: 'write the id of a block',
      });
  });
  head.data.covers.forEach((cover, index) => {
    const line = head.lineAt(['covers', index]);
    if (!ids.has(cover.block))
      found.push({
        file: head.file,
        line,
        rule,
        message: `${cover.seed} is said to be taught in "${cover.block}", which the lesson does not have`,
        remedy: 'write the id of a block',
      });
    for (const id of cover.practice)
      if (!practices.has(id))
        found.push({
          file: head.file,
          line,
          rule,
          message: `${cover.seed} is said to be practised in "${id}", which the lesson does not have`,
          remedy: 'write q1 … or the id of an interaction',
        });
  });
  const shown = blocks.filter(({ component }) => PRACTICES.includes(component) || component === 'Diagram');
  head.data.interactions.forEach(({ id }, index) => {
    if (!shown.some((one) => one.id === id))
      found.push({
        file: head.file,
        line: head.lineAt(['interactions', index]),
        rule,
        message: `"${id}" is nowhere in the text`,
        remedy: 'place it in lesson.zh.mdx and lesson.en.mdx, or delete it',
      });
  });
  const terms = new Set(files.glossary.data.terms.map(({ id }) => id));
  zh.lines.forEach((text, index) => {
    for (const [, id = ''] of text.matchAll(/(?:<Term id|glossary)="([^"]+)"/g))
      if (!terms.has(id))
        found.push({
          file: zh.file,
          line: index + 1,
          rule,
          message: `"${id}" is no term`,
          remedy: 'write it into content/glossary.yaml, or correct the id',
        });
  });
  return found;
}

/** Tags of a lesson's components with their ids, in order. */
const skeleton = ({ lines }: LessonText) =>
  lines.flatMap((text, index) =>
    [...text.matchAll(/<([A-Z]\w+)([^>]*)/g)].map(([, name = '', rest = '']) => ({
      line: index + 1,
      tag: `${name} ${rest.match(/\bid="([^"]+)"/)?.[1] ?? ''}`.trim(),
    })),
  );

const UNITS: Readonly<Record<string, number>> = {
  万: 10_000,
  亿: 100_000_000,
  million: 1_000_000,
  billion: 1_000_000_000,
};

/** @returns the figures of a text as plain numbers: 10,100, 1.49万 (14900), 2.57亿, 257 million. */
export function figuresIn(text: string): number[] {
  const plain = text.replace(/(\d),(?=\d{3}(?!\d))/g, '$1');
  return [...plain.matchAll(/(\d+(?:\.\d+)?)\s?(万|亿|million|billion)?/g)].map(([, figure, unit]) =>
    Number((Number(figure) * (UNITS[unit ?? ''] ?? 1)).toPrecision(12)),
  );
}

function languages({ head, zh, en }: LessonFiles): Found[] {
  const rule = 'completeness/languages';
  const isPending = head.data.en === 'pending';
  if (!en && isPending) return [];
  if (!en)
    return [
      {
        file: head.file,
        line: 1,
        rule,
        message: 'there is no lesson.en.mdx',
        remedy: 'write it, or say en: pending in lesson.yaml',
      },
    ];
  if (isPending)
    return [
      {
        file: head.file,
        line: head.lineAt(['en']),
        rule,
        message: 'the English text is said to be pending, and there is one',
        remedy: 'delete the line `en: pending`',
      },
    ];
  const [ours, theirs] = [skeleton(zh), skeleton(en)];
  const apart = ours.findIndex(({ tag }, index) => tag !== theirs[index]?.tag);
  const differs = apart >= 0 ? apart : theirs.length > ours.length ? ours.length : -1;
  const found: Found[] = [];
  if (differs >= 0)
    found.push({
      file: en.file,
      line: theirs[differs]?.line ?? en.lines.length,
      rule,
      message: `has <${theirs[differs]?.tag ?? 'nothing'}> where the Chinese text has <${ours[differs]?.tag ?? 'nothing'}>`,
      remedy: 'give both the same components and ids in the same order',
    });
  const there = new Set(proseOf(en).flatMap(figuresIn));
  proseOf(zh).forEach((text, index) => {
    // One-digit figures are words in English: 三个 is three.
    for (const figure of figuresIn(text))
      if (figure > 9 && !there.has(figure))
        found.push({
          file: zh.file,
          line: index + 1,
          rule,
          message: `${figure} is not in ${en.file.split('/').at(-1)}`,
          remedy: 'state the same figures in both languages',
        });
  });
  return found;
}

const SHORTEST = 900;
const LONGEST = 1500;

function length({ zh }: LessonFiles): Found[] {
  const han =
    proseOf(zh)
      .join('')
      .match(/\p{Script=Han}/gu)?.length ?? 0;
  if (han >= SHORTEST && han <= LONGEST) return [];
  return [
    {
      file: zh.file,
      line: 1,
      rule: 'completeness/length',
      message: `${han} Chinese characters of running text`,
      remedy: `write ${SHORTEST} to ${LONGEST}; ten minutes is what a learner has`,
    },
  ];
}
