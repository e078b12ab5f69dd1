import type { GlossaryTerm } from '#core/model/glossary.schema.ts';
import type { LessonBlock } from '#core/model/lesson.ts';
import type { Language } from '#core/model/text.ts';
import type { LessonStrings } from '#i18n/lesson.ts';
import type { WrittenLesson } from './lessons.ts';

/** What the components inside a lesson's MDX know of the page they stand on (`Astro.locals.lesson`). */
export interface LessonContext {
  language: Language;
  lesson: WrittenLesson;
  strings: LessonStrings;
  /** In reading order, with the component each is made by. */
  blocks: readonly (LessonBlock & { component: string })[];
  glossary: Map<string, GlossaryTerm>;
}
