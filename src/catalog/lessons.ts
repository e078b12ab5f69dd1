import { getCollection, getEntry } from 'astro:content';
import type { Interaction, InteractionOf } from '#core/model/interaction.schema.ts';
import type { ItemsFile } from '#core/model/item.schema.ts';
import type { KeyedItem } from '#core/model/item.ts';
import type { CaseStem } from '#core/model/item-parts.ts';
import type { Lesson } from '#core/model/lesson.schema.ts';
import type { CheckContent } from '#core/model/lesson.ts';
import type { Language } from '#core/model/text.ts';
import { drawCheck, openingSeed } from '#core/quiz/draw.ts';
import { publishItem } from '#core/quiz/publish-item.ts';
import { type CourseLesson, getCourse, getCourseLessons } from './course.ts';
import { lessonRevisionOf, revisionOf } from './revision.ts';

/** A written lesson: its head, its place in the course, and what its check is made of. */
export interface WrittenLesson {
  head: Lesson;
  entry: CourseLesson;
  check: CheckContent;
}

const folderOf = (id: string) => id.replace(/\/[^/]+$/, '');

/** Where a lesson's content stands, for messages. */
const place = (id: string, file: string) => `content/${folderOf(id)}/${file}`;

/** @throws {AnswerKeyError} for an item that cannot be scored by its own key: the build must not ship it. */
function keyedItems(head: Lesson, { items, cases = [] }: ItemsFile): KeyedItem[] {
  return items.map((item) => {
    // An author tries a draft as if it were live.
    const status = import.meta.env.DEV && item.status === 'draft' ? 'live' : item.status;
    return publishItem(item, { lessonId: head.id, status, cases: cases as readonly CaseStem[], revisionOf });
  });
}

function drawOpening(
  items: readonly KeyedItem[],
  head: Lesson,
  lessonRevision: string,
): CheckContent['opening'] {
  const objectives = head.objectives.map((objective) => objective.id);
  const seed = openingSeed(items, objectives, lessonRevision);
  const { shown, spare } = drawCheck({ items, objectives, seed });
  return { seed, shown: shown.map((item) => item.id), spare: spare.map((item) => item.id) };
}

async function readLesson(id: string, head: Lesson, places: readonly CourseLesson[]): Promise<WrittenLesson> {
  const entry = places.find((lesson) => lesson.id === head.id);
  if (!entry || entry.number !== head.number)
    throw new Error(
      `${place(id, 'lesson.yaml')}: id "${head.id}" with number ${head.number} is not in content/course.yaml; write the id and number that stand there`,
    );
  const folder = folderOf(id);
  const itemsEntry = await getEntry('items', `${folder}/items`);
  if (!itemsEntry) throw new Error(`${place(id, 'items.yaml')} is missing; every lesson has its items there`);
  const texts = await Promise.all(
    ['zh', 'en'].map((language) => getEntry('lessonTexts', `${folder}/lesson.${language}`)),
  );
  const items = keyedItems(head, itemsEntry.data);
  const lessonRevision = lessonRevisionOf(
    head,
    texts.map((text) => text?.body),
    items.map((item) => item.revision),
  );
  const { passPoints } = await getCourse();
  const live = items.filter((item) => item.status === 'live');
  return {
    head,
    entry,
    check: {
      v: 1,
      lessonId: head.id,
      lessonRevision,
      passPoints,
      objectives: head.objectives,
      items: live,
      opening: drawOpening(live, head, lessonRevision),
    },
  };
}

let written: Promise<WrittenLesson[]> | undefined;

async function readAll(): Promise<WrittenLesson[]> {
  const places = await getCourseLessons();
  const heads = await getCollection('lessons', ({ data }) => data.status === 'live' || import.meta.env.DEV);
  const lessons = await Promise.all(heads.map((head) => readLesson(head.id, head.data, places)));
  return lessons.sort((a, b) => a.entry.number - b.entry.number);
}

/** @returns the lessons that have a page, in course order: live ones, in `npm run dev` drafts too. */
export function getWrittenLessons(): Promise<WrittenLesson[]> {
  if (import.meta.env.DEV) return readAll(); // an author's edit must show
  written ??= readAll();
  return written;
}

/** @returns the MDX entry of a lesson in one language, or undefined while it is not written. */
export async function getLessonText(lessonId: string, language: Language) {
  const texts = await getCollection(
    'lessonTexts',
    ({ data }) => data.lesson === lessonId && data.language === language,
  );
  return texts[0];
}

/**
 * The data of one interactive block.
 * @throws {Error} when lesson.yaml has no block of that id and kind; names the remedy.
 */
export function interactionOf<K extends Interaction['kind']>(head: Lesson, kind: K, id: string) {
  const found = head.interactions.find((interaction) => interaction.id === id && interaction.kind === kind);
  if (!found)
    throw new Error(
      `${head.id}: no ${kind} "${id}" among the interactions of its lesson.yaml; add it there or correct the id in the MDX file`,
    );
  return found as InteractionOf<K>;
}

const DIAGRAMS = ['ladder', 'loop', 'rings', 'steps', 'pyramids', 'wheel', 'bars', 'balance'] as const;

/**
 * The data of a diagram, of whichever kind.
 * @throws {Error} when lesson.yaml has no diagram of that id; names the remedy.
 */
export function diagramOf(head: Lesson, id: string): InteractionOf<(typeof DIAGRAMS)[number]> {
  const kind = head.interactions.find((interaction) => interaction.id === id)?.kind;
  const drawn = DIAGRAMS.find((one) => one === kind);
  if (!drawn)
    throw new Error(
      `${head.id}: no diagram "${id}" among the interactions of its lesson.yaml (kinds: ${DIAGRAMS.join(', ')}); add it there or correct the id in the MDX file`,
    );
  return interactionOf(head, drawn, id);
}
