import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import { archiveRules, UNPUBLISHED } from '#catalog/lint/archive.ts';
import { type CourseFiles, yamlFile } from '#catalog/lint/course-files.ts';
import { archivePath, readArchived, revisedNow } from '#catalog/lint/revisions.ts';
import { publish } from '../../../scripts/publish-content.mjs';
import { readCourse } from '../../../scripts/read-course.mjs';
import { filesOf, smallCourse } from './small-course.ts';

const ITEM = 'm1-small.q1';
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** The small course with another stem of its first question than was published. */
function changedCourse(): CourseFiles {
  const small = smallCourse();
  Object.assign(small.items[0] ?? {}, { stem: { zh: '店主在盘点，先做哪一件？', en: 'What comes first?' } });
  return filesOf(small, smallCourse());
}
const revisionIn = (files: CourseFiles) =>
  revisedNow(files).find(({ id }) => id === ITEM)?.revision ?? 'none';
const FORMER = archivePath({ id: ITEM, revision: revisionIn(filesOf(smallCourse())) });

const withArchive = (files: CourseFiles, change: (archive: Map<string, string>) => void): CourseFiles => {
  const archive = new Map(files.archive);
  change(archive);
  return { ...files, archive };
};
const rulesOf = (files: CourseFiles) => archiveRules(files).map(({ rule }) => rule);

test('what stands as it was published is no finding', () => {
  expect(archiveRules(filesOf(smallCourse()))).toEqual([]);
});

test('a changed published item whose former revision is missing stops the build: value, place, remedy', () => {
  const files = withArchive(changedCourse(), (archive) => archive.delete(FORMER));
  const [found] = archiveRules(files).filter(({ rule }) => !UNPUBLISHED.includes(rule));
  expect(found).toEqual({
    rule: 'archive/missing',
    file: 'content/lessons/m1/01-small/items.yaml',
    line: 3,
    message: `m1-small.q1 is revision ${revisionIn(files)} now, and its published revision ${revisionIn(filesOf(smallCourse()))} is not in ${FORMER}: what learners did on it could never be scored again`,
    remedy: `bring that file back from version control (git log --diff-filter=D -- ${FORMER}), or undo the change of m1-small.q1, run npm run lint:content -- --publish and change it again`,
  });
});

test('changed with the former revision kept: the lint asks to publish, the build goes on', () => {
  const rules = rulesOf(changedCourse());
  expect(rules).toEqual(['archive/changed']);
  expect(rules.filter((rule) => !UNPUBLISHED.includes(rule))).toEqual([]);
});

test('unchanged and not in the archive: nothing is lost yet, publishing writes it', () => {
  const files = withArchive(filesOf(smallCourse()), (archive) => archive.delete(FORMER));
  expect(rulesOf(files)).toEqual(['archive/unwritten']);
});

test('an item that is gone leaves its revisions behind', () => {
  const small = smallCourse();
  small.items.splice(0, 1);
  const files = filesOf(small, smallCourse());
  expect(rulesOf(files)).toEqual([]);
  const [found] = archiveRules(withArchive(files, (archive) => archive.delete(FORMER)));
  expect(`${found?.file} ${found?.rule}`).toBe('content/published.yaml archive/missing');
});

test('a file of the archive that was edited, renamed or torn is not believed', () => {
  const text = filesOf(smallCourse()).archive.get(FORMER) ?? '';
  const edited = text.replace('"correct": true', '"correct": false');
  expect(edited).not.toBe(text);
  for (const [file, content] of [
    [FORMER, edited],
    [FORMER, text.slice(0, 99)],
    [FORMER, '[]'],
    [FORMER.replace('q1', 'q2'), text],
    [FORMER.replace(/\w{12}(?=\.json)/, '0123456789ab'), text],
  ] as const) {
    const files = withArchive(filesOf(smallCourse()), (archive) => archive.set(file, content));
    const found = archiveRules(files).filter(({ rule }) => rule === 'archive/broken');
    expect(found, content.slice(0, 40)).toHaveLength(1);
    expect(found[0]).toMatchObject({ file, remedy: `bring it back: git checkout -- ${file}` });
  }
  expect(readArchived(FORMER, text)).toMatchObject({ kind: 'item', id: ITEM });
});

test('publishing keeps what is new and takes nothing away, however often it is done', () => {
  const root = mkdtempSync(join(tmpdir(), 'sanxiu-publish-'));
  folders.push(root);
  mkdirSync(join(root, 'content'));
  const published = (files: CourseFiles): CourseFiles => {
    publish(files, root);
    const text = readFileSync(join(root, 'content/published.yaml'), 'utf8');
    return { ...files, published: yamlFile('content/published.yaml', text) };
  };
  const first = published({ ...filesOf(smallCourse()), published: yamlFile('p', 'lessons: {}') });
  const changed = changedCourse();
  const second = published(published({ ...changed, published: first.published }));
  const [before, now] = [revisionIn(first), revisionIn(second)];
  expect(second.published.data.revisions?.[ITEM]).toEqual([before, now]);
  expect(second.published.data.passPoints).toEqual([4]);
  for (const revision of [before, now]) {
    const file = archivePath({ id: ITEM, revision });
    expect(readArchived(file, readFileSync(join(root, file), 'utf8'))).toMatchObject({ id: ITEM, revision });
  }
  // The wording of before comes back: it is the present one again, and the other is kept.
  const third = published({ ...filesOf(smallCourse()), published: second.published });
  expect(third.published.data.revisions?.[ITEM]).toEqual([now, before]);
  // What is there is never written over.
  const file = join(root, archivePath({ id: ITEM, revision: now }));
  writeFileSync(file, 'as it was');
  published({ ...changed, published: third.published });
  expect(readFileSync(file, 'utf8')).toBe('as it was');
});

test('the course itself: every revision that was published is there, whole', () => {
  const root = new URL('../../..', import.meta.url).pathname;
  const files = readCourse(join(root, 'content'));
  expect(archiveRules(files).filter(({ rule }) => !UNPUBLISHED.includes(rule))).toEqual([]);
  const { revisions } = parse(readFileSync(join(root, 'content/published.yaml'), 'utf8'));
  // Two that have changed since they were first published.
  expect(revisions['m1-service-and-satisfaction.q5']).toEqual(['a80c82cca0af', '30bddc515936']);
  expect(revisions['d-b']).toEqual([expect.any(String), expect.any(String)]);
});
