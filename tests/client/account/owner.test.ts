import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { carryLines, swapLines } from '#client/account/lines.ts';
import { type FakeBrowser, fakeBrowser } from './browser.ts';

let browser: FakeBrowser;
beforeEach(() => {
  browser = fakeBrowser();
  vi.resetModules();
});
afterEach(() => vi.unstubAllGlobals());

const line = (name: string) => browser.lines.get(`sanxiu.${name}`);

test('a page whose record is not the open one any more sends nothing, whatever the mark says', async () => {
  browser.lines.set('sanxiu.sync', 'L-hong');
  const { syncsTo } = await import('#client/record/sync-mark.ts');
  expect(syncsTo()).toBe('L-hong');
  // Another tab signs in as somebody else.
  browser.lines.set('sanxiu.owner', 'L-ming');
  browser.lines.set('sanxiu.sync', 'L-ming');
  expect(syncsTo()).toBeUndefined();
});

test('what was typed last in one record is not taken up in another', async () => {
  const hong = await import('#client/last-words.ts');
  hong.leaveLastWords('sheet:t-01/d1', { fields: { a: '红写的' } });
  browser.lines.set('sanxiu.owner', 'L-ming');
  vi.resetModules();
  const ming = await import('#client/last-words.ts');
  expect(ming.takeLastWords('sheet:t-01/d1')).toBeUndefined();
  browser.lines.delete('sanxiu.owner');
  vi.resetModules();
  const again = await import('#client/last-words.ts');
  expect(again.takeLastWords('sheet:t-01/d1')).toMatchObject({ fields: { a: '红写的' } });
});

test('words that an earlier release left are the first record’s', async () => {
  browser.lines.set('sanxiu.sheet', '{"key":"k","fields":{}}');
  const { takeLastWords } = await import('#client/last-words.ts');
  expect(takeLastWords('k')).toBeDefined();
});

test('hints go away with their record and come back with it', () => {
  browser.lines.set('sanxiu.place', '{"m1-a":1}');
  browser.lines.set('sanxiu.stamped', '["m1-a"]');
  browser.lines.set('sanxiu.theme', 'dark');
  swapLines('local', 'L-hong');
  expect([line('place'), line('stamped'), line('theme')]).toEqual([undefined, undefined, 'dark']);
  browser.lines.set('sanxiu.place', '{"m1-b":1}');
  swapLines('L-hong', 'local');
  expect([line('place'), line('stamped')]).toEqual(['{"m1-a":1}', '["m1-a"]']);
  swapLines('local', 'L-hong');
  expect([line('place'), line('stamped')]).toEqual(['{"m1-b":1}', undefined]);
});

test('a record that is moved takes its hints along', () => {
  browser.lines.set(
    'sanxiu.lines.L-hong',
    '{"sanxiu.place":"{\\"a\\":1,\\"b\\":1}","sanxiu.stamped":"[\\"a\\"]"}',
  );
  browser.lines.set('sanxiu.place', '{"b":2}');
  browser.lines.set('sanxiu.stamped', '["a","b"]');
  browser.lines.set('sanxiu.jot', 'x');
  browser.lines.set('sanxiu.sheet', '{"key":"k","owner":"local"}');
  carryLines('L-hong');
  expect(line('place')).toBe('{"a":1,"b":2}');
  expect(line('stamped')).toBe('["a","b"]');
  expect(line('jot')).toBe('x');
  expect(line('sheet')).toBe('{"key":"k","owner":"L-hong"}');
  expect(browser.lines.has('sanxiu.lines.L-hong')).toBe(false);
});
