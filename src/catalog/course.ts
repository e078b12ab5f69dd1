import { getEntry } from 'astro:content';
import type { Course } from '#core/model/course.schema.ts';
import type { GlossaryTerm, Source } from '#core/model/glossary.schema.ts';
import type { Realm } from '#core/model/lesson.ts';

export type CourseModule = Course['modules'][number];
export type CourseLesson = CourseModule['lessons'][number] & { realm: Realm; moduleId: string };

async function only<T>(entry: Promise<{ data: T } | undefined> | undefined, file: string): Promise<T> {
  const found = await entry;
  if (!found) throw new Error(`content/${file} is missing or empty; restore it from version control`);
  return found.data;
}

/** @returns `content/course.yaml`: modules with all 36 lessons, written or not, and the capstone. */
export const getCourse = (): Promise<Course> => only(getEntry('course', 'course'), 'course.yaml');

/** @returns the course's lessons in order, each with its realm. */
export async function getCourseLessons(): Promise<CourseLesson[]> {
  const course = await getCourse();
  return course.modules.flatMap((module) =>
    module.lessons.map((lesson) => ({ ...lesson, realm: module.realm, moduleId: module.id })),
  );
}

/** @returns the terms of `content/glossary.yaml` by id. */
export async function getGlossary(): Promise<Map<string, GlossaryTerm>> {
  const { terms } = await only(getEntry('glossary', 'glossary'), 'glossary.yaml');
  return new Map(terms.map((term) => [term.id, term]));
}

/** @returns the entries of `content/sources.yaml` by F-number. */
export async function getSources(): Promise<Map<string, Source>> {
  const { sources } = await only(getEntry('sources', 'sources'), 'sources.yaml');
  return new Map(sources.map((source) => [source.id, source]));
}
