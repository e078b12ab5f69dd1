import type { LessonProgress, LessonState } from '#core/progress/lesson-progress.ts';
import type { MeLesson } from './me-props.ts';

export interface NextStep {
  lesson: MeLesson;
  state: Exclude<LessonState, 'completed'>;
  /** The first objective of that lesson that is not shown yet. */
  objective?: string;
}

/** What to do next: the lesson last worked on that is not completed, else the first untouched one that is written. */
export function nextStep(
  progress: readonly LessonProgress[],
  lessons: readonly MeLesson[],
): NextStep | undefined {
  const written = lessons.filter((lesson) => lesson.url);
  const open = progress
    .filter(({ state, lessonId }) => (state === 'open' || state === 'tried') && isIn(written, lessonId))
    .sort((a, b) => (b.lastAt ?? 0) - (a.lastAt ?? 0));
  const found = open[0] ?? progress.find(({ state, lessonId }) => state === 'new' && isIn(written, lessonId));
  const lesson = written.find(({ id }) => id === found?.lessonId);
  if (!found || !lesson || found.state === 'completed') return undefined;
  const missing = found.objectives.find(({ state }) => state !== 'shown');
  const objective = lesson.objectives.find(({ id }) => id === missing?.id)?.text;
  return { lesson, state: found.state, ...(objective && { objective }) };
}

const isIn = (lessons: readonly MeLesson[], lessonId: string) => lessons.some(({ id }) => id === lessonId);
