import { expect, test } from 'vitest';
import { nameAhead } from '../../../scripts/build/ahead.mjs';
import { folder } from './folder.ts';

const FILES = {
  '_astro/Check.js': 'import{r}from"./react.js";var v=()=>import(`./View.js`)',
  '_astro/client.js': 'import"./react.js"',
  '_astro/react.js': 'r',
  '_astro/View.js': 'v',
  '_astro/Sort.js': 's',
};
const island = (name: string) =>
  `<astro-island component-url="/_astro/${name}.js" component-export="${name}" renderer-url="/_astro/client.js"></astro-island>`;

test('a lesson names what its check needs at once, and nothing that comes later or belongs to others', () => {
  const { root } = folder(FILES);
  const html = `<html lang="en">${island('Sort')}<section data-content="/_content/a.json">${island('Check')}</section></html>`;
  expect(nameAhead(root, html)).toContain(
    '<html data-ahead="/_astro/Check.js /_astro/client.js /_astro/react.js /_content/a.json" lang="en">',
  );
});

test('a page without a check stays as it is', () => {
  const { root } = folder(FILES);
  const html = `<html lang="en">${island('Sort')}</html>`;
  expect(nameAhead(root, html)).toBe(html);
});
