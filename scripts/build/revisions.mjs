// Writes dist/revisions: every revision of a keyed item or role-play that a fact may name, for the server only.
// index.json (what there is, and its own digest), items/<lesson>.json, scenarios/<id>.<revision>.json.
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArchived, revisedNow } from '../../src/catalog/lint/revisions.ts';
import { keyedItem } from '../../src/core/quiz/publish-item.ts';
import { localise } from '../../src/core/simulator/localise.ts';

/** @typedef {import('../../src/catalog/lint/revisions.ts').Revised} Revised */

/**
 * @param {Pick<import('../../src/catalog/lint/course-files.ts').CourseFiles, 'course' | 'lessons' | 'others' | 'archive' | 'published'>} files
 * @param {string} dist
 * @throws {import('../../src/core/quiz/answer-key-error.ts').AnswerKeyError} for an archived item that this core cannot score.
 */
export function writeRevisions(files, dist) {
  const folder = join(dist, 'revisions');
  rmSync(folder, { recursive: true, force: true });
  for (const name of ['items', 'scenarios']) mkdirSync(join(folder, name), { recursive: true });
  const all = allRevisions(files);
  const items = all.filter(({ kind }) => kind === 'item');
  const scenarios = all.filter(({ kind }) => kind === 'scenario');
  for (const [lesson, own] of Map.groupBy(items, ({ id }) => lessonOf(id)))
    write(join(folder, 'items', `${lesson}.json`), own.map(keyedOf));
  for (const { id, revision, content } of scenarios)
    write(join(folder, 'scenarios', `${id}.${revision}.json`), inOneLanguage(content, revision));
  write(join(folder, 'index.json'), indexOf(files, items, scenarios));
}

/** The archive and what stands in the content now, each once. @returns {Revised[]} */
export function allRevisions(files) {
  const archived = [...files.archive].map(([file, text]) => readArchived(file, text));
  const found = [...archived.filter((one) => typeof one !== 'string'), ...revisedNow(files)];
  const byName = new Map(found.map((one) => [`${one.id} ${one.revision}`, one]));
  return [...byName.keys()].sort().map((name) => /** @type {Revised} */ (byName.get(name)));
}

const lessonOf = (/** @type {string} */ id) => id.slice(0, id.indexOf('.'));

/** Whether an item is still drawn changes no score. @param {Revised} one */
const keyedOf = ({ id, revision, content }) =>
  keyedItem(content, { lessonId: lessonOf(id), status: 'retired', revision });

/** The engine reads no text, so that half of them will do. @param {object} content @param {string} revision */
const inOneLanguage = (content, revision) => ({ ...localise(/** @type {any} */ (content), 'zh'), revision });

function indexOf({ course, published }, items, scenarios) {
  const passPoints = [
    ...new Set([...(published.data.passPoints ?? []), course.data.passPoints].reverse()),
  ].reverse();
  const index = { passPoints, items: namesOf(items), scenarios: namesOf(scenarios) };
  const edition = createHash('sha256').update(JSON.stringify(index)).digest('hex').slice(0, 12);
  return { edition, ...index };
}

/** Id → its revisions. @param {Revised[]} list */
const namesOf = (list) =>
  Object.fromEntries(
    [...Map.groupBy(list, ({ id }) => id)].map(([id, own]) => [id, own.map(({ revision }) => revision)]),
  );

/** @param {string} path @param {unknown} value */
const write = (path, value) => writeFileSync(path, JSON.stringify(value));
