// Writes dist/outline.json: what there is to be done in the course, in order, for the server's reports; no text, no items.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scenariosOf } from '../read-course.mjs';

/**
 * The lessons and role-plays that have a page, as `src/catalog` orders them.
 * @param {import('../../src/catalog/lint/course-files.ts').CourseFiles} files
 * @returns {import('../../src/core/cohort/standing.ts').Outline}
 */
export function outlineOf(files) {
  const live = files.lessons.map(({ head }) => head.data).filter(({ status }) => status === 'live');
  return {
    lessons: live
      .sort((a, b) => a.number - b.number)
      .map(({ id, objectives }) => ({
        id,
        objectives: objectives.map((/** @type {{ id: string }} */ one) => ({ id: one.id })),
      })),
    scenarios: scenariosOf(files)
      .filter(({ status }) => status === 'live')
      .map(({ id }) => ({ id }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

/** @param {Parameters<typeof outlineOf>[0]} files @param {string} dist */
export function writeOutline(files, dist) {
  writeFileSync(join(dist, 'outline.json'), `${JSON.stringify(outlineOf(files))}\n`);
}
