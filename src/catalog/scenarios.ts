import { getCollection, getEntry } from 'astro:content';
import type { Language, Text } from '#core/model/text.ts';
import type { PublishedWritten } from '#core/simulator/figures/draw-scenario.ts';
import { localise } from '#core/simulator/localise.ts';
import type { MoveWordsFile, PrincipleRef, ScenarioFile } from '#core/simulator/scenario-file.ts';
import { getCourseLessons } from './course.ts';
import { getWrittenLessons } from './lessons.ts';
import { revisionOf } from './revision.ts';

/** Where files of role-plays lie; the names change with the content, so they may be cached for ever. */
const FOLDER = '/_content/practice';

let published: Promise<PublishedWritten<Text>[]> | undefined;

async function readAll(): Promise<PublishedWritten<Text>[]> {
  const shown = import.meta.env.DEV ? ['live', 'draft'] : ['live'];
  const entries = await getCollection('scenarios', ({ data }) => shown.includes(data.status));
  return entries
    .map(({ data }) => {
      const { status: _status, ...content } = data;
      return { ...data, revision: revisionOf(content) };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** @returns the role-plays that have a page, by id: live ones, in `npm run dev` drafts too. */
export function getScenarios(): Promise<PublishedWritten<Text>[]> {
  if (import.meta.env.DEV) return readAll(); // an author's edit must show
  published ??= readAll();
  return published;
}

/** @returns `content/scenarios/moves.yaml`: the 46 moves in words. */
export async function getMoveWords(): Promise<MoveWordsFile<Text>> {
  const entry = await getEntry('moves', 'scenarios/moves');
  if (!entry) throw new Error('content/scenarios/moves.yaml is missing; restore it from version control');
  return entry.data;
}

/** The 46 moves in one language. */
export async function getLocalMoveWords(language: Language): Promise<MoveWordsFile> {
  const moves = Object.entries(await getMoveWords()).map(([tag, { label, as, hint, sentence }]) => [
    tag,
    { label: label[language], as: as[language], hint: hint[language], sentence: sentence[language] },
  ]);
  return Object.fromEntries(moves) as MoveWordsFile;
}

/** Address of a role-play's file in one language. */
export const scenarioAddress = ({ id, revision }: PublishedWritten<unknown>, language: Language) =>
  `${FOLDER}/${id}.${revision}.${language}.json`;

/** Address of the moves' file in one language. */
export const movesAddress = async (language: Language) =>
  `${FOLDER}/moves.${revisionOf(await getMoveWords())}.${language}.json`;

/**
 * What a role-play's file holds.
 * @param lessonPath address of a lesson's page in this language, with its closing slash.
 */
export async function scenarioFile(
  scenario: PublishedWritten<Text>,
  language: Language,
  lessonPath: (lessonId: string) => string,
): Promise<ScenarioFile> {
  const names = new Set(
    scenario.stages
      .flatMap((stage) => (stage.kind === 'sheet' ? stage.turns : []))
      .flatMap(({ options, fork }) => [...options, ...Object.values(fork?.options ?? {})])
      .map(({ principle }) => principle),
  );
  const resolve = await principleResolver(language, lessonPath);
  const principles = Object.fromEntries([...names].sort().map((name) => [name, resolve(name)]));
  return { v: 1, scenario: localise(scenario, language), principles };
}

/** `L13 s26.1` → the lesson, and where it is written the paragraph that teaches the seed. */
async function principleResolver(language: Language, lessonPath: (lessonId: string) => string) {
  const places = new Map((await getCourseLessons()).map((lesson) => [lesson.number, lesson]));
  const written = new Map((await getWrittenLessons()).map(({ head }) => [head.id, head]));
  return (principle: string): PrincipleRef => {
    const [lesson = '', seed] = principle.split(' ');
    const place = places.get(Number(lesson.slice(1)));
    if (!place)
      throw new Error(`"${principle}" names no lesson; write L and a number of content/course.yaml`);
    const ref = { lessonId: place.id, lessonNumber: place.number, title: place.title[language] };
    const head = written.get(place.id);
    if (!head) return ref;
    const blockId = head.covers.find((cover) => cover.seed === seed)?.block;
    const url = `${lessonPath(place.id)}${blockId ? `#${blockId}` : ''}`;
    return { ...ref, url, ...(blockId && { blockId }) };
  };
}
