import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { BUDGETS } from '../../../scripts/budgets.mjs';
import { compressFolder } from '../../../scripts/build/compress.mjs';
import { firstViewAddresses, overBudget, weigh } from '../../../scripts/build/weigh.mjs';
import { folder } from './folder.ts';

const HTML = `<link rel="icon" href="/favicon.svg"><link rel="stylesheet" href="/a.css"><link rel="canonical" href="/x/">
<link rel="modulepreload" href="/_astro/a.js"><script type="module" src="/_astro/a.js"></script>
<link rel="preload" as="script" href="/_astro/b.js"><script>inline()</script>
<img src="/first.png"><img src="/first.png"><img loading="lazy" src="/later.png"><img src="data:image/png;base64,aa">
<svg><use href="#here"/><use href="/sprite.svg#a"/></svg><astro-island component-url="/_astro/island.js"></astro-island>`;

test('only what the HTML itself fetches before scrolling counts, each address once', () => {
  expect(firstViewAddresses(HTML)).toEqual({
    scripts: ['/_astro/a.js', '/_astro/b.js'],
    others: ['/favicon.svg', '/a.css', '/first.png', '/sprite.svg'],
  });
});

test('sizes are what crosses the wire: brotli where there is one', () => {
  const { root } = folder({
    'x/index.html': HTML,
    'x/index.html.br': '1234567',
    '_astro/a.js': 'a'.repeat(900),
    '_astro/a.js.br': '12345',
    '_astro/b.js': 'bb',
  });
  expect(weigh(root, 'x/index.html', HTML)).toEqual({
    htmlBytes: 7,
    externalJsBytes: 7,
    firstViewRequests: 7,
  });
});

test('a page that names a script nobody wrote is a broken page', () => {
  const { root } = folder({ 'x/index.html': '' });
  expect(() => weigh(root, 'x/index.html', '<script src="/_astro/gone.js"></script>')).toThrow(
    '/_astro/gone.js',
  );
});

test('a lesson over a limit is named with figure, limit and reason; at the limit it passes', () => {
  const weight = { htmlBytes: 35_000, externalJsBytes: 5_000, firstViewRequests: 5 };
  expect(overBudget('/learn/m2-fab-pitch/', weight, BUDGETS)).toEqual([]);
  for (const address of ['/learn/m2-fab-pitch/', '/en/learn/m2-fab-pitch/']) {
    const over = overBudget(
      address,
      { htmlBytes: 35_001, externalJsBytes: 5_001, firstViewRequests: 6 },
      BUDGETS,
    );
    expect(over).toHaveLength(3);
    expect(over[0]).toMatch(/^\/(en\/)?learn\/m2-fab-pitch\/ \(lesson\): externalJsBytes 5001 > 5000\. \S/);
  }
});

test('compressed files open to the same bytes, small ones stay alone, a second build reuses the work', async () => {
  const { root, read, has, write, path } = folder({
    'site/a.html': '三修'.repeat(500),
    'site/small.js': 'x',
    'site/photo.png': 'p'.repeat(900),
  });
  await compressFolder(path('site'), path('cache'));
  expect(brotliDecompressSync(read('site/a.html.br')).toString()).toBe('三修'.repeat(500));
  expect(gunzipSync(read('site/a.html.gz')).toString()).toBe('三修'.repeat(500));
  for (const file of ['site/small.js.br', 'site/photo.png.br', 'site/photo.png.gz'])
    expect(has(file)).toBe(false);
  expect(root).toBeTruthy();
  write('site/a.html', '另一页'.repeat(500));
  await compressFolder(path('site'), path('cache'));
  expect(brotliDecompressSync(read('site/a.html.br')).toString()).toBe('另一页'.repeat(500));
});
