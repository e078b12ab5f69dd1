import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

/**
 * Answer keys in the built client. Scoring a lesson check offline ships its key on purpose (`practice: true`), in one file
 * per lesson, and a role-play ships its marks (docs/decisions/0009), in one file per language; neither is ever in a page or
 * a script, and keys of exams and of former revisions are nowhere at all.
 */
const root = new URL('..', import.meta.url).pathname;
const client = join(root, 'dist/client');
const content = join(root, 'content');

function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesUnder(path) : [path];
  });
}

const KEY_FIELDS = ['feedback', 'extension', 'model', 'truthFeedback', 'anyOf', 'forbidden'];

/** Every sentence that belongs to a key: all strings below a key field, of at least fifteen characters (shorter ones are words). */
function secrets(value: unknown, inKey = false): string[] {
  if (typeof value === 'string') return inKey && value.length >= 15 ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((one) => secrets(one, inKey));
  if (!value || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([field, one]) => secrets(one, inKey || KEY_FIELDS.includes(field)));
}

/** As the sentence may stand in HTML attributes, JSON and scripts. */
const spellings = (text: string) => [text, text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')];

const findLeaks = (texts: readonly string[], file: string) =>
  texts.filter((text) => spellings(text).some((spelling) => file.includes(spelling)));

const itemFiles = filesUnder(join(content, 'lessons')).filter((path) => path.endsWith('items.yaml'));
const practice = itemFiles
  .map((path) => parse(readFileSync(path, 'utf8')))
  .filter((file) => file.practice === true);
const rolePlays = filesUnder(join(content, 'scenarios'))
  .filter((path) => /\/[a-z]-[a-z]\.yaml$/.test(path))
  .map((path) => parse(readFileSync(path, 'utf8')));
/** What one must find out in a role-play, and why a reply was good. */
type RolePlay = { stages: unknown; findings: { text: { zh: string; en: string } }[] };
const secretsOfPlay = ({ stages, findings }: RolePlay) => [
  ...secrets(stages),
  ...findings.flatMap(({ text }) => secrets(text, true)),
];
const rolePlaySecrets = rolePlays.flatMap(secretsOfPlay);
const exams = filesUnder(join(content, 'exams'))
  .filter((path) => path.endsWith('.yaml'))
  .map((path) => parse(readFileSync(path, 'utf8')));
const archived = filesUnder(join(content, 'archive')).map((path) => JSON.parse(readFileSync(path, 'utf8')));
/** All that the present course says; a sentence of a former revision that still stands there is no secret of it. */
const present = JSON.stringify([practice, rolePlays]);
const formerSecrets = archived
  .flatMap((one) => ('stages' in one ? secretsOfPlay(one) : secrets(one)))
  .filter((text) => !present.includes(JSON.stringify(text).slice(1, -1)));
const built = filesUnder(client).filter((path) => /\.(html|js|json|txt|svg)$/.test(path));

describe('keys', () => {
  test('the build is there and the check has something to look for', () => {
    expect(built.length, 'run npm run build first').toBeGreaterThan(10);
    expect(practice.flatMap((file) => secrets(file)).length).toBeGreaterThan(50);
  });

  test('no page and no script carries a sentence of a key, so that reading the source tells nothing', () => {
    const texts = practice.flatMap((file) => secrets(file));
    const leaks = built
      .filter((path) => !relative(client, path).startsWith('_content/'))
      .flatMap((path) =>
        findLeaks(texts, readFileSync(path, 'utf8')).map((text) => `${relative(client, path)}: ${text}`),
      );
    expect(leaks).toEqual([]);
  });

  test('no page and no script tells what a role-play hides or how its replies are judged', () => {
    expect(rolePlaySecrets.length).toBeGreaterThan(1000);
    const leaks = built
      .filter((path) => !relative(client, path).startsWith('_content/'))
      .flatMap((path) => {
        const file = readFileSync(path, 'utf8');
        return findLeaks(rolePlaySecrets, file).map((text) => `${relative(client, path)}: ${text}`);
      });
    expect(leaks).toEqual([]);
  });

  test('a role-play ships as one file per language with nothing beside it, and a draft not at all', () => {
    const files = built
      .map((path) => relative(client, path))
      .filter((path) => /^_content\/practice\/[a-z]-[a-z]\./.test(path));
    const live = rolePlays.filter(({ status }) => status === 'live').map(({ id }) => id);
    expect(
      files.map((path) => path.replace(/^.*\/([a-z]-[a-z])\.[0-9a-f]{12}\.(zh|en)\.json$/, '$1 $2')).sort(),
    ).toEqual(live.flatMap((id) => [`${id} en`, `${id} zh`]).sort());
    for (const path of files) {
      const file = JSON.parse(readFileSync(join(client, path), 'utf8'));
      expect(Object.keys(file).sort(), path).toEqual(['principles', 'scenario', 'v']);
      expect(JSON.stringify(file), `${path} has one language`).not.toMatch(/"zh":|"en":/);
    }
  });

  test('islands get no marked option in their props', () => {
    const marks = /&quot;(correct|credit|truth|bin|match)&quot;:\[0,(true|false|[\d.]+|&quot;)/;
    // The sorter of a lesson is practice without a score: its cards know their bin.
    const checks = built
      .filter((path) => path.endsWith('.html'))
      .flatMap(
        (path) => readFileSync(path, 'utf8').match(/<astro-island[^>]*component-export="Check"[^>]*>/g) ?? [],
      );
    expect(checks.length).toBeGreaterThan(0);
    expect(checks.filter((island) => marks.test(island))).toEqual([]);
  });

  test('keys of exams and former revisions are in no file a browser can fetch', () => {
    expect(formerSecrets.length).toBeGreaterThan(20);
    const texts = [...exams.flatMap((file) => secrets(file)), ...formerSecrets];
    const leaks = built.flatMap((path) => findLeaks(texts, readFileSync(path, 'utf8')));
    expect(leaks).toEqual([]);
  });

  test('the server has every revision that a page ships, so that what is done on it can be scored anew', () => {
    const shipped = built
      .filter((path) => relative(client, path).startsWith('_content/') && path.endsWith('.json'))
      .map((path) => JSON.parse(readFileSync(path, 'utf8')))
      .flatMap(({ items = [], scenario }) => (scenario ? [scenario] : items))
      .filter(({ revision }) => revision !== undefined)
      .map(({ id, revision }) => `${id} ${revision}`);
    const index = JSON.parse(readFileSync(join(root, 'dist/revisions/index.json'), 'utf8'));
    const known = Object.entries<string[]>({ ...index.items, ...index.scenarios }).flatMap(
      ([id, revisions]) => revisions.map((revision) => `${id} ${revision}`),
    );
    expect(new Set(shipped).size).toBeGreaterThan(80);
    expect(shipped.filter((one) => !known.includes(one))).toEqual([]);
    expect(known.length).toBeGreaterThan(new Set(shipped).size);
  });

  test('a leak would be found, plain and escaped', () => {
    const item = {
      options: [{ text: { zh: '甲' }, feedback: { zh: '说 "好" & 不说为什么，所以她不会信' } }],
    };
    const [text = ''] = secrets(item);
    expect(findLeaks([text], `<p>${text}</p>`)).toHaveLength(1);
    expect(
      findLeaks([text], `props="${text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`),
    ).toHaveLength(1);
    expect(findLeaks([text], '<p>甲</p>')).toEqual([]);
  });
});
