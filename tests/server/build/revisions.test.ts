import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createBuiltItems } from '#server/content/built-items.ts';
import { writeRevisions } from '../../../scripts/build/revisions.mjs';
import { readCourse } from '../../../scripts/read-course.mjs';
import { content, itemNow, revisionsOf, scenarioNow } from '../../contract/content.ts';

const course = readCourse(fileURLToPath(new URL('../../../content', import.meta.url)));
let dist = '';
beforeAll(() => {
  dist = mkdtempSync(join(tmpdir(), 'sanxiu-revisions-'));
  writeRevisions(course, dist);
});
afterAll(() => rmSync(dist, { recursive: true, force: true }));
const source = () => createBuiltItems(join(dist, 'revisions'));

test('the server finds every revision that was published, the present ones and the former', async () => {
  const items = source();
  const { revisions = {} } = course.published.data;
  for (const [id, all] of Object.entries(revisions))
    for (const revision of all) {
      const found = id.includes('.') ? await items.item(id, revision) : await items.scenario(id, revision);
      expect(found, `${id} ${revision}`).toMatchObject({ id, revision });
    }
  expect(Object.keys(revisions).length).toBeGreaterThan(90);
  expect(await items.passPoints()).toEqual([4]);
});

test('what it gives is what the page ships, and a former revision has its own key', async () => {
  const items = source();
  const now = itemNow('m1-service-and-satisfaction.q3');
  expect(await items.item(now.id, now.revision)).toEqual({ ...now, status: 'retired' });
  const [former = ''] = revisionsOf(now.id);
  const before = await items.item(now.id, former);
  expect(before).toEqual({ ...content.item(now.id, former), status: 'retired' });
  expect(JSON.stringify(before)).toContain('any-company');
  expect(JSON.stringify(now)).not.toContain('any-company');
  const scenario = scenarioNow('r-c');
  expect(await items.scenario('r-c', scenario.revision)).toEqual(scenario);
});

test('a name from a fact is looked up and never a path', async () => {
  const items = source();
  writeFileSync(join(dist, 'revisions', 'x.json'), '[]');
  const { revision } = itemNow('m2-fab-pitch.q1');
  for (const id of [
    '../x',
    '../../x.q1',
    'm2-fab-pitch',
    'm2-fab-pitch.q99',
    '__proto__',
    'constructor',
    '',
    '.',
  ])
    for (const wanted of [revision, 'x', '__proto__', 'length', '0', '']) {
      expect(await items.item(id, wanted), `${id} ${wanted}`).toBeUndefined();
      expect(await items.scenario(id, wanted), `${id} ${wanted}`).toBeUndefined();
    }
});

test('role-plays asked for one after the other are all given, however few are kept in memory', async () => {
  const items = source();
  const ids = ['f-a', 'f-b', 'f-c', 'd-a', 'd-b', 'd-c', 'r-a', 'r-b', 'r-c', 'f-a'];
  for (const id of ids) {
    const { revision } = scenarioNow(id);
    expect((await items.scenario(id, revision))?.id).toBe(id);
  }
});

test('the edition says which revisions there are; without the folder a call fails and the next one tries again', async () => {
  const without = mkdtempSync(join(tmpdir(), 'sanxiu-revisions-'));
  try {
    const items = createBuiltItems(join(without, 'revisions'));
    await expect(items.edition()).rejects.toThrow(/index\.json/);
    const archive = new Map([...course.archive].filter(([file]) => !/service.*q3\.4000/.test(file)));
    expect(archive.size).toBe(course.archive.size - 1);
    writeRevisions({ ...course, archive }, without);
    const fewer = await items.edition();
    expect(fewer).toMatch(/^[0-9a-f]{12}$/);
    writeRevisions(course, without);
    expect(await createBuiltItems(join(without, 'revisions')).edition()).toBe(await source().edition());
    expect(fewer).not.toBe(await source().edition());
  } finally {
    rmSync(without, { recursive: true, force: true });
  }
});
