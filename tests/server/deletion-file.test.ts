/** The list of deletions: what a later line changes, and up to when copies of it know. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { carriedDeletions, gatherDeletions } from '#server/backup/carry-deletions.ts';
import { sqliteDeletions } from '#server/backup/former-deletions.ts';
import { addNews, type Deletion, linesOf } from '#server/store/deletion-file.ts';
import { openStore } from '#server/store/open-store.ts';
import { AT, temporaryFolders } from './data-folders.ts';

const { folder, clear } = temporaryFolders();
afterEach(clear);

const deleted: Deletion = { id: 'x', at: 1 };
const into = (id: string): Deletion => ({ id: 'x', at: 2, into: id });

test.each<[string, Deletion[], Deletion, number]>([
  ['a deletion is final: no merge takes it back', [deleted, into('a')], deleted, 1],
  ['the same again is nothing new', [into('a'), into('a'), into('a')], into('a'), 1],
  ['after a restore somebody joined another account', [into('a'), into('b')], into('b'), 2],
  ['after a restore somebody who had joined deleted', [into('a'), deleted], deleted, 2],
])('%s', (_, lines, stands, news) => {
  const known = new Map<string, Deletion>();
  expect(addNews(known, lines)).toHaveLength(news);
  expect([...known.values()]).toEqual([stands]);
});

test('of several copies beside a backup the newest says up to when deletions are known', () => {
  const [dataDir, to] = [folder(), folder()];
  writeFileSync(join(to, 'tuesday.deletions.jsonl'), linesOf([deleted], 200));
  writeFileSync(join(to, 'monday.deletions.jsonl'), linesOf([], 100));
  const since = gatherDeletions(dataDir, join(to, 'monday.db'), undefined);
  expect(since).toEqual({ from: 'copies', until: 200, ids: ['x'] });
});

test('a backup carries what the copied database knows, noted or not', () => {
  expect(carriedDeletions(folder(), [deleted], 200)).toBe('{"id":"x","at":1}\n{"until":200}\n');
});

test.each([
  ['0001-learners-and-facts', []],
  ['0003-mistake-reports', [{ id: 'gone', at: 1_795_000_111_000 }]],
  ['0010-ways-in', [{ id: 'gone', at: 1_795_000_111_000 }]],
])(
  'a replaced database of the release that ended with %s is asked as well as it can answer',
  (release, known) => {
    const file = join(folder(), 'sanxiu.db');
    const handle = new DatabaseSync(file);
    const at = new URL(`../fixtures/releases/${release}.sql`, import.meta.url);
    handle.exec(readFileSync(fileURLToPath(at), 'utf8'));
    handle.close();
    expect(sqliteDeletions(file)).toEqual(known);
  },
);

test('of a list longer than one page the last one is deleted again too', async () => {
  const dataDir = folder();
  const store = await openStore({ dataDir });
  for (const id of ['first', 'last', 'stays']) await store.learners.add({ id, nickname: id, createdAt: AT });
  await store.close();
  const others = Array.from({ length: 2_500 }, (_, n) => ({ id: `other-${n}`, at: 1 }));
  const all = [{ id: 'first', at: 1 }, ...others, { id: 'last', at: 1 }];
  writeFileSync(join(dataDir, 'deletions.jsonl'), linesOf(all));
  const again = await openStore({ dataDir });
  expect(again.deletedAgain).toBe(2);
  expect(Object.keys(await again.admin.people.names(['first', 'last', 'stays']))).toEqual(['stays']);
  await again.close();
});
