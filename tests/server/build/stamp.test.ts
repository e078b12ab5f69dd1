import { expect, test } from 'vitest';
import { isFresh, sourceStamp } from '../../../scripts/stamp.mjs';
import { folder } from './folder.ts';

const SOURCES = {
  'src/pages/index.astro': 'page',
  'content/course.yaml': 'course',
  'public/favicon.svg': 'icon',
  'scripts/build.mjs': 'build',
  'astro.config.mjs': 'config',
  'package.json': '{}',
  'package-lock.json': '{}',
};

function built() {
  const place = folder(SOURCES);
  place.write('dist/.stamp', sourceStamp(place.root, {}));
  return place;
}

test('a second start serves at once: nothing changed, nothing is built', () => {
  expect(isFresh(built().root, {})).toBe(true);
});

test.each(Object.keys(SOURCES))('a changed %s is seen by the next start', (file) => {
  const place = built();
  place.write(file, 'changed');
  expect(isFresh(place.root, {})).toBe(false);
});

test('a new, removed or renamed source is seen by the next start', () => {
  const added = built();
  added.write('content/lessons/m1/new.yaml', '');
  const removed = built();
  removed.remove('public/favicon.svg');
  const renamed = built();
  renamed.remove('src/pages/index.astro');
  renamed.write('src/pages/other.astro', 'page');
  for (const { root } of [added, removed, renamed]) expect(isFresh(root, {})).toBe(false);
});

test('another public address is another site: it stands in canonical links', () => {
  expect(isFresh(built().root, { ORIGIN: 'https://sanxiu.example' })).toBe(false);
});

test('an unfinished or missing build is never served', () => {
  const place = built();
  place.remove('dist/.stamp');
  expect(isFresh(place.root, {})).toBe(false);
});

test('notes, tests and results beside the sources cause no build', () => {
  const place = built();
  place.write('docs/decisions/0001.md', '');
  place.write('tests/a.test.ts', '');
  place.write('dist/client/index.html', '');
  expect(isFresh(place.root, {})).toBe(true);
});
