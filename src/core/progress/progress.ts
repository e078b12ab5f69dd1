import type { Fact } from '../model/fact.ts';
import { type Calibration, calibration } from './calibration.ts';
import { type LessonProgress, lessonProgress, type ProgressCourse } from './lesson-progress.ts';
import { type Note, notes } from './notes.ts';

export interface Progress extends Calibration {
  /** The course's lessons in order, then lessons that only old facts name. */
  lessons: readonly LessonProgress[];
  /** What was written, newest first. */
  notes: readonly Note[];
}

/**
 * Everything `/me` shows, folded from facts. Merging two records is the union of their facts: order, repetition and split
 * make no difference.
 */
export function progress(facts: Iterable<Fact>, course: ProgressCourse): Progress {
  const list = [...facts];
  return { lessons: lessonProgress(list, course), notes: notes(list), ...calibration(list) };
}
