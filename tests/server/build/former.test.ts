import { describe, expect, test } from 'vitest';
import { filesBelow } from '../../../scripts/build/files.mjs';
import { keepFormer, shelveFormer } from '../../../scripts/build/former.mjs';
import { folder } from './folder.ts';

/** Builds as scripts/build.mjs does: `astro build` empties dist and writes hashed files. */
function builder() {
  const place = folder();
  const [dist, shelf] = [place.path('dist'), place.path('.astro/former')];
  return (hashed: string[], finished = true) => {
    shelveFormer(dist, shelf);
    place.remove('dist');
    for (const file of hashed) place.write(`dist/client/${file}`, file);
    place.write('dist/client/index.html', 'page');
    keepFormer(dist, shelf);
    if (finished) place.write('dist/.stamp', 'x');
    return filesBelow(place.path('dist/previous'));
  };
}

describe('a page that stays open while the site is built anew', () => {
  test('finds its scripts and its check for one release more, compressed twins included', () => {
    const build = builder();
    expect(build(['_astro/a.1.js', '_astro/a.1.js.br', '_astro/same.js', '_content/x.1.json'])).toEqual([]);
    expect(build(['_astro/a.2.js', '_astro/same.js', '_content/x.2.json'])).toEqual([
      '_astro/a.1.js',
      '_astro/a.1.js.br',
      '_content/x.1.json',
    ]);
    expect(build(['_astro/a.3.js', '_astro/same.js', '_content/x.2.json'])).toEqual(['_astro/a.2.js']);
  });

  test('keeps them when a build changes no hashed file', () => {
    const build = builder();
    build(['_astro/a.1.js']);
    build(['_astro/a.2.js']);
    expect(build(['_astro/a.2.js'])).toEqual(['_astro/a.1.js']);
  });

  test('keeps them when builds fail in between: what was never served does not count', () => {
    const build = builder();
    build(['_astro/a.1.js']);
    build(['_astro/broken.js'], false);
    build(['_astro/broken.js'], false);
    expect(build(['_astro/a.2.js'])).toEqual(['_astro/a.1.js']);
  });
});
