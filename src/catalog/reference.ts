import type { GlossaryTerm, Source } from '#core/model/glossary.schema.ts';
import type { Language } from '#core/model/text.ts';
import { type CourseLesson, getGlossary, getSources } from './course.ts';
import { getLessonText, getWrittenLessons } from './lessons.ts';

/** Something the lessons use, with the lessons that use it, in course order. */
export interface Used<T> {
  entry: T;
  lessons: readonly CourseLesson[];
}

const TERM = /(?:<Term id|glossary)="([^"]+)"/g;
const SOURCES = /<SourceNote facts="([^"]+)"/g;

/** @returns the terms that written lessons use, in the order of `content/glossary.yaml`. */
export async function getUsedTerms(language: Language): Promise<Used<GlossaryTerm>[]> {
  const lessons = await getWrittenLessons();
  const used = await Promise.all(
    lessons.map(async ({ head, entry }) => {
      const body = (await getLessonText(head.id, language))?.body ?? '';
      return { entry, ids: new Set([...body.matchAll(TERM)].map(([, id]) => id)) };
    }),
  );
  return [...(await getGlossary()).values()]
    .map((term) => ({
      entry: term,
      lessons: used.filter(({ ids }) => ids.has(term.id)).map(({ entry }) => entry),
    }))
    .filter(({ lessons: own }) => own.length > 0);
}

/** @returns the sources that written lessons stand on, by F-number. */
export async function getUsedSources(): Promise<Used<Source>[]> {
  const lessons = await getWrittenLessons();
  const used = await Promise.all(
    lessons.map(async ({ head, entry }) => {
      const body = (await getLessonText(head.id, 'zh'))?.body ?? '';
      const noted = [...body.matchAll(SOURCES)].flatMap(([, facts = '']) => facts.split(/\s+/));
      return { entry, ids: new Set([...head.facts, ...noted]) };
    }),
  );
  return [...(await getSources()).values()]
    .map((source) => ({
      entry: source,
      lessons: used.filter(({ ids }) => ids.has(source.id)).map(({ entry }) => entry),
    }))
    .filter(({ lessons: own }) => own.length > 0)
    .sort((a, b) => a.entry.id.localeCompare(b.entry.id));
}

/** The first character of each initial in the order of pinyin; a term belongs to the last one not after it. */
const FIRST_OF = [
  ['A', '阿'],
  ['B', '八'],
  ['C', '嚓'],
  ['D', '哒'],
  ['E', '妸'],
  ['F', '发'],
  ['G', '旮'],
  ['H', '哈'],
  ['J', '讥'],
  ['K', '咔'],
  ['L', '垃'],
  ['M', '妈'],
  ['N', '拿'],
  ['O', '噢'],
  ['P', '妑'],
  ['Q', '七'],
  ['R', '然'],
  ['S', '仨'],
  ['T', '他'],
  ['W', '屲'],
  ['X', '夕'],
  ['Y', '丫'],
  ['Z', '帀'],
] as const;

/**
 * @param text begins with a Han character or a Latin letter.
 * @returns the letter it is looked up under: its pinyin initial, or the letter itself.
 */
export function initialOf(text: string): string {
  const [first = ''] = text;
  if (!/\p{Script=Han}/u.test(first)) return first.toUpperCase();
  const { compare } = new Intl.Collator('zh-Hans-CN-u-co-pinyin');
  return FIRST_OF.findLast(([, start]) => compare(start, first) <= 0)?.[0] ?? 'A';
}

/**
 * @returns entries by initial, A to Z, each group in the order of its language (pinyin for Chinese).
 * @param nameOf the word an entry is looked up by.
 */
export function byInitial<T>(
  entries: readonly T[],
  nameOf: (entry: T) => string,
  language: Language,
): [string, T[]][] {
  const { compare } = new Intl.Collator(language === 'zh' ? 'zh-Hans-CN-u-co-pinyin' : 'en');
  const sorted = [...entries].sort((a, b) => compare(nameOf(a), nameOf(b)));
  const groups = Map.groupBy(sorted, (entry) => initialOf(nameOf(entry)));
  return [...groups].sort(([a], [b]) => a.localeCompare(b));
}
