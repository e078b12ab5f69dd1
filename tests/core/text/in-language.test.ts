import { expect, test } from 'vitest';
import { fill } from '#core/text/fill.ts';
import { inLanguage } from '#core/text/in-language.ts';

test('an island gets one language at every depth, and nothing else changes', () => {
  const block = {
    id: 'x',
    title: { zh: '标题', en: 'Title' },
    parts: [{ id: 'a', text: { zh: '甲', en: 'A' }, most: 3 }],
    more: { a: { zh: '多', en: 'more' } },
    fits: { a: [1, 2] },
    none: undefined,
  };
  expect(inLanguage(block, 'en')).toEqual({
    id: 'x',
    title: 'Title',
    parts: [{ id: 'a', text: 'A', most: 3 }],
    more: { a: 'more' },
    fits: { a: [1, 2] },
    none: undefined,
  });
});

test('word lists of both languages stay lists of both: what was written is looked at in either', () => {
  expect(inLanguage({ words: { zh: ['就'], en: ['then'] } }, 'zh')).toEqual({
    words: { zh: ['就'], en: ['then'] },
  });
});

test('a field id with a hyphen has a place in a text too', () => {
  expect(fill('{if-this}，{act}，{unknown}', { 'if-this': '下雨', act: 2 })).toBe('下雨，2，{unknown}');
});
