import type { LessonContext } from '#catalog/lesson-context.ts';
import type { Text } from '#core/model/text.ts';
import type { PracticeActivity } from '#islands/lesson/use-practice.ts';

/**
 * What every interactive block needs of the page it stands on.
 * @returns `place` for its island, `say` for texts in the language of the page.
 */
export function blockOf({ lesson, language }: LessonContext, id: string) {
  const place: PracticeActivity = {
    id,
    lessonId: lesson.head.id,
    lessonRevision: lesson.check.lessonRevision,
    language,
  };
  return { place, say: (text: Text): string => text[language] };
}
