import { expect, test } from 'vitest';
import { isTermFound } from '#core/text/term-filter.ts';

const open = ['开放提问', 'open question'];

test.each([
  ['提问'],
  ['open'],
  ['QUESTION'],
  [' open  question '],
  ['openq'],
  ['ｏｐｅｎ'],
  ['提问 open'],
  ['「提问」'],
  [''],
  ['   '],
])('%j finds 开放提问, open question', (typed) => {
  expect(isTermFound(open, typed)).toBe(true);
});

test.each([['提问开放'], ['closed'], ['open closing'], ['问题']])('%j does not', (typed) => {
  expect(isTermFound(open, typed)).toBe(false);
});

test('a hyphen in a name need not be typed, and may be', () => {
  expect(isTermFound(['经营型销售', 'value-based selling'], 'value based')).toBe(true);
  expect(isTermFound(['经营型销售', 'value-based selling'], 'value-based')).toBe(true);
});
