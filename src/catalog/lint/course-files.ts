import { LineCounter, parseDocument } from 'yaml';
import type { Course } from '#core/model/course.schema.ts';
import type { GlossaryTerm, Source } from '#core/model/glossary.schema.ts';
import type { AuthoredItem, ItemsFile } from '#core/model/item.schema.ts';
import type { Lesson } from '#core/model/lesson.schema.ts';
import type { Language } from '#core/model/text.ts';

/** A YAML file that knows where its fields stand. */
export interface YamlFile<T> {
  file: string;
  data: T;
  /** @param path keys and indexes from the top. @returns the line of that field, or of the nearest one above it. */
  lineAt: (path: readonly (string | number)[]) => number;
}

/** @throws what the YAML parser throws; the files have passed `contentMistakes` before. */
export function yamlFile<T>(file: string, text: string): YamlFile<T> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  return {
    file,
    data: document.toJS() as T,
    lineAt(path) {
      for (let depth = path.length; depth > 0; depth -= 1) {
        const node = document.getIn(path.slice(0, depth), true) as
          | { range?: [number, number, number] }
          | undefined;
        if (node?.range) return lines.linePos(node.range[0]).line;
      }
      return 1;
    },
  };
}

/** The text of a lesson in one language. */
export interface LessonText {
  file: string;
  language: Language;
  /** Line by line, front matter and all, so that an index is a line less one. */
  lines: readonly string[];
}

export interface LessonFiles {
  /** e.g. `content/lessons/m1/01-attitude-is-a-choice` */
  folder: string;
  head: YamlFile<Lesson>;
  items: YamlFile<ItemsFile>;
  zh: LessonText;
  /** Absent while `en: pending`. */
  en: LessonText | undefined;
}

/** Everything the lint looks at. */
export interface CourseFiles {
  course: YamlFile<Course>;
  coverage: readonly { id: string; lesson: string }[];
  glossary: YamlFile<{ terms: GlossaryTerm[] }>;
  sources: YamlFile<{ sources: Source[] }>;
  /** Fingerprints of twelve characters in a row of the source deck (see `language.ts`). */
  deck: ReadonlySet<string>;
  lessons: readonly LessonFiles[];
  /** Other files whose texts learners read: role-plays, worksheets. */
  others: readonly YamlFile<unknown>[];
  published: YamlFile<Published>;
  migrations: YamlFile<{ migrations?: Migration[] }>;
  /** `content/archive`, path below the project → text. */
  archive: ReadonlyMap<string, string>;
}

/** Ids that learners' records may name, as last published: `content/published.yaml`, written by `--publish`. */
export interface Published {
  lessons: Record<string, { objectives: string[]; blocks: string[]; items: Record<string, string[]> }>;
  scenarios: string[];
  /** Revisions of each keyed item and role-play, the oldest first; all of them lie in `content/archive`. */
  revisions?: Record<string, string[]>;
  /** Points that passed a check at one time or another, the present ones last. */
  passPoints?: number[];
}

/** What became of an id that is no longer there: `content/migrations.yaml`. */
export interface Migration {
  /** e.g. `m1-six-beliefs`, `m1-six-beliefs.q3`, `m1-six-beliefs.q3/a`, `m1-six-beliefs#loop`, `d-a`. */
  id: string;
  /** The id that took its place, when one did. */
  into?: string;
  why: string;
}

/** A text in both languages and where it stands. */
export interface PlacedText {
  path: readonly (string | number)[];
  zh: string;
  en: string;
}

/** @returns every `{ zh, en }` below a value, in the order of the file. */
export function textsBelow(value: unknown, path: readonly (string | number)[] = []): PlacedText[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((one, index) => textsBelow(one, [...path, index]));
  const { zh, en } = value as { zh?: unknown; en?: unknown };
  const own = typeof zh === 'string' && typeof en === 'string' ? [{ path, zh, en }] : [];
  return [...own, ...Object.entries(value).flatMap(([key, one]) => textsBelow(one, [...path, key]))];
}

/** @returns the items learners can meet. */
export const liveItems = ({ items }: LessonFiles): AuthoredItem[] =>
  items.data.items.filter((item) => item.status === 'live');

/** Ids of the blocks of a lesson’s text, with the line and the component of each; a term is no block. */
export function blocksOf({ lines }: LessonText): { id: string; component: string; line: number }[] {
  return lines.flatMap((text, index) =>
    [...text.matchAll(/<((?!Term)[A-Z]\w+)(?:\s[^>]*?)?\sid="([^"]+)"/g)].map(
      ([, component = '', id = '']) => ({
        id,
        component,
        line: index + 1,
      }),
    ),
  );
}

/** Components that show an interaction of lesson.yaml by its id. */
export const PRACTICES: readonly string[] = [
  'Sort',
  'Swipe',
  'Reorder',
  'Pairs',
  'Flip',
  'Choices',
  'MiniDialogue',
  'Talk',
  'Composer',
  'Rating',
  'Believable',
  'Shares',
  'Calc',
  'Grid',
  'Scale',
  'Timer',
  'Reflect',
  'CheckIn',
];

/** The running text of a lesson: front matter and tags blanked, lines kept. */
export function proseOf({ lines }: LessonText): readonly string[] {
  const end = lines[0] === '---' ? lines.indexOf('---', 1) : -1;
  return lines.map((text, index) =>
    index <= end ? '' : text.replace(/<[^>]*>/g, '').replace(/\{[^}]*\}/g, ''),
  );
}
