// Reads every file of the course for the content lint: texts as they stand, YAML with the lines of its fields.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { yamlFile } from '../src/catalog/lint/course-files.ts';
import { filesBelow } from './build/files.mjs';

/** @param {string} folder @param {string} name @returns {string[]} folders that hold a file of that name. */
function foldersWith(folder, name) {
  return readdirSync(folder).flatMap((entry) => {
    const path = join(folder, entry);
    if (statSync(path).isDirectory()) return foldersWith(path, name);
    return entry === name ? [folder] : [];
  });
}

/** @param {string} folder @returns {string[]} */
function yamlBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((entry) => {
    const path = join(folder, entry);
    return statSync(path).isDirectory() ? yamlBelow(path) : path.endsWith('.yaml') ? [path] : [];
  });
}

/** Files of the archive as they stand. @param {string} folder @returns {string[]} */
const jsonBelow = (folder) =>
  filesBelow(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => join(folder, file));

/**
 * @param {string} content the folder `content/`.
 * @returns {import('../src/catalog/lint/course-files.ts').CourseFiles}
 */
export function readCourse(content) {
  const root = join(content, '..');
  const name = (/** @type {string} */ path) => relative(root, path).replaceAll('\\', '/');
  const text = (/** @type {string} */ path, instead = '') =>
    existsSync(path) ? readFileSync(path, 'utf8') : instead;
  const yaml = (/** @type {string} */ path, instead = '') => yamlFile(name(path), text(path, instead));
  const lessonText = (/** @type {string} */ folder, /** @type {'zh' | 'en'} */ language) => {
    const path = join(folder, `lesson.${language}.mdx`);
    return { file: name(path), language, lines: text(path).split('\n') };
  };
  return {
    course: yaml(join(content, 'course.yaml')),
    coverage: JSON.parse(text(join(content, 'coverage.json'), '[]')),
    glossary: yaml(join(content, 'glossary.yaml')),
    sources: yaml(join(content, 'sources.yaml')),
    deck: new Set(text(join(content, 'deck-12grams.txt')).split('\n').filter(Boolean)),
    lessons: foldersWith(join(content, 'lessons'), 'lesson.yaml').map((folder) => ({
      folder: name(folder),
      head: yaml(join(folder, 'lesson.yaml')),
      items: yaml(join(folder, 'items.yaml')),
      zh: lessonText(folder, 'zh'),
      en: existsSync(join(folder, 'lesson.en.mdx')) ? lessonText(folder, 'en') : undefined,
    })),
    others: [...yamlBelow(join(content, 'scenarios')), ...yamlBelow(join(content, 'worksheets'))].map(
      (path) => yaml(path),
    ),
    published: yaml(join(content, 'published.yaml'), 'lessons: {}\nscenarios: []\n'),
    migrations: yaml(join(content, 'migrations.yaml'), 'migrations: []\n'),
    archive: new Map(jsonBelow(join(content, 'archive')).map((path) => [name(path), text(path)])),
  };
}

/** @param {import('../src/catalog/lint/course-files.ts').CourseFiles} files @returns {{ id: string, status: string }[]} */
export const scenariosOf = ({ others }) =>
  others
    .map(({ data }) => /** @type {{ id: string, status: string, stages?: unknown }} */ (data))
    .filter(({ stages }) => stages);

/** @param {import('../src/catalog/lint/course-files.ts').CourseFiles} files @returns {import('../src/core/worksheet/worksheet.ts').Worksheet<unknown>[]} */
export const worksheetsOf = ({ others }) =>
  others
    .map(({ data }) => /** @type {import('../src/core/worksheet/worksheet.ts').Worksheet<unknown>} */ (data))
    .filter(({ sections }) => sections);
