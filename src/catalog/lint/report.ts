import {
  blocksOf,
  type CourseFiles,
  type LessonFiles,
  liveItems,
  PRACTICES,
  proseOf,
} from './course-files.ts';
import type { Finding } from './finding.ts';
import { misconceptionsOf, testedIn } from './misconceptions.ts';

const TYPES = ['S', 'M', 'TF', 'CAT', 'ORD', 'MAT', 'NUM', 'TXT', 'HOT', 'SCN'] as const;
const LEVELS = ['R', 'U', 'Ap', 'An', 'E', 'C'] as const;

/** The state of the course as a Markdown table: one line per lesson, one per module of what its items are. */
export function reportOf(files: CourseFiles, findings: readonly Finding[]): string {
  const lessons = [...files.lessons].sort((a, b) => a.head.data.number - b.head.data.number);
  return [
    table(
      [
        'lesson',
        'status',
        'en',
        'ids taught',
        'objectives',
        'interactions',
        'items',
        'misconceptions tested',
        'characters',
        'minutes',
        'findings',
      ],
      lessons.map((lesson) => lessonRow(files, lesson, findings)),
    ),
    '',
    table(
      ['items by type', ...TYPES, 'in all'],
      byModule(lessons, TYPES, (item) => item.type),
    ),
    '',
    table(
      ['items by Bloom level', ...LEVELS, 'in all'],
      byModule(lessons, LEVELS, (item) => item.bloom),
    ),
    '',
    ...missing(files, lessons),
  ].join('\n');
}

function lessonRow(files: CourseFiles, lesson: LessonFiles, findings: readonly Finding[]): string[] {
  const { head, zh, en, folder } = lesson;
  const seeds = files.coverage.filter((seed) => seed.lesson === head.data.id);
  const taught = seeds.filter((seed) => head.data.covers.some((cover) => cover.seed === seed.id));
  const items = liveItems(lesson);
  const full = head.data.objectives.filter(
    ({ id }) => items.filter((item) => item.objective === id).length >= 2,
  );
  const practices = blocksOf(zh).filter(({ component }) => PRACTICES.includes(component));
  return [
    `${head.data.number} ${head.data.id}`,
    head.data.status,
    en ? 'yes' : 'pending',
    `${taught.length} of ${seeds.length}`,
    `${full.length} of ${head.data.objectives.length}`,
    String(practices.length),
    String(items.length),
    `${testedIn(lesson).size} of ${misconceptionsOf(lesson).length}`,
    String(
      proseOf(zh)
        .join('')
        .match(/\p{Script=Han}/gu)?.length ?? 0,
    ),
    String(head.data.minutes),
    String(findings.filter(({ file }) => file.startsWith(folder)).length),
  ];
}

function byModule<K extends string>(
  lessons: readonly LessonFiles[],
  keys: readonly K[],
  keyOf: (item: ReturnType<typeof liveItems>[number]) => K,
): string[][] {
  const modules = Map.groupBy(lessons, ({ head }) => head.data.module);
  return [...modules].map(([module, own]) => {
    const items = own.flatMap(liveItems);
    return [
      module,
      ...keys.map((key) => String(items.filter((item) => keyOf(item) === key).length)),
      String(items.length),
    ];
  });
}

function missing({ course }: CourseFiles, lessons: readonly LessonFiles[]): string[] {
  const written = new Set(lessons.map(({ head }) => head.data.id));
  return course.data.modules.map(
    ({ id, lessons: all }) =>
      `${id}: ${all.filter((lesson) => written.has(lesson.id)).length} of ${all.length} lessons written`,
  );
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
