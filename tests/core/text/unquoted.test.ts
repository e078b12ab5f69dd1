import { expect, test } from 'vitest';
import { unquoted } from '#core/text/unquoted.ts';

test.each([
  ['“Few visitors, so I’ll ring three.”', 'Few visitors, so I’ll ring three.'],
  ['「进店的人少，我再约一次。」', '进店的人少，我再约一次。'],
  ['『写第一碰红线。』', '写第一碰红线。'],
  ['‘Not today’', 'Not today'],
])('%s, a quotation from end to end, goes into a label without its own marks', (card, words) => {
  expect(unquoted(card)).toBe(words);
});

test.each([
  ['Ring three customers'],
  ['“Less” compares, so an advantage'],
  ['She said “not today”'],
  ['“Cheaper?” and “When?”'],
  ['「便宜点」和「哪天到」'],
  ['“An open end'],
  [''],
])('%s is left as it is: nothing encloses all of it', (card) => {
  expect(unquoted(card)).toBe(card);
});

test('only the outer pair goes', () => {
  expect(unquoted('「他问『哪天到』」')).toBe('他问『哪天到』');
  expect(unquoted('“He asked ‘when?’”')).toBe('He asked ‘when?’');
});
