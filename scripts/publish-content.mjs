// `npm run lint:content -- --publish`: writes down what learners' records may name from now on, ids in content/published.yaml
// and revisions in content/archive. Nothing that was published before is ever taken away.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { idsOf, publishedNow } from '../src/catalog/lint/drift.ts';
import { archivedText, archivePath, readArchived, revisedNow } from '../src/catalog/lint/revisions.ts';
import { scenariosOf } from './read-course.mjs';

const HEAD = `# Ids that learners’ records name, and under \`revisions\` the revisions of each keyed item and role-play, the oldest first: all of
# them lie in content/archive. Written by \`npm run lint:content -- --publish\`; an id that vanishes from the content stops the
# build unless content/migrations.yaml says what became of it, a changed one unless its former revisions are in the archive.
`;

/**
 * @param {import('../src/catalog/lint/course-files.ts').CourseFiles} files
 * @param {string} root the project.
 * @returns {string} what was done, in a line.
 */
export function publish(files, root) {
  const revised = revisedNow(files);
  const written = revised.filter((one) => archive(one, root));
  const before = files.published.data;
  const ids = publishedNow(files.lessons, scenariosOf(files));
  const now = {
    ...ids,
    revisions: {
      ...before.revisions,
      ...Object.fromEntries(revised.map((one) => [one.id, all(one, before)])),
    },
    passPoints: withLast(before.passPoints ?? [], files.course.data.passPoints),
  };
  const text = stringify(now, { lineWidth: 0, flowCollectionPadding: false });
  writeFileSync(join(root, 'content', 'published.yaml'), HEAD + text);
  return `${idsOf(ids).length} ids written to content/published.yaml, ${written.length} revisions to content/archive.`;
}

/** @returns {boolean} false when it was there already. */
function archive(
  /** @type {import('../src/catalog/lint/revisions.ts').Revised} */ one,
  /** @type {string} */ root,
) {
  const file = archivePath(one);
  const path = join(root, file);
  if (existsSync(path)) return false;
  const text = archivedText(one);
  const read = readArchived(file, text);
  if (typeof read === 'string') throw new Error(`${file} would be useless: it ${read}`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return readFileSync(path, 'utf8') === text;
}

/** @param {{ id: string, revision: string }} one @param {{ revisions?: Record<string, string[]> }} before */
const all = ({ id, revision }, { revisions = {} }) => withLast(revisions[id] ?? [], revision);

/** @template T @param {readonly T[]} list @param {T} last @returns {T[]} */
const withLast = (list, last) => [...list.filter((one) => one !== last), last];
