import { expect, test } from 'vitest';
import { importsOf } from '../../../scripts/build/chunks.mjs';
import { scriptsByTime, scriptTable, weigh, weighUsed } from '../../../scripts/build/weigh.mjs';
import { folder } from './folder.ts';

const HTML = `<script type="module" src="/_astro/page.js"></script>
<astro-island component-url="/_astro/Check.js" component-export="Check" renderer-url="/_astro/client.js"></astro-island>`;

const FILES = {
  'index.html': HTML,
  '_astro/page.js': 'import"./place.js";import(`./opened.js`)',
  '_astro/place.js': 'export{}',
  '_astro/opened.js': 'import{o}from"./own.js"',
  '_astro/Check.js': 'import{r}from"./react.js";import{o}from"./own.js";var v=()=>import(`./View.js`)',
  '_astro/client.js': 'import"./react.js"',
  '_astro/react.js': 'r'.repeat(100),
  '_astro/own.js': 'o'.repeat(10),
  '_astro/View.js': 'import"./react.js";import"./board.js"',
  '_astro/board.js': 'b'.repeat(7),
};

test('imports are read from minified code, however they are quoted', () => {
  const code =
    'import"./a.js";import{x as y}from\'./b.js\';export*from"/_astro/c.js";import(`./d.js`);import("e")';
  expect(importsOf(code, '/_astro/me.js')).toEqual({
    now: ['/_astro/a.js', '/_astro/b.js', '/_astro/c.js'],
    later: ['/_astro/d.js'],
  });
});

test('each script counts once, at the first time it can come', () => {
  const { root } = folder(FILES);
  const names = (list: string[]) => list.map((one) => one.replace('/_astro/', ''));
  const { first, islands, later } = scriptsByTime(root, HTML);
  expect(names(first)).toEqual(['page.js', 'place.js']);
  expect(names(islands)).toEqual(['Check.js', 'client.js', 'react.js', 'own.js']);
  expect(names(later).sort()).toEqual(['View.js', 'board.js', 'opened.js']);
});

test('what a first script imports is part of the first visit, though the HTML does not name it', () => {
  const { root } = folder(FILES);
  const sizes = FILES['_astro/page.js'].length + FILES['_astro/place.js'].length;
  expect(weigh(root, 'index.html', HTML)).toMatchObject({ externalJsBytes: sizes, firstViewRequests: 3 });
});

test('a used page weighs all it can load; a view weighs what it brings that is not there yet', () => {
  const { root } = folder(FILES);
  const all = Object.entries(FILES).filter(([name]) => name.endsWith('.js'));
  expect(weighUsed(root, HTML)).toMatchObject({
    usedJsBytes: all.reduce((sum, [, code]) => sum + code.length, 0),
    largestViewBytes: FILES['_astro/View.js'].length + FILES['_astro/board.js'].length,
  });
  expect(scriptTable(root, HTML)[0]).toMatch(/100 {2}islands +react\.js/);
});

test('a visit for the check alone weighs its own island and the board of a sorting item, not the other islands', () => {
  const { root } = folder({
    ...FILES,
    '_astro/Check.js': `${FILES['_astro/Check.js']};import('./CategoriseView.js')`,
    '_astro/CategoriseView.js': 'c'.repeat(20),
    '_astro/Sort.js': 's'.repeat(1000),
  });
  const island = (name: string) =>
    `<astro-island component-url="/_astro/${name}.js" component-export="${name}" renderer-url="/_astro/client.js"></astro-island>`;
  const html = `<script type="module" src="/_astro/page.js"></script>${island('Sort')}${island('Check')}`;
  const { checkJsBytes, usedJsBytes } = weighUsed(root, html);
  const named = ['page', 'place', 'opened', 'own', 'react', 'client'] as const;
  const sizes = named.map((name) => FILES[`_astro/${name}.js`].length).reduce((sum, size) => sum + size, 0);
  expect(checkJsBytes).toBe(sizes + `${FILES['_astro/Check.js']};import('./CategoriseView.js')`.length + 20);
  expect(usedJsBytes).toBeGreaterThan(checkJsBytes + 1000);
});

test('an island that nobody built is a broken page', () => {
  const { root } = folder({ 'index.html': '' });
  const html = '<astro-island component-url="/_astro/gone.js"></astro-island>';
  expect(() => weighUsed(root, html)).toThrow('/_astro/gone.js');
});
